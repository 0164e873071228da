package tlsfit.table;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the decimal mark of each column of a table from all its cells.
 *
 * <p>A cell such as 0,5 or 1.000,5 proves a mark. Where nothing in a column does, what the rest of
 * the table proves holds for it too, as long as that proves one mark only. A number that can be
 * read in two ways after all this is ambiguous, and never guessed.
 */
final class DecimalGuess {
  private final List<RawTable.Row> rows;
  private final Set<NumberShape> shapes = EnumSet.noneOf(NumberShape.class);

  DecimalGuess(List<RawTable.Row> rows) {
    this.rows = rows;
  }

  /**
   * What is known of the columns.
   *
   * @param count number of columns
   */
  List<ColumnDecimals> columns(int count) {
    List<Column> columns = Stream.generate(Column::new).limit(count).toList();
    for (RawTable.Row row : rows) {
      for (int i = 0; i < count; i++) {
        columns.get(i).add(row, i);
      }
    }
    columns.forEach(column -> shapes.addAll(column.shapes));
    return columns.stream().map(this::decide).toList();
  }

  /** What the cells of one column show. */
  private static final class Column {
    private final Set<NumberShape> shapes = EnumSet.noneOf(NumberShape.class);
    private @Nullable NumberShape last; // of the plain ones
    private boolean wholeHundreds; // such as 400, beside 2.000 that may be two thousand
    private boolean wholeOthers;
    private boolean trailingZero; // 2.500: no program that writes 400 writes this for 2.5

    private boolean has(NumberShape... any) {
      for (NumberShape shape : any) {
        if (shapes.contains(shape)) {
          return true;
        }
      }
      return false;
    }

    private void add(RawTable.Row row, int index) {
      if (row.fields() instanceof SlicedFields fields
          && index < fields.size()
          && fields.isPlainNumber(index)) {
        addPlain(fields, index);
        return;
      }
      String cell = index < row.fields().size() ? row.fields().get(index) : "";
      if (!NumberLook.isNumber(cell)) {
        return;
      }
      NumberShape shape = NumberShape.of(cell);
      shapes.add(shape);
      if (shape == NumberShape.SILENT) {
        boolean hundreds = cell.length() == 3 && Character.isDigit(cell.charAt(0));
        wholeHundreds |= hundreds;
        wholeOthers |= !hundreds;
      } else if (shape == NumberShape.POINT_OR_THOUSANDS) {
        trailingZero |= cell.endsWith("0");
      }
    }

    // of a number without commas, as above, in the text it stands in
    private void addPlain(SlicedFields fields, int index) {
      NumberShape shape = fields.shape(index);
      if (shape != last) {
        shapes.add(shape);
        last = shape;
      }
      if (shape == NumberShape.SILENT) {
        boolean hundreds = fields.length(index) == 3 && Character.isDigit(fields.charAt(index, 0));
        wholeHundreds |= hundreds;
        wholeOthers |= !hundreds;
      } else if (shape == NumberShape.POINT_OR_THOUSANDS) {
        trailingZero |= fields.charAt(index, fields.length(index) - 1) == '0';
      }
    }

    private boolean looksLikeThousands() {
      return (trailingZero && (wholeHundreds || wholeOthers)) || (wholeHundreds && !wholeOthers);
    }
  }

  private ColumnDecimals decide(Column column) {
    boolean point = column.has(NumberShape.POINT);
    boolean comma = column.has(NumberShape.COMMA);
    boolean byCommas = column.has(NumberShape.GROUPED_BY_COMMAS);
    boolean byPoints = column.has(NumberShape.GROUPED_BY_POINTS);
    if ((point || byCommas) && (comma || byPoints)) {
      return ColumnDecimals.MIXED;
    }
    if (column.has(NumberShape.COMMA_OR_THOUSANDS)) {
      return doubtfulComma(column, point, comma, byCommas);
    }
    if (column.has(NumberShape.POINT_OR_THOUSANDS)) {
      return doubtfulPoint(column, comma, byPoints);
    }
    if (point || byCommas) {
      return ColumnDecimals.POINT;
    }
    return comma || byPoints ? ColumnDecimals.COMMA : ColumnDecimals.POINT;
  }

  private ColumnDecimals doubtfulComma(
      Column column, boolean point, boolean comma, boolean byCommas) {
    if (column.has(NumberShape.POINT_OR_THOUSANDS)) {
      return ColumnDecimals.AMBIGUOUS;
    }
    if (byCommas) {
      return ColumnDecimals.POINT;
    }
    if (comma || column.has(NumberShape.GROUPED_BY_POINTS)) {
      return ColumnDecimals.COMMA;
    }
    boolean onlyCommas =
        shapes.contains(NumberShape.COMMA)
            && !shapes.contains(NumberShape.POINT)
            && !shapes.contains(NumberShape.POINT_OR_THOUSANDS)
            && !shapes.contains(NumberShape.GROUPED_BY_COMMAS);
    return !point && onlyCommas ? ColumnDecimals.COMMA : ColumnDecimals.AMBIGUOUS;
  }

  private ColumnDecimals doubtfulPoint(Column column, boolean comma, boolean byPoints) {
    if (byPoints) {
      return ColumnDecimals.COMMA;
    }
    if (column.has(NumberShape.POINT, NumberShape.GROUPED_BY_COMMAS)) {
      return ColumnDecimals.POINT;
    }
    boolean commasElsewhere =
        comma
            || shapes.contains(NumberShape.COMMA)
            || shapes.contains(NumberShape.COMMA_OR_THOUSANDS)
            || shapes.contains(NumberShape.GROUPED_BY_POINTS);
    return commasElsewhere || column.looksLikeThousands()
        ? ColumnDecimals.AMBIGUOUS
        : ColumnDecimals.POINT;
  }
}

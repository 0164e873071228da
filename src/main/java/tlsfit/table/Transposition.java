package tlsfit.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Exchanges rows and columns of a table whose rows are quantities and whose columns readings. */
final class Transposition {
  /** What the words for a layout end with. */
  static final String WORD = ", transposed";

  /** A name and two readings: fewer may be settings of an instrument. */
  private static final int FEWEST = 3;

  private final List<TableRecord> records;
  private final char separator;
  private final LayoutChoice choice;

  /**
   * Prepares the records of a table.
   *
   * @param separator between blanks, a name with its unit in brackets is one field
   */
  Transposition(List<TableRecord> records, char separator, LayoutChoice choice) {
    this.records = records;
    this.separator = separator;
    this.choice = choice;
  }

  private boolean isLine(TableRecord record) {
    return !record.comment() && record.width() > 1 && !record.isEmpty() && !record.isRule();
  }

  private TableRecord line(TableRecord record) {
    List<String> fields = Cells.withoutSingleQuotes(record.fields());
    return new TableRecord(
        record.line(),
        false,
        "",
        separator == RecordReader.BLANKS ? HeaderSearch.betweenBlanks(fields) : fields);
  }

  private List<TableRecord> lines() {
    return records.stream().filter(this::isLine).map(this::line).toList();
  }

  /** Whether each row begins with a name, two of them known, and goes on with numbers. */
  boolean isSure() {
    int known = 0;
    Set<String> names = new HashSet<>();
    for (TableRecord record : records) {
      if (!isLine(record)) {
        continue;
      }
      TableRecord line = line(record);
      String name = line.fields().get(0);
      if (line.width() < FEWEST || !names.add(name) || !goesOnWithNumbers(line)) {
        return false;
      }
      known += choice.weight().applyAsInt(name) > 0 ? 1 : 0;
    }
    return known >= 2 && 2 * known >= names.size();
  }

  private static boolean goesOnWithNumbers(TableRecord line) {
    List<String> fields = line.fields();
    boolean unit = !NumberLook.isNumeric(fields.get(1));
    List<String> numbers = fields.subList(unit ? 2 : 1, fields.size());
    return !NumberLook.isNumeric(fields.get(0))
        && numbers.stream().allMatch(NumberLook::isNumeric)
        && numbers.stream().anyMatch(NumberLook::isNumber);
  }

  /** Columns as records, told by their numbers in place of lines. */
  List<TableRecord> records() {
    List<TableRecord> lines = lines();
    int columns = lines.stream().mapToInt(line -> line.fields().size()).max().orElse(0);
    List<TableRecord> turned = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      List<String> fields = new ArrayList<>();
      List<RawTable.Place> places = new ArrayList<>();
      for (TableRecord line : lines) {
        fields.add(i < line.fields().size() ? line.fields().get(i) : "");
        places.add(new RawTable.Place(line.line(), i + 1));
      }
      turned.add(new TableRecord(i + 1, false, "", new PlacedFields(fields, places, fields)));
    }
    return turned;
  }

  /** Where the names of the quantities stand. */
  List<RawTable.Place> origins() {
    return lines().stream().map(line -> new RawTable.Place(line.line(), 1)).toList();
  }
}

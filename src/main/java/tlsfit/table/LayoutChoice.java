package tlsfit.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;

/**
 * What is known of the layout of a table before it is looked at; the rest is guessed.
 *
 * @param separator of the fields; a blank stands for any number of blanks and tabs
 * @param decimal the decimal mark of all columns
 * @param headerless whether the table has no header, so that its first row is a row
 * @param headerLine line of the header, the first being 1
 * @param sheet of a workbook
 * @param range of a sheet
 * @param arrangement how readings lie in rows and columns
 * @param dataset or group of an HDF5 file
 * @param paths of single datasets of an HDF5 file, one for each column
 * @param weight how much a text looks like the header of a column that is looked for, 0 where it
 *     does not; the line with most weight is the header
 */
public record LayoutChoice(
    Optional<Character> separator,
    Optional<DecimalMark> decimal,
    boolean headerless,
    OptionalInt headerLine,
    Optional<String> sheet,
    Optional<CellRange> range,
    Arrangement arrangement,
    Optional<String> dataset,
    List<String> paths,
    ToIntFunction<String> weight) {

  /** Nothing is known. */
  public static final LayoutChoice NONE = knowing(text -> 0);

  /** Nothing is known but how headers look. */
  public static LayoutChoice knowing(ToIntFunction<String> weight) {
    return new LayoutChoice(
        Optional.empty(),
        Optional.empty(),
        false,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Arrangement.GUESSED,
        Optional.empty(),
        List.of(),
        weight);
  }

  /** The same with another way to tell headers, and with the datasets of the columns. */
  public LayoutChoice with(List<String> columnPaths, ToIntFunction<String> other) {
    return new LayoutChoice(
        separator,
        decimal,
        headerless,
        headerLine,
        sheet,
        range,
        arrangement,
        dataset,
        List.copyOf(columnPaths),
        other);
  }
}

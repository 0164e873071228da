package tlsfit.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tlsfit.units.Numbers;
import tlsfit.units.Unit;

/**
 * A table as text: header, units, rows.
 *
 * @param separator what stood between the fields, in words
 * @param headerLine line of the header
 * @param header names of the columns
 * @param units what stood in a row of units below the header, one for each column; empty where
 *     there is no such row
 * @param rows the rows below, not all empty
 */
public record RawTable(
    String separator, int headerLine, List<String> header, List<String> units, List<Row> rows) {
  // in the order of preference; a text with none of them is cut at blanks
  private static final Map<Character, String> SEPARATORS =
      Map.of('\t', "tab", ';', "semicolon", ',', "comma", RecordReader.BLANKS, "blank");

  /**
   * One row of the table.
   *
   * @param line the line it begins in, the first being 1
   * @param fields its fields without blanks around them; not always as many as the header has
   */
  public record Row(int line, List<String> fields) {}

  /** A text is no table; the problem says why. */
  public static final class NoTable extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final String mend;

    NoTable(int line, String found, String mend) {
      super(found);
      this.line = line;
      this.mend = mend;
    }

    /**
     * The reason with its place.
     *
     * @param file the file, as the user named it
     */
    public InputProblem problem(String file) {
      return InputProblem.ofLine(file, line, String.valueOf(getMessage()), mend);
    }
  }

  /**
   * Cuts a text into a table. The separator is the one that gives the most even columns; the header
   * is the first line, or the last comment above lines of numbers.
   *
   * @param text all of a file
   * @throws NoTable if it has no header, no row, or an open quotation mark
   */
  public static RawTable of(String text) throws NoTable {
    if (text.isBlank()) {
      throw new NoTable(0, "the file is empty", "a header line and rows of numbers are needed");
    }
    char separator = SeparatorGuess.of(text);
    RecordReader reader = new RecordReader(text, separator);
    String comment = "";
    int commentLine = 0;
    List<Row> rows = new ArrayList<>();
    List<String> header = List.of();
    int headerLine = 0;
    while (reader.next()) {
      if (reader.isComment()) {
        if (headerLine == 0) {
          comment = reader.record().get(0);
          commentLine = reader.line();
        }
        continue;
      }
      List<String> fields = reader.record();
      if (headerLine == 0 && fields.stream().allMatch(Numbers::isNumber)) {
        header = cells(comment, separator);
        headerLine = commentLine;
        if (header.size() != fields.size()) {
          throw new NoTable(
              reader.line(),
              "found numbers where the header should be",
              "write the names and units of the columns in a line above");
        }
      }
      if (headerLine == 0) {
        header = separator == RecordReader.BLANKS ? joinedBrackets(fields) : fields;
        headerLine = reader.line();
      } else if (!fields.stream().allMatch(String::isEmpty)) {
        rows.add(new Row(reader.line(), fields));
      }
    }
    if (reader.hasUnclosedQuote()) {
      throw new NoTable(reader.line(), "a quotation mark is not closed", "close or remove it");
    }
    if (headerLine == 0) {
      throw new NoTable(
          0, "the file holds comments only", "a header line and rows of numbers are needed");
    }
    List<String> units = List.of();
    if (!rows.isEmpty() && isUnits(rows.get(0).fields(), header.size())) {
      units = rows.remove(0).fields();
    }
    if (rows.isEmpty()) {
      throw new NoTable(
          headerLine, "no row follows the header", "write at least one row of numbers");
    }
    return new RawTable(
        SEPARATORS.getOrDefault(separator, ""), headerLine, header, units, List.copyOf(rows));
  }

  private static List<String> cells(String line, char separator) {
    List<String> cells = RecordReader.split(line, separator);
    return separator == RecordReader.BLANKS ? joinedBrackets(cells) : cells;
  }

  // "power [dBm] frequency [Hz]" between blanks is two columns, not four
  private static List<String> joinedBrackets(List<String> cells) {
    List<String> joined = new ArrayList<>();
    boolean open = false;
    for (String cell : cells) {
      boolean begins = cell.startsWith("[") || cell.startsWith("(");
      if ((open || begins) && !joined.isEmpty()) {
        joined.set(joined.size() - 1, joined.get(joined.size() - 1) + " " + cell);
        open = !(cell.endsWith("]") || cell.endsWith(")"));
      } else {
        joined.add(cell);
      }
    }
    return joined;
  }

  private static boolean isUnits(List<String> fields, int columns) {
    return fields.size() == columns
        && fields.stream().noneMatch(field -> Numbers.isNumber(field) && !field.equals("1"))
        && fields.stream().anyMatch(field -> !field.isEmpty() && !Numbers.isNumber(field))
        && fields.stream()
            .allMatch(field -> field.equals("-") || Unit.find(Texts.bare(field)) != null);
  }
}

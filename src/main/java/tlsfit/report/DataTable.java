package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Columns of numbers for programs to read.
 *
 * @param columns headers
 * @param rows the rows; a cell is a Double or a String
 */
public record DataTable(List<String> columns, List<List<Object>> rows) {
  /** What a formula begins with in a spreadsheet. */
  private static final String FORMULA = "=+-@";

  /** Copies the lists, and checks that there is a cell for each column. */
  public DataTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(row + " has not the columns " + columns);
      }
    }
  }

  /**
   * As CSV (RFC 4180, with line feeds).
   *
   * @param digits significant digits of the numbers; 17 say a double exactly
   */
  public String toCsv(int digits) {
    String format = "%." + (digits - 1) + "e";
    StringBuilder text = new StringBuilder();
    line(text, columns.stream().map(DataTable::text).toList());
    for (List<Object> row : rows) {
      List<String> cells = new ArrayList<>();
      for (Object cell : row) {
        cells.add(
            cell instanceof Double number
                ? String.format(Locale.ROOT, format, number + 0.0) // no "-0"
                : text(cell.toString()));
      }
      line(text, cells);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append(String.join(",", cells)).append('\n');
  }

  /**
   * Words as a cell. Spreadsheets calculate what begins like a formula: an apostrophe before it
   * makes it text.
   */
  private static String text(String words) {
    String clean = PlainText.clean(words);
    boolean formula = !clean.isEmpty() && FORMULA.indexOf(clean.charAt(0)) >= 0;
    String cell = formula ? "'" + clean : clean;
    return cell.contains(",") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}

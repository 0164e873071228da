package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Columns of numbers for programs to read.
 *
 * @param columns headers
 * @param rows the rows; a cell is a Double or a String
 */
public record DataTable(List<String> columns, List<List<Object>> rows) {

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
    StringBuilder text = new StringBuilder(String.join(",", quoted(columns))).append('\n');
    for (List<Object> row : rows) {
      List<String> cells = new ArrayList<>();
      for (Object cell : row) {
        cells.add(
            cell instanceof Double number
                ? String.format(Locale.ROOT, format, number + 0.0) // no "-0"
                : cell.toString());
      }
      text.append(String.join(",", quoted(cells))).append('\n');
    }
    return text.toString();
  }

  private static List<String> quoted(List<String> cells) {
    return cells.stream()
        .map(
            cell ->
                cell.contains(",") || cell.contains("\"")
                    ? '"' + cell.replace("\"", "\"\"") + '"'
                    : cell)
        .collect(Collectors.toList());
  }
}

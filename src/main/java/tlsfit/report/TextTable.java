package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of cells in columns as wide as they must be. */
final class TextTable {
  private static final String INDENT = "  ";
  private static final String GAP = "  ";

  private final String alignment;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Makes an empty table.
   *
   * @param alignment one letter a column: l or r
   */
  TextTable(String alignment) {
    this.alignment = alignment;
  }

  void add(String... cells) {
    add(List.of(cells));
  }

  void add(List<String> cells) {
    if (cells.size() != alignment.length()) {
      throw new IllegalArgumentException(cells + " has not the columns " + alignment);
    }
    rows.add(List.copyOf(cells));
  }

  List<String> lines() {
    int[] widths = new int[alignment.length()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.toList());
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder(INDENT);
    for (int i = 0; i < widths.length; i++) {
      String blanks = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? "" : GAP);
      line.append(alignment.charAt(i) == 'r' ? blanks + row.get(i) : row.get(i) + blanks);
    }
    return line.toString().stripTrailing();
  }
}

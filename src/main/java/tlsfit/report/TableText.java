package tlsfit.report;

import java.util.ArrayList;
import java.util.List;

/** Tables as text, columns as wide as they must be. */
final class TableText {
  private static final String INDENT = "  ";
  private static final int GAP = 2;

  private TableText() {}

  /**
   * The lines of a table. Columns for which there is no room come below, beside the first column
   * once more.
   *
   * @param width cells of a line
   */
  static List<String> lines(Block.Table table, int width) {
    List<List<String>> rows = rows(table);
    int[] widths = new int[table.columns().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], PlainText.width(row.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    int from = 1;
    do {
      List<Integer> part = new ArrayList<>(List.of(0));
      int used = INDENT.length() + (widths.length == 0 ? 0 : widths[0]);
      while (from < widths.length && (part.size() == 1 || used + GAP + widths[from] <= width)) {
        used += GAP + widths[from];
        part.add(from++);
      }
      for (List<String> row : rows) {
        lines.add(line(table, row, widths, part));
      }
    } while (from < widths.length);
    return lines;
  }

  private static List<List<String>> rows(Block.Table table) {
    List<List<String>> rows = new ArrayList<>();
    if (table.headed()) {
      int lines = table.columns().get(0).heads().size();
      for (int i = 0; i < lines; i++) {
        int line = i;
        rows.add(
            table.columns().stream()
                .map(column -> PlainText.clean(column.heads().get(line)))
                .toList());
      }
    }
    table
        .rows()
        .forEach(row -> rows.add(row.stream().map(cell -> PlainText.clean(cell.text())).toList()));
    return rows;
  }

  private static String line(
      Block.Table table, List<String> row, int[] widths, List<Integer> part) {
    StringBuilder line = new StringBuilder(INDENT);
    for (int i : part) {
      String blanks = " ".repeat(widths[i] - PlainText.width(row.get(i)));
      line.append(i == part.get(0) ? "" : " ".repeat(GAP));
      line.append(table.columns().get(i).right() ? blanks + row.get(i) : row.get(i) + blanks);
    }
    return line.toString().stripTrailing();
  }
}

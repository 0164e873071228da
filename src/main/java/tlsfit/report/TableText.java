package tlsfit.report;

import java.util.ArrayList;
import java.util.List;

/** Tables as text, columns as wide as they must be. */
final class TableText {
  private static final String INDENT = "  ";
  private static final int GAP = 2;

  private TableText() {}

  /**
   * The lines of a table. Where there is no room, columns that may be left out are; if that does
   * not do, the last columns come below, beside the first column once more.
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
    List<Integer> shown = shown(table, widths, width);
    List<String> lines = new ArrayList<>();
    int from = 1;
    do {
      List<Integer> part = new ArrayList<>(List.of(shown.get(0)));
      int used = INDENT.length() + widths[shown.get(0)];
      while (from < shown.size()
          && (part.size() == 1 || used + GAP + widths[shown.get(from)] <= width)) {
        used += GAP + widths[shown.get(from)];
        part.add(shown.get(from++));
      }
      for (List<String> row : rows) {
        lines.add(line(table, row, widths, part));
      }
    } while (from < shown.size());
    return lines;
  }

  /** The columns for which there is room, and those that are always shown. */
  private static List<Integer> shown(Block.Table table, int[] widths, int width) {
    int wanted = INDENT.length() - GAP;
    for (int one : widths) {
      wanted += GAP + one;
    }
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      if (wanted > width && table.columns().get(i).optional()) {
        wanted -= GAP + widths[i];
      } else {
        shown.add(i);
      }
    }
    return shown;
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

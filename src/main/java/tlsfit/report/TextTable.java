package tlsfit.report;

import java.util.ArrayList;
import java.util.List;

/** A table of texts in the making. */
final class TextTable {
  private final String alignment;
  private final List<List<String>> heads = new ArrayList<>();
  private final List<List<Cell>> rows = new ArrayList<>();

  /**
   * Makes an empty table.
   *
   * @param alignment one letter a column: l or r, or L or R where it may be left out
   */
  TextTable(String alignment) {
    this.alignment = alignment;
  }

  /** Adds a line of headings. */
  void head(String... cells) {
    head(List.of(cells));
  }

  void head(List<String> cells) {
    heads.add(List.copyOf(checked(cells)));
  }

  void add(String... cells) {
    add(List.of(cells));
  }

  void add(List<String> cells) {
    row(cells.stream().map(text -> (Cell) new Cell.Text(text)).toList());
  }

  void row(List<Cell> cells) {
    rows.add(List.copyOf(checked(cells)));
  }

  private <T> List<T> checked(List<T> cells) {
    if (cells.size() != alignment.length()) {
      throw new IllegalArgumentException(cells + " has not the columns " + alignment);
    }
    return cells;
  }

  /** The table as a block. */
  Block.Table block() {
    List<Block.Column> columns = new ArrayList<>();
    for (int i = 0; i < alignment.length(); i++) {
      int column = i;
      columns.add(
          new Block.Column(
              heads.stream().map(line -> line.get(column)).toList(),
              Character.toLowerCase(alignment.charAt(i)) == 'r',
              Character.isUpperCase(alignment.charAt(i))));
    }
    return new Block.Table(columns, rows);
  }
}

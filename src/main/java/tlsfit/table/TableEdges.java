package tlsfit.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings header and rows to one width where they differ at the edges only: a separator at the end
 * of lines, comments that most rows lack, names of rows that have no name themselves, single quotes
 * around all fields.
 */
final class TableEdges {
  private List<String> names;
  private List<RawTable.Row> rows;

  TableEdges(List<String> names, List<RawTable.Row> rows) {
    this.names = names;
    this.rows = rows;
    dropSeparatorAtTheEnd();
    fillComments();
    nameRowNames();
    dropSingleQuotes();
  }

  List<String> names() {
    return names;
  }

  List<RawTable.Row> rows() {
    return rows;
  }

  private void dropSeparatorAtTheEnd() {
    int columns = names.size();
    boolean more = false;
    boolean all = true;
    for (RawTable.Row row : rows) {
      more |= isOneMoreEmpty(row, columns);
      all &= row.fields().size() == columns - 1;
    }
    if (all && columns > 1 && names.get(columns - 1).isEmpty()) {
      names = names.subList(0, columns - 1);
    } else if (more) {
      rows =
          rows.stream()
              .map(
                  row ->
                      isOneMoreEmpty(row, columns)
                          ? new RawTable.Row(row.line(), row.fields().subList(0, columns))
                          : row)
              .toList();
    }
  }

  // LabVIEW names a last column Comment, and ends most rows before it
  private void fillComments() {
    int columns = names.size();
    boolean comments = columns > 1 && names.get(columns - 1).equalsIgnoreCase("comment");
    if (comments && rows.stream().anyMatch(row -> isOneLess(row, columns))) {
      rows = rows.stream().map(row -> isOneLess(row, columns) ? withEmpty(row) : row).toList();
    }
  }

  private static boolean isOneLess(RawTable.Row row, int columns) {
    return row.fields().size() == columns - 1;
  }

  private static RawTable.Row withEmpty(RawTable.Row row) {
    List<String> fields = new ArrayList<>(row.fields());
    fields.add("");
    return new RawTable.Row(row.line(), fields);
  }

  private static boolean isOneMoreEmpty(RawTable.Row row, int columns) {
    return row.fields().size() == columns + 1 && row.fields().get(columns).isEmpty();
  }

  // R writes the names of rows first, and no name above them
  private void nameRowNames() {
    int columns = names.size();
    for (int i = 0; i < rows.size(); i++) {
      List<String> fields = rows.get(i).fields();
      if (fields.size() != columns + 1 || !isRowName(fields.get(0), i)) {
        return;
      }
    }
    List<String> shifted = new ArrayList<>(names);
    shifted.add(0, "");
    names = shifted;
  }

  private boolean isRowName(String text, int row) {
    String first = rows.get(0).fields().get(0);
    return NumberLook.isNumber(first)
        ? (first.equals("0") || first.equals("1"))
            && text.equals(String.valueOf(row + (first.equals("1") ? 1 : 0)))
        : !NumberLook.isNumeric(text);
  }

  private void dropSingleQuotes() {
    List<String> bare = Cells.withoutSingleQuotes(names);
    if (!bare.equals(names)) {
      names = bare;
      rows =
          rows.stream()
              .map(row -> new RawTable.Row(row.line(), Cells.withoutSingleQuotes(row.fields())))
              .toList();
    }
  }
}

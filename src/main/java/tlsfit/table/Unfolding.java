package tlsfit.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Unfolds a wide table, so that each row is one reading: for each group of columns a row with the
 * columns that all groups share, those of the group, and the number that the group stands for.
 *
 * @param across header of the number that changes from group to group
 * @param groups of columns, in the order of the file; all with as many cells
 * @param cells headers of the cells of a group
 */
public record Unfolding(String across, List<Group> groups, List<String> cells) {

  /**
   * Columns of one number.
   *
   * @param number as it is written in the headers, without its unit
   * @param columns of its cells, the first of the table being 0
   */
  public record Group(String number, List<Integer> columns) {}

  /**
   * The table unfolded.
   *
   * @param table of rows with as many fields as its header; others come without any
   */
  public RawTable of(RawTable table) {
    Set<Integer> used = new TreeSet<>();
    groups.forEach(group -> used.addAll(group.columns()));
    List<Integer> shared = new ArrayList<>();
    for (int i = 0; i < table.header().size(); i++) {
      if (!used.contains(i)) {
        shared.add(i);
      }
    }
    Group first = groups.get(0);
    List<Integer> ofFirst = new ArrayList<>(shared);
    ofFirst.addAll(first.columns());
    List<String> header = new ArrayList<>();
    List<String> units = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    List<RawTable.Place> origins = new ArrayList<>();
    for (int i : ofFirst) {
      header.add(table.header().get(i));
      units.add(i < table.units().size() ? table.units().get(i) : "");
      remarks.add(table.remark(i));
      origins.add(table.headerPlace(i));
    }
    for (int i = 0; i < cells.size(); i++) {
      header.set(shared.size() + i, cells.get(i));
    }
    header.add(across);
    units.add("");
    remarks.add("");
    origins.add(table.headerPlace(first.columns().get(0)));
    List<RawTable.Row> rows = new ArrayList<>();
    for (RawTable.Row row : table.rows()) {
      if (row.fields().size() == table.header().size()) {
        groups.forEach(group -> rows.add(row(table, row, shared, group)));
      } else {
        rows.add(new RawTable.Row(row.line(), List.of()));
      }
    }
    return new RawTable(
        layout(table.layout(), ofFirst),
        header,
        units,
        remarks,
        rows,
        List.copyOf(origins),
        List.of());
  }

  private static RawTable.Row row(
      RawTable table, RawTable.Row row, List<Integer> shared, Group group) {
    List<String> fields = new ArrayList<>();
    List<RawTable.Place> places = new ArrayList<>();
    List<Integer> columns = new ArrayList<>(shared);
    columns.addAll(group.columns());
    for (int i : columns) {
      fields.add(row.fields().get(i));
      places.add(row.place(i));
    }
    fields.add(group.number());
    places.add(table.headerPlace(group.columns().get(0)));
    return new RawTable.Row(
        row.line(), new PlacedFields(fields, places, List.of(row.whole(), group.columns())));
  }

  // all columns of one kind of cells have the marks of that of the first group, or of none
  private Layout layout(Layout layout, List<Integer> ofFirst) {
    List<ColumnDecimals> decimals = new ArrayList<>();
    for (int i : ofFirst) {
      ColumnDecimals mark = layout.decimals().get(i);
      int at = groups.get(0).columns().indexOf(i);
      boolean same =
          at < 0
              || groups.stream()
                  .allMatch(group -> layout.decimals().get(group.columns().get(at)) == mark);
      decimals.add(same ? mark : ColumnDecimals.MIXED);
    }
    decimals.add(ColumnDecimals.POINT);
    return new Layout(
        layout.source(),
        layout.headerLine(),
        layout.headerBehindMark(),
        layout.unitsLine(),
        decimals,
        layout.skipped());
  }
}

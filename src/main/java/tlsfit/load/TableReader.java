package tlsfit.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;
import tlsfit.table.InputProblem;
import tlsfit.table.RawTable;
import tlsfit.table.TextFile;
import tlsfit.table.Texts;
import tlsfit.units.Dimension;
import tlsfit.units.Unit;

/**
 * From the text of a table to checked numbers in SI. Tablesaw gets finished columns: its own reader
 * takes 1,5 for 15, a header behind # for a comment, and a column with one "nan" for text.
 */
final class TableReader {
  private final TableEntry entry;
  private final String file;
  private final List<InputProblem> problems;
  private final List<String> notes = new ArrayList<>();

  TableReader(TableEntry entry, List<InputProblem> problems) {
    this.entry = entry;
    this.file = entry.file();
    this.problems = problems;
  }

  /** The table; empty where anything is wrong with it, with problems added. */
  Optional<LoadedTable> read(TextFile text) {
    int before = problems.size();
    RawTable table;
    try {
      table = RawTable.of(text.text());
    } catch (RawTable.NoTable e) {
      problems.add(e.problem(file));
      return Optional.empty();
    }
    note(
        String.format(
            Locale.ROOT,
            "%d rows, %s-separated, header in line %d%s",
            table.rows().size(),
            table.separator(),
            table.headerLine(),
            text.encoding().isEmpty() ? "" : "; " + text.encoding()));
    TableProblems found = new TableProblems(file, table, problems);
    Map<Role, TableColumn> columns = columns(table, found);
    Map<Role, Dimension> dimensions = new EnumMap<>(Role.class);
    columns.forEach((role, column) -> dimensions.put(role, column.unit().dimension()));
    entry
        .constants()
        .forEach((role, constant) -> dimensions.put(role, constant.quantity().dimension()));
    CellReader cells = new CellReader(file, found);
    if (problems.size() > before) {
      // the rows may still have faults of their own, worth showing in the same go
      cells.read(table, columns);
      return Optional.empty();
    }
    Table data = cells.read(table, columns);
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(
            new LoadedTable(entry, text.sha256(), table.headerLine(), data, dimensions, notes));
  }

  private void note(String text) {
    notes.add(file + ": " + text);
  }

  private Map<Role, TableColumn> columns(RawTable table, TableProblems found) {
    List<ColumnHeader> headers = table.header().stream().map(ColumnHeader::of).toList();
    Map<Role, Integer> places = new ColumnMatching(entry, table, headers, found).places();
    ColumnUnits units = new ColumnUnits(table, places.containsKey(Role.FREQUENCY_SHIFT), found);
    Map<Role, TableColumn> columns = new EnumMap<>(Role.class);
    places.forEach(
        (role, index) -> {
          ColumnHeader header = headers.get(index).withUnitSplit();
          units
              .unit(role, index, header)
              .ifPresent(unit -> columns.put(role, new TableColumn(index, header, unit)));
        });
    columns.forEach(
        (role, column) ->
            note(
                Texts.quoted(column.header().text())
                    + " is "
                    + role.description()
                    + inUnit(column.unit())
                    + levelNote(column.header())));
    entry
        .constants()
        .forEach(
            (role, constant) ->
                note(role.description() + " is " + constant.text() + " in all rows"));
    String unused =
        headers.stream()
            .filter(header -> !header.text().isEmpty())
            .filter(header -> !places.containsValue(headers.indexOf(header)))
            .map(TableReader::unused)
            .collect(Collectors.joining(", "));
    if (!unused.isEmpty()) {
      note("not used: " + unused);
    }
    return columns;
  }

  private static String unused(ColumnHeader header) {
    return Texts.quoted(header.text())
        + Texts.nearest(header.name(), Role.columns())
            .filter(name -> header.role().isEmpty())
            .map(name -> " (misspelt " + name + "?)")
            .orElse("");
  }

  private static String inUnit(Unit unit) {
    return unit.equals(Unit.ONE) ? "" : " in " + unit;
  }

  private static String levelNote(ColumnHeader header) {
    return header.level().isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            ", given as %s and divided by %.6g to one standard deviation",
            header.level().get(),
            header.sigmas());
  }
}

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
      table = RawTable.of(text.text(), entry.layoutToLookFor());
    } catch (RawTable.NoTable e) {
      problems.add(e.problem(file));
      return Optional.empty();
    }
    note(
        table.rows().size()
            + " rows, "
            + table.layout().description()
            + (text.encoding().isEmpty() ? "" : "; " + text.encoding()));
    table.layout().skipped().forEach(this::note);
    TableProblems found = new TableProblems(file, table, problems);
    Map<Role, TableColumn> columns = columns(table, found);
    new CutDecimals(table, found).check(columns);
    CellReader cells = new CellReader(entry, found);
    Table data = cells.read(table, columns);
    if (problems.size() > before) {
      return Optional.empty();
    }
    noteMissing(cells);
    if (data.isEmpty()) {
      found.addTable("no row has all its numbers", "write at least one row of numbers");
      return Optional.empty();
    }
    Map<Role, Dimension> dimensions = dimensions(columns, cells, data);
    LoadedTable loaded =
        new LoadedTable(entry, text.sha256(), table.headerLine(), data, dimensions, notes);
    new TableChecks(columns, loaded, found).check();
    new RowNotes(loaded).all().forEach(this::note);
    return problems.size() > before ? Optional.empty() : Optional.of(loaded);
  }

  private Map<Role, Dimension> dimensions(
      Map<Role, TableColumn> columns, CellReader cells, Table data) {
    Map<Role, Dimension> dimensions = new EnumMap<>(Role.class);
    columns.forEach((role, column) -> dimensions.put(role, column.unit().dimension()));
    entry
        .constants()
        .forEach((role, constant) -> dimensions.put(role, constant.quantity().dimension()));
    if (cells.errorsInCells()) {
      dimensions.put(Role.SIGMA, Dimension.FREQUENCY);
      note("the errors written with the frequencies are taken for one standard deviation");
    }
    if (!dimensions.containsKey(Role.BIAS_RATE) && data.containsColumn(Role.BIAS_RATE.column())) {
      dimensions.put(Role.BIAS_RATE, Dimension.VOLTAGE_RATE);
      note("the rate of the bias is that of a triangle wave, 2 times V_pp times f");
    }
    return dimensions;
  }

  private void noteMissing(CellReader cells) {
    cells
        .missing()
        .forEach(
            (role, lines) ->
                note(
                    role == Role.SIGMA
                        ? "no standard deviation in " + Lines.of(lines)
                        : "left out, since "
                            + role.description()
                            + " is missing: "
                            + Lines.of(lines)));
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
              .column(role, index, header, Optional.ofNullable(entry.columns().get(role)))
              .ifPresent(column -> columns.put(role, column));
        });
    columns.forEach(
        (role, column) ->
            note(
                Texts.quoted(column.header().text())
                    + " is "
                    + role.description()
                    + (column.unitInCells() ? " in the unit of each cell" : inUnit(column.unit()))
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
        + ColumnDictionary.ofTheField()
            .mayBe(header.name())
            .map(mayBe -> " (may be " + mayBe + ")")
            .or(
                () ->
                    Texts.nearest(header.name(), Role.columns())
                        .filter(name -> !header.isKnown())
                        .map(name -> " (misspelt " + name + "?)"))
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

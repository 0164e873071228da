package tlsfit.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tlsfit.table.InputProblem;
import tlsfit.table.RawTable;
import tlsfit.table.TableFile;
import tlsfit.table.TextFile;
import tlsfit.table.Texts;
import tlsfit.table.Unfolding;
import tlsfit.units.Dimension;
import tlsfit.units.Unit;

/**
 * From the text of a table to checked numbers in SI. Tablesaw gets finished columns: its own reader
 * takes 1,5 for 15, a header behind # for a comment, and a column with one "nan" for text.
 */
final class TableReader {
  /** Traces of a whole spectrum are no table of resonance frequencies. */
  private static final int MOST_COLUMNS = 1000;

  private final TableEntry entry;
  private final String file;
  private final List<InputProblem> problems;
  private final List<String> notes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private String sha256 = "";

  TableReader(TableEntry entry, List<InputProblem> problems) {
    this.entry = entry;
    this.file = entry.file();
    this.problems = problems;
  }

  /**
   * The table of a file; empty where anything is wrong with it, with problems added.
   *
   * @throws TextFile.Unreadable if the file cannot be read
   */
  Optional<LoadedTable> read(Path path) throws TextFile.Unreadable {
    try {
      TableFile read = TableFile.read(path, entry.layoutToLookFor());
      sha256 = read.sha256();
      return read(read);
    } catch (RawTable.NoTable e) {
      problems.add(e.problem(file));
      return Optional.empty();
    }
  }

  /** SHA-256 of the file that was read last; empty before. */
  String sha256() {
    return sha256;
  }

  private Optional<LoadedTable> read(TableFile read) {
    int before = problems.size();
    if (isTooWide(read.table())) {
      return Optional.empty();
    }
    RawTable table = unfolded(read.table());
    if (problems.size() > before) {
      return Optional.empty();
    }
    note(
        table.rows().size()
            + " rows, "
            + table.layout().description()
            + (read.note().isEmpty() ? "" : "; " + read.note()));
    table.layout().skipped().forEach(this::warn);
    TableProblems found = new TableProblems(file, table, problems);
    Map<Role, TableColumn> columns = columns(table, found);
    new CutDecimals(table, found).check(columns);
    CellReader cells = new CellReader(entry, found);
    NumberColumns data = cells.read(table, columns);
    if (problems.size() > before) {
      return Optional.empty();
    }
    noteMissing(cells);
    if (!cells.repeated().isEmpty()) {
      warn(
          "equal to a row above in every cell, and left out: "
              + Lines.of(cells.repeated())
              + "; where they are readings of their own, say repeats: keep for the table");
    }
    if (data.isEmpty()) {
      found.addTable("no row has all its numbers", "write at least one row of numbers");
      return Optional.empty();
    }
    Map<Role, Dimension> dimensions = dimensions(columns, cells, data);
    LoadedTable loaded =
        new LoadedTable(
            entry,
            read.sha256(),
            table.headerLine(),
            data,
            dimensions,
            data.none(),
            List.of(),
            notes,
            warnings);
    if (!entry.exclude().isEmpty()) {
      loaded = withoutExcluded(loaded, cells.dropped(), found);
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    new TableChecks(columns, loaded, found).check();
    new RowNotes(loaded).all().forEach(this::warn);
    return problems.size() > before ? Optional.empty() : Optional.of(loaded);
  }

  private boolean isTooWide(RawTable table) {
    int columns = table.header().size();
    if (columns > MOST_COLUMNS) {
      new TableProblems(file, table, problems)
          .addTable(
              "found " + columns + " columns",
              "a table of "
                  + MOST_COLUMNS
                  + " columns at most is read: leave out what is no reading");
    }
    return columns > MOST_COLUMNS;
  }

  private RawTable unfolded(RawTable table) {
    Optional<Unfolding> unfolding =
        new WideTable(entry, table, new TableProblems(file, table, problems)).unfolding();
    unfolding.map(WideTable::note).ifPresent(this::note);
    return unfolding.map(one -> one.of(table)).orElse(table);
  }

  private LoadedTable withoutExcluded(
      LoadedTable whole, List<Integer> dropped, TableProblems found) {
    ExcludedRows excluded = new ExcludedRows(whole, dropped);
    excluded.notes().forEach(this::warn);
    excluded
        .missing()
        .ifPresent(
            roles ->
                found.addTable(
                    "exclude compares what the table does not have: " + roles,
                    "compare what it has, or name lines"));
    NumberColumns kept = excluded.kept();
    if (kept.isEmpty()) {
      found.addTable("all rows are excluded", "leave some to be fitted");
    }
    return whole.with(kept, excluded.left(), excluded.reasons());
  }

  private Map<Role, Dimension> dimensions(
      Map<Role, TableColumn> columns, CellReader cells, NumberColumns data) {
    Map<Role, Dimension> dimensions = new EnumMap<>(Role.class);
    columns.forEach((role, column) -> dimensions.put(role, column.unit().dimension()));
    entry
        .constants()
        .forEach((role, constant) -> dimensions.put(role, constant.quantity().dimension()));
    if (cells.errorsInCells()) {
      dimensions.put(Role.SIGMA, Dimension.FREQUENCY);
      note("the errors written with the frequencies are taken for one standard deviation");
    }
    if (!dimensions.containsKey(Role.BIAS_RATE) && data.has(Role.BIAS_RATE)) {
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
                warn(
                    role.isOptional()
                        ? "no "
                            + (role == Role.SIGMA
                                ? "standard deviation"
                                : role.description().replaceFirst("^the ", ""))
                            + " in "
                            + Lines.of(lines)
                        : "left out, since "
                            + role.description()
                            + " is missing: "
                            + Lines.of(lines)));
  }

  /** A note that should not be missed. */
  private void warn(String text) {
    note(text);
    warnings.add(file + ": " + text);
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
    boolean sigma = places.containsKey(Role.SIGMA) || entry.gives(Role.SIGMA);
    headers.stream()
        .filter(header -> !places.containsValue(headers.indexOf(header)))
        .map(header -> hint(header, sigma, columns))
        .flatMap(Optional::stream)
        .forEach(hint -> warnings.add(file + ": " + hint));
    return columns;
  }

  private static Optional<String> hint(
      ColumnHeader header, boolean sigma, Map<Role, TableColumn> used) {
    String start = "the column " + Texts.quoted(header.text()) + " is not used: it may be ";
    boolean ofPower =
        ColumnDictionary.ofTheField().role(header.name()).equals(Optional.of(Role.POWER_SIGMA));
    if (ofPower && used.containsKey(Role.POWER) && !used.containsKey(Role.POWER_SIGMA)) {
      return Optional.of(start + "a standard deviation of the power, which is taken in dB");
    }
    boolean error =
        header.level().isPresent() || ColumnDictionary.ofTheField().isError(header.name());
    if (!sigma && error && !ofPower) {
      return Optional.of(
          start + "a standard deviation of the frequency; name it under columns, as sigma");
    }
    return ColumnDictionary.ofTheField().mayBe(header.name()).map(mayBe -> start + mayBe);
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

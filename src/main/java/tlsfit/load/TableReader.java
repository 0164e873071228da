package tlsfit.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tlsfit.table.InputProblem;
import tlsfit.table.RawTable;
import tlsfit.table.TextFile;
import tlsfit.table.Texts;
import tlsfit.units.Dimension;
import tlsfit.units.Numbers;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/**
 * From the text of a table to checked numbers in SI. Tablesaw gets finished columns: its own reader
 * takes 1,5 for 15, a header behind # for a comment, and a column with one "nan" for text.
 */
final class TableReader {
  private final TableEntry entry;
  private final String file;
  private final List<InputProblem> problems;
  private final List<String> notes = new ArrayList<>();

  private record Column(int index, ColumnHeader header, Unit unit) {}

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
    Map<Role, Column> columns = columns(table);
    Map<Role, Dimension> dimensions = new EnumMap<>(Role.class);
    columns.forEach((role, column) -> dimensions.put(role, column.unit().dimension()));
    entry
        .constants()
        .forEach((role, constant) -> dimensions.put(role, constant.quantity().dimension()));
    if (problems.size() > before) {
      // the rows may still have faults of their own, worth showing in the same go
      data(table, columns);
      return Optional.empty();
    }
    Table data = data(table, columns);
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(
            new LoadedTable(entry, text.sha256(), table.headerLine(), data, dimensions, notes));
  }

  private void note(String text) {
    notes.add(file + ": " + text);
  }

  // ---- columns -------------------------------------------------------------------------------

  private Map<Role, Column> columns(RawTable table) {
    List<ColumnHeader> headers = table.header().stream().map(ColumnHeader::of).toList();
    Map<Role, Integer> places = places(table, headers);
    checkComplete(table, places);
    Map<Role, Column> columns = new EnumMap<>(Role.class);
    places.forEach(
        (role, index) -> {
          ColumnHeader header = headers.get(index).withUnitSplit();
          unit(table, role, index, header, places.containsKey(Role.FREQUENCY_SHIFT))
              .ifPresent(unit -> columns.put(role, new Column(index, header, unit)));
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

  /** Which column is what: as the sample file says, else by their names. */
  private Map<Role, Integer> places(RawTable table, List<ColumnHeader> headers) {
    Map<Role, Integer> places = new EnumMap<>(Role.class);
    entry.headers().forEach((role, wanted) -> findNamed(headers, role, wanted, places));
    // a drive (or a frequency) named in the sample file settles which of several is meant
    boolean driveSettled = entry.headers().keySet().stream().anyMatch(Role::isDrive);
    boolean frequencySettled = entry.headers().keySet().stream().anyMatch(Role::isFrequency);
    for (int i = 0; i < headers.size(); i++) {
      Optional<Role> role = headers.get(i).role();
      if (role.isEmpty() || places.containsValue(i) || entry.headers().containsKey(role.get())) {
        continue;
      }
      if ((driveSettled && role.get().isDrive())
          || (frequencySettled && role.get().isFrequency())) {
        continue;
      }
      @Nullable Integer first = places.putIfAbsent(role.get(), i);
      if (first != null) {
        addHeader(
            table,
            i,
            "it is " + role.get().description() + ", and so is column " + (first + 1),
            "say which one is meant in the sample file, as columns: {"
                + role.get().key()
                + ": \"its header\"}, or rename one");
      }
    }
    return places;
  }

  private void findNamed(
      List<ColumnHeader> headers, Role role, YamlNode.Scalar wanted, Map<Role, Integer> places) {
    List<String> texts = headers.stream().map(ColumnHeader::text).toList();
    int index = texts.indexOf(wanted.text());
    if (index >= 0 && index == texts.lastIndexOf(wanted.text())) {
      places.put(role, index);
      return;
    }
    String found =
        index < 0
            ? file + " has no column " + Texts.quoted(wanted.text())
            : file + " has several columns " + Texts.quoted(wanted.text());
    String all = texts.stream().map(Texts::quoted).collect(Collectors.joining(", "));
    problems.add(
        InputProblem.ofCharacter(
            entry.place().map(YamlNode.Scalar::text).orElse(file),
            wanted.line(),
            wanted.column(),
            found,
            index < 0 ? "its columns are " + all : "give them different names in the table"));
  }

  private void checkComplete(RawTable table, Map<Role, Integer> places) {
    places.forEach(
        (role, index) -> {
          TableEntry.@Nullable Constant constant = entry.constants().get(role);
          if (constant != null) {
            addHeader(
                table,
                index,
                "it is " + role.description(),
                "the sample file gives "
                    + constant.text()
                    + " for all rows: remove one of the two");
          }
        });
    List<Role> drives =
        Role.DRIVES.stream()
            .filter(role -> places.containsKey(role) || entry.constants().containsKey(role))
            .toList();
    if (drives.isEmpty() && entry.headers().keySet().stream().noneMatch(Role::isDrive)) {
      missing(table, "no column says how strong the microwave is", "ac_field [V/m]", Role.POWER);
    } else if (drives.size() > 1) {
      addTable(
          table,
          "found " + drives.stream().map(Role::column).collect(Collectors.joining(" and ")),
          "choose one of them: name it in the sample file under columns:, or remove the others");
    }
    if (places.containsKey(Role.FREQUENCY) && places.containsKey(Role.FREQUENCY_SHIFT)) {
      addTable(
          table,
          "found frequency and frequency_shift",
          "choose one of them: name it in the sample file under columns:, or remove the other");
    } else if (!places.containsKey(Role.FREQUENCY)
        && !places.containsKey(Role.FREQUENCY_SHIFT)
        && entry.headers().keySet().stream().noneMatch(Role::isFrequency)) {
      missing(table, "no column is the resonance frequency", "frequency [Hz]", Role.FREQUENCY);
    }
    if (!places.containsKey(Role.BIAS_RATE)
        && !entry.constants().containsKey(Role.BIAS_RATE)
        && !entry.headers().containsKey(Role.BIAS_RATE)) {
      missing(table, "no column is the rate of the bias", "bias_rate [V/m/s]", Role.BIAS_RATE);
    }
  }

  private void missing(RawTable table, String found, String header, Role role) {
    String all = table.header().stream().map(Texts::quoted).collect(Collectors.joining(", "));
    String nearest =
        table.header().stream()
            .filter(text -> Texts.nearest(ColumnHeader.of(text).name(), Role.columns()).isPresent())
            .filter(text -> ColumnHeader.of(text).role().isEmpty())
            .findFirst()
            .map(text -> " (perhaps " + Texts.quoted(text) + " is misspelt)")
            .orElse("");
    addTable(
        table,
        found + " among " + all + nearest,
        "name one \""
            + header
            + "\", or say in a sample file which it is: columns: {"
            + role.key()
            + ": \"its header\"}"
            + (role == Role.FREQUENCY ? "" : ", or give one value for all rows"));
  }

  private Optional<Unit> unit(
      RawTable table, Role role, int index, ColumnHeader header, boolean shift) {
    if (header.level().isPresent() && role != Role.SIGMA) {
      addHeader(table, index, "found " + header.level().get(), "only an uncertainty has a level");
    } else if (Double.isNaN(header.sigmas())) {
      addHeader(table, index, "found the level " + header.level().orElse(""), "write 95% or k=2");
    } else if (role == Role.SIGMA && header.hintsAtLevel()) {
      addHeader(
          table,
          index,
          "it may be one standard deviation or several",
          "end it with its level, as 95%, k=2 or 2 sigma, and 1 sigma for one");
    }
    String below = table.units().isEmpty() ? "" : Texts.bare(table.units().get(index));
    below = below.equals("-") ? "" : below;
    if (header.unit().isPresent() && !below.isEmpty() && !header.unit().get().equals(below)) {
      addHeader(table, index, "the row below has the unit " + Texts.quoted(below), "keep one");
    }
    String text = header.unit().orElse(below);
    boolean relative = role == Role.SIGMA && shift;
    if (text.isEmpty() && !role.isPlainNumber() && !relative) {
      addHeader(
          table,
          index,
          "it is " + role.description() + " and has no unit",
          "write the unit after the name, as \""
              + header.name()
              + " ["
              + role.units().get(0)
              + "]\"");
      return Optional.empty();
    }
    Unit unit;
    try {
      unit = Unit.of(text);
    } catch (UnitException e) {
      addHeader(table, index, e.found(), role.wanted());
      return Optional.empty();
    }
    if (relative && unit.mayStandFor(Unit.ONE)) {
      return Optional.of(unit);
    }
    Optional<Role.Objection> objection = role.objection(unit);
    objection.ifPresent(reason -> addHeader(table, index, reason.found(), reason.mend()));
    return objection.isPresent() ? Optional.empty() : Optional.of(unit);
  }

  // ---- rows ----------------------------------------------------------------------------------

  private Table data(RawTable table, Map<Role, Column> columns) {
    int size = table.rows().size();
    List<Role> roles = List.copyOf(columns.keySet());
    List<Column> sources = List.copyOf(columns.values());
    double[][] values = new double[roles.size()][size];
    int[] lines = new int[size];
    for (int i = 0; i < size; i++) {
      RawTable.Row row = table.rows().get(i);
      lines[i] = row.line();
      if (row.fields().size() != table.header().size()) {
        problems.add(ragged(table, row));
        continue;
      }
      for (int j = 0; j < values.length; j++) {
        values[j][i] = value(row, roles.get(j), sources.get(j));
      }
    }
    Table data = Table.create(file, IntColumn.create(LoadedTable.LINE, lines));
    for (int j = 0; j < values.length; j++) {
      data.addColumns(DoubleColumn.create(roles.get(j).column(), values[j]));
    }
    return data;
  }

  private InputProblem ragged(RawTable table, RawTable.Row row) {
    int fields = row.fields().size();
    int columns = table.header().size();
    boolean decimalComma = table.separator().equals("comma") && fields > columns;
    return new InputProblem(
        file,
        row.line(),
        Math.min(fields, columns) + 1, // the first that is missing, or has no header
        fields < columns ? table.header().get(fields) : "(no header)",
        "found " + fields + (fields == 1 ? " field" : " fields"),
        "the header has "
            + columns
            + (decimalComma
                ? ": write numbers with a decimal point, and text with commas in quotes"
                : ": write one value for each column"));
  }

  /** The value in SI, NaN where a problem was added. */
  private double value(RawTable.Row row, Role role, Column column) {
    String text = row.fields().get(column.index());
    double value;
    try {
      value = column.unit().toSi(Numbers.parse(text));
    } catch (UnitException e) {
      addCell(row, column, notANumber(text));
      return Double.NaN;
    }
    if (role == Role.BIAS_RATE) {
      value = Math.abs(value);
      if (value == 0) {
        addCell(row, column, "the theory needs a moving bias: remove the row");
      }
    } else if (role.isPositive() && value <= 0) {
      addCell(row, column, role.description() + " must be above zero: mend or remove the row");
    }
    if (Double.isInfinite(value)) {
      addCell(row, column, "the number is too large: check it and its unit");
    }
    return value / column.header().sigmas();
  }

  private static String notANumber(String text) {
    if (text.matches("[+\u2212-]?[0-9]+,[0-9]+([eE][+-]?[0-9]+)?")) {
      return "write a decimal point, " + text.replace(',', '.');
    }
    return "a number is needed: remove the row or write the value";
  }

  private void addCell(RawTable.Row row, Column column, String mend) {
    String text = row.fields().get(column.index());
    problems.add(
        new InputProblem(
            file,
            row.line(),
            column.index() + 1,
            column.header().text(),
            text.isEmpty() ? "found an empty cell" : "found " + Texts.quoted(text),
            mend));
  }

  private void addHeader(RawTable table, int index, String found, String mend) {
    problems.add(
        new InputProblem(
            file, table.headerLine(), index + 1, table.header().get(index), found, mend));
  }

  private void addTable(RawTable table, String found, String mend) {
    problems.add(InputProblem.ofLine(file, table.headerLine(), found, mend));
  }
}

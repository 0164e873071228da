package tlsfit.load;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.table.CellNumber;
import tlsfit.table.CellNumberReader;
import tlsfit.table.RawTable;
import tlsfit.table.Texts;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/** Finds the units of a table's columns, in their headers or in a row below, and checks them. */
final class ColumnUnits {
  private final RawTable table;
  private final boolean shift;
  private final TableProblems problems;

  /**
   * Prepares the search.
   *
   * @param shift whether the table holds shifts in place of frequencies, so that σ may be relative
   */
  ColumnUnits(RawTable table, boolean shift, TableProblems problems) {
    this.table = table;
    this.shift = shift;
    this.problems = problems;
  }

  /**
   * The column with its unit.
   *
   * @param role what the column is
   * @param index its number, the first being 0
   * @param header what its header says
   * @param choice what the sample file says of it; empty where it says nothing
   * @return empty where it has no unit that fits, with a problem added
   */
  Optional<TableColumn> column(
      Role role, int index, ColumnHeader header, Optional<ColumnChoice> choice) {
    checkLevel(role, index, header);
    if (!choice.map(ColumnChoice::asIs).orElse(false)) {
      checkWords(role, index, header);
    }
    Optional<String> chosen = choice.flatMap(ColumnChoice::unit).map(YamlNode.Scalar::text);
    String below = table.unitBelow(index);
    if (header.unit().isPresent() && !below.isEmpty() && !header.unit().get().equals(below)) {
      problems.addHeader(index, "the row below has the unit " + Texts.quoted(below), "keep one");
      return Optional.empty();
    }
    String text = chosen.orElse(header.unit().orElse(below));
    boolean relative = role == Role.SIGMA && shift;
    boolean milli = text.equals("mHz") && !choice.map(ColumnChoice::asIs).orElse(false);
    if (milli && (role == Role.FREQUENCY || role == Role.SIGMA)) {
      problems.addHeader(
          index,
          "the unit \"mHz\" is a thousandth of a hertz",
          "did you mean MHz? Else say so in the sample file, as columns: {"
              + role.key()
              + ": {column: "
              + Texts.quoted(header.text())
              + ", as-is: true}}");
      return Optional.empty();
    }
    if (!text.isEmpty() || role.isPlainNumber() || relative) {
      return unit(role, index, text, relative)
          .flatMap(unit -> withLater(role, new TableColumn(index, header, unit, false), chosen));
    }
    Optional<String> inCells = unitInCells(index);
    if (inCells.isPresent()) {
      return unit(role, index, inCells.get(), false)
          .map(unit -> new TableColumn(index, header, unit, true));
    }
    problems.addHeader(index, "it is " + role.description() + " and has no unit", ask(role, index));
    return Optional.empty();
  }

  /** With the units of headers that stand again; they may differ in nothing else. */
  private Optional<TableColumn> withLater(Role role, TableColumn column, Optional<String> chosen) {
    NavigableMap<Integer, Unit> later = new TreeMap<>();
    for (RawTable.Section section : table.sections()) {
      ColumnHeader header = ColumnHeader.of(section.header().get(column.index()));
      boolean same = header.text().equals(column.header().text());
      @Nullable Unit unit = Unit.find(header.unit().orElse(""));
      if (same) {
        later.put(section.line(), column.unit());
      } else if (chosen.isPresent()
          || unit == null
          || header.unit().filter(text -> !text.equals("mHz")).isEmpty()
          || !header.level().equals(column.header().level())
          || !unit.dimension().equals(column.unit().dimension())
          || role.objection(unit).isPresent()) {
        problems.addHeader(
            column.index(),
            "in line " + section.line() + " it is " + Texts.quoted(header.text()),
            "put what stands below it into a file of its own, or give both the same header");
        return Optional.empty();
      } else {
        later.put(section.line(), unit);
      }
    }
    return Optional.of(
        new TableColumn(column.index(), column.header(), column.unit(), false, later));
  }

  private String ask(Role role, int index) {
    ColumnHeader header = ColumnHeader.of(table.header().get(index));
    Unit unit = role.units().get(0);
    return "write the unit after the name, as \""
        + header.name()
        + " ["
        + unit
        + "]\", or say it in the sample file, as columns: {"
        + role.key()
        + ": {column: "
        + (table.layout().headerLine() > 0 ? Texts.quoted(header.text()) : index + 1)
        + ", unit: "
        + unit
        + "}}";
  }

  // of the first cell that has one
  private Optional<String> unitInCells(int index) {
    CellNumberReader reader = new CellNumberReader(table.layout().decimals().get(index));
    return table.rows().stream()
        .filter(row -> index < row.fields().size())
        .map(row -> reader.read(row.fields().get(index)))
        .filter(CellNumber.Value.class::isInstance)
        .map(cell -> ((CellNumber.Value) cell).unit())
        .findFirst()
        .filter(unit -> !unit.isEmpty());
  }

  private void checkLevel(Role role, int index, ColumnHeader header) {
    // behind a name, since a level alone would be a quantity in percent
    ColumnHeader remark = ColumnHeader.of(header.name() + " " + table.remark(index));
    boolean error = role == Role.SIGMA || role == Role.POWER_SIGMA;
    if (header.level().isPresent() && !error) {
      problems.addHeader(index, "found " + header.level().get(), "only an uncertainty has a level");
    } else if (Double.isNaN(header.sigmas())) {
      problems.addHeader(index, "found the level " + header.level().orElse(""), "write 95% or k=2");
    } else if (error && (header.hintsAtLevel() || remark.hintsAtLevel())) {
      problems.addHeader(
          index,
          "it may be one standard deviation or several",
          "end it with its level, as 95%, k=2 or 2 sigma, and 1 sigma for one");
    } else if (error && remark.level().isPresent()) {
      problems.addHeader(
          index,
          "below it stands the level " + remark.level().get(),
          "write it into the header, as \"" + header.text() + " " + remark.level().get() + "\"");
    }
  }

  private void checkWords(Role role, int index, ColumnHeader header) {
    String unit = header.unit().filter(text -> Unit.find(text) == null).orElse("");
    String name = header.name() + (unit.isEmpty() ? "" : " (" + unit + ")");
    boolean own = Role.ofColumn(header.name()).isPresent();
    ColumnDictionary.ofTheField()
        .objection(role, own ? "" : name, table.remark(index))
        .ifPresent(
            objection ->
                problems.addHeader(
                    index,
                    Texts.quoted(objection.word()) + " speaks against " + role.description(),
                    objection.mend()
                        + (role == Role.SIGMA ? " (the columns are " + columns() + ")" : "")
                        + "; if it is that all the same, say so in the sample file, as columns: {"
                        + role.key()
                        + ": {column: "
                        + Texts.quoted(header.text())
                        + ", as-is: true}}"));
  }

  private String columns() {
    return table.header().stream().map(Texts::quoted).collect(Collectors.joining(", "));
  }

  private Optional<Unit> unit(Role role, int index, String text, boolean relative) {
    Unit unit;
    try {
      unit = Unit.of(text);
    } catch (UnitException e) {
      problems.addHeader(index, e.found(), role.wanted());
      return Optional.empty();
    }
    if (relative && unit.mayStandFor(Unit.ONE)) {
      return Optional.of(unit);
    }
    Optional<Role.Objection> objection = role.objection(unit);
    objection.ifPresent(reason -> problems.addHeader(index, reason.found(), reason.mend()));
    return objection.isPresent() ? Optional.empty() : Optional.of(unit);
  }
}

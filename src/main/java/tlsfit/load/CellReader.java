package tlsfit.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tlsfit.measurement.Calibration;
import tlsfit.table.CellNumber;
import tlsfit.table.CellNumberReader;
import tlsfit.table.RawTable;
import tlsfit.units.Dimension;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/**
 * Turns the cells of a table's columns into numbers in SI, row by row. A row in which a number is
 * missing is left out; where only σ is missing, the reading has none.
 */
final class CellReader {
  private final TableEntry entry;
  private final TableProblems problems;
  private final Map<Role, List<Integer>> missing = new EnumMap<>(Role.class);
  private final List<Integer> repeated = new ArrayList<>();
  private final Set<Role> implausible = EnumSet.noneOf(Role.class);
  private final List<Integer> dropped = new ArrayList<>();
  private boolean errorsInCells;

  CellReader(TableEntry entry, TableProblems problems) {
    this.entry = entry;
    this.problems = problems;
  }

  /** Lines of the rows in which a number is missing, by what it would be. */
  Map<Role, List<Integer>> missing() {
    return missing;
  }

  /** Lines of the rows that the entry excludes, and whose numbers cannot all be read. */
  List<Integer> dropped() {
    return dropped;
  }

  /** Lines of the rows that are equal to one above in every cell, and left out. */
  List<Integer> repeated() {
    return repeated;
  }

  /** Whether σ was taken from the cells of the frequency, as in 5.0123(4). */
  boolean errorsInCells() {
    return errorsInCells;
  }

  /**
   * The numbers of the used columns; a number that cannot be taken is a problem, and 0 or not a
   * number.
   */
  NumberColumns read(RawTable table, Map<Role, TableColumn> columns) {
    Columns numbers = new Columns(table, columns);
    List<RawTable.Row> rows = table.rows();
    List<Integer> repeats =
        entry.keepsRepeats()
            ? List.of()
            : Repeats.of(rows.size(), i -> rows.get(i).hash(), i -> rows.get(i).whole());
    BitSet left = new BitSet();
    repeats.forEach(left::set);
    for (int i = 0; i < rows.size(); i++) {
      RawTable.Row row = rows.get(i);
      if (left.get(i)) {
        repeated.add(row.line());
      } else if (entry.excludes(row.line())) {
        numbers.addIfWhole(row, table.header().size());
      } else if (row.fields().size() == table.header().size()) {
        numbers.add(row);
      } else {
        problems.addRagged(row);
      }
    }
    return numbers.all();
  }

  /** Numbers of the columns, row after row. */
  private final class Columns {
    private final Role[] roles;
    private final TableColumn[] sources;
    private final CellNumberReader[] readers;
    private final double[][] values;
    private final double[] errors;
    private final int[] lines;
    private final double[] plain; // of one row, not a number where the cell is no plain one
    private final CellNumber[] cells;
    private final int frequency; // its place among the roles; −1 where it is none
    private final boolean relative; // whether σ is
    private final int measured; // place of the frequency or its shift
    private int[] places = {}; // columns of the frequencies, where they stand in several
    private int size;

    Columns(RawTable table, Map<Role, TableColumn> columns) {
      List<Role> all = List.copyOf(columns.keySet());
      roles = all.toArray(Role[]::new);
      sources = columns.values().toArray(TableColumn[]::new);
      readers =
          columns.values().stream()
              .map(column -> new CellNumberReader(table.layout().decimals().get(column.index())))
              .toArray(CellNumberReader[]::new);
      values = new double[roles.length][table.rows().size()];
      errors = new double[table.rows().size()];
      lines = new int[table.rows().size()];
      plain = new double[roles.length];
      cells = new CellNumber[roles.length];
      frequency = all.indexOf(Role.FREQUENCY);
      measured = frequency < 0 ? all.indexOf(Role.FREQUENCY_SHIFT) : frequency;
      relative =
          columns.containsKey(Role.SIGMA)
              && columns.get(Role.SIGMA).unit().dimension().equals(Dimension.NUMBER);
    }

    void add(RawTable.Row row) {
      for (int j = 0; j < plain.length; j++) {
        plain[j] = readers[j].plain(row, sources[j].index());
        if (Double.isNaN(plain[j])) {
          cells[j] = readers[j].read(row.fields().get(sources[j].index()));
          if (cells[j] instanceof CellNumber.Missing && !roles[j].isOptional()) {
            addMissing(roles[j], row);
            return;
          }
        }
      }
      errors[size] = Double.NaN;
      for (int j = 0; j < plain.length; j++) {
        TableColumn column = sources[j];
        values[j][size] =
            Double.isNaN(plain[j])
                ? value(row, roles[j], column, cells[j])
                : column.unitInCells()
                    ? value(row, roles[j], column, CellNumber.Value.of(plain[j]))
                    : inUnit(row, roles[j], column, column.unitIn(row.line()), plain[j]);
      }
      lines[size] = row.line();
      if (row.isPlaced() && measured >= 0) {
        places = places.length == 0 ? new int[lines.length] : places;
        places[size] = row.place(sources[measured].index()).column();
      }
      size++;
    }

    // of a row that is left out anyway nothing is refused
    void addIfWhole(RawTable.Row row, int columns) {
      int before = size;
      boolean whole =
          row.fields().size() == columns && problems.areNone(() -> add(row)) && size > before;
      if (!whole) {
        size = before;
        dropped.add(row.line());
      }
    }

    private double value(RawTable.Row row, Role role, TableColumn column, CellNumber cell) {
      if (cell instanceof CellNumber.Missing) {
        addMissing(role, row);
        return Double.NaN;
      }
      if (cell instanceof CellNumber.Fault fault) {
        problems.addCell(row, column, fault.mend());
        return Double.NaN;
      }
      CellNumber.Value number = (CellNumber.Value) cell;
      boolean own = column.unitInCells() || !number.unit().isEmpty();
      Optional<Unit> unit =
          own ? ownUnit(row, role, column, number.unit()) : Optional.of(column.unitIn(row.line()));
      if (unit.isEmpty()) {
        return Double.NaN;
      }
      if (number.error().isPresent()) {
        addError(row, role, column, number.error().getAsDouble() * unit.get().toSi(1));
      }
      return inUnit(row, role, column, unit.get(), number.value());
    }

    private double inUnit(
        RawTable.Row row, Role role, TableColumn column, Unit unit, double number) {
      double value = checked(row, role, column, unit.toSi(number));
      if (role == Role.SIGMA && Plausible.isTooLarge(value, frequency())) {
        addOnce(
            row,
            role,
            column,
            "it is 1 % of the resonance frequency or more: check its unit; where there is no"
                + " number, leave the cell empty");
      }
      return value;
    }

    // of the row that is read; σ comes behind it in the order of the roles
    private double frequency() {
      return relative ? 1 : frequency < 0 ? Double.NaN : values[frequency][size];
    }

    private int at(Role role) {
      return Arrays.asList(roles).indexOf(role);
    }

    private void addError(RawTable.Row row, Role role, TableColumn column, double error) {
      if (role != Role.FREQUENCY || entry.gives(Role.SIGMA) || at(Role.SIGMA) >= 0) {
        problems.addCell(
            row, column, "one number is needed: take the error out of the cell, or name no other");
      } else if (!(error > 0)) {
        problems.addCell(row, column, "the error must be above zero");
      } else {
        errorsInCells = true;
        errors[size] = error;
      }
    }

    NumberColumns all() {
      Map<Role, double[]> columns = new EnumMap<>(Role.class);
      for (int j = 0; j < values.length; j++) {
        columns.put(roles[j], cut(values[j]));
      }
      if (errorsInCells) {
        columns.put(Role.SIGMA, cut(errors));
      }
      addTriangle(columns);
      return NumberColumns.of(cut(lines), columns, places.length == 0 ? places : cut(places));
    }

    private int[] cut(int[] column) {
      return size == column.length ? column : Arrays.copyOf(column, size);
    }

    private double[] cut(double[] column) {
      return size == column.length ? column : Arrays.copyOf(column, size);
    }

    // the rate of a triangle wave, row by row
    private void addTriangle(Map<Role, double[]> columns) {
      Optional<double[]> amplitude = all(Role.BIAS_AMPLITUDE);
      Optional<double[]> frequency = all(Role.BIAS_FREQUENCY);
      if (at(Role.BIAS_RATE) >= 0 || amplitude.isEmpty() || frequency.isEmpty()) {
        return;
      }
      double[] rates = new double[size];
      Arrays.setAll(rates, i -> Calibration.triangleRate(amplitude.get()[i], frequency.get()[i]));
      columns.put(Role.BIAS_RATE, rates);
    }

    private Optional<double[]> all(Role role) {
      int at = at(role);
      if (at >= 0) {
        return Optional.of(values[at]);
      }
      return Optional.ofNullable(entry.constants().get(role))
          .map(
              constant -> {
                double[] same = new double[size];
                Arrays.fill(same, constant.quantity().value());
                return same;
              });
    }
  }

  /** The unit that a cell has itself; empty where it does not fit, with a problem added. */
  private Optional<Unit> ownUnit(RawTable.Row row, Role role, TableColumn column, String written) {
    if (written.isEmpty()) {
      problems.addCell(row, column, "write its unit, as in the other cells");
      return Optional.empty();
    }
    Unit unit;
    try {
      unit = Unit.of(written);
    } catch (UnitException e) {
      problems.addCell(row, column, "a number is needed: " + e.found());
      return Optional.empty();
    }
    Optional<Role.Objection> objection = role.objection(unit);
    if (objection.isPresent()) {
      problems.addCell(row, column, objection.get().found() + ": " + objection.get().mend());
      return Optional.empty();
    }
    Optional<Unit> fitting = column.unitOf(unit, row.line());
    if (fitting.isEmpty()) {
      problems.addCell(
          row,
          column,
          "the unit of the column is " + column.unitIn(row.line()) + ": keep one unit");
    }
    return fitting;
  }

  private double checked(RawTable.Row row, Role role, TableColumn column, double value) {
    double size = role == Role.BIAS_RATE ? Math.abs(value) : value;
    if (role == Role.TEMPERATURE && !(size > 0)) {
      return Double.NaN; // no thermometer, and no use
    }
    if (role == Role.BIAS_RATE && size == 0) {
      problems.addCell(row, column, "the theory needs a moving bias: remove the row");
    } else if (role.isPositive() && size <= 0) {
      problems.addCell(
          row, column, role.description() + " must be above zero: mend or remove the row");
    } else if (Double.isInfinite(size)) {
      problems.addCell(row, column, "the number is too large: check it and its unit");
    } else {
      Optional<String> objection = Plausible.objection(role, size, column);
      if (objection.isPresent()) { // not ifPresent: its lambda would be made for each cell
        addOnce(row, role, column, objection.get());
      }
    }
    return role.kept(size) / column.header().sigmas();
  }

  private void addMissing(Role role, RawTable.Row row) {
    if (!entry.excludes(row.line())) {
      missing.computeIfAbsent(role, any -> new ArrayList<>()).add(row.line());
    }
  }

  // a wrong unit is wrong in every row: the first one tells it
  private void addOnce(RawTable.Row row, Role role, TableColumn column, String mend) {
    if (entry.excludes(row.line()) || implausible.add(role)) {
      problems.addCell(row, column, mend);
    }
  }
}

package tlsfit.load;

import java.util.Optional;
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
   * The unit of a column.
   *
   * @param role what the column is
   * @param index its number, the first being 0
   * @param header what its header says
   * @return empty where it has none that fits, with a problem added
   */
  Optional<Unit> unit(Role role, int index, ColumnHeader header) {
    if (header.level().isPresent() && role != Role.SIGMA) {
      problems.addHeader(index, "found " + header.level().get(), "only an uncertainty has a level");
    } else if (Double.isNaN(header.sigmas())) {
      problems.addHeader(index, "found the level " + header.level().orElse(""), "write 95% or k=2");
    } else if (role == Role.SIGMA && header.hintsAtLevel()) {
      problems.addHeader(
          index,
          "it may be one standard deviation or several",
          "end it with its level, as 95%, k=2 or 2 sigma, and 1 sigma for one");
    }
    String below = table.units().isEmpty() ? "" : Texts.bare(table.units().get(index));
    below = below.equals("-") ? "" : below;
    if (header.unit().isPresent() && !below.isEmpty() && !header.unit().get().equals(below)) {
      problems.addHeader(index, "the row below has the unit " + Texts.quoted(below), "keep one");
    }
    String text = header.unit().orElse(below);
    boolean relative = role == Role.SIGMA && shift;
    if (text.isEmpty() && !role.isPlainNumber() && !relative) {
      problems.addHeader(
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

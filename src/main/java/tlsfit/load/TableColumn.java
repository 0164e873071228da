package tlsfit.load;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tlsfit.units.Unit;

/**
 * A column that is used.
 *
 * @param index its number, the first being 0
 * @param header what its header says
 * @param unit its values are written in; that of the first cell, where each cell has its own
 * @param unitInCells whether only the cells say the unit
 * @param later units that hold from a line on, where the header stands again with others
 */
record TableColumn(
    int index,
    ColumnHeader header,
    Unit unit,
    boolean unitInCells,
    NavigableMap<Integer, Unit> later) {

  /** A column with one unit. */
  TableColumn(int index, ColumnHeader header, Unit unit, boolean unitInCells) {
    this(index, header, unit, unitInCells, new TreeMap<>());
  }

  /** The unit of the numbers in a line. */
  Unit unitIn(int line) {
    Map.@Nullable Entry<Integer, Unit> section = later.isEmpty() ? null : later.floorEntry(line);
    return section == null ? unit : section.getValue();
  }

  /** The unit of a cell's own, checked against that of its line; empty where they differ. */
  Optional<Unit> unitOf(Unit cell, int line) {
    Unit unit = unitIn(line);
    boolean same = cell.toSi(1) == unit.toSi(1) && cell.dimension().equals(unit.dimension());
    return unitInCells || same ? Optional.of(cell) : Optional.empty();
  }
}

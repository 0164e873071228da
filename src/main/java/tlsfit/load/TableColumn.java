package tlsfit.load;

import java.util.Optional;
import tlsfit.units.Unit;

/**
 * A column that is used.
 *
 * @param index its number, the first being 0
 * @param header what its header says
 * @param unit its values are written in; that of the first cell, where each cell has its own
 * @param unitInCells whether only the cells say the unit
 */
record TableColumn(int index, ColumnHeader header, Unit unit, boolean unitInCells) {

  /** The unit of a cell's own, checked against that of the column; empty where they differ. */
  Optional<Unit> unitOf(Unit cell) {
    boolean same = cell.toSi(1) == unit.toSi(1) && cell.dimension().equals(unit.dimension());
    return unitInCells || same ? Optional.of(cell) : Optional.empty();
  }
}

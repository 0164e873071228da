package tlsfit.load;

import tlsfit.units.Unit;

/**
 * A column that is used.
 *
 * @param index its number, the first being 0
 * @param header what its header says
 * @param unit its values are written in
 */
record TableColumn(int index, ColumnHeader header, Unit unit) {}

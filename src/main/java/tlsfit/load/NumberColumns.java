package tlsfit.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.selection.Selection;

/**
 * Columns of numbers in SI, as many in each, with the line of each row. They are Tablesaw's; its
 * {@code Table} is not used, which searches the class path for readers when it is first touched.
 *
 * @param lines the line of each row
 * @param columns one for each role that a column gives
 * @param places the column of the file, from 1, that the frequency of each row stands in; none
 *     where all stand in one
 */
record NumberColumns(IntColumn lines, Map<Role, DoubleColumn> columns, IntColumn places) {
  private static final String LINE = "line";
  private static final String PLACE = "column";

  NumberColumns {
    columns = new EnumMap<>(columns);
  }

  /** Columns of arrays, which are taken over and not to be changed. */
  static NumberColumns of(int[] lines, Map<Role, double[]> values, int[] places) {
    Map<Role, DoubleColumn> columns = new EnumMap<>(Role.class);
    values.forEach((role, all) -> columns.put(role, DoubleColumn.create(role.column(), all)));
    return new NumberColumns(
        IntColumn.create(LINE, lines), columns, IntColumn.create(PLACE, places));
  }

  int rows() {
    return lines.size();
  }

  boolean isEmpty() {
    return rows() == 0;
  }

  boolean has(Role role) {
    return columns.containsKey(role);
  }

  /** A copy of the values of a column; empty where there is none. */
  Optional<double[]> values(Role role) {
    return Optional.ofNullable(columns.get(role)).map(DoubleColumn::asDoubleArray);
  }

  int line(int row) {
    return lines.getInt(row);
  }

  /** Where several readings stand in a line, the column of the frequency of one, from 1. */
  OptionalInt place(int row) {
    return places.isEmpty() ? OptionalInt.empty() : OptionalInt.of(places.getInt(row));
  }

  /** Some of the rows. */
  NumberColumns where(Selection rows) {
    Map<Role, DoubleColumn> some = new EnumMap<>(Role.class);
    columns.forEach((role, column) -> some.put(role, column.where(rows)));
    IntColumn left = places.isEmpty() ? places : (IntColumn) places.where(rows);
    return new NumberColumns((IntColumn) lines.where(rows), some, left);
  }

  /** The same columns without rows. */
  NumberColumns none() {
    return where(Selection.with());
  }
}

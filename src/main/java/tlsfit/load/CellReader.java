package tlsfit.load;

import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tlsfit.table.RawTable;
import tlsfit.units.Numbers;
import tlsfit.units.UnitException;

/** Turns the cells of a table's columns into numbers in SI, row by row. */
final class CellReader {
  private final String file;
  private final TableProblems problems;

  CellReader(String file, TableProblems problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * The numbers of the used columns, one column of doubles for each role and the line numbers as
   * {@link LoadedTable#LINE}; a number that cannot be taken is a problem, and 0 or not a number.
   */
  Table read(RawTable table, Map<Role, TableColumn> columns) {
    int size = table.rows().size();
    List<Role> roles = List.copyOf(columns.keySet());
    List<TableColumn> sources = List.copyOf(columns.values());
    double[][] values = new double[roles.size()][size];
    int[] lines = new int[size];
    for (int i = 0; i < size; i++) {
      RawTable.Row row = table.rows().get(i);
      lines[i] = row.line();
      if (row.fields().size() != table.header().size()) {
        problems.addRagged(row);
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

  /** The value in SI, NaN where a problem was added. */
  private double value(RawTable.Row row, Role role, TableColumn column) {
    String text = row.fields().get(column.index());
    double value;
    try {
      value = column.unit().toSi(Numbers.parse(text));
    } catch (UnitException e) {
      problems.addCell(row, column, CellText.mend(text));
      return Double.NaN;
    }
    if (role == Role.BIAS_RATE) {
      value = Math.abs(value);
      if (value == 0) {
        problems.addCell(row, column, "the theory needs a moving bias: remove the row");
      }
    } else if (role.isPositive() && value <= 0) {
      problems.addCell(
          row, column, role.description() + " must be above zero: mend or remove the row");
    }
    if (Double.isInfinite(value)) {
      problems.addCell(row, column, "the number is too large: check it and its unit");
    }
    return value / column.header().sigmas();
  }
}

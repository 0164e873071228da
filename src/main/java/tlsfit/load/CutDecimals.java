package tlsfit.load;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tlsfit.table.RawTable;
import tlsfit.table.Texts;

/** Decimal commas between commas: numbers cut in two, whose halves may fit the header exactly. */
final class CutDecimals {
  private static final int FEWEST = 4;
  private static final String MEND =
      ": write decimal points, or other separators than commas between fields";

  private final RawTable table;
  private final TableProblems problems;

  CutDecimals(RawTable table, TableProblems problems) {
    this.table = table;
    this.problems = problems;
  }

  /** Adds a problem for each sign of it in the used columns. */
  void check(Map<Role, TableColumn> columns) {
    if (!table.separator().equals("comma")) {
      return;
    }
    @Nullable TableColumn frequency = columns.get(Role.FREQUENCY);
    if (frequency != null && table.rows().size() >= FEWEST && isCut(frequency.index())) {
      problems.addHeader(
          frequency.index(),
          "it is the same whole number in every row, with whole numbers in the next column",
          "a decimal comma seems to be cut in two" + MEND);
    }
    checkZeros(columns.values());
  }

  // no resonance stays where it is to the last digit
  private boolean isCut(int index) {
    String first = cell(table.rows().get(0), index);
    return index + 1 < table.header().size()
        && isWhole(first)
        && table.rows().stream().allMatch(row -> cell(row, index).equals(first))
        && table.rows().stream().allMatch(row -> isWhole(cell(row, index + 1)));
  }

  private static String cell(RawTable.Row row, int index) {
    return index < row.fields().size() ? row.fields().get(index) : "";
  }

  private static boolean isWhole(String cell) {
    return !cell.isEmpty() && cell.chars().allMatch(Character::isDigit);
  }

  // 5,011943000 cut at its comma leaves 011943000, which no program writes for a whole number
  private void checkZeros(Collection<TableColumn> columns) {
    Set<TableColumn> left = new LinkedHashSet<>(columns);
    TableColumn[] each = columns.toArray(TableColumn[]::new);
    for (RawTable.Row row : table.rows()) {
      for (TableColumn column : each) {
        if (row.goesOnBehindZero(column.index()) && left.remove(column)) {
          addCut(row, column);
        }
      }
    }
  }

  private void addCut(RawTable.Row row, TableColumn column) {
    problems.addCell(
        row,
        column,
        "it begins with 0, as what a decimal comma leaves of "
            + Texts.quoted("5," + cell(row, column.index()))
            + MEND);
  }
}

package tlsfit.load;

import java.util.List;
import tlsfit.table.InputProblem;
import tlsfit.table.RawTable;

/** The problems of one table, each with its place: a cell, a header, a row or the table. */
final class TableProblems {
  private static final int MOST_CELLS = 100_000;

  private final String file;
  private final RawTable table;
  private final List<InputProblem> problems;
  private int cells;
  private boolean silent;
  private boolean found;

  /** Adds to a list. */
  TableProblems(String file, RawTable table, List<InputProblem> problems) {
    this.file = file;
    this.table = table;
    this.problems = problems;
  }

  /** A cell cannot be taken; it is quoted. Beyond {@value #MOST_CELLS} only that there are more. */
  void addCell(RawTable.Row row, TableColumn column, String mend) {
    found = true;
    if (silent || isEnough(row)) {
      return;
    }
    String text = row.fields().get(column.index());
    RawTable.Place place = row.place(column.index());
    problems.add(
        new InputProblem(
            file,
            place.line(),
            place.column(),
            column.header().text(),
            CellText.found(text),
            mend));
  }

  /** Does something whose faults in cells do not matter; whether there was none. */
  boolean areNone(Runnable action) {
    silent = true;
    found = false;
    action.run();
    silent = false;
    return !found;
  }

  private boolean isEnough(RawTable.Row row) {
    cells++;
    if (cells == MOST_CELLS + 1) {
      problems.add(
          InputProblem.ofLine(
              file, row.line(), "there are more faults below", "mend those above first"));
    }
    return cells > MOST_CELLS;
  }

  /** The header of a column cannot be taken. */
  void addHeader(int index, String found, String mend) {
    RawTable.Place place = table.headerPlace(index);
    problems.add(
        new InputProblem(
            file, place.line(), place.column(), table.header().get(index), found, mend));
  }

  /** A row has more or fewer fields than the header. */
  void addRagged(RawTable.Row row) {
    if (isEnough(row)) {
      return;
    }
    int fields = row.fields().size();
    int columns = table.header().size();
    boolean decimalComma = table.separator().equals("comma") && fields > columns;
    problems.add(
        new InputProblem(
            file,
            row.line(),
            Math.min(fields, columns) + 1, // the first that is missing, or has no header
            fields < columns ? table.header().get(fields) : "(no header)",
            "found " + fields + (fields == 1 ? " field" : " fields"),
            "the header has "
                + columns
                + (decimalComma
                    ? ": write numbers with a decimal point (not a comma), and text with commas in"
                        + " quotes"
                    : ": write one value for each column")));
  }

  /** The columns together cannot be taken. */
  void addTable(String found, String mend) {
    problems.add(InputProblem.ofLine(file, table.headerLine(), found, mend));
  }

  /** A problem with a place of its own, in the sample file. */
  void add(InputProblem problem) {
    problems.add(problem);
  }
}

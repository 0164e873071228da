package tlsfit.load;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the numbers of a table as a whole give away: a trace of an analyser. */
final class TableChecks {
  private static final int FEWEST = 4;
  private static final double EVEN = 1e-3;

  private final Map<Role, TableColumn> columns;
  private final LoadedTable table;
  private final TableProblems problems;

  TableChecks(Map<Role, TableColumn> columns, LoadedTable table, TableProblems problems) {
    this.columns = columns;
    this.table = table;
    this.problems = problems;
  }

  /** Adds a problem for each. */
  void check() {
    @Nullable TableColumn frequency = columns.get(Role.FREQUENCY);
    if (frequency != null && table.rows() >= FEWEST && isTrace()) {
      problems.addHeader(
          frequency.index(),
          "its values are evenly spaced at one drive and one rate, as the stimulus of a trace",
          "the resonance frequency fitted to each trace (S21) is needed");
    }
  }

  private boolean isTrace() {
    double[] frequency = table.values(Role.FREQUENCY).orElseThrow();
    double step = frequency[1] - frequency[0];
    for (int i = 2; i < frequency.length; i++) {
      if (!(Math.abs(frequency[i] - frequency[i - 1] - step) < EVEN * Math.abs(step))) {
        return false;
      }
    }
    return step != 0 && isOne(table.values(table.drive())) && isOne(table.values(Role.BIAS_RATE));
  }

  private static boolean isOne(Optional<double[]> values) {
    return values.isPresent() && Arrays.stream(values.get()).distinct().limit(2).count() == 1;
  }
}

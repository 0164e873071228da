package tlsfit.fit;

import java.util.List;
import tlsfit.setup.FitOptions;
import tlsfit.setup.SlowChange;
import tlsfit.setup.SlowChange.Family;
import tlsfit.setup.SlowChange.Kind;
import tlsfit.statistics.JacobianAnalysis;

/**
 * The slow changes of a fit as columns of a linear model: what each adds to the frequency of each
 * reading where its amplitude is 1 Hz.
 */
public final class SlowColumns {
  private SlowColumns() {}

  /**
   * The columns of slow changes.
   *
   * <p>Of a table's own reference frequency 1; of a drift the number of the row, scaled to −1/2 at
   * the first and 1/2 at the last; of a baseline (F²/max F²)^k of the table, F being the amplitude
   * of the microwave field or the Rabi frequency, with the {@link Kind#exponent} k. In other tables
   * 0. Rows and powers count as in the whole table, where the readings are a part of it.
   *
   * @param observations n readings
   * @param slow m slow changes
   * @return m rows, one a slow change, of n numbers each [1]
   */
  public static double[][] of(Observations observations, List<SlowChange> slow) {
    double[][] columns = new double[slow.size()][observations.size()];
    for (int k = 0; k < columns.length; k++) {
      SlowChange change = slow.get(k);
      for (int i = 0; i < observations.size(); i++) {
        boolean inside = observations.tableName(i).equals(change.table());
        columns[k][i] = inside ? basis(observations, change.kind(), i) : 0;
      }
    }
    return columns;
  }

  private static double basis(Observations observations, Kind kind, int i) {
    return switch (kind.family()) {
      case REFERENCE -> 1;
      case DRIFT -> observations.rowPosition(i);
      case BASELINE -> Math.pow(observations.relativePower(i), kind.exponent());
    };
  }

  /**
   * Options without the slow changes that say nothing of these readings: of tables of which no
   * reading is here, reference frequencies of their own of all tables that are left, baselines of
   * readings at one power, drifts of one row.
   */
  static FitOptions restrict(FitOptions options, Observations observations) {
    List<SlowChange> slow =
        options.slow().stream().filter(change -> hasEffect(observations, change)).toList();
    return slow.equals(options.slow()) ? options : options.withSlow(slow);
  }

  /** Whether a slow change differs from a change of f_ref, and from nothing. */
  private static boolean hasEffect(Observations observations, SlowChange change) {
    double[] column = of(observations, List.of(change))[0];
    if (change.kind().family() == Family.REFERENCE) {
      return differs(column);
    }
    double first = Double.NaN;
    for (int i = 0; i < column.length; i++) {
      if (observations.tableName(i).equals(change.table())) {
        if (Double.isNaN(first)) {
          first = column[i];
        } else if (column[i] != first) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean differs(double[] column) {
    for (double entry : column) {
      if (entry != column[0]) {
        return true;
      }
    }
    return false;
  }

  /**
   * What slow changes add to the frequencies.
   *
   * @param columns m rows of n numbers each [1]
   * @param amplitudes m [Hz]
   * @param n number of readings
   * @return n [Hz]
   */
  public static double[] sum(double[][] columns, List<Double> amplitudes, int n) {
    double[] sum = new double[n];
    for (int k = 0; k < columns.length; k++) {
      double amplitude = amplitudes.get(k);
      for (int i = 0; i < n; i++) {
        sum[i] += amplitude * columns[k][i];
      }
    }
    return sum;
  }

  /**
   * The amplitudes that take most off residuals, by weighted linear least squares.
   *
   * @param columns m rows of n numbers each [1], m ≥ 1
   * @param residuals n [Hz]
   * @param weights roots of the weights [1/Hz], n
   * @return m amplitudes [Hz] to be subtracted
   */
  public static double[] solve(double[][] columns, double[] residuals, double[] weights) {
    int n = residuals.length;
    double[][] rows = new double[n][columns.length];
    double[] weighted = new double[n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < columns.length; k++) {
        rows[i][k] = weights[i] * columns[k][i];
      }
      weighted[i] = weights[i] * residuals[i];
    }
    return new JacobianAnalysis(rows).solve(weighted);
  }
}

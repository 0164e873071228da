package tlsfit.fit;

import java.util.Arrays;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.statistics.JacobianAnalysis;

/**
 * By what factor the σ of each table must be multiplied for the scatter about a fit to be what they
 * say.
 *
 * <p>For least squares the restricted maximum-likelihood estimate, Σ r²/(n − Σ h) over the readings
 * of a table with their leverages h: what the parameters take from each table is counted where it
 * is taken (Patterson and Thompson, Biometrika 58, 545 (1971)). For a robust loss the median of |r|
 * over that of a standard normal deviate, with the same correction.
 */
final class VarianceComponents {
  /** Median of the absolute value of a standard normal deviate. */
  private static final double NORMAL_MEDIAN = 0.6744897501960817;

  /** Freedom that a table must have left for a factor of its own. */
  private static final double FEWEST = 3;

  private VarianceComponents() {}

  /**
   * The factors for all readings, the same within a group.
   *
   * @param fit a fit with any σ
   * @param loss for which the scale is wanted
   * @return factors by which to multiply these σ, n
   * @throws FitRefusedException if a table has too few readings
   */
  static double[] of(Fit fit, Loss loss) {
    Observations observations = fit.observations();
    int n = observations.size();
    boolean perTable = fit.options().noise() instanceof Noise.PerTable;
    int groups = perTable ? observations.tableNames().size() : 1;
    double[] leverage = new JacobianAnalysis(fit.weightedJacobian()).leverages();
    double[] freedom = new double[groups];
    double[] squares = new double[groups];
    double[][] sizes = new double[groups][0];
    for (int i = 0; i < n; i++) {
      int g = perTable ? observations.table(i) : 0;
      double r = fit.residual(i);
      freedom[g] += 1 - leverage[i];
      squares[g] += r * r;
      sizes[g] = Arrays.copyOf(sizes[g], sizes[g].length + 1);
      sizes[g][sizes[g].length - 1] = Math.abs(r);
    }
    double[] factor = new double[groups];
    for (int g = 0; g < groups; g++) {
      if (freedom[g] < FEWEST) {
        throw new FitRefusedException(
            perTable
                ? observations.tableNames().get(g)
                    + " has too few readings ("
                    + sizes[g].length
                    + ") to tell its own noise: measure more, or use --sigma relative"
                : sizes[g].length
                    + " readings are too few to tell their own noise beside the parameters: measure"
                    + " more, hold a parameter (--fix), or give their sigma (--sigma absolute)");
      }
      double found =
          loss == Loss.LINEAR
              ? Math.sqrt(squares[g] / freedom[g])
              : median(sizes[g]) / NORMAL_MEDIAN * Math.sqrt(sizes[g].length / freedom[g]);
      factor[g] = found > 0 ? found : 1; // no scatter at all: nothing to go by
    }
    double[] factors = new double[n];
    for (int i = 0; i < n; i++) {
      factors[i] = factor[perTable ? observations.table(i) : 0];
    }
    return factors;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int n = values.length;
    return 0.5 * (values[(n - 1) / 2] + values[n / 2]);
  }
}

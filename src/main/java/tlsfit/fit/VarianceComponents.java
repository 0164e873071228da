package tlsfit.fit;

import java.util.Arrays;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.statistics.Median;

/**
 * The variance components of a fit: the factor by which to multiply the σ of each table so that
 * they agree with its scatter about the fit.
 *
 * <p>For least squares the restricted maximum-likelihood estimate, Σ r²/(n − Σ h) over the readings
 * of a table with their leverages h: the degrees of freedom that the parameters use up are counted
 * in the table that supplies them (Patterson and Thompson, Biometrika 58, 545 (1971)). For a robust
 * loss the median of |r| over that of a standard normal deviate, with the same correction.
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
    double[] leverage = fit.linearization().leverages();
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
        Refusal refusal =
            perTable
                ? Refusal.of(RefusalCode.TOO_FEW_IN_TABLE, observations.tableNames().get(g))
                : Refusal.of(RefusalCode.TOO_FEW_FOR_NOISE);
        throw new FitRefusedException(refusal.with("readings", sizes[g].length));
      }
      double found =
          loss == Loss.LINEAR
              ? Math.sqrt(squares[g] / freedom[g])
              : Median.of(sizes[g]) / NORMAL_MEDIAN * Math.sqrt(sizes[g].length / freedom[g]);
      factor[g] = found > 0 ? found : 1; // no scatter at all: nothing to go by
    }
    double[] factors = new double[n];
    for (int i = 0; i < n; i++) {
      factors[i] = factor[perTable ? observations.table(i) : 0];
    }
    return factors;
  }
}

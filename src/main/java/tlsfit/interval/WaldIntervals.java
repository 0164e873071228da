package tlsfit.interval;

import java.util.List;
import tlsfit.fit.Optimum;
import tlsfit.fit.Parameter;
import tlsfit.fit.Verdict;

/**
 * Intervals from the curvature at the optimum: coordinate ± quantile · standard error, where the
 * coordinates are ln χ, ln p, 1/T10, f_ref, ln σ_p and α (Seber and Wild, Nonlinear Regression,
 * 1989, section 5.1). Seen in χ, p and T10 themselves the limits are therefore asymmetric, and the
 * interval of T10 is open above where that of 1/T10 holds 0.
 *
 * <p>Bounds of the fit cut it off.
 *
 * <p>The quantile is the normal one where σ is known, else Student's with the fit's degrees of
 * freedom.
 */
public final class WaldIntervals implements IntervalMethod {
  /** The name of the method in files and reports. */
  public static final String METHOD = "wald";

  private final Optimum optimum;
  private final double level;
  private final double[][] covariance;

  private WaldIntervals(Optimum optimum, double level) {
    this.optimum = optimum;
    this.level = level;
    covariance = optimum.covariance();
  }

  /**
   * Estimates with intervals of all parameters of a fit, free or held, in their own order.
   *
   * @param optimum the fit
   * @param verdict which of them it determines
   * @param level confidence level 1 − α, between 0 and 1
   */
  public static List<Estimate> of(Optimum optimum, Verdict verdict, double level) {
    return Estimates.of(optimum, verdict, level, new WaldIntervals(optimum, level));
  }

  /**
   * Correlation of the free parameters themselves.
   *
   * @return as many rows and columns as the optimum has free parameters, in their order
   */
  public static double[][] correlation(Optimum optimum) {
    double[][] covariance = optimum.covariance();
    int m = optimum.free().size(); // the pulls come after
    double[][] correlation = new double[m][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        // T10 falls as its coordinate, the rate, grows.
        double sign = direction(optimum, i) * direction(optimum, j);
        correlation[i][j] =
            i == j ? 1 : sign * covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
      }
    }
    return correlation;
  }

  private static int direction(Optimum optimum, int column) {
    return optimum.free().get(column) == Parameter.RELAXATION_TIME ? -1 : 1;
  }

  @Override
  public Interval interval(Parameter parameter) {
    int column = optimum.free().indexOf(parameter);
    double best = optimum.values().coordinate(parameter);
    double reach = Quantile.twoSided(optimum, level) * Math.sqrt(covariance[column][column]);
    return Interval.ofCoordinates(level, METHOD, parameter, best - reach, best + reach)
        .within(optimum.options().boundsOf(parameter));
  }
}

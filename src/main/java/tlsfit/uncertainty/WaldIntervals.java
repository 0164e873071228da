package tlsfit.uncertainty;

import java.util.List;
import tlsfit.diagnosis.Verdict;
import tlsfit.fit.Fit;
import tlsfit.model.Parameter;

/**
 * Intervals from the curvature at the fit: coordinate ± quantile · standard error, where the
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

  private final Fit fit;
  private final double level;
  private final double[][] covariance;

  private WaldIntervals(Fit fit, double level) {
    this.fit = fit;
    this.level = level;
    covariance = fit.covariance();
  }

  /**
   * Estimates with intervals of all parameters of a fit, free or held, in their own order.
   *
   * @param fit the fit
   * @param verdict which of them it determines
   * @param level confidence level 1 − α, between 0 and 1
   */
  public static List<Estimate> of(Fit fit, Verdict verdict, double level) {
    return Estimates.of(fit, verdict, level, new WaldIntervals(fit, level));
  }

  @Override
  public Interval interval(Parameter parameter) {
    int column = fit.free().indexOf(parameter);
    double best = fit.values().coordinate(parameter);
    double reach = Quantile.twoSided(fit, level) * Math.sqrt(covariance[column][column]);
    return Interval.ofCoordinates(level, METHOD, parameter, best - reach, best + reach)
        .within(fit.options().boundsOf(parameter));
  }
}

package tlsfit.uncertainty;

import java.util.List;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.fit.Fit;
import tlsfit.likelihood.ConfidenceSets;
import tlsfit.model.Parameter;
import tlsfit.result.Interval;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.Bounds;
import tlsfit.statistics.CriticalValues;

/**
 * Wald intervals, from the curvature at the fit: scaled value ± quantile · standard error, where
 * the scaled values are ln χ, ln p, 1/T10, f_ref, ln σ_p and α (Seber and Wild, Nonlinear
 * Regression, 1989, section 5.1). In χ, p and T10 themselves the limits are therefore asymmetric,
 * and the interval of T10 is open above where that of 1/T10 holds 0.
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

  WaldIntervals(Fit fit, double level) {
    this.fit = fit;
    this.level = level;
    covariance = fit.covariance();
  }

  /**
   * Estimates with intervals of all parameters of a fit, fitted or fixed, in their own order.
   *
   * @param fit the fit
   * @param diagnosis which of them it determines
   * @param level confidence level 1 − α, between 0 and 1
   */
  public static List<ParameterEstimate> of(Fit fit, Diagnosis diagnosis, double level) {
    return Estimates.of(
            fit, diagnosis, ConfidenceSets.of(fit, level), new WaldIntervals(fit, level))
        .all();
  }

  @Override
  public Interval interval(Parameter parameter) {
    int column = fit.free().indexOf(parameter);
    double best = fit.values().scaled(parameter);
    double reach =
        new CriticalValues(level, fit.sigmaKnowledge()).twoSided()
            * Math.sqrt(covariance[column][column]);
    Bounds bounds = fit.options().boundsOf(parameter);
    return ScaledInterval.of(level, METHOD, parameter, best - reach, best + reach)
        .within(bounds.lower(), bounds.upper());
  }
}

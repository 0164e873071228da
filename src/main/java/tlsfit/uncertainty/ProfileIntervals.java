package tlsfit.uncertainty;

import java.util.List;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.fit.Fit;
import tlsfit.likelihood.ConfidenceSet;
import tlsfit.likelihood.ConfidenceSets;
import tlsfit.likelihood.Profile;
import tlsfit.likelihood.ProfileEnd;
import tlsfit.model.Parameter;
import tlsfit.result.Interval;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.Bounds;
import tlsfit.statistics.CriticalValues;

/**
 * Intervals from the profile likelihood: all values of a parameter at which χ², the other
 * parameters refitted, exceeds its minimum by no more than quantile² times the noise variance
 * (Venzon and Moolgavkar, Appl. Stat. 37, 87 (1988); Bates and Watts, Nonlinear Regression
 * Analysis, 1988, section 6.1), by {@link ConfidenceSets}. Where these fall into parts, the
 * interval reaches over all of them.
 */
public final class ProfileIntervals implements IntervalMethod {
  /** The name of the method in files and reports. */
  public static final String METHOD = "profile";

  private final Fit fit;
  private final ConfidenceSets sets;

  ProfileIntervals(Fit fit, ConfidenceSets sets) {
    this.fit = fit;
    this.sets = sets;
  }

  /**
   * Estimates with intervals of all parameters of a fit, fitted or fixed, in their own order.
   *
   * @param fit the fit
   * @param diagnosis which of them it determines
   * @param level confidence level 1 − α, between 0 and 1
   */
  public static List<ParameterEstimate> of(Fit fit, Diagnosis diagnosis, double level) {
    ConfidenceSets sets = ConfidenceSets.of(fit, level);
    return Estimates.of(fit, diagnosis, sets, new ProfileIntervals(fit, sets)).all();
  }

  @Override
  public Interval interval(Parameter parameter) {
    ConfidenceSet set = sets.of(parameter);
    return ScaledInterval.of(sets.level(), METHOD, parameter, set.lower(), set.upper());
  }

  /**
   * The interval of a parameter that lies at a bound, where the best fit would have it beyond: from
   * the bound to a one-sided limit inside. By itself it holds a truth within the bounds at least as
   * often as it says. Whoever takes two-sided limits where the fit lies inside, and this one where
   * it does not, holds a truth about two standard errors from the bound in 92.5 % only, of 95
   * (Feldman and Cousins, Phys. Rev. D 57, 3873 (1998), section IV).
   */
  Interval oneSided(Parameter parameter, Bounds.Side side) {
    double quantile = new CriticalValues(sets.level(), fit.sigmaKnowledge()).oneSided();
    double bound = fit.values().scaled(parameter);
    boolean upwards = (side == Bounds.Side.LOWER) == parameter.scale().increasing();
    ProfileEnd end = new Profile(fit).end(parameter, upwards ? 1 : -1, quantile);
    return upwards
        ? ScaledInterval.of(sets.level(), METHOD, parameter, bound, end.scaled())
        : ScaledInterval.of(sets.level(), METHOD, parameter, end.scaled(), bound);
  }
}

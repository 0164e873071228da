package tlsfit.uncertainty;

import java.util.List;
import java.util.Optional;
import tlsfit.diagnosis.Verdict;
import tlsfit.fit.Fit;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.Bounds;

/**
 * Intervals from the profile likelihood: all values of a parameter at which χ², the other
 * parameters refitted, exceeds its minimum by no more than quantile² times the noise variance
 * (Venzon and Moolgavkar, Appl. Stat. 37, 87 (1988); Bates and Watts, Nonlinear Regression
 * Analysis, 1988, section 6.1). Each side is followed on its own: a side on which χ² never rises so
 * far is open. A bound that is met first ends the interval.
 */
public final class ProfileIntervals implements IntervalMethod {
  /** The name of the method in files and reports. */
  public static final String METHOD = "profile";

  private final Fit fit;
  private final double level;
  private final Profile profile;

  ProfileIntervals(Fit fit, double level) {
    this.fit = fit;
    this.level = level;
    this.profile = new Profile(fit);
  }

  /**
   * Estimates with intervals of all parameters of a fit, free or held, in their own order.
   *
   * @param fit the fit
   * @param verdict which of them it determines
   * @param level confidence level 1 − α, between 0 and 1
   */
  public static List<Estimate> of(Fit fit, Verdict verdict, double level) {
    return Estimates.of(fit, verdict, level, new ProfileIntervals(fit, level));
  }

  @Override
  public Interval interval(Parameter parameter) {
    double quantile = Quantile.twoSided(fit, level);
    double lower = profile.end(parameter, -1, quantile);
    double upper = profile.end(parameter, 1, quantile);
    return Interval.ofCoordinates(level, METHOD, parameter, lower, upper);
  }

  /**
   * The interval of a parameter that lies at a bound, where the best fit would have it beyond: from
   * the bound to a one-sided limit inside. By itself it holds a truth within the bounds at least as
   * often as it says. Whoever takes two-sided limits where the fit lies inside, and this one where
   * it does not, holds a truth about two standard errors from the bound in 92.5 % only, of 95
   * (Feldman and Cousins, Phys. Rev. D 57, 3873 (1998), section IV).
   */
  Interval oneSided(Parameter parameter, Bounds.Side side) {
    double quantile = Quantile.oneSided(fit, level);
    double bound = fit.values().coordinate(parameter);
    // T10 falls as its rate grows
    boolean upwards = (side == Bounds.Side.LOWER) != (parameter == Parameter.RELAXATION_TIME);
    return upwards
        ? Interval.ofCoordinates(
            level, METHOD, parameter, bound, profile.end(parameter, 1, quantile))
        : Interval.ofCoordinates(
            level, METHOD, parameter, profile.end(parameter, -1, quantile), bound);
  }

  /** A point below the fit that was met on the way, if any. */
  Optional<ParameterValues> lowerMinimum() {
    return profile.lowerMinimum();
  }
}

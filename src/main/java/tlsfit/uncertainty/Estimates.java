package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.List;
import tlsfit.diagnosis.Verdict;
import tlsfit.fit.Fit;
import tlsfit.model.Parameter;
import tlsfit.setup.Bounds;

/** Estimates of all parameters of a fit, their intervals made by one method. */
final class Estimates {
  private final Fit fit;
  private final Verdict verdict;
  private final double level;
  private final double[][] covariance;

  private Estimates(Fit fit, Verdict verdict, double level) {
    this.fit = fit;
    this.verdict = verdict;
    this.level = level;
    covariance = fit.covariance();
  }

  /**
   * Estimates of all parameters, free or held, in their own order.
   *
   * <p>A parameter that lies at a bound has an interval from the profile, open to the inside only.
   * Those of the others are then from the profile too, whatever the method: that parameter may move
   * inside as they move, which neither a curvature nor replicates at the bound would tell.
   *
   * @param method how the intervals are made
   */
  static List<Estimate> of(Fit fit, Verdict verdict, double level, IntervalMethod method) {
    Quantile.level(level);
    Estimates estimates = new Estimates(fit, verdict, level);
    // A profile that was given is the one to use: it is asked later what it met.
    ProfileIntervals profile =
        method instanceof ProfileIntervals given ? given : new ProfileIntervals(fit, level);
    IntervalMethod used = fit.atBound().isEmpty() ? method : profile;
    List<Estimate> result = new ArrayList<>();
    for (Parameter parameter : Parameter.values()) {
      boolean held = fit.options().fixed().containsKey(parameter);
      if (held || fit.fitted().contains(parameter) || verdict.undetermined().contains(parameter)) {
        result.add(estimates.estimate(parameter, held, used, profile));
      }
    }
    return List.copyOf(result);
  }

  private Estimate estimate(
      Parameter parameter, boolean held, IntervalMethod method, ProfileIntervals profile) {
    double value = fit.values().get(parameter);
    if (held) {
      Interval point = new Interval(level, "fixed", value, value);
      return new Estimate(parameter, value, Double.NaN, point, true, true);
    }
    if (verdict.undetermined().contains(parameter)) {
      Interval open =
          new Interval(level, "none", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      return new Estimate(parameter, value, Double.NaN, open, false, false);
    }
    Bounds.Side side = fit.atBound().get(parameter);
    if (side != null) {
      Interval inside = profile.oneSided(parameter, side);
      return new Estimate(parameter, value, Double.NaN, inside, false, true);
    }
    int column = fit.free().indexOf(parameter);
    double error =
        Math.sqrt(covariance[column][column]) * Math.abs(fit.values().byCoordinate(parameter));
    return new Estimate(parameter, value, error, method.interval(parameter), false, true);
  }
}

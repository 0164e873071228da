package tlsfit.interval;

import java.util.ArrayList;
import java.util.List;
import tlsfit.fit.Bounds;
import tlsfit.fit.Optimum;
import tlsfit.fit.Parameter;
import tlsfit.fit.Verdict;

/** Estimates of all parameters of a fit, their intervals made by one method. */
final class Estimates {
  private final Optimum optimum;
  private final Verdict verdict;
  private final double level;
  private final double[][] covariance;

  private Estimates(Optimum optimum, Verdict verdict, double level) {
    this.optimum = optimum;
    this.verdict = verdict;
    this.level = level;
    covariance = optimum.covariance();
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
  static List<Estimate> of(Optimum optimum, Verdict verdict, double level, IntervalMethod method) {
    Quantile.level(level);
    Estimates estimates = new Estimates(optimum, verdict, level);
    // A profile that was given is the one to use: it is asked later what it met.
    ProfileIntervals profile =
        method instanceof ProfileIntervals given ? given : new ProfileIntervals(optimum, level);
    IntervalMethod used = optimum.atBound().isEmpty() ? method : profile;
    List<Estimate> result = new ArrayList<>();
    for (Parameter parameter : Parameter.values()) {
      boolean held = optimum.options().fixed().containsKey(parameter);
      if (held
          || optimum.fitted().contains(parameter)
          || verdict.undetermined().contains(parameter)) {
        result.add(estimates.estimate(parameter, held, used, profile));
      }
    }
    return List.copyOf(result);
  }

  private Estimate estimate(
      Parameter parameter, boolean held, IntervalMethod method, ProfileIntervals profile) {
    double value = optimum.values().get(parameter);
    if (held) {
      Interval point = new Interval(level, "fixed", value, value);
      return new Estimate(parameter, value, Double.NaN, point, true, true);
    }
    if (verdict.undetermined().contains(parameter)) {
      Interval open =
          new Interval(level, "none", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      return new Estimate(parameter, value, Double.NaN, open, false, false);
    }
    Bounds.Side side = optimum.atBound().get(parameter);
    if (side != null) {
      Interval inside = profile.oneSided(parameter, side);
      return new Estimate(parameter, value, Double.NaN, inside, false, true);
    }
    int column = optimum.free().indexOf(parameter);
    double error =
        Math.sqrt(covariance[column][column]) * Math.abs(optimum.values().byCoordinate(parameter));
    return new Estimate(parameter, value, error, method.interval(parameter), false, true);
  }
}

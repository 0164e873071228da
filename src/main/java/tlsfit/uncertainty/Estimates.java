package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.fit.Fit;
import tlsfit.likelihood.ConfidenceSets;
import tlsfit.model.Parameter;
import tlsfit.result.Interval;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.PriorKnowledge;
import tlsfit.setup.Bounds;
import tlsfit.setup.Prior;
import tlsfit.statistics.CriticalValues;

/**
 * Estimates of all parameters of a fit, their intervals made by one method.
 *
 * @param all one for each parameter, fitted or fixed, in their own order
 */
record Estimates(List<ParameterEstimate> all) {
  Estimates {
    all = List.copyOf(all);
  }

  /**
   * Estimates of all parameters, fitted or fixed, in their own order.
   *
   * <p>A parameter that lies at a bound has an interval from the profile, open to the inside only.
   * Those of the others are then from the profile too, whatever the method: that parameter may move
   * inside as they move, which neither a curvature nor replicates at the bound would tell. So it is
   * where the relaxation rate came out as 0: T10 then has a lower limit only, and the others their
   * limits with the rate free.
   *
   * @param sets the confidence sets at the level of the intervals
   * @param method how the intervals are made
   */
  static Estimates of(Fit fit, Diagnosis diagnosis, ConfidenceSets sets, IntervalMethod method) {
    return new Work(fit, diagnosis, sets, method).estimates();
  }

  /** The estimates in the making. */
  private static final class Work {
    private final Fit fit;
    private final Diagnosis diagnosis;
    private final double level;
    private final ProfileIntervals profile;
    private final IntervalMethod method;
    private final double[][] covariance;
    private final boolean widthUnseen;
    private final boolean inside; // no parameter at an end of its range

    private Work(Fit fit, Diagnosis diagnosis, ConfidenceSets sets, IntervalMethod method) {
      this.fit = fit;
      this.diagnosis = diagnosis;
      level = sets.level();
      profile = new ProfileIntervals(fit, sets);
      widthUnseen = diagnosis.shiftSeen() && sets.hasLeastWidth();
      inside = fit.atBound().isEmpty() && !fit.relaxation().atZero() && !widthUnseen;
      // Without a shift f_ref alone has a meaning, and its profile follows the noise far away.
      this.method =
          !diagnosis.shiftSeen() ? new WaldIntervals(fit, sets.level()) : inside ? method : profile;
      covariance = fit.covariance();
    }

    private Estimates estimates() {
      List<ParameterEstimate> all = new ArrayList<>();
      for (Parameter parameter : Parameter.values()) {
        boolean fixed = fit.options().fixed().containsKey(parameter);
        if (fixed || fit.fitted().contains(parameter) || !diagnosis.determines(parameter)) {
          all.add(estimate(parameter, fixed));
        }
      }
      return new Estimates(all);
    }

    private ParameterEstimate estimate(Parameter parameter, boolean fixed) {
      double value = fit.values().get(parameter);
      if (fixed) {
        return estimate(parameter, Double.NaN, Interval.of(level, "fixed", value, value), true);
      }
      boolean seen = diagnosis.shiftSeen() && fit.fitted().contains(parameter);
      boolean ofTime = parameter == Parameter.RELAXATION_TIME;
      if (!diagnosis.determines(parameter) && !(seen && ofTime)) {
        return estimate(parameter, Double.NaN, new Interval(level, "none", null, null), false);
      }
      Bounds.Side side = fit.atBound().get(parameter);
      if (parameter == Parameter.DIPOLE_WIDTH && widthUnseen) {
        // The limit of a two-sided set: a one-sided one would be for fits that always end at 0.
        Interval whole = profile.interval(parameter);
        return limit(parameter, new Interval(level, whole.method(), null, whole.upper()));
      }
      if (side != null) {
        return estimate(parameter, Double.NaN, profile.oneSided(parameter, side), false);
      }
      Interval interval = method.interval(parameter);
      if (ofTime && interval.upper() == null) { // a rate of 0 is inside
        return limit(parameter, interval);
      }
      return estimate(parameter, error(parameter, interval), interval, false);
    }

    /** Of a relaxation, or a width, that may as well be none: a limit, no value. */
    private ParameterEstimate limit(Parameter parameter, Interval interval) {
      Prior prior = fit.options().priors().get(parameter);
      return new ParameterEstimate(
          parameter.key(),
          parameter.unit(),
          null,
          null,
          interval,
          null,
          false,
          false,
          null,
          prior == null ? null : new PriorKnowledge(prior.value(), prior.sigma()));
    }

    /**
     * One standard error [the parameter's unit], by the interval where a rate or a width of 0 may
     * move; none of one with an open end but for T10, which is long at will.
     */
    private double error(Parameter parameter, Interval interval) {
      boolean open = interval.lower() == null || interval.upper() == null;
      if (open && parameter != Parameter.RELAXATION_TIME) {
        return Double.NaN;
      }
      double factor = Math.abs(fit.values().derivative(parameter));
      if (inside) {
        int column = fit.free().indexOf(parameter);
        return Math.sqrt(covariance[column][column]) * factor;
      }
      double width =
          Math.abs(
              parameter.scale().scaled(interval.to()) - parameter.scale().scaled(interval.from()));
      double quantile = new CriticalValues(level, fit.sigmaKnowledge()).twoSided();
      return width / (2 * quantile) * factor;
    }

    private ParameterEstimate estimate(
        Parameter parameter, double error, Interval interval, boolean fixed) {
      double value = fit.values().get(parameter);
      boolean determined = fixed || diagnosis.determines(parameter);
      Bounds.@Nullable Side side = fit.atBound().get(parameter);
      @Nullable Prior prior = fit.options().priors().get(parameter);
      return new ParameterEstimate(
          parameter.key(),
          parameter.unit(),
          determined && Double.isFinite(value) ? value : null,
          Double.isFinite(error) ? error : null,
          interval,
          null,
          fixed,
          determined,
          side == null ? null : side.key(),
          prior == null ? null : new PriorKnowledge(prior.value(), prior.sigma()));
    }
  }
}

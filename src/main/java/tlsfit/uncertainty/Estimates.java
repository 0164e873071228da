package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.fit.Fit;
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
 * @param lower the lowest point below the fit that a profile met on the way
 */
record Estimates(List<ParameterEstimate> all, Optional<LowerMinimum> lower) {
  Estimates {
    all = List.copyOf(all);
  }

  /**
   * Estimates of all parameters, fitted or fixed, in their own order.
   *
   * <p>A parameter that lies at a bound has an interval from the profile, open to the inside only.
   * Those of the others are then from the profile too, whatever the method: that parameter may move
   * inside as they move, which neither a curvature nor replicates at the bound would tell.
   *
   * @param method how the intervals are made
   */
  static Estimates of(Fit fit, Diagnosis diagnosis, double level, IntervalMethod method) {
    CriticalValues.checkLevel(level);
    return new Work(fit, diagnosis, level, method).estimates();
  }

  /** The estimates in the making. */
  private static final class Work {
    private final Fit fit;
    private final Diagnosis diagnosis;
    private final double level;
    private final ProfileIntervals profile;
    private final IntervalMethod method;
    private final double[][] covariance;
    private final List<ParameterEstimate> all = new ArrayList<>();
    private Optional<LowerMinimum> lower = Optional.empty();

    private Work(Fit fit, Diagnosis diagnosis, double level, IntervalMethod method) {
      this.fit = fit;
      this.diagnosis = diagnosis;
      this.level = level;
      profile = new ProfileIntervals(fit, level);
      this.method = fit.atBound().isEmpty() ? method : profile;
      covariance = fit.covariance();
    }

    private Estimates estimates() {
      for (Parameter parameter : Parameter.values()) {
        boolean fixed = fit.options().fixed().containsKey(parameter);
        if (fixed || fit.fitted().contains(parameter) || !diagnosis.determines(parameter)) {
          all.add(estimate(parameter, fixed));
        }
      }
      return new Estimates(all, lower);
    }

    private ParameterEstimate estimate(Parameter parameter, boolean fixed) {
      double value = fit.values().get(parameter);
      if (fixed) {
        return estimate(parameter, Double.NaN, Interval.of(level, "fixed", value, value), true);
      }
      if (!diagnosis.determines(parameter)) {
        return estimate(parameter, Double.NaN, new Interval(level, "none", null, null), false);
      }
      Bounds.Side side = fit.atBound().get(parameter);
      if (side != null) {
        return estimate(parameter, Double.NaN, take(profile.oneSided(parameter, side)), false);
      }
      int column = fit.free().indexOf(parameter);
      double error =
          Math.sqrt(covariance[column][column]) * Math.abs(fit.values().derivative(parameter));
      return estimate(parameter, error, take(method.interval(parameter)), false);
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

    private Interval take(IntervalMethod.Made made) {
      lower = LowerMinimum.lower(lower, made.lower());
      return made.interval();
    }
  }
}

package tlsfit.interval;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import tlsfit.fit.Bounds;
import tlsfit.fit.Noise;
import tlsfit.fit.Optimum;
import tlsfit.fit.Parameter;
import tlsfit.fit.Verdict;

/**
 * Intervals from the curvature at the optimum: coordinate ± quantile · standard error, where the
 * coordinates are ln χ, ln p, 1/T10, f_ref, ln σ_p and α (Seber and Wild, Nonlinear Regression,
 * 1989, section 5.1). Seen in χ, p and T10 themselves the limits are therefore asymmetric, and the
 * interval of T10 is open above where that of 1/T10 holds 0.
 *
 * <p>The quantile is the normal one where σ is known, else Student's with the fit's degrees of
 * freedom.
 */
public final class WaldIntervals {
  /** The name of the method in files and reports. */
  public static final String METHOD = "wald";

  private final Optimum optimum;
  private final Verdict verdict;
  private final double level;
  private final double[][] covariance;

  private WaldIntervals(Optimum optimum, Verdict verdict, double level) {
    this.optimum = optimum;
    this.verdict = verdict;
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
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a confidence level lies between 0 and 1: " + level);
    }
    WaldIntervals intervals = new WaldIntervals(optimum, verdict, level);
    List<Estimate> estimates = new ArrayList<>();
    for (Parameter parameter : Parameter.values()) {
      boolean held = optimum.options().fixed().containsKey(parameter);
      if (held
          || optimum.free().contains(parameter)
          || optimum.atBound().containsKey(parameter)
          || verdict.undetermined().contains(parameter)) {
        estimates.add(intervals.estimate(parameter, held));
      }
    }
    return List.copyOf(estimates);
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

  private Estimate estimate(Parameter parameter, boolean held) {
    double value = optimum.values().get(parameter);
    if (held) {
      return new Estimate(
          parameter, value, Double.NaN, new Interval(level, "fixed", value, value), true, true);
    }
    Bounds.@Nullable Side side = optimum.atBound().get(parameter);
    if (side != null && !verdict.undetermined().contains(parameter)) {
      return new Estimate(parameter, value, Double.NaN, beyond(side, value), false, true);
    }
    int column = optimum.free().indexOf(parameter);
    if (column < 0 || verdict.undetermined().contains(parameter)) {
      return new Estimate(parameter, value, Double.NaN, open(), false, false);
    }
    double error = Math.sqrt(covariance[column][column]);
    double reach = quantile() * error;
    return switch (parameter) {
      case CHI, DIPOLE_MOMENT, DIPOLE_WIDTH ->
          determined(parameter, value * error, value * Math.exp(-reach), value * Math.exp(reach));
      case REFERENCE_FREQUENCY, FIELD_EXPONENT ->
          determined(parameter, error, value - reach, value + reach);
      case RELAXATION_TIME -> {
        double rate = 1 / value;
        double upper = rate > reach ? 1 / (rate - reach) : Double.POSITIVE_INFINITY;
        yield determined(parameter, error * value * value, 1 / (rate + reach), upper);
      }
    };
  }

  private Estimate determined(
      Parameter parameter, double standardError, double lower, double upper) {
    return new Estimate(
        parameter,
        optimum.values().get(parameter),
        standardError,
        new Interval(level, METHOD, lower, upper),
        false,
        true);
  }

  /** Of a parameter at its bound: the bound, and open on the other side. */
  private Interval beyond(Bounds.Side side, double value) {
    return side == Bounds.Side.LOWER
        ? new Interval(level, "bound", value, Double.POSITIVE_INFINITY)
        : new Interval(level, "bound", Double.NEGATIVE_INFINITY, value);
  }

  private Interval open() {
    return new Interval(level, METHOD, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** The point that a standardised estimate exceeds with probability α/2. */
  private double quantile() {
    double alphaHalf = (1 - level) / 2;
    return optimum.options().noise() instanceof Noise.Absolute
        ? NormalDistribution.of(0, 1).inverseSurvivalProbability(alphaHalf)
        : TDistribution.of(optimum.degreesOfFreedom()).inverseSurvivalProbability(alphaHalf);
  }
}

package tlsfit.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tlsfit.result.CalibrationEffect;
import tlsfit.result.DerivedQuantity;
import tlsfit.result.FitResult;
import tlsfit.result.Interval;
import tlsfit.result.NuisanceEstimate;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.SystematicUncertainty;
import tlsfit.statistics.CriticalValues;
import tlsfit.statistics.LimitedEstimate;
import tlsfit.statistics.SigmaKnowledge;

/**
 * The logarithm of one quantity of one sample, as it is compared.
 *
 * @param estimate with the limits by the scatter alone; null where there is none
 * @param effects what one standard uncertainty of each number of the calibration does, by what
 *     identifies the number
 * @param value as it is shown
 */
record SampleLogarithm(
    @Nullable LimitedEstimate estimate, Map<String, Double> effects, ComparedValue value) {

  /**
   * Share of a squared half-width that is left at least when the calibration is taken out of it.
   */
  private static final double LEAST = 1e-6;

  /**
   * Takes it from a result.
   *
   * @param number of the sample
   * @param level confidence level of the comparison
   */
  static SampleLogarithm of(
      Quantity quantity,
      int number,
      String name,
      FitResult result,
      CalibrationSharing sharing,
      double level) {
    @Nullable ParameterEstimate parameter = result.findParameter(quantity.parameter()).orElse(null);
    @Nullable Double factor = factor(quantity, result);
    if (parameter == null || factor == null) {
      return new SampleLogarithm(null, Map.of(), bare(name, null, Obstacle.ABSENT));
    }
    Map<String, Double> effects = new TreeMap<>();
    double included = 0; // variance by a calibration that was fitted jointly
    String group = result.about().calibrationGroup();
    for (SystematicUncertainty line : result.systematics()) {
      @Nullable CalibrationEffect effect = line.calibration();
      if (effect != null) {
        put(effects, sharing.key(number, group, line.source(), effect), effect, quantity, 1);
      }
    }
    for (NuisanceEstimate nuisance : result.nuisances()) {
      @Nullable Double error = nuisance.standardError();
      double size = error == null ? 1 : error;
      CalibrationEffect effect = nuisance.calibration();
      double by =
          put(
              effects,
              sharing.key(number, group, nuisance.source(), effect),
              effect,
              quantity,
              size);
      included += by * by;
    }
    @Nullable Obstacle obstacle = obstacle(result, parameter);
    Interval interval = parameter.interval();
    boolean closed =
        obstacle == null || obstacle == Obstacle.NOT_VALID || obstacle == Obstacle.NOT_DETERMINED;
    @Nullable LimitedEstimate own = closed ? estimate(parameter, factor, included, level) : null;
    double calibration = rootSum(effects);
    @Nullable Double best =
        parameter.value() == null ? null : Double.valueOf(parameter.value() * factor);
    if (own == null) {
      ComparedValue shown =
          new ComparedValue(
              name,
              parameter.determined() ? best : null,
              null,
              null,
              times(interval.lower(), factor),
              times(interval.upper(), factor),
              times(interval.lower(), factor),
              times(interval.upper(), factor),
              obstacle == null ? Obstacle.NO_INTERVAL : obstacle);
      return new SampleLogarithm(null, effects, shown);
    }
    LimitedEstimate total = own.widened(critical(level) * calibration);
    double value = Math.exp(own.value());
    @Nullable Double error = times(parameter.standardError(), factor);
    double statistical =
        error == null || included > 0
            ? value * (own.upper() - own.lower()) / (2 * critical(level))
            : error;
    ComparedValue shown =
        new ComparedValue(
            name,
            best,
            statistical,
            effects.isEmpty() ? null : Double.valueOf(value * calibration),
            Math.exp(own.lower()),
            Math.exp(own.upper()),
            Math.exp(total.lower()),
            Math.exp(total.upper()),
            obstacle);
    return new SampleLogarithm(own, effects, shown);
  }

  /** Whether it takes part in ratios and means. */
  boolean isComparable() {
    return value.obstacle() == null && estimate != null;
  }

  LimitedEstimate comparable() {
    return Objects.requireNonNull(estimate);
  }

  /** Standard uncertainty of the logarithm by all numbers of the calibration [1]. */
  double calibration() {
    return rootSum(effects);
  }

  /**
   * The same of the difference from another, in which what both share cancels as far as it does.
   */
  double calibrationOfDifference(SampleLogarithm other) {
    Map<String, Double> of = new LinkedHashMap<>(effects);
    other.effects.forEach((key, by) -> of.merge(key, -by, Double::sum));
    return rootSum(of);
  }

  /** Statistical standard error: half the distance of the limits over the critical value [1]. */
  double standardError(double level) {
    LimitedEstimate known = comparable();
    return (known.upper() - known.lower()) / (2 * critical(level));
  }

  /** Two-sided critical value of the normal distribution. */
  static double critical(double level) {
    return new CriticalValues(level, new SigmaKnowledge.Known()).twoSided();
  }

  private static double put(
      Map<String, Double> effects,
      String key,
      CalibrationEffect effect,
      Quantity quantity,
      double size) {
    double by = size * effect.logarithms().getOrDefault(quantity.parameter(), 0.0);
    effects.merge(key, by, Double::sum);
    return by;
  }

  private static @Nullable Double factor(Quantity quantity, FitResult result) {
    if (quantity != Quantity.LOSS_TANGENT) {
      return 1.0;
    }
    @Nullable Double chi =
        result.findParameter(quantity.parameter()).map(ParameterEstimate::value).orElse(null);
    @Nullable Double tangent =
        result.findDerived(quantity.key()).map(DerivedQuantity::value).orElse(null);
    return chi == null || tangent == null ? null : Double.valueOf(tangent / chi);
  }

  private static @Nullable Obstacle obstacle(FitResult result, ParameterEstimate parameter) {
    Interval interval = parameter.interval();
    if (parameter.fixed()) {
      return Obstacle.FIXED;
    }
    if (parameter.atBound() != null) {
      return Obstacle.AT_BOUND;
    }
    boolean limit = interval.lower() != null ^ interval.upper() != null;
    if (limit) {
      return Obstacle.LIMIT;
    }
    if (!parameter.determined() || parameter.value() == null || !result.verdict().determined()) {
      return Obstacle.NOT_DETERMINED;
    }
    return result.verdict().valid() ? null : Obstacle.NOT_VALID;
  }

  private static @Nullable LimitedEstimate estimate(
      ParameterEstimate parameter, double factor, double included, double level) {
    @Nullable Double value = parameter.value();
    @Nullable Double lower = parameter.interval().lower();
    @Nullable Double upper = parameter.interval().upper();
    if (value == null || lower == null || upper == null || !(lower > 0) || !(lower < upper)) {
      return null;
    }
    double own = critical(parameter.interval().level());
    double scale = critical(level) / own;
    double best = Math.log(value);
    double down = scale * reduced(best - Math.log(lower), own * own * included);
    double up = scale * reduced(Math.log(upper) - best, own * own * included);
    double shown = best + Math.log(factor);
    return new LimitedEstimate(shown, shown - down, shown + up);
  }

  private static double reduced(double side, double square) {
    return Math.sqrt(Math.max(side * side - square, LEAST * side * side));
  }

  private static ComparedValue bare(String name, @Nullable Double value, Obstacle obstacle) {
    return new ComparedValue(name, value, null, null, null, null, null, null, obstacle);
  }

  private static @Nullable Double times(@Nullable Double value, double factor) {
    return value == null ? null : Double.valueOf(value * factor);
  }

  private static double rootSum(Map<String, Double> effects) {
    return Math.sqrt(effects.values().stream().mapToDouble(by -> by * by).sum());
  }
}

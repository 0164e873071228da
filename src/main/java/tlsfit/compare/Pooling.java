package tlsfit.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tlsfit.statistics.RandomEffects;
import tlsfit.statistics.RandomEffects.Estimate;
import tlsfit.statistics.RandomEffects.Estimator;

/** The samples taken together by one quantity: their heterogeneity, mean, and line. */
final class Pooling {
  /** The p-value below which the samples differ, so that a mean says nothing. */
  private static final double DIFFERENT = 0.05;

  private static final int CURVE = 40;

  private final List<SampleLogarithm> logarithms;
  private final double level;
  private final double[] y;
  private final double[] statistical;
  private final double[] own;
  private final double[][] shared;

  /**
   * Takes the samples together.
   *
   * @param logarithms of samples that may be compared
   */
  Pooling(List<SampleLogarithm> logarithms, double level) {
    this.logarithms = logarithms;
    this.level = level;
    int n = logarithms.size();
    y = new double[n];
    statistical = new double[n];
    own = new double[n];
    Map<String, double[]> columns = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i < n; i++) {
      SampleLogarithm one = logarithms.get(i);
      y[i] = one.comparable().value();
      statistical[i] = Math.pow(one.standardError(level), 2);
      own[i] = statistical[i];
      for (Map.Entry<String, Double> effect : one.effects().entrySet()) {
        columns.computeIfAbsent(effect.getKey(), key -> new double[n])[i] = effect.getValue();
        counts.merge(effect.getKey(), 1, Integer::sum);
      }
    }
    List<double[]> common = new ArrayList<>();
    columns.forEach(
        (key, column) -> {
          if (counts.getOrDefault(key, 0) > 1) {
            common.add(column);
          } else {
            for (int i = 0; i < n; i++) {
              own[i] += column[i] * column[i];
            }
          }
        });
    shared = common.toArray(new double[0][]);
  }

  /**
   * The heterogeneity, with a mean where there is one value for all, or it is asked for.
   *
   * @param asked whether it is
   */
  Pool pool(boolean asked) {
    double[][] none = new double[0][];
    RandomEffects reml = RandomEffects.mean(y, own, shared, Estimator.REML);
    Heterogeneity with =
        Heterogeneity.of(reml, RandomEffects.mean(y, own, shared, Estimator.PAULE_MANDEL));
    Heterogeneity without =
        Heterogeneity.of(
            RandomEffects.mean(y, statistical, none, Estimator.REML),
            RandomEffects.mean(y, statistical, none, Estimator.PAULE_MANDEL));
    boolean one = with.pValue() >= DIFFERENT;
    return new Pool(without, with, asked || one ? mean(reml) : null);
  }

  private PooledMean mean(RandomEffects reml) {
    double[] combination = {1};
    Estimate mean = reml.estimate(combination, level);
    List<Double> weights = new ArrayList<>();
    for (double weight : reml.weights(combination)) {
      weights.add(weight);
    }
    return new PooledMean(
        Math.exp(mean.value()),
        Math.exp(mean.lower()),
        Math.exp(mean.upper()),
        Math.exp(mean.predictionLower()),
        Math.exp(mean.predictionUpper()),
        logarithms.stream().map(one -> one.value().sample()).toList(),
        List.copyOf(weights));
  }

  /** The line over a covariate; null where it does not vary, or of fewer than three samples. */
  @Nullable CovariateLine line(String covariate, String unit, double[] x) {
    if (x.length < 3) {
      return null;
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double middle = 0;
    for (double at : x) {
      low = Math.min(low, at);
      high = Math.max(high, at);
      middle += at / x.length;
    }
    if (!(high > low)) {
      return null;
    }
    // centred and scaled, so that no unit of the covariate costs digits
    double[] scaled = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      scaled[i] = (x[i] - middle) / (high - low);
    }
    RandomEffects reml = RandomEffects.line(scaled, y, own, shared, Estimator.REML);
    Estimate slope = reml.estimate(new double[] {0, 1}, level);
    List<CovariateLine.Point> curve = new ArrayList<>();
    for (int k = 0; k <= CURVE; k++) {
      double at = low + (high - low) * k / CURVE;
      Estimate here = reml.estimate(new double[] {1, (at - middle) / (high - low)}, level);
      curve.add(
          new CovariateLine.Point(
              at, Math.exp(here.value()), Math.exp(here.lower()), Math.exp(here.upper())));
    }
    double unitSlope = 1 / (high - low);
    return new CovariateLine(
        covariate,
        unit,
        slope.value() * unitSlope,
        slope.lower() * unitSlope,
        slope.upper() * unitSlope,
        reml.pValue(new double[] {0, 1}, level),
        Heterogeneity.of(reml, RandomEffects.line(scaled, y, own, shared, Estimator.PAULE_MANDEL)),
        List.copyOf(curve));
  }
}

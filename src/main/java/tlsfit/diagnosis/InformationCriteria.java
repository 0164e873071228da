package tlsfit.diagnosis;

import java.util.List;
import java.util.OptionalDouble;
import tlsfit.fit.Fit;
import tlsfit.setup.Noise;

/**
 * What a fit costs: −2 ln of its likelihood and a price on its parameters (Burnham and Anderson,
 * Model Selection and Multimodel Inference, 2nd edition, 2002, sections 2.2, 2.4 and 2.9).
 *
 * <p>−2 ln L is χ² where σ is known, and n ln(χ²/n) where it comes from the scatter, up to what is
 * the same for all models; σ then counts as one parameter more. The correction for few readings is
 * exact for linear models of unknown σ; with known σ it errs on the side of fewer parameters.
 *
 * @param aicc AIC + 2K(K + 1)/(n − K − 1) with AIC = −2 ln L + 2K; empty where n ≤ K + 1
 * @param bic −2 ln L + K ln n
 */
record InformationCriteria(OptionalDouble aicc, OptionalDouble bic) {
  static final InformationCriteria NONE =
      new InformationCriteria(OptionalDouble.empty(), OptionalDouble.empty());

  static InformationCriteria of(Fit fit) {
    return of(
        fit.chiSquare(),
        fit.observations().size(),
        fit.free().size(),
        fit.options().noise() instanceof Noise.Absolute);
  }

  /**
   * The criteria from numbers.
   *
   * @param chiSquare χ²
   * @param n readings
   * @param m fitted parameters, without σ
   * @param known whether σ is known
   */
  static InformationCriteria of(double chiSquare, int n, int m, boolean known) {
    double deviance = known ? chiSquare : n * Math.log(chiSquare / n);
    if (!Double.isFinite(deviance)) {
      return NONE; // an exact fit
    }
    int k = known ? m : m + 1;
    double akaike = deviance + 2.0 * k;
    return new InformationCriteria(
        n > k + 1
            ? OptionalDouble.of(akaike + 2.0 * k * (k + 1) / (n - k - 1))
            : OptionalDouble.empty(),
        OptionalDouble.of(deviance + k * Math.log(n)));
  }

  /** Akaike weights of some values of a criterion; they add up to 1. */
  static double[] weights(List<Double> criteria) {
    double lowest = criteria.stream().mapToDouble(c -> c).min().orElse(0);
    double[] weights = criteria.stream().mapToDouble(c -> Math.exp(0.5 * (lowest - c))).toArray();
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }
}

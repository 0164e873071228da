package tlsfit.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The information criteria of Akaike, corrected for few readings (AICc), and of Schwarz (BIC): −2
 * ln of the likelihood of a fit plus a penalty on the number of its parameters (Burnham and
 * Anderson, Model Selection and Multimodel Inference, 2nd edition, 2002, sections 2.2, 2.4 and
 * 2.9).
 *
 * <p>−2 ln L is χ² where σ is known, and n ln(χ²/n) where it comes from the scatter, up to what is
 * the same for all models; σ then counts as one parameter more. The correction for few readings is
 * exact for linear models of unknown σ; with known σ it errs on the side of fewer parameters.
 *
 * @param aicc AIC + 2K(K + 1)/(n − K − 1) with AIC = −2 ln L + 2K; empty where n ≤ K + 1, and for
 *     an exact fit
 * @param bic −2 ln L + K ln n; empty for an exact fit
 */
public record InformationCriteria(OptionalDouble aicc, OptionalDouble bic) {
  /** Neither criterion: an exact fit, or none. */
  public static final InformationCriteria NONE =
      new InformationCriteria(OptionalDouble.empty(), OptionalDouble.empty());

  /**
   * The criteria of a fit.
   *
   * @param chiSquare χ² [1], or the sum of squared residuals in any unit where σ is not known
   * @param n readings
   * @param m fitted parameters, without σ
   * @param known whether σ is known; if not, it counts as one parameter more
   */
  public static InformationCriteria of(double chiSquare, int n, int m, boolean known) {
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

  /**
   * Akaike weights: the likelihoods of models relative to each other, exp(−Δ/2) with Δ the
   * difference of the criterion from the lowest, normalised (Burnham and Anderson, section 2.9).
   *
   * @param criteria AICc of each model
   * @return as many weights, which add up to 1
   */
  public static double[] weights(double[] criteria) {
    double lowest = Arrays.stream(criteria).min().orElse(0);
    double[] weights = Arrays.stream(criteria).map(c -> Math.exp(0.5 * (lowest - c))).toArray();
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

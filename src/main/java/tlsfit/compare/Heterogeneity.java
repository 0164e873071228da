package tlsfit.compare;

import tlsfit.statistics.RandomEffects;

/**
 * The test of one true value for all samples, on the scale of the logarithm.
 *
 * @param q Cochran's Q [1]
 * @param degreesOfFreedom of Q
 * @param pValue probability of as large a Q where there is one value
 * @param iSquared I² [1]
 * @param tau standard deviation of the true values [1], by restricted maximum likelihood
 * @param tauPauleMandel the same after Paule and Mandel
 */
public record Heterogeneity(
    double q,
    int degreesOfFreedom,
    double pValue,
    double iSquared,
    double tau,
    double tauPauleMandel) {
  static Heterogeneity of(RandomEffects reml, RandomEffects pauleMandel) {
    return new Heterogeneity(
        reml.q(),
        reml.degreesOfFreedom(),
        reml.pValue(),
        reml.iSquared(),
        Math.sqrt(reml.tauSquared()),
        Math.sqrt(pauleMandel.tauSquared()));
  }
}

package tlsfit.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The knowledge of the standard deviations σ of the readings: given, or estimated up to a common
 * factor from the scatter about the fit.
 *
 * <p>It has two consequences. The covariance of the parameters is (JᵀJ)⁻¹ as it stands, or times
 * the reduced χ² (the {@linkplain #variance noise variance}). And a standardised estimate follows
 * the normal distribution, a fall of χ² on freeing k parameters the χ² distribution with k degrees
 * of freedom; with estimated σ these become Student's t and k times Fisher's F (Seber and Wild,
 * Nonlinear Regression, 1989, sections 5.1 and 5.3).
 */
public sealed interface SigmaKnowledge {

  /** The standard deviations are known. */
  record Known() implements SigmaKnowledge {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @Override
    public boolean known() {
      return true;
    }

    @Override
    public double variance(double chiSquare) {
      return 1;
    }

    @Override
    public double deviateAbove(double probability) {
      return NORMAL.inverseSurvivalProbability(probability);
    }

    @Override
    public double fallPValue(double statistic, int parameters) {
      return ChiSquaredDistribution.of(parameters).survivalProbability(statistic);
    }

    @Override
    public double fallAbove(double probability, int parameters) {
      return ChiSquaredDistribution.of(parameters).inverseSurvivalProbability(probability);
    }
  }

  /**
   * The standard deviations are known up to a factor, which the scatter about the fit gives.
   *
   * @param degreesOfFreedom ν of that estimate, n − m for n readings and m parameters, positive
   */
  record Estimated(double degreesOfFreedom) implements SigmaKnowledge {
    @Override
    public boolean known() {
      return false;
    }

    @Override
    public double variance(double chiSquare) {
      return chiSquare / degreesOfFreedom;
    }

    @Override
    public double deviateAbove(double probability) {
      return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(probability);
    }

    @Override
    public double fallPValue(double statistic, int parameters) {
      return FDistribution.of(parameters, degreesOfFreedom)
          .survivalProbability(statistic / parameters);
    }

    @Override
    public double fallAbove(double probability, int parameters) {
      return parameters
          * FDistribution.of(parameters, degreesOfFreedom).inverseSurvivalProbability(probability);
    }
  }

  /** Whether σ is known. If not it is one of the estimated quantities of a likelihood. */
  boolean known();

  /**
   * The noise variance [1]: what to multiply (JᵀJ)⁻¹ with for the covariance of the parameters.
   *
   * @param chiSquare χ² of the fit, with the σ that J is counted in
   * @return 1 for known σ, else χ²/ν
   */
  double variance(double chiSquare);

  /**
   * The point that a standardised estimate exceeds with a probability.
   *
   * @param probability between 0 and 1
   * @return from the normal distribution or Student's t [standard errors]
   */
  double deviateAbove(double probability);

  /**
   * The probability that χ² falls by as much by chance.
   *
   * @param statistic fall of χ², in units of the noise variance [1], ≥ 0
   * @param parameters how many were freed, k ≥ 1
   * @return from χ² with k degrees of freedom, or from F with k and ν
   */
  double fallPValue(double statistic, int parameters);

  /**
   * The fall of χ² that chance exceeds with a probability: the inverse of {@link #fallPValue}.
   *
   * @param probability between 0 and 1
   * @param parameters how many were freed, k ≥ 1
   * @return in units of the noise variance [1]
   */
  double fallAbove(double probability, int parameters);
}

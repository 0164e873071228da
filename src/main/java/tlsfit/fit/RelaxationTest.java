package tlsfit.fit;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The likelihood-ratio test of "no relaxation" against a relaxation rate &gt; 0.
 *
 * <p>The null hypothesis lies on the boundary of the allowed rates, where the statistic follows the
 * equal mixture of χ² with 0 and 1 degrees of freedom (Self and Liang, J. Am. Stat. Assoc. 82, 605
 * (1987), case 5), so that its p-value is half the usual one.
 *
 * @param statistic fall of χ² on freeing the rate, in units of the noise variance [1], ≥ 0
 * @param pValue probability of as large a fall without relaxation
 */
public record RelaxationTest(double statistic, double pValue) {

  /** Relaxation counts as seen below this p-value. */
  public static final double SIGNIFICANCE = 0.05;

  /** Makes the test of a fall of χ² in units of the noise variance. */
  public static RelaxationTest of(double statistic) {
    double clipped = Math.max(statistic, 0);
    double pValue =
        clipped == 0 ? 1 : 0.5 * ChiSquaredDistribution.of(1).survivalProbability(clipped);
    return new RelaxationTest(clipped, pValue);
  }

  /** Whether the data show relaxation. */
  public boolean seen() {
    return pValue < SIGNIFICANCE;
  }
}

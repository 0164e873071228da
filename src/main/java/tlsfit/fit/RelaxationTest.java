package tlsfit.fit;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import tlsfit.setup.Noise;

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

  /**
   * Makes the test from the fits without and with relaxation. Where σ comes from the scatter, F
   * with one and the fit's degrees of freedom takes the place of χ².
   *
   * <p>The same test holds for any one parameter that must not be negative and whose null value is
   * 0, such as the square of the width of the dipole moments.
   */
  public static RelaxationTest of(Fit without, Fit with) {
    double fall = without.chiSquare() - with.chiSquare();
    if (!(fall > 0)) {
      return new RelaxationTest(0, 1);
    }
    double statistic = fall / with.noiseVariance();
    double pValue =
        with.options().noise() instanceof Noise.Absolute
            ? ChiSquaredDistribution.of(1).survivalProbability(statistic)
            : FDistribution.of(1, with.degreesOfFreedom()).survivalProbability(statistic);
    return new RelaxationTest(statistic, 0.5 * pValue);
  }

  /** Whether the data show relaxation. */
  public boolean seen() {
    return pValue < SIGNIFICANCE;
  }
}

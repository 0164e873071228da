package tlsfit.fit;

import tlsfit.statistics.NestedModelTest;

/**
 * The likelihood-ratio test of "no relaxation" against a relaxation rate &gt; 0.
 *
 * <p>A rate of 0 lies at the end of the allowed range: {@link NestedModelTest#oneSided}.
 *
 * @param statistic fall of χ² on freeing the rate, in units of the noise variance [1], ≥ 0
 * @param pValue probability of as large a fall without relaxation
 */
public record RelaxationTest(double statistic, double pValue) {

  /** Relaxation counts as seen below this p-value. */
  public static final double SIGNIFICANCE = 0.05;

  /** Makes the test from the fits without and with relaxation. */
  static RelaxationTest of(Fit without, Fit with) {
    NestedModelTest test =
        NestedModelTest.oneSided(
            without.chiSquare() - with.chiSquare(), with.noiseVariance(), with.sigmaKnowledge());
    return new RelaxationTest(test.statistic(), test.pValue());
  }

  /** Whether the data show relaxation. */
  public boolean seen() {
    return pValue < SIGNIFICANCE;
  }
}

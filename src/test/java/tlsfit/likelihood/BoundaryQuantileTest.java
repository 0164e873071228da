package tlsfit.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.statistics.CriticalValues;
import tlsfit.statistics.SigmaKnowledge;

class BoundaryQuantileTest {
  private static final CriticalValues KNOWN = new CriticalValues(0.95, new SigmaKnowledge.Known());

  // python3: th = θ, two = norm.ppf(0.5 + lv/2); two if th >= two else scipy.optimize.brentq(
  // lambda c: norm.cdf(c) - norm.cdf(-(th*th + c*c)/(2*th)) - lv, norm.ppf(lv) - 1e-9, two + 1e-9)
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.95, 1.6448536270",
    "0.5, 0.95, 1.6581143997",
    "1, 0.95, 1.8194128786",
    "1.5, 0.95, 1.9300684146",
    "2, 0.95, 1.9599639845",
    "3, 0.95, 1.9599639845",
    "0.1, 0.99, 2.3263478740",
    "0.5, 0.99, 2.3263481549",
    "1, 0.99, 2.3480377350",
    "1.5, 0.99, 2.4533359200",
    "2, 0.99, 2.5409697496",
    "3, 0.99, 2.5758293035",
    "0.1, 0.68, 0.5830639504",
    "0.5, 0.68, 0.9128491669",
    "1, 0.68, 0.9944578832",
    "1.5, 0.68, 0.9944578832",
    "2, 0.68, 0.9944578832",
    "3, 0.68, 0.9944578832"
  })
  void rootsOfTheAcceptance(double theta, double level, double quantile) {
    CriticalValues critical = new CriticalValues(level, new SigmaKnowledge.Known());
    assertThat(BoundaryQuantile.at(theta, critical)).isCloseTo(quantile, within(1e-7));
  }

  /** The limits of 40,000 normal estimates hold the truth in 95 %: four standard errors. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 1.5, 2, 3})
  void coversASmallTruth(double theta) {
    ContinuousSampler normal =
        ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(17));
    double quantile = BoundaryQuantile.at(theta, KNOWN);
    int held = 0;
    int n = 40_000;
    for (int i = 0; i < n; i++) {
      double x = theta + normal.sample();
      double best = Math.max(x, 0); // the estimate that is allowed
      double rise = (x - theta) * (x - theta) - (x - best) * (x - best);
      held += rise <= quantile * quantile ? 1 : 0;
    }
    assertThat((double) held / n).isCloseTo(0.95, within(4 * Math.sqrt(0.05 * 0.95 / n)));
  }

  /** Between one and two sides, growing on the way. */
  @Test
  void growsFromTheOneSidedToTheTwoSidedQuantile() {
    double last = 0;
    for (double theta = 0; theta < 3; theta += 0.05) {
      double quantile = BoundaryQuantile.at(theta, KNOWN);
      assertThat(quantile).isBetween(last, KNOWN.twoSided() + 1e-9);
      last = quantile;
    }
    assertThat(last).isEqualTo(KNOWN.twoSided());
    assertThat(BoundaryQuantile.at(0, KNOWN)).isCloseTo(KNOWN.oneSided(), within(1e-9));
  }

  /** Where σ is estimated the ends are Student's: with 4 degrees of freedom 2.1318 and 2.7764. */
  @Test
  void isWiderWhereSigmaIsEstimated() {
    CriticalValues few = new CriticalValues(0.95, new SigmaKnowledge.Estimated(4));
    // python3: scipy.stats.t.ppf([0.95, 0.975], 4)
    assertThat(BoundaryQuantile.at(0, few)).isCloseTo(2.131846786, within(1e-8));
    assertThat(BoundaryQuantile.at(3, few)).isCloseTo(2.776445105, within(1e-8));
    assertThat(BoundaryQuantile.at(1, few)).isBetween(2.2, 2.776445105);
  }
}

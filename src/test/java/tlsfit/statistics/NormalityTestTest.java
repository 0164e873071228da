package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalityTestTest {

  // Table 4.9 of D'Agostino and Stephens is also scipy.stats.anderson's: 10, 5, 2.5 and 1 % at
  // 0.631, 0.752, 0.873 and 1.035. The formulas for p are fits, good to a few per cent of it.
  @Test
  void normalityHasThePublishedPoints() {
    assertThat(NormalityTest.pValue(0.631)).isCloseTo(0.10, within(2e-3));
    assertThat(NormalityTest.pValue(0.752)).isCloseTo(0.05, within(1e-3));
    assertThat(NormalityTest.pValue(0.873)).isCloseTo(0.025, within(5e-4));
    assertThat(NormalityTest.pValue(1.035)).isCloseTo(0.01, within(3e-4));
    for (double end : new double[] {0.2, 0.34, 0.6}) { // the pieces meet
      assertThat(NormalityTest.pValue(end - 1e-9))
          .isCloseTo(NormalityTest.pValue(end), within(0.01));
    }
    assertThat(NormalityTest.pValue(500)).isBetween(0.0, 1e-20);
    assertThat(NormalityTest.of(new double[] {1, 2, 3, 4, 5, 6, 7})).isEmpty();
    assertThat(NormalityTest.of(new double[9])).isEmpty();
  }

  // a = scipy.stats.anderson(z, 'norm').statistic (scipy 1.17.1); a*(1 + 0.75/10 + 2.25/100)
  @Test
  void statisticOfTenNumbers() {
    double[] z = {0.3, -1.1, 2.2, 0.05, -0.7, 1.4, -0.2, 0.9, -1.9, 0.6};
    NormalityTest test = NormalityTest.of(z).orElseThrow();
    assertThat(test.statistic()).isCloseTo(0.09482585259994053, within(1e-10));
    assertThat(test.pValue()).isEqualTo(NormalityTest.pValue(test.statistic()));
  }

  @Test
  void aFarValueIsNotNormal() {
    double[] z = {0.3, -1.1, 2.2, 0.05, -0.7, 1.4, -0.2, 0.9, -1.9, 40};
    assertThat(NormalityTest.of(z).orElseThrow().pValue()).isLessThan(1e-4);
  }

  /** a = scipy.stats.anderson(z, 'norm').statistic (1.17.1); a*(1 + 0.75/n + 2.25/n**2). */
  @Test
  void statisticsOfSeveralShapes() {
    check(new double[] {1, 2, 3, 4, 5, 6, 7, 20}, 1.018854761730716);
    double[] exponential = new double[12]; // numpy.exp(0.5*numpy.arange(12))
    double[] two = new double[12]; // [-1, 1]*6
    for (int k = 0; k < 12; k++) {
      exponential[k] = Math.exp(0.5 * k);
      two[k] = k % 2 == 0 ? -1 : 1;
    }
    check(exponential, 1.4505278532296082);
    check(two, 2.152980509174132);
  }

  private static void check(double[] numbers, double statistic) {
    assertThat(NormalityTest.of(numbers).orElseThrow().statistic())
        .isCloseTo(statistic, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1, -3, 1e12})
  void unitAndOffsetDoNotMatter(double unit) {
    double[] z = {0.3, -1.1, 2.2, 0.05, -0.7, 1.4, -0.2, 0.9, -1.9, 0.6};
    double[] moved = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      moved[z.length - 1 - i] = unit * (z[i] + 7);
    }
    assertThat(NormalityTest.of(moved).orElseThrow().statistic())
        .isCloseTo(NormalityTest.of(z).orElseThrow().statistic(), within(1e-9));
    assertThat(z[0]).isEqualTo(0.3); // not sorted in place
  }

  @Test
  void aLargerStatisticIsRarer() {
    double before = 1;
    for (double a = 0; a < 12; a += 0.005) {
      double p = NormalityTest.pValue(a);
      assertThat(p).isBetween(0.0, 1.0);
      assertThat(p).isLessThanOrEqualTo(before + 2e-3); // the pieces do not meet exactly
      before = p;
    }
  }

  @Test
  void eightNumbersAreTestedAndSevenAreNot() {
    assertThat(NormalityTest.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8})).isPresent();
    assertThat(NormalityTest.of(new double[0])).isEmpty();
  }

  /** One number 1e9 away from 40 others: Φ underflows, the statistic stays a number. */
  @Test
  void aNumberBeyondTheEndOfTheDistributionIsCounted() {
    double[] z = new double[3000];
    for (int i = 0; i < z.length; i++) {
      z[i] = Math.sin(i);
    }
    z[5] = 1e9;
    NormalityTest test = NormalityTest.of(z).orElseThrow();
    assertThat(test.statistic()).isFinite().isGreaterThan(10);
    assertThat(test.pValue()).isBetween(0.0, 1e-20);
  }
}

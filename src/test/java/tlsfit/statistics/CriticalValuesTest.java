package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against scipy 1.17.1, scipy.stats; the call stands beside each value. */
class CriticalValuesTest {
  private static final CriticalValues KNOWN = new CriticalValues(0.95, new SigmaKnowledge.Known());
  private static final CriticalValues ESTIMATED =
      new CriticalValues(0.95, new SigmaKnowledge.Estimated(7));

  @Test
  void ofIntervals() {
    assertThat(KNOWN.twoSided()).isCloseTo(1.9599639845400545, within(1e-12)); // norm.isf(0.025)
    assertThat(KNOWN.oneSided()).isCloseTo(1.6448536269514729, within(1e-12)); // norm.isf(0.05)
    assertThat(ESTIMATED.twoSided()).isCloseTo(2.3646242515927844, within(1e-10)); // t.isf(.025, 7)
    assertThat(ESTIMATED.oneSided()).isCloseTo(1.8945786050900066, within(1e-10)); // t.isf(.05, 7)
  }

  @Test
  void ofARegionOfTwoParameters() {
    // sqrt(chi2.isf(0.05, 2)), which is sqrt(-2 ln 0.05); sqrt(2*f.isf(0.05, 2, 7))
    assertThat(KNOWN.twoParameters()).isCloseTo(2.4477468306808166, within(1e-10));
    assertThat(KNOWN.twoParameters()).isCloseTo(Math.sqrt(-2 * Math.log(0.05)), within(1e-10));
    assertThat(ESTIMATED.twoParameters()).isCloseTo(3.0781208968381604, within(1e-10));
  }

  @Test
  void ofManyIntervalsTogether() {
    // norm.isf(0.05/(2*68)); t.isf(0.05/(2*20), 17)
    assertThat(KNOWN.simultaneous(68)).isCloseTo(3.3760692415397484, within(1e-10));
    assertThat(new CriticalValues(0.95, new SigmaKnowledge.Estimated(17)).simultaneous(20))
        .isCloseTo(3.5429488216481424, within(1e-9));
    assertThat(KNOWN.simultaneous(1)).isEqualTo(KNOWN.twoSided());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
  void refusesWhatIsNoLevel(double level) {
    assertThatThrownBy(() -> new CriticalValues(level, new SigmaKnowledge.Known()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CriticalValues.checkLevel(level))
        .isInstanceOf(IllegalArgumentException.class);
  }

  // norm.isf((1-L)/2); norm.isf(1-L); sqrt(chi2.isf(1-L, 2)); t.isf((1-L)/2, 3);
  // sqrt(2*f.isf(1-L, 2, 3))
  @ParameterizedTest
  @CsvSource({
    "0.6827, 1.0000217133229992, 0.47526233751529845, 1.5151947600179898, 1.1969125599716919,"
        + "1.8570770414625304",
    "0.9, 1.6448536269514729, 1.2815515655446004, 2.145966026289347, 2.3533634348018246,"
        + "3.305263454074174",
    "0.99, 2.5758293035489004, 2.3263478740408408, 3.0348542587702925, 5.840909309733355,"
        + "7.85067135351853",
    "0.999, 3.2905267314918945, 3.090232306167813, 3.7169221888498383, 12.923978636687476,"
        + "17.23368793961408"
  })
  void atOtherLevels(
      double level, double normal, double oneSided, double radius, double t, double radiusOfF) {
    CriticalValues known = new CriticalValues(level, new SigmaKnowledge.Known());
    CriticalValues estimated = new CriticalValues(level, new SigmaKnowledge.Estimated(3));
    assertThat(known.twoSided()).isCloseTo(normal, within(1e-10));
    assertThat(known.oneSided()).isCloseTo(oneSided, within(1e-10));
    assertThat(known.twoParameters()).isCloseTo(radius, within(1e-10));
    assertThat(estimated.twoSided()).isCloseTo(t, within(1e-8));
    assertThat(estimated.twoParameters()).isCloseTo(radiusOfF, within(1e-6));
  }

  /** A one-sided limit at 95 % is an end of the two-sided interval at 90 %. */
  @ParameterizedTest
  @ValueSource(doubles = {0.6, 0.8, 0.95, 0.995})
  void aOneSidedLimitIsAnEndOfALowerLevel(double level) {
    for (SigmaKnowledge sigma :
        new SigmaKnowledge[] {new SigmaKnowledge.Known(), new SigmaKnowledge.Estimated(4)}) {
      assertThat(new CriticalValues(level, sigma).oneSided())
          .isCloseTo(new CriticalValues(2 * level - 1, sigma).twoSided(), within(1e-9));
    }
  }

  /** The fewer readings estimate σ, the wider everything is. */
  @Test
  void whatIsKnownLessReachesFarther() {
    double before = KNOWN.twoSided();
    for (double nu : new double[] {1e6, 100, 10, 3, 1}) {
      CriticalValues values = new CriticalValues(0.95, new SigmaKnowledge.Estimated(nu));
      assertThat(values.oneSided()).isLessThan(values.twoSided());
      assertThat(values.twoSided()).isLessThan(values.twoParameters());
      assertThat(values.twoSided()).isGreaterThan(before);
      before = values.twoSided();
    }
    CriticalValues many = new CriticalValues(0.95, new SigmaKnowledge.Estimated(1e7));
    assertThat(many.twoSided()).isCloseTo(KNOWN.twoSided(), within(1e-5));
    assertThat(many.twoParameters()).isCloseTo(KNOWN.twoParameters(), within(1e-5));
  }

  /** Bonferroni's intervals are a little wider than Šidák's of independent estimates. */
  @ParameterizedTest
  @ValueSource(ints = {2, 10, 68, 1000})
  void manyIntervalsTogetherAreWiderThanIndependentOnesNeed(int n) {
    double sidak =
        new CriticalValues(Math.pow(0.95, 1.0 / n), new SigmaKnowledge.Known()).twoSided();
    assertThat(KNOWN.simultaneous(n)).isBetween(sidak, sidak + 0.01);
    assertThat(KNOWN.simultaneous(n)).isGreaterThan(KNOWN.simultaneous(n - 1));
  }
}

package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against scipy 1.17.1, scipy.stats; the call stands beside each value. */
class NestedModelTestTest {
  private static final SigmaKnowledge KNOWN = new SigmaKnowledge.Known();
  private static final SigmaKnowledge ESTIMATED = new SigmaKnowledge.Estimated(12);

  @Test
  void countsTheFallInUnitsOfTheNoiseVariance() {
    NestedModelTest known = NestedModelTest.of(7.3, 3, 2, KNOWN);
    assertThat(known.statistic()).isEqualTo(3.65);
    assertThat(known.added()).isEqualTo(3);
    assertThat(known.pValue()).isCloseTo(0.3018223450562574, within(1e-13)); // chi2.sf(7.3/2, 3)
    NestedModelTest estimated = NestedModelTest.of(7.3, 3, 2, ESTIMATED);
    assertThat(estimated.statistic()).isEqualTo(3.65);
    // f.sf(7.3/2/3, 3, 12)
    assertThat(estimated.pValue()).isCloseTo(0.3459475419277334, within(1e-13));
  }

  /**
   * The extra sum of squares of a line over a constant, by hand: y = 1, 3, 2, 5 over x = 0, 1, 2, 3
   * has a slope of 1.1, Σ(y − ȳ)² = 8.75 and a fall of 1.1² · 5 = 6.05, so F = 6.05/(2.7/2), whose
   * p-value is that of the slope in scipy.stats.linregress([0, 1, 2, 3], [1, 3, 2, 5]).
   */
  @Test
  void isTheTestOfASlope() {
    NestedModelTest slope = NestedModelTest.of(6.05, 1, 1.35, new SigmaKnowledge.Estimated(2));
    assertThat(slope.statistic()).isCloseTo(4.481481481481482, within(1e-14));
    assertThat(slope.pValue()).isCloseTo(0.16847815937970018, within(1e-12));
  }

  @Test
  void noFallIsNeverMoreThanChance() {
    for (double fall : new double[] {0, -1e-9, Double.NaN}) {
      assertThat(NestedModelTest.of(fall, 2, 1, KNOWN)).isEqualTo(new NestedModelTest(0, 2, 1));
      assertThat(NestedModelTest.oneSided(fall, 1, ESTIMATED))
          .isEqualTo(new NestedModelTest(0, 1, 1));
    }
    assertThat(NestedModelTest.of(0, 2, 0, ESTIMATED).pValue()).isEqualTo(1);
  }

  @Test
  void aFallBesideNoScatterIsCertain() {
    assertThat(NestedModelTest.of(1e-9, 2, 0, ESTIMATED).pValue()).isZero();
    assertThat(NestedModelTest.oneSided(1e-9, 0, ESTIMATED).pValue()).isZero();
  }

  /** 2.706 is the published 5 % point of Self and Liang's case 5, the 10 % point of χ² with 1. */
  @Test
  void atABoundaryThePValueIsThatOfOneSide() {
    // norm.sf(sqrt(2.706))
    NestedModelTest known = NestedModelTest.oneSided(5.412, 2, KNOWN);
    assertThat(known.statistic()).isEqualTo(2.706);
    assertThat(known.pValue()).isCloseTo(0.049985689062629644, within(1e-13));
    // t.sf(sqrt(2.706), 10)
    assertThat(NestedModelTest.oneSided(2.706, 1, new SigmaKnowledge.Estimated(10)).pValue())
        .isCloseTo(0.06549832733669535, within(1e-13));
  }

  // chi2.sf(12.5, 4); f.sf(12.5/4, 4, 30); 0.5*chi2.sf(6, 1); 0.5*f.sf(6, 1, 9)
  @Test
  void moreFallsAgainstScipy() {
    assertThat(NestedModelTest.of(12.5, 4, 1, KNOWN).pValue())
        .isCloseTo(0.013995792487650894, within(1e-13));
    assertThat(NestedModelTest.of(12.5, 4, 1, new SigmaKnowledge.Estimated(30)).pValue())
        .isCloseTo(0.02912887930249692, within(1e-12));
    assertThat(NestedModelTest.oneSided(6, 1, KNOWN).pValue())
        .isCloseTo(0.007152939217714821, within(1e-13));
    assertThat(NestedModelTest.oneSided(6, 1, new SigmaKnowledge.Estimated(9)).pValue())
        .isCloseTo(0.018393748939893078, within(1e-12));
  }

  /** χ² and noise variance in another unit of σ: nothing changes. */
  @Test
  void theUnitOfSigmaDoesNotMatter() {
    NestedModelTest test = NestedModelTest.of(7.3, 2, 1.7, ESTIMATED);
    NestedModelTest scaled = NestedModelTest.of(7.3e6, 2, 1.7e6, ESTIMATED);
    assertThat(scaled.statistic()).isCloseTo(test.statistic(), within(1e-13));
    assertThat(scaled.pValue()).isCloseTo(test.pValue(), within(1e-13));
  }

  @Test
  void aLargerFallIsRarerAndAnEstimatedVarianceLessSure() {
    double before = 1;
    for (double fall : new double[] {0.1, 1, 4, 9, 25, 100}) {
      double known = NestedModelTest.of(fall, 2, 1, KNOWN).pValue();
      assertThat(known).isLessThan(before);
      before = known;
      if (fall > 4) { // in the tail F lies above χ²/k
        assertThat(NestedModelTest.of(fall, 2, 1, ESTIMATED).pValue()).isGreaterThan(known);
      }
      assertThat(NestedModelTest.oneSided(fall, 1, KNOWN).pValue())
          .isEqualTo(0.5 * NestedModelTest.of(fall, 1, 1, KNOWN).pValue());
    }
  }
}

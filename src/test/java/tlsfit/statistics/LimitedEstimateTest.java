package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LimitedEstimateTest {
  private static final double NORMAL = 1.959963984540054; // scipy.stats.norm.ppf(0.975)
  private static final LimitedEstimate A = new LimitedEstimate(1, 0.8, 1.5);
  private static final LimitedEstimate B = new LimitedEstimate(2, 1.7, 2.2);

  // python3: 1 - math.sqrt(0.3**2 + 0.5**2 + 0.3**2), 1 + math.sqrt(0.2**2 + 0.2**2 + 0.3**2)
  @Test
  void eachLimitTakesTheSidesThatMoveItsWay() {
    LimitedEstimate difference = LimitedEstimate.difference(A, B, 0.3);
    assertThat(difference.value()).isEqualTo(1);
    assertThat(difference.lower()).isCloseTo(0.34425614756979994, within(1e-15));
    assertThat(difference.upper()).isCloseTo(1.4123105625617662, within(1e-15));
  }

  // python3: 2*scipy.stats.norm.sf(1*norm.ppf(.975)/0.65574385243020006)
  @Test
  void isTestedWithTheSideOfTheHypothesis() {
    LimitedEstimate difference = LimitedEstimate.difference(A, B, 0.3);
    assertThat(difference.pValue(0, NORMAL)).isCloseTo(0.0027996812267904567, within(1e-14));
    assertThat(difference.pValue(difference.lower(), NORMAL)).isCloseTo(0.05, within(1e-12));
    assertThat(difference.pValue(difference.upper(), NORMAL)).isCloseTo(0.05, within(1e-12));
    assertThat(difference.pValue(1, NORMAL)).isEqualTo(1);
    assertThat(difference.deviate(2, NORMAL)).isNegative();
  }

  /** Symmetric limits: errors add as the root of their squares. */
  @Test
  void ofSymmetricLimitsIsWhatNormalTheorySays() {
    LimitedEstimate difference =
        LimitedEstimate.difference(
            new LimitedEstimate(0, -3, 3), new LimitedEstimate(1, -3, 5), 12);
    assertThat(difference).isEqualTo(new LimitedEstimate(1, -12, 14));
    assertThat(new LimitedEstimate(1, -2, 5).widened(4))
        .isEqualTo(new LimitedEstimate(1, -4, 1 + Math.sqrt(32)));
  }
}

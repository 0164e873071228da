package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InformationCriteriaTest {

  // χ² = 84.8997336681 on 68 readings with 4 parameters, by hand: AICc =
  // χ² + 8 + 40/63, BIC = χ² + 4 ln 68; σ unknown: 68 ln(χ²/68) with 5.
  @Test
  void criteriaByHand() {
    InformationCriteria known = InformationCriteria.of(84.89973366809713, 68, 4, true);
    assertThat(known.aicc().orElseThrow()).isCloseTo(93.53465430301776, within(1e-9));
    assertThat(known.bic().orElseThrow()).isCloseTo(101.77776448880155, within(1e-9));
    InformationCriteria scatter = InformationCriteria.of(84.89973366809713, 68, 4, false);
    assertThat(scatter.aicc().orElseThrow()).isCloseTo(26.061243012267674, within(1e-9));
    assertThat(scatter.bic().orElseThrow()).isCloseTo(36.19103960266433, within(1e-9));
    assertThat(InformationCriteria.of(1, 5, 4, true).aicc()).isEmpty();
    assertThat(InformationCriteria.of(0, 9, 4, false).bic()).isEmpty();
    // e^0 : e^-1 : e^-2
    assertThat(InformationCriteria.weights(new double[] {10, 12, 14}))
        .containsExactly(new double[] {0.66524096, 0.24472847, 0.09003057}, within(1e-8));
  }

  /** A criterion far above the others, as of a model that is wrong, has no weight and no NaN. */
  @Test
  void weightsDoNotOverflow() {
    assertThat(InformationCriteria.weights(new double[] {-1e6, 1e6})).containsExactly(1, 0);
    assertThat(InformationCriteria.weights(new double[0])).isEmpty();
  }

  /** In another unit of the residuals, differences between models stay the same. */
  @Test
  void theUnitOfResidualsDoesNotMatterWhereSigmaIsUnknown() {
    double inHertz =
        InformationCriteria.of(3e6, 40, 3, false).aicc().orElseThrow()
            - InformationCriteria.of(5e6, 40, 2, false).aicc().orElseThrow();
    double inKilohertz =
        InformationCriteria.of(3, 40, 3, false).aicc().orElseThrow()
            - InformationCriteria.of(5, 40, 2, false).aicc().orElseThrow();
    assertThat(inHertz).isCloseTo(inKilohertz, within(1e-10));
  }

  // n = 20, m = 3, χ² = 12.5 in Python: X+2*m+2*m*(m+1)/(n-m-1), X+m*log(n); with unknown σ
  // n*log(X/n)+2*(m+1)+2*(m+1)*(m+2)/(n-m-2), n*log(X/n)+(m+1)*log(n)
  @Test
  void criteriaOfTwentyReadings() {
    InformationCriteria known = InformationCriteria.of(12.5, 20, 3, true);
    assertThat(known.aicc().orElseThrow()).isCloseTo(20.0, within(1e-12));
    assertThat(known.bic().orElseThrow()).isCloseTo(21.48719682066197, within(1e-12));
    InformationCriteria scatter = InformationCriteria.of(12.5, 20, 3, false);
    assertThat(scatter.aicc().orElseThrow()).isCloseTo(1.2665940817519545, within(1e-12));
    assertThat(scatter.bic().orElseThrow()).isCloseTo(2.5828565093012514, within(1e-12));
  }

  /** The correction needs n above K + 1, with σ one of the K where it is not known. */
  @Test
  void fewReadingsHaveNoCorrection() {
    assertThat(InformationCriteria.of(1, 6, 4, true).aicc()).isPresent();
    assertThat(InformationCriteria.of(1, 6, 4, false).aicc()).isEmpty();
    assertThat(InformationCriteria.of(1, 6, 4, false).bic()).isPresent();
    assertThat(InformationCriteria.of(1, 7, 4, false).aicc()).isPresent();
  }

  @Test
  void whatIsNoNumberHasNoCriteria() {
    assertThat(InformationCriteria.of(Double.NaN, 20, 3, true)).isEqualTo(InformationCriteria.NONE);
    assertThat(InformationCriteria.of(Double.POSITIVE_INFINITY, 20, 3, false))
        .isEqualTo(InformationCriteria.NONE);
    // with known σ an exact fit is the best there can be
    assertThat(InformationCriteria.of(0, 20, 3, true).bic().orElseThrow())
        .isCloseTo(3 * Math.log(20), within(1e-13));
  }

  /** With many readings the correction vanishes, and BIC asks ln n for a parameter, not 2. */
  @Test
  void aParameterCostsTwoOrLnN() {
    int n = 1_000_000;
    double three = InformationCriteria.of(100, n, 3, true).aicc().orElseThrow();
    double four = InformationCriteria.of(100, n, 4, true).aicc().orElseThrow();
    assertThat(four - three).isCloseTo(2, within(1e-4));
    assertThat(
            InformationCriteria.of(100, n, 4, true).bic().orElseThrow()
                - InformationCriteria.of(100, n, 3, true).bic().orElseThrow())
        .isCloseTo(Math.log(n), within(1e-10));
  }

  @Test
  void weightsAddUpAndAnOffsetDoesNotMatter() {
    double[] weights = InformationCriteria.weights(new double[] {3, 1, 7.5, 1});
    double[] moved = InformationCriteria.weights(new double[] {1003, 1001, 1007.5, 1001});
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      assertThat(moved[i]).isCloseTo(weights[i], within(1e-14));
    }
    assertThat(sum).isCloseTo(1, within(1e-15));
    assertThat(weights[1]).isEqualTo(weights[3]).isCloseTo(weights[0] * Math.E, within(1e-15));
    assertThat(InformationCriteria.weights(new double[] {-4})).containsExactly(1);
  }
}

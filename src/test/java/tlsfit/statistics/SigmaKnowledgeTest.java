package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against scipy 1.17.1, scipy.stats; the call stands beside each value. */
class SigmaKnowledgeTest {
  private static final SigmaKnowledge KNOWN = new SigmaKnowledge.Known();

  @Test
  void onlyEstimatedSigmaScaleTheCovariance() {
    assertThat(KNOWN.variance(84.9)).isEqualTo(1);
    assertThat(new SigmaKnowledge.Estimated(64).variance(32)).isEqualTo(0.5);
    assertThat(KNOWN.known()).isTrue();
    assertThat(new SigmaKnowledge.Estimated(64).known()).isFalse();
  }

  @Test
  void deviatesAreNormalOrStudents() {
    // norm.isf(0.025); t.isf(0.025, 7); t.isf(0.025, 2.5)
    assertThat(KNOWN.deviateAbove(0.025)).isCloseTo(1.9599639845400545, within(1e-12));
    assertThat(new SigmaKnowledge.Estimated(7).deviateAbove(0.025))
        .isCloseTo(2.3646242515927844, within(1e-10));
    assertThat(new SigmaKnowledge.Estimated(2.5).deviateAbove(0.025))
        .isCloseTo(3.5746548420036834, within(1e-9));
  }

  @Test
  void fallsAreChiSquaredOrFishers() {
    SigmaKnowledge estimated = new SigmaKnowledge.Estimated(12);
    // chi2.sf(7.3, 3); f.sf(7.3/3, 3, 12)
    assertThat(KNOWN.fallPValue(7.3, 3)).isCloseTo(0.06292623645904312, within(1e-13));
    assertThat(estimated.fallPValue(7.3, 3)).isCloseTo(0.11543108138026005, within(1e-13));
    // chi2.isf(0.01, 3); 3*f.isf(0.01, 3, 12)
    assertThat(KNOWN.fallAbove(0.01, 3)).isCloseTo(11.344866730144368, within(1e-9));
    assertThat(estimated.fallAbove(0.01, 3)).isCloseTo(17.857634044637607, within(1e-9));
  }

  @Test
  void theTailIsNotRoundedToZero() {
    // chi2.sf(1400, 4)
    assertThat(KNOWN.fallPValue(1400, 4))
        .isCloseTo(6.911633257175853e-302, Percentage.withPercentage(1e-8));
  }

  /** One parameter: the fall is the square of the standardised estimate. */
  @Test
  void aFallOfOneParameterIsASquaredDeviate() {
    for (SigmaKnowledge sigma : new SigmaKnowledge[] {KNOWN, new SigmaKnowledge.Estimated(5)}) {
      double deviate = sigma.deviateAbove(0.02);
      assertThat(sigma.fallAbove(0.04, 1)).isCloseTo(deviate * deviate, within(1e-9));
    }
  }

  /** One degree of freedom is Cauchy's distribution: the deviate is tan π(1/2 − p). */
  @Test
  void oneDegreeOfFreedomIsCauchys() {
    SigmaKnowledge one = new SigmaKnowledge.Estimated(1);
    for (double p : new double[] {0.4, 0.1, 0.01, 1e-4}) {
      assertThat(one.deviateAbove(p))
          .isCloseTo(Math.tan(Math.PI * (0.5 - p)), Percentage.withPercentage(1e-7));
    }
  }

  /**
   * Two parameters have closed forms: exp(−x/2), and of F with 2 and ν (1 + x/ν)^(−ν/2) for a fall
   * x.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1, 5, 30, 200})
  void twoParametersHaveClosedForms(double fall) {
    assertThat(KNOWN.fallPValue(fall, 2))
        .isCloseTo(Math.exp(-fall / 2), Percentage.withPercentage(1e-9));
    for (double nu : new double[] {1, 7, 64}) {
      assertThat(new SigmaKnowledge.Estimated(nu).fallPValue(fall, 2))
          .isCloseTo(Math.pow(1 + fall / nu, -nu / 2), Percentage.withPercentage(1e-7));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.5, 0.05, 1e-3, 1e-6})
  void aFallAndItsProbabilityAreInverse(double probability) {
    for (SigmaKnowledge sigma :
        new SigmaKnowledge[] {
          KNOWN, new SigmaKnowledge.Estimated(3), new SigmaKnowledge.Estimated(64)
        }) {
      for (int parameters = 1; parameters <= 4; parameters++) {
        assertThat(sigma.fallPValue(sigma.fallAbove(probability, parameters), parameters))
            .isCloseTo(probability, Percentage.withPercentage(1e-5));
      }
    }
  }

  /** With ever more readings an estimated σ is as good as a known one. */
  @Test
  void manyReadingsKnowTheirSigma() {
    SigmaKnowledge many = new SigmaKnowledge.Estimated(1e8);
    assertThat(many.deviateAbove(0.025)).isCloseTo(KNOWN.deviateAbove(0.025), within(1e-6));
    assertThat(many.fallAbove(0.05, 3)).isCloseTo(KNOWN.fallAbove(0.05, 3), within(1e-5));
    assertThat(many.fallPValue(7.3, 3)).isCloseTo(KNOWN.fallPValue(7.3, 3), within(1e-6));
  }

  @Test
  void noFallIsCertainAndMoreFreedomMakesAFallLikelier() {
    for (SigmaKnowledge sigma : new SigmaKnowledge[] {KNOWN, new SigmaKnowledge.Estimated(9)}) {
      double before = 0;
      for (int parameters = 1; parameters <= 5; parameters++) {
        assertThat(sigma.fallPValue(0, parameters)).isEqualTo(1);
        double p = sigma.fallPValue(6, parameters);
        assertThat(p).isGreaterThan(before);
        before = p;
      }
    }
  }
}

package tlsfit.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.compare.FamilyStudy.Rates;
import tlsfit.compare.FamilyStudy.Sharing;

/** A small part of the study: 300 families, whose rates of 5 % scatter by 1.3 %. */
@Tag("study")
class FamilyStudyTest {
  private static final int FAMILIES = 300;

  @ParameterizedTest
  @EnumSource
  void ofOneValueForAll(Sharing sharing) {
    Rates rates = FamilyStudy.run(sharing, 0, FAMILIES, 5);
    assertThat(rates.heterogeneity()).isBetween(0.01, 0.09);
    assertThat(rates.ratio()).isBetween(0.91, 0.99);
    assertThat(rates.familyWise()).isLessThan(0.09);
    assertThat(rates.mean()).isGreaterThan(0.91);
    assertThat(rates.prediction()).isGreaterThan(0.91);
    // three standard errors: scipy.stats.norm.sf(1.96 - 3) = 0.851
    assertThat(rates.power()).isBetween(0.78, 0.92);
    assertThat(rates.powerHolm()).isBetween(0.5, rates.power());
  }

  @Test
  void ofValuesThatScatter() {
    Rates rates = FamilyStudy.run(Sharing.SHARED, 0.1, FAMILIES, 6);
    assertThat(rates.heterogeneity()).isGreaterThan(0.8);
    assertThat(rates.mean()).isBetween(0.91, 0.99);
    assertThat(rates.prediction()).isBetween(0.91, 0.99);
  }

  /** 1000 families, whose rates of 5 % scatter by 0.7 %. */
  @Test
  void holmOfIndependentTestsIsExact() {
    FamilyStudy.FamilyWise rates = FamilyStudy.independent(1000, 7);
    assertThat(rates.onePair()).isBetween(0.03, 0.07);
    assertThat(rates.apart()).isBetween(0.03, 0.07); // 1 - (1 - 0.05 / 6)**6 = 0.0490
  }
}

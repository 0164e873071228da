package tlsfit.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A small part of the study: six families of three fitted films. */
@Tag("study")
class FittedFamilyStudyTest {
  private static final int FAMILIES = 6;

  @Test
  void equalDipoleMomentsOfFitsScatterAsTheyShould() {
    FittedFamilyStudy.Rates rates = FittedFamilyStudy.run(true, FAMILIES, 1);
    assertThat(rates.compared()).isEqualTo(1);
    // the sum of Q: scipy.stats.chi2.ppf([0.001, 0.999], 12) = 2.214, 32.91
    assertThat(rates.q() * FAMILIES).isBetween(2.214, 32.91);
    // binomial: scipy.stats.binom.ppf(0.001, 6, 0.95) = 3
    assertThat(rates.ratio() * FAMILIES).isGreaterThanOrEqualTo(3);
    assertThat(rates.mean() * FAMILIES).isGreaterThanOrEqualTo(3);
    assertThat(rates.calibration()).isLessThan(0.01); // one line: it cancels
  }
}

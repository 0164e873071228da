package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmCorrectionTest {
  // R 4.2.2: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.2), "holm")
  @Test
  void agreesWithR() {
    assertThat(HolmCorrection.adjust(new double[] {0.01, 0.04, 0.03, 0.005, 0.2}))
        .containsExactly(new double[] {0.04, 0.09, 0.09, 0.025, 0.2}, within(1e-15));
  }

  @Test
  void oneTestKeepsItsValueAndNoneIsAboveOne() {
    assertThat(HolmCorrection.adjust(new double[] {0.3})).containsExactly(0.3);
    assertThat(HolmCorrection.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
    assertThat(HolmCorrection.adjust(new double[0])).isEmpty();
  }
}

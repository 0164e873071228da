package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Eqs. 2, 3 and 5 by hand, with ħ = 1.054571817e-34 J s and p = 1 D = 3.33564095e-30 C m. */
class RatesTest {
  private static final double P = 3.33564095e-30;
  private static final Percentage CLOSE = Percentage.withPercentage(1e-6);

  @Test
  void rabiFrequencyAndSweepRate() {
    // 3.33564095e-30 · 1000/1.054571817e-34
    assertThat(Rates.rabi(P, 1000)).isCloseTo(3.163028723e7, CLOSE);
    // 2 · 3.33564095e-30 · 1e10/1.054571817e-34
    assertThat(Rates.sweepRate(P, 1e10)).isCloseTo(6.326057447e14, CLOSE);
  }

  @Test
  void landauZenerAndRelaxationParameters() {
    // π (1e8)²/(2 · 1e16)
    assertThat(Rates.xi(1e8, 1e16)).isCloseTo(1.5707963268, CLOSE);
    // P_LZ = exp(−π Ω²/(2v)) at ξ = ln 2 is one half: Ω = √(2 ln 2/π) √v
    assertThat(Math.exp(-Rates.xi(0.66428247 * 1e8, 1e16))).isCloseTo(0.5, CLOSE);
    // 2π · 5e9/(1e16 · 3e-6)
    assertThat(Rates.eta(2 * Math.PI * 5e9, 1e16, 1 / 3e-6)).isCloseTo(1.0471975512, CLOSE);
  }
}

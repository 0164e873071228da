package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigammaTest {

  /** y, Re ψ(1+iy), −y Im ψ′(1+iy): mpmath 1.3, {@code psi(0, 1+1j*y)} at 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "0, -0.57721566490153286061, 0.0",
    "0.001, -0.57721446284566662776, 2.404109658614218085e-6",
    "0.1, -0.56529779021719860364, 0.023632337884758541304",
    "0.5, -0.32888635722945935034, 0.41252098621689542427",
    "0.88, -0.0031883885067576384351, 0.73488524014506901697",
    "1, 0.094650320622476977272, 0.79423354275931886558",
    "2, 0.71459151537397752666, 0.9556511002944594962",
    "5, 1.6127848446157465854, 0.99327838179897739765",
    "9.99, 2.302420435873752339, 0.9983266239964431594",
    "10, 2.3034192636714125352, 0.99832997584930154915",
    "10.5, 2.3521318036374395111, 0.9984855238635428598",
    "50, 3.9120563400950668003, 0.99993332799847533637",
    "1000, 6.9077553623154787187, 0.99999983333329999998",
    "1e10, 23.02585092994045684, 1.0"
  })
  void agreesWithMpmath(double y, double real, double byLn) {
    assertThat(Digamma.real(y)).isCloseTo(real, within(1e-15 * Math.max(1, Math.abs(real))));
    assertThat(Digamma.realByLn(y)).isCloseTo(byLn, within(1e-15));
  }

  /** DLMF 5.7.6: Re ψ(1+iy) = −γ + y² Σ 1/(k (k² + y²)). */
  @Test
  void agreesWithItsSeries() {
    for (double y = 0; y < 12; y += 0.37) {
      double sum = 0;
      int last = 20_000;
      for (int k = last; k >= 1; k--) {
        sum += 1 / (k * ((double) k * k + y * y));
      }
      sum += 0.5 / ((double) last * (last + 1)); // Σ k⁻³ beyond, to O(last⁻⁴)
      assertThat(Digamma.real(y)).isCloseTo(-0.5772156649015329 + y * y * sum, within(1e-13));
    }
  }
}

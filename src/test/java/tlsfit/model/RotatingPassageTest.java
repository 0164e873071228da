package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotatingPassageTest {

  /**
   * Independent values: scipy.integrate.solve_ivp(f, (-Y, Y), [k/e/B, 0, (e-1)/B, 0],
   * method='DOP853', rtol=1e-10, atol=1e-12) of the Bloch equations and of I all the way, no
   * window, from e = hypot(x, Y), k = c x ζ, B = hypot(k/e, e-1), Y = 24 (12 for the last two),
   * with 2 m/(e (e + Y)) beyond and principal values from the elementary formulas. The last
   * system's crossings are apart and keep their coherence.
   */
  @ParameterizedTest
  @CsvSource({
    "0.2, 0.5, 0.8, 0.3, 3.470016, 1",
    "0.1, 0.5, 0.9, -0.2, -3.821834, 1",
    "0.2, 0, 0.8, 0.6, 4.431422, 0.998956"
  })
  void agreesWithTheEquationsOfMotion(
      double zeta, double eta, double c, double q, double response, double length) {
    RotatingPassage passage = new RotatingPassage(10, zeta, eta, c, q, Double.POSITIVE_INFINITY);
    assertThat(passage.response()).isCloseTo(response, within(1e-4));
    assertThat(passage.length()).isCloseTo(length, within(1e-4));
  }

  /** A system far above the resonance follows the field and answers as if it were not driven. */
  @Test
  void answersLinearlyFarFromResonance() {
    assertThat(new RotatingPassage(100, 0.01, 0, 1, -5, RotatingPassage.COHERENCE).response())
        .isCloseTo(0, within(1e-6));
  }

  /**
   * x = √2: 2*scipy.integrate.quad(lambda y: 2/(E*(E*E-1)), 0, inf). x = 0.6: the same from 1.6 on,
   * and quad(lambda y: 2/(E*(y+0.8)), 0, 1.6, weight='cauchy', wvar=0.8) below.
   */
  @ParameterizedTest
  @CsvSource({"-1, 3.14159265358979", "0.8, -5.49306144334055"})
  void knowsTheUndrivenResponse(double q, double integral) {
    assertThat(RotatingPassage.undriven(q)).isCloseTo(integral, within(1e-12));
  }
}

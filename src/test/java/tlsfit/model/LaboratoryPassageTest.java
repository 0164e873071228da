package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaboratoryPassageTest {

  /**
   * Independent values: scipy.integrate.solve_ivp(f, (-Y/k, Y/k), [cos, -sin, 0], method='DOP853',
   * rtol=1e-10, atol=1e-12) of the Schrödinger equation and of ∫ g ⟨σ_z⟩ cos(t + φ) dt as its third
   * component, k = c/W², Y = sqrt(off² − x²), W = 8, ζ = 0.2, c = 0.8, x = 0.6, φ = 0.5; what lies
   * beyond by scipy.integrate.quad.
   */
  @ParameterizedTest
  @CsvSource({"1.5, 1.9, 3.318425, 0.962659", "2.5, 3, 3.304949, 0.969536"})
  void agreesWithTheSchroedingerEquation(
      double on, double off, double response, double population) {
    LaboratoryPassage passage = new LaboratoryPassage(8, 0.2, 0.8, 0.8, 0.5, on, off);
    assertThat(passage.response(48)).isCloseTo(response, within(1.5e-4));
    assertThat(passage.population()).isCloseTo(population, within(2e-5));
  }

  /**
   * For a small ζ the frames agree: a system that does not cross, and one that follows the field.
   */
  @ParameterizedTest
  @CsvSource({"40, 0.02, -0.1", "40, 0.075, 0.5"})
  void isThatOfTheRotatingFrameForAWeakDrive(double w, double zeta, double q) {
    RotatingPassage rotating = new RotatingPassage(w, zeta, 0, 1, q, Double.POSITIVE_INFINITY);
    LaboratoryPassage laboratory = new LaboratoryPassage(w, zeta, 1, q, 0.3, 1.5, 1.9);
    assertThat(laboratory.response(20)).isCloseTo(rotating.response(), withinPercentage(0.5));
  }

  /** scipy.integrate.quad(lambda y: 2/(E*(E*E-1)), sqrt(4-0.36), inf), E = hypot(0.6, y). */
  @Test
  void knowsTheResponseBeyondAnEnergy() {
    assertThat(LaboratoryPassage.beyond(0.6, 2)).isCloseTo(0.29479650463708107, within(1e-10));
  }
}

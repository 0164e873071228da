package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnsembleSimulationTest {

  /**
   * Rows of lz-simulation.csv, which an independent simulation gave to about 2e-4; {@link
   * EnsembleSimulation#main} has all of them.
   */
  @ParameterizedTest
  @CsvSource({"30, 2, 0.1, 0.72425", "100, 3, 0, 1.16870", "100, 1, 1, 0.44365"})
  void agreesWithThePublishedSimulation(double w, double rabi, double eta, double k) {
    assertThat(EnsembleSimulation.shift(w, rabi, eta, 8, 0.25, RotatingPassage.COHERENCE))
        .isCloseTo(k, within(3e-4));
  }

  /**
   * The ensemble is uniform in Δ, so that its answer in proportion to a weak drive does not know of
   * the sweep, and K counts from there. This holds only if crossings that overlap interfere: with a
   * quarter of the phase K is 0.004.
   */
  @Test
  void vanishesWithTheDrive() {
    assertThat(EnsembleSimulation.shift(30, 1e-3, 0, 6, 0.1, RotatingPassage.COHERENCE))
        .isCloseTo(0, within(2.5e-4));
  }

  /** ∫ c² dc ∫ x dx exp(−x²) = 1/6. */
  @Test
  void averagesOverAllSystems() {
    assertThat(EnsembleSimulation.average(4, 0.1, (c, q) -> Math.exp(q * Math.abs(q) - 1)))
        .isCloseTo(1 / 6.0, within(1e-6));
  }

  @Test
  void readsAllPublishedRows() throws IOException {
    assertThat(EnsembleSimulation.reference())
        .hasSize(45)
        .last()
        .isEqualTo(new double[] {1000, 3, 10, 0.14528});
  }
}

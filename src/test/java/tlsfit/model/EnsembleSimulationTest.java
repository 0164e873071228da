package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnsembleSimulationTest {

  /** A small case; {@link EnsembleSimulation#main} has the larger ones. */
  @ParameterizedTest
  @CsvSource({"12, 2", "20, 3"})
  void agreesWithTheClosedForm(double w, double rabi) {
    double closed = new LzModel(new QuadratureIntegral()).shift(rabi, 1, w, 0).value();
    assertThat(EnsembleSimulation.shift(w, rabi, 0, 8, 0.5)).isCloseTo(closed, within(1e-3));
  }
}

package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LaboratoryFrameSimulationTest {

  /**
   * A small case: what the drive does at E &gt; 1.9 E0 is what two-photon crossings do, and K in
   * the rotating frame is that of the deterministic integral.
   */
  @Test
  void findsTwoPhotonCrossings() {
    double w = 14;
    double rabi = 3;
    LaboratoryFrameSimulation.Comparison result =
        LaboratoryFrameSimulation.compare(w, rabi, 7, 8, 64);
    double estimate = LaboratoryFrameSimulation.twoPhotonEstimate(w, rabi);
    LaboratoryFrameSimulation.Sampled twoPhoton = result.twoPhoton();
    assertThat(twoPhoton.error()).isLessThan(0.2 * Math.abs(estimate));
    assertThat(twoPhoton.mean()).isCloseTo(estimate, within(3 * twoPhoton.error()));
    assertThat(result.difference().mean())
        .isCloseTo(result.near().mean() + twoPhoton.mean(), within(1e-12));
    assertThat(result.rotating().mean())
        .isCloseTo(
            EnsembleSimulation.shift(w, rabi, 0, 8, 0.2, RotatingPassage.COHERENCE),
            within(3 * result.rotating().error()));
  }
}

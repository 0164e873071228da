package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LaboratoryFrameSimulationTest {

  /**
   * A small case. What the drive does at E &gt; 1.9 E0 is what two-photon crossings do, and the
   * samples have K of the rotating frame, 0.5636 by {@link EnsembleSimulation}, within their error.
   */
  @Test
  void findsTwoPhotonCrossings() {
    LaboratoryFrameSimulation.Comparison result =
        LaboratoryFrameSimulation.compare(14, 3, 7, 6, 48);
    double estimate = TwoPhotonCrossings.estimate(14, 3, 6, 0.25);
    LaboratoryFrameSimulation.Sampled twoPhoton = result.twoPhoton();
    assertThat(twoPhoton.error()).isLessThan(0.25 * Math.abs(estimate));
    assertThat(twoPhoton.mean()).isCloseTo(estimate, within(3 * twoPhoton.error()));
    assertThat(result.difference().mean())
        .isCloseTo(result.near().mean() + twoPhoton.mean(), within(1e-12));
    assertThat(result.rotating().mean()).isCloseTo(0.56363, within(3 * result.rotating().error()));
  }
}

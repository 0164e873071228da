package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.model.LzModel;
import tlsfit.model.Parameter;
import tlsfit.model.TabulatedIntegral;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;

/** In units of √v0 = 10⁸ s⁻¹ and at 2π f_ref = 10¹¹ s⁻¹, so that ω0/√v0 = 1000. */
class LzLimitsTest {
  private static final double OMEGA0 = 1e11;

  /** The limits of readings at the given Ω_R0/√v0. */
  private static List<Finding> limits(double sigma, double relaxationTime, double... rabi) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < rabi.length; i++) {
      readings.add(
          new Reading(
              new Drive.RabiFrequency(1e8 * rabi[i]),
              new BiasRate.EnergyRate(1e16),
              OMEGA0 / (2 * Math.PI) * (1 - 1e-4 * Math.min(rabi[i], 3.7 * 3.7 / rabi[i])),
              OptionalDouble.of(sigma),
              new Origin("a.csv", i + 2)));
    }
    Measurement measurement = Experiments.of(readings);
    FitOptions options =
        FitOptions.of(new LzModel(new TabulatedIntegral()), new Noise.Absolute())
            .withFixed(Parameter.CHI, 1e-4)
            .withFixed(Parameter.RELAXATION_TIME, relaxationTime);
    Fit fit = Fitter.fit(measurement, options);
    return LzLimits.of(fit);
  }

  @Test
  void ordinaryReadingsExceedNone() {
    assertThat(limits(1e5, 1e-3, 0.5, 1, 2, 3, 4)).isEmpty();
  }

  /** Ω_R0⁴/(v0 ω0²) = r⁴/1000²; at r = 20 it is 0.16, at 15 0.051, at 4 0.00026. */
  @Test
  void twoPhotonCrossingsAreThoseOfAStrongDrive() {
    List<Finding> found = limits(1e5, 1e-3, 0.5, 1, 2, 3, 4, 15, 20);
    assertThat(found).extracting(Finding::code).containsExactly(FindingCode.TWO_PHOTON_CROSSINGS);
    assertThat(found.get(0).value()).isCloseTo(0.16, within(1e-5));
    assertThat(found.get(0).detail("beyond")).isEqualTo(2);
    assertThat(found.get(0).readings()).containsExactly(new Finding.Place("a.csv", 8));
    assertThat(found.get(0).detail("excess")).isBetween(0.0, 0.05);
  }

  /** r³ 1000 is below 3 for r = 0.05 and 0.1, and matters where σ is small. */
  @Test
  void crossingsOverlapUnderAWeakDrive() {
    List<Finding> found = limits(50, 1e-3, 0.05, 0.1, 1, 2, 3, 4);
    assertThat(found).extracting(Finding::code).containsExactly(FindingCode.WEAK_DRIVE);
    assertThat(found.get(0).value()).isEqualTo(2);
    assertThat(limits(1e5, 1e-3, 0.05, 0.1, 1, 2, 3, 4)).isEmpty();
  }

  /** T10 √v0 is 5. */
  @Test
  void relaxationDuringACrossingIsNoted() {
    List<Finding> found = limits(1e5, 5e-8, 0.5, 1, 2, 3, 4);
    assertThat(found).extracting(Finding::code).containsExactly(FindingCode.RELAXATION_AT_CROSSING);
    assertThat(found.get(0).value()).isCloseTo(5, within(1e-9));
  }
}

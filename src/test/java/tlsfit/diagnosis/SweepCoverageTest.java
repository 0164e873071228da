package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Shape;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

/** At p = 5 D and 3.2e10 V/m/s the extremum lies near 1900 V/m (theory.md, section 5). */
@Tag("study")
class SweepCoverageTest {
  private static final ParameterValues STILL =
      Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);

  /** All is fixed but the frequency: what is said is said of the readings, not of a fit's whim. */
  private static final FitOptions FIXED =
      FitOptions.of(Experiments.LOG, new Noise.Absolute())
          .withRelaxation(Relaxation.OFF)
          .withFixed(Parameter.CHI, STILL.chi())
          .withFixed(Parameter.DIPOLE_MOMENT, STILL.dipoleMoment());

  private static Fit fit(Measurement design, double chi, double sigma) {
    Measurement measured = Experiments.simulate(design, STILL.with(Parameter.CHI, chi), sigma, 1);
    return Fitter.refit(new Observations(measured, FIXED.noise()), FIXED, STILL);
  }

  private static Measurement part(double from, double to, int n) {
    return Experiments.of(
        Experiments.powerSweep(3.2e10, n)
            .readings()
            .filter(reading -> reading.drive().value() > from && reading.drive().value() < to)
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1500, RISING_SIDE",
    "0, 700, RISING_SIDE",
    "3000, 1e9, FAR_SIDE",
    "0, 1e9, EXTREMUM",
    "700, 8000, EXTREMUM"
  })
  void fitAndReadingsShowOneSideOrBoth(double from, double to, Shape shape) {
    Fit fit = fit(part(from, to, 90), STILL.chi(), 10);
    assertThat(SweepCoverage.ofFit(fit)).isEqualTo(shape);
    assertThat(SweepCoverage.ofData(fit)).isEqualTo(shape);
  }

  @Test
  void oneFrequencyWithinTheNoiseIsAPlateau() {
    Fit flat = fit(part(0, 1e9, 60), 1e-30, 1000);
    assertThat(SweepCoverage.ofData(flat)).isEqualTo(Shape.PLATEAU);
    assertThat(SweepCoverage.ofFit(flat))
        .as("the curve has its extremum")
        .isEqualTo(Shape.EXTREMUM);
  }

  /** The same means, with σ a hundred times as large, are no different. */
  @Test
  void whatIsClearDependsOnTheNoise() {
    assertThat(SweepCoverage.ofData(fit(part(0, 700, 60), STILL.chi(), 10)))
        .isEqualTo(Shape.RISING_SIDE);
    assertThat(SweepCoverage.ofData(fit(part(0, 700, 60), STILL.chi(), 1e7)))
        .isEqualTo(Shape.PLATEAU);
  }

  @Test
  void fewerThanSixFieldsAreNoSweepAndTheFitDecides() {
    Measurement few = part(4000, 1e9, 16);
    assertThat(few.readings().count()).isBetween(3L, 5L);
    assertThat(SweepCoverage.ofData(fit(few, 1e-30, 1000))).isEqualTo(Shape.FAR_SIDE);
  }

  /** A sweep of the bias has one field; again the fit decides. */
  @Test
  void aSweepOfTheBiasIsNoSweepOfThePower() {
    Fit bias = fit(Experiments.biasSweep(1500, 20), STILL.chi(), 10);
    assertThat(SweepCoverage.ofData(bias)).isEqualTo(SweepCoverage.ofFit(bias));
  }
}

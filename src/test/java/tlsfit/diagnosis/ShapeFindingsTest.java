package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fitter;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;
import tlsfit.result.Shape;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

/**
 * The names of shapes. At p = 5 D and 3.2e10 V/m/s v0 is 1.0e16 1/s², and κ = 3.7 with η = 1 (see
 * the table in theory.md, section 5, between 0.1 and 3): the extremum lies at F_AC = κ √v0 ħ/p,
 * some 2300 V/m.
 */
class ShapeFindingsTest {
  private static final FitOptions KNOWN =
      FitOptions.of(Experiments.LOG, new Noise.Absolute()).withRelaxation(Relaxation.OFF);
  private static final ParameterValues STILL =
      Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);

  private static Measurement part(double from, double to, double sigma) {
    List<Reading> readings =
        Experiments.powerSweep(3.2e10, 60)
            .readings()
            .filter(
                reading -> {
                  double field = ((Drive.AcField) reading.drive()).amplitude();
                  return field > from && field < to;
                })
            .toList();
    return Experiments.simulate(Experiments.of(readings), STILL, sigma, 1);
  }

  private static Diagnosis diagnosis(Measurement measurement) {
    return Diagnosis.of(Fitter.fit(measurement, KNOWN));
  }

  @Test
  void aWholeSweepShowsTheExtremum() {
    Diagnosis diagnosis = diagnosis(part(0, 1e9, 1000));
    assertThat(diagnosis.shape()).isEqualTo(Shape.EXTREMUM);
    assertThat(diagnosis.valid()).isTrue();
    assertThat(diagnosis.findings()).allMatch(Finding::holds);
  }

  @Test
  void weakDriveIsTheRisingSide() {
    Diagnosis noisy = diagnosis(part(0, 400, 30_000));
    assertThat(noisy.shape()).isEqualTo(Shape.RISING_SIDE);
    assertThat(noisy.undetermined()).contains(Parameter.DIPOLE_MOMENT);
    assertThat(noisy.fails(FindingCode.EXTREMUM_VISIBLE)).isTrue();
    assertThat(extremum(noisy).subject()).isEqualTo("rising-side");
  }

  @Test
  void littleNoiseOnOneSideIsOnlyAWarning() {
    Diagnosis quiet = diagnosis(part(0, 700, 100));
    assertThat(quiet.shape()).isEqualTo(Shape.RISING_SIDE);
    assertThat(quiet.valid()).isTrue();
    assertThat(extremum(quiet).kind()).isEqualTo(Finding.Kind.NOTE);
    Diagnosis far = diagnosis(part(3000, 1e9, 100));
    assertThat(far.shape()).isEqualTo(Shape.FAR_SIDE);
    assertThat(far.valid()).isTrue();
    assertThat(extremum(far).subject()).isEqualTo("far-side");
  }

  @Test
  void noiseIsAPlateau() {
    Diagnosis diagnosis = diagnosis(part(0, 1e9, 1e8));
    assertThat(diagnosis.shape()).isEqualTo(Shape.PLATEAU);
    assertThat(diagnosis.shiftSeen()).isFalse();
    assertThat(diagnosis.fails(FindingCode.SHIFT_SEEN)).isTrue();
  }

  @Test
  void oneReadingAboveTheNoiseIsNamed() {
    List<Reading> readings =
        new ArrayList<>(part(0, 1e9, 0).readings().map(r -> at(r, 0, r.origin().line())).toList());
    // A little noise, and one shift of 20 σ at the highest power.
    for (int i = 0; i < readings.size(); i++) {
      readings.set(i, at(readings.get(i), 900 * Math.sin(7.0 * i), i + 2));
    }
    int last = readings.size() - 1;
    readings.set(last, at(readings.get(last), -20_000, last + 2));
    Diagnosis diagnosis =
        Diagnosis.of(
            Fitter.fit(
                Experiments.of(readings), FitOptions.of(Experiments.LOG, new Noise.Relative())));
    assertThat(diagnosis.shape()).isEqualTo(Shape.FEW_READINGS);
    assertThat(diagnosis.undetermined()).contains(Parameter.CHI, Parameter.DIPOLE_MOMENT);
    assertThat(diagnosis.findings())
        .filteredOn(finding -> finding.code() == FindingCode.SEVERAL_READINGS)
        .singleElement()
        .satisfies(
            few ->
                assertThat(few.readings())
                    .containsExactly(new Finding.Place("test.csv", last + 2)));
  }

  private static Finding extremum(Diagnosis diagnosis) {
    return diagnosis.findings().stream()
        .filter(finding -> finding.code() == FindingCode.EXTREMUM_VISIBLE)
        .findFirst()
        .orElseThrow();
  }

  private static Reading at(Reading reading, double shift, int line) {
    return new Reading(
        reading.drive(),
        reading.biasRate(),
        5e9 + shift,
        OptionalDouble.of(1000),
        new Origin("test.csv", line));
  }
}

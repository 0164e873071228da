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

  private static Verdict verdict(Measurement measurement) {
    return Diagnosis.judge(Fitter.fit(measurement, KNOWN));
  }

  @Test
  void aWholeSweepShowsTheExtremum() {
    Verdict verdict = verdict(part(0, 1e9, 1000));
    assertThat(verdict.shape()).isEqualTo(Shape.EXTREMUM);
    assertThat(verdict.valid()).isTrue();
    assertThat(verdict.warnings()).isEmpty();
  }

  @Test
  void weakDriveIsTheRisingSide() {
    Verdict noisy = verdict(part(0, 400, 30_000));
    assertThat(noisy.shape()).isEqualTo(Shape.RISING_SIDE);
    assertThat(noisy.undetermined()).contains(Parameter.DIPOLE_MOMENT);
    assertThat(String.join("\n", noisy.problems()))
        .contains("no visible extremum: all readings lie on the rising side");
  }

  @Test
  void littleNoiseOnOneSideIsOnlyAWarning() {
    Verdict quiet = verdict(part(0, 700, 100));
    assertThat(quiet.shape()).isEqualTo(Shape.RISING_SIDE);
    assertThat(quiet.valid()).isTrue();
    assertThat(String.join("\n", quiet.warnings()))
        .contains("no visible extremum")
        .contains("rests on the curvature of one side and on the logarithm of the model");
    Verdict far = verdict(part(3000, 1e9, 100));
    assertThat(far.shape()).isEqualTo(Shape.FAR_SIDE);
    assertThat(far.valid()).isTrue();
    assertThat(String.join("\n", far.warnings())).contains("beyond the extremum");
  }

  @Test
  void noiseIsAPlateau() {
    Verdict verdict = verdict(part(0, 1e9, 1e8));
    assertThat(verdict.shape()).isEqualTo(Shape.PLATEAU);
    assertThat(verdict.shiftSeen()).isFalse();
    assertThat(String.join("\n", verdict.problems())).contains("a plateau only");
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
    Verdict verdict =
        Diagnosis.judge(
            Fitter.fit(
                Experiments.of(readings), FitOptions.of(Experiments.LOG, new Noise.Relative())));
    assertThat(verdict.shape()).isEqualTo(Shape.FEW_READINGS);
    assertThat(verdict.undetermined()).contains(Parameter.CHI, Parameter.DIPOLE_MOMENT);
    assertThat(String.join("\n", verdict.problems()))
        .contains("the shift rests on one reading alone, test.csv:" + (last + 2));
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

package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.statistics.StopReason;

class DiagnosisTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());

  @Test
  void aGoodFitIsValidAndDetermined() {
    Verdict verdict = Diagnosis.judge(Fitter.fit(Experiments.jointFile(0, 68), KNOWN));
    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.valid()).isTrue();
    assertThat(verdict.determined()).isTrue();
    assertThat(verdict.converged()).isTrue();
  }

  @Test
  void weakDriveDeterminesOnlyTheProductOfChiAndDipoleMoment() {
    // All readings at ξ ≪ 1, where the shift is proportional to ξ, and noise hides the logarithm.
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      readings.add(
          new Reading(
              new Drive.AcField(20 + 10 * i),
              new BiasRate.FieldRate(3e11),
              5e9,
              OptionalDouble.empty(),
              new Origin("weak.csv", i + 2)));
    }
    Measurement weak = Experiments.simulate(Experiments.of(readings), strong(0.05), 1000, 3);
    Verdict verdict = Diagnosis.judge(Fitter.fit(weak, KNOWN.withRelaxation(Relaxation.OFF)));
    assertThat(verdict.undetermined()).contains(Parameter.CHI, Parameter.DIPOLE_MOMENT);
    assertThat(String.join("\n", verdict.problems()))
        .contains("dipoleMoment is not determined")
        .contains("chi -0.98 %, dipoleMoment +1.00 %");
  }

  @Test
  void twoPointsDoNotDetermineThreeParameters() {
    // Ten readings, but of two settings only: any two of χ, p and f_ref can follow both means.
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      readings.add(
          new Reading(
              new Drive.AcField(i % 2 == 0 ? 300 : 3000),
              new BiasRate.FieldRate(3e11),
              5e9,
              OptionalDouble.empty(),
              new Origin("two.csv", i + 2)));
    }
    Measurement two = Experiments.simulate(Experiments.of(readings), Experiments.TRUTH, 1000, 5);
    Fit fit = Fitter.fit(two, KNOWN.withRelaxation(Relaxation.OFF));
    assertThat(fit.minimum().stop()).isEqualTo(StopReason.RANK);
    Verdict verdict = Diagnosis.judge(fit);
    assertThat(verdict.converged()).isTrue(); // χ² is as low as it gets, all along the valley
    assertThat(verdict.determined()).isFalse();
    assertThat(verdict.undetermined()).contains(Parameter.CHI, Parameter.DIPOLE_MOMENT);
    assertThat(String.join("\n", verdict.problems()))
        .contains("the data cannot tell these parameters apart")
        .contains("leaves every prediction the same");
  }

  @Test
  void ratesAloneDoNotDetermineTheDipoleMoment() {
    double p = Experiments.TRUTH.dipoleMoment();
    Measurement fields = Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 1000, 4);
    Observations observations = new Observations(fields, new Noise.Absolute());
    List<Reading> rates = new ArrayList<>();
    for (int i = 0; i < observations.size(); i++) {
      Reading reading = observations.readings().get(i);
      rates.add(
          new Reading(
              new Drive.RabiFrequency(observations.rabi(i, p)),
              new BiasRate.EnergyRate(observations.sweepRate(i, p)),
              reading.frequency(),
              reading.sigma(),
              reading.origin()));
    }
    Fit fit = Fitter.fit(Experiments.of(rates), KNOWN);
    Verdict verdict = Diagnosis.judge(fit);
    assertThat(verdict.undetermined()).containsExactly(Parameter.DIPOLE_MOMENT);
    assertThat(String.join("\n", verdict.problems())).contains("all fields are given as rates");
    // χ and T10 follow all the same, and agree with the fit of the fields.
    assertThat(fit.values().chi()).isBetween(1.19e-4, 1.21e-4);
    assertThat(1 / fit.values().relaxationRate()).isBetween(2.9e-6, 3.1e-6);
  }

  @Test
  void sigmaFarTooSmallIsAMisfit() {
    Measurement measurement = Experiments.jointFile(0, 68);
    List<Reading> optimistic =
        measurement
            .readings()
            .map(
                r ->
                    new Reading(
                        r.drive(), r.biasRate(), r.frequency(), OptionalDouble.of(100), r.origin()))
            .toList();
    Verdict verdict = Diagnosis.judge(Fitter.fit(Experiments.of(optimistic), KNOWN));
    assertThat(verdict.valid()).isFalse();
    assertThat(verdict.determined()).isTrue();
    assertThat(String.join("\n", verdict.problems())).contains("--sigma relative");
  }

  @Test
  void relaxationThatIsAskedForAndNotThereHasNoUpperLimit() {
    ParameterValues none =
        Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);
    for (int seed = 0; ; seed++) {
      Measurement measurement = Experiments.simulate(Experiments.joint(), none, 1000, seed);
      Fit fit = Fitter.fit(measurement, KNOWN.withRelaxation(Relaxation.ON));
      if (fit.relaxationAtZero()) { // in about half of all such measurements
        Verdict verdict = Diagnosis.judge(fit);
        assertThat(verdict.undetermined()).containsExactly(Parameter.RELAXATION_TIME);
        assertThat(verdict.problems().get(0)).contains("no upper limit");
        return;
      }
      assertThat(seed).isLessThan(20);
    }
  }

  @Test
  void readingsBeyondTheTheoryAreNamed() {
    // Two decades more field than the extremum needs: L ≤ 0 at the top.
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      readings.add(
          new Reading(
              new Drive.AcField(100 * Math.pow(6e3, i / 29.0)),
              new BiasRate.FieldRate(3e11),
              5e9,
              OptionalDouble.empty(),
              new Origin("far.csv", i + 2)));
    }
    Measurement far = Experiments.simulate(Experiments.of(readings), strong(1), 1000, 6);
    Verdict verdict = Diagnosis.judge(Fitter.fit(far, KNOWN.withRelaxation(Relaxation.OFF)));
    assertThat(verdict.valid()).isFalse();
    assertThat(String.join("\n", verdict.problems())).contains("L <= 0").contains("far.csv:31");
    assertThat(String.join("\n", verdict.warnings())).contains("L < 1");
  }

  private static ParameterValues strong(double share) {
    return new ParameterValues(
        1.2e-4 / share, Experiments.TRUTH.dipoleMoment() * share, 0, 5.012e9);
  }
}

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
import tlsfit.fit.Observations;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.statistics.StopReason;

class DiagnosisTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());

  @Test
  void aGoodFitIsValidAndDetermined() {
    Diagnosis diagnosis = Diagnosis.of(Fitter.fit(Experiments.jointFile(0, 68), KNOWN));
    assertThat(diagnosis.findings()).isNotEmpty();
    assertThat(diagnosis.findings()).filteredOn(finding -> !finding.holds()).isEmpty();
    assertThat(diagnosis.valid()).isTrue();
    assertThat(diagnosis.determined()).isTrue();
    assertThat(diagnosis.converged()).isTrue();
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
    Diagnosis diagnosis = Diagnosis.of(Fitter.fit(weak, KNOWN.withRelaxation(Relaxation.OFF)));
    assertThat(diagnosis.undetermined()).contains(Parameter.CHI, Parameter.DIPOLE_MOMENT);
    Finding open = failed(diagnosis, FindingCode.FULL_RANK);
    assertThat(open.parameters()).containsExactly("chi", "dipoleMoment");
    // per cent: the shift goes as χ p, but for the logarithm
    assertThat(open.detail("chi")).isCloseTo(-0.98, within(0.005));
    assertThat(open.detail("dipoleMoment")).isEqualTo(1);
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
    Diagnosis diagnosis = Diagnosis.of(fit);
    assertThat(diagnosis.converged()).isTrue(); // χ² is as low as it gets, all along the valley
    assertThat(diagnosis.determined()).isFalse();
    assertThat(diagnosis.undetermined()).contains(Parameter.CHI, Parameter.DIPOLE_MOMENT);
    Finding valley = failed(diagnosis, FindingCode.FULL_RANK);
    assertThat(valley.parameters()).contains("chi", "dipoleMoment");
    assertThat(valley.details()).isNotEmpty();
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
    Diagnosis diagnosis = Diagnosis.of(fit);
    assertThat(diagnosis.undetermined()).containsExactly(Parameter.DIPOLE_MOMENT);
    assertThat(diagnosis.fails(FindingCode.DEPENDS_ON_DIPOLE_MOMENT)).isTrue();
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
    Diagnosis diagnosis = Diagnosis.of(Fitter.fit(Experiments.of(optimistic), KNOWN));
    assertThat(diagnosis.valid()).isFalse();
    assertThat(diagnosis.determined()).isTrue();
    Finding misfit = failed(diagnosis, FindingCode.CHI_SQUARE);
    assertThat(misfit.kind()).isEqualTo(Finding.Kind.FACT);
    assertThat(misfit.pValue()).isLessThan(1e-6);
    assertThat(misfit.limit()).isEqualTo(ScatterFindings.MISFIT_LEVEL);
  }

  @Test
  void relaxationThatIsAskedForAndNotThereHasNoUpperLimit() {
    ParameterValues none =
        Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);
    for (int seed = 0; ; seed++) {
      Measurement measurement = Experiments.simulate(Experiments.joint(), none, 1000, seed);
      Fit fit = Fitter.fit(measurement, KNOWN.withRelaxation(Relaxation.ON));
      if (fit.relaxation().atZero()) { // in about half of all such measurements
        Diagnosis diagnosis = Diagnosis.of(fit);
        assertThat(diagnosis.undetermined()).containsExactly(Parameter.RELAXATION_TIME);
        assertThat(failed(diagnosis, FindingCode.RELAXATION_SEEN).pValue()).isGreaterThan(0.05);
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
    Diagnosis diagnosis = Diagnosis.of(Fitter.fit(far, KNOWN.withRelaxation(Relaxation.OFF)));
    assertThat(diagnosis.valid()).isFalse();
    assertThat(failed(diagnosis, FindingCode.WITHIN_THEORY).readings())
        .anyMatch(place -> place.toString().equals("far.csv:31"))
        .allSatisfy(place -> assertThat(place.value()).isNotPositive());
    assertThat(failed(diagnosis, FindingCode.NEAR_END_OF_THEORY).readings())
        .isNotEmpty()
        .allSatisfy(place -> assertThat(place.value()).isBetween(0.0, 1.0));
  }

  /** The finding of a code, which must be there and must not hold. */
  private static Finding failed(Diagnosis diagnosis, FindingCode code) {
    return diagnosis.findings().stream()
        .filter(finding -> finding.code() == code && !finding.holds())
        .findFirst()
        .orElseThrow();
  }

  private static ParameterValues strong(double share) {
    return new ParameterValues(
        1.2e-4 / share, Experiments.TRUTH.dipoleMoment() * share, 0, 5.012e9);
  }
}

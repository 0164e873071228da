package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import tlsfit.units.Constants;

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

  /** A sweep of the power on the weak-drive side of the extremum alone. */
  private static Measurement oneSided(double fieldRate, double highest, double sigma, long seed) {
    Measurement design =
        Experiments.of(
            Experiments.powerSweep(fieldRate, 45)
                .readings()
                .filter(reading -> ((Drive.AcField) reading.drive()).amplitude() < highest)
                .toList());
    return Experiments.simulate(design, Experiments.TRUTH, sigma, seed);
  }

  /** χ² above the fit's, with p fixed and all others fitted from the map on. */
  private static double riseAt(Measurement measurement, Fit fit, double dipoleMoment) {
    FitOptions fixed = KNOWN.withFixed(Parameter.DIPOLE_MOMENT, dipoleMoment);
    return Fitter.fit(measurement, fixed).chiSquare() - fit.chiSquare();
  }

  /**
   * The best fit has 2.4 D with a standard error of 8 %, the truth is 5 D, behind a barrier. χ² at
   * the ends is scipy.stats.chi2.isf(0.05, 1) = 3.8414588 above the minimum.
   */
  @Test
  void twoRangesThatFitAreBothNamedAndDetermineNothing() {
    Measurement measurement = oneSided(3.2e10, 1000, 1000, 2);
    Fit fit = Fitter.fit(measurement, KNOWN);
    assertThat(fit.values().dipoleMoment() / Constants.DEBYE).isBetween(2.2, 2.6);
    Diagnosis diagnosis = Diagnosis.of(fit);
    assertThat(diagnosis.valid()).isFalse();
    assertThat(diagnosis.undetermined()).contains(Parameter.DIPOLE_MOMENT, Parameter.CHI);
    Finding two =
        diagnosis.findings().stream()
            .filter(finding -> finding.code() == FindingCode.ONE_MINIMUM)
            .filter(finding -> finding.parameters().equals(List.of("dipoleMoment")))
            .findFirst()
            .orElseThrow();
    double truth = Experiments.TRUTH.dipoleMoment();
    assertThat(fit.values().dipoleMoment()).isBetween(two.detail("lower"), two.detail("upper"));
    assertThat(truth).isBetween(two.detail("rivalLower"), two.detail("rivalUpper"));
    assertThat(two.detail("upper")).isLessThan(two.detail("rivalLower"));
    for (String end : List.of("lower", "upper", "rivalLower", "rivalUpper")) {
      assertThat(riseAt(measurement, fit, two.detail(end)))
          .as(end)
          .isCloseTo(3.8414588, within(1e-3));
    }
    double between = Math.sqrt(two.detail("upper") * two.detail("rivalLower"));
    assertThat(riseAt(measurement, fit, between)).isGreaterThan(3.8414588);
    double other = two.detail("ratio") * fit.values().dipoleMoment();
    double rise = Objects.requireNonNull(two.value());
    assertThat(riseAt(measurement, fit, other)).isCloseTo(rise, within(1e-3));
    assertThat(rise).isBetween(0.0, 3.84);
    assertThat(DipoleMoment.of(fit)).isEqualTo(DipoleMoment.NONE);
  }

  /**
   * The 95 % set is one interval about the truth, 5 D; but half of it fits so nearly as well that
   * in other measurements chance will choose it. χ² at the ends is scipy.stats.chi2.isf(1e-3, 1) =
   * 10.8275662 above the minimum.
   */
  @Test
  void aFarRangeThatIsBarelyExcludedLeavesTheDipoleMomentOpen() {
    Measurement measurement = oneSided(3.2e10, 1000, 600, 7);
    Fit fit = Fitter.fit(measurement, KNOWN);
    Diagnosis diagnosis = Diagnosis.of(fit);
    assertThat(diagnosis.undetermined()).contains(Parameter.DIPOLE_MOMENT, Parameter.CHI);
    assertThat(DeterminationFindings.determinesDipoleMoment(fit)).isFalse();
    Finding far = failed(diagnosis, FindingCode.ONE_MINIMUM);
    assertThat(far.parameters()).containsExactly("dipoleMoment");
    double truth = Experiments.TRUTH.dipoleMoment();
    assertThat(truth).isBetween(far.detail("lower"), far.detail("upper"));
    assertThat(far.detail("rivalUpper")).isLessThan(0.7 * truth);
    assertThat(far.detail("level")).isEqualTo(0.999);
    for (String end : List.of("rivalLower", "rivalUpper")) {
      assertThat(riseAt(measurement, fit, far.detail(end)))
          .as(end)
          .isCloseTo(10.8275662, within(1e-3));
    }
    double other = far.detail("ratio") * fit.values().dipoleMoment();
    double rise = Objects.requireNonNull(far.value());
    assertThat(riseAt(measurement, fit, other)).isCloseTo(rise, within(1e-3));
    assertThat(rise).isBetween(3.84, 10.82);
    assertThat(far.limit()).isCloseTo(10.8275662, within(1e-6));
  }

  /** The standard error of ln p would be small enough; the set reaches over a factor of 11. */
  @Test
  void anIntervalWiderThanAFactorOfTenIsNoResult() {
    Measurement measurement = oneSided(3.2e10, 1000, 5000, 1);
    Fit fit = Fitter.fit(measurement, KNOWN);
    int column = fit.free().indexOf(Parameter.DIPOLE_MOMENT);
    assertThat(Math.sqrt(fit.covariance()[column][column])).isLessThan(0.5);
    Diagnosis diagnosis = Diagnosis.of(fit);
    assertThat(diagnosis.undetermined()).contains(Parameter.DIPOLE_MOMENT);
    Finding wide = failed(diagnosis, FindingCode.DETERMINED);
    assertThat(wide.limit()).isEqualTo(10);
    double ratio = Objects.requireNonNull(wide.value());
    assertThat(ratio).isGreaterThan(10);
    assertThat(wide.detail("upper") / wide.detail("lower")).isCloseTo(ratio, within(1e-9 * ratio));
    assertThat(Experiments.TRUTH.dipoleMoment())
        .isBetween(wide.detail("lower"), wide.detail("upper"));
    for (String end : List.of("lower", "upper")) {
      assertThat(riseAt(measurement, fit, wide.detail(end)))
          .as(end)
          .isCloseTo(3.8414588, within(1e-3));
    }
    assertThat(DeterminationFindings.determinesDipoleMoment(fit)).isFalse();
  }

  /** At weak drive p has an upper end alone, χ a lower one: the shift shows their product. */
  @Test
  void anOpenIntervalHasNoWidth() {
    Measurement measurement = oneSided(3.2e11, 1000, 5000, 0);
    Fit fit = Fitter.fit(measurement, KNOWN);
    Diagnosis diagnosis = Diagnosis.of(fit);
    assertThat(diagnosis.undetermined()).contains(Parameter.CHI, Parameter.DIPOLE_MOMENT);
    for (Finding open : diagnosis.findings()) {
      if (open.code() == FindingCode.DETERMINED && open.parameters().contains("chi")) {
        assertThat(open.value()).isNull();
        assertThat(open.detail("upper")).isNaN();
        assertThat(open.detail("lower")).isPositive();
      }
      if (open.code() == FindingCode.DETERMINED && open.parameters().contains("dipoleMoment")) {
        double upper = open.detail("upper");
        assertThat(riseAt(measurement, fit, upper)).isCloseTo(3.8414588, within(1e-3));
        // five decades down it fits as well
        assertThat(riseAt(measurement, fit, 1e-5 * upper)).isLessThan(3.8414588);
      }
    }
    assertThat(diagnosis.findings())
        .filteredOn(finding -> finding.code() == FindingCode.DETERMINED)
        .extracting(finding -> finding.parameters().get(0))
        .contains("chi", "dipoleMoment");
    assertThat(DeterminationFindings.determinesDipoleMoment(fit)).isFalse();
  }

  @Test
  void aFitDeterminesItsDipoleMomentOrNot() {
    Measurement good = Experiments.jointFile(0, 68);
    assertThat(DeterminationFindings.determinesDipoleMoment(Fitter.fit(good, KNOWN))).isTrue();
    // without a shift there is nothing to determine
    Measurement none =
        Experiments.simulate(
            Experiments.joint(), Experiments.TRUTH.with(Parameter.CHI, 1e-30), 1000, 1);
    assertThat(DeterminationFindings.determinesDipoleMoment(Fitter.fit(none, KNOWN))).isFalse();
  }

  /**
   * A minimisation that ends elsewhere at one value of χ must not cut a set in two: the parts of a
   * set have a barrier between them.
   */
  @Test
  void whereTwoPartsTouchThereIsOne() {
    Measurement measurement = oneSided(3.2e9, 1000, 1000, 1);
    Diagnosis diagnosis = Diagnosis.of(Fitter.fit(measurement, KNOWN));
    assertThat(diagnosis.fails(FindingCode.ONE_MINIMUM)).isFalse();
    assertThat(diagnosis.determines(Parameter.CHI)).isTrue();
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
    assertThat(misfit.limit()).isEqualTo(Levels.SPOILS);
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

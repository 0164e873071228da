package tlsfit.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;
import tlsfit.result.InputFile;
import tlsfit.result.Survey;

class SurveyBuilderTest {
  private static final double THREE_DEBYE = 3 * 3.33564095198152e-30;
  private static final double MICROSECONDS_3 = 3e-6;
  private static final Percentage CLOSE = Percentage.withPercentage(1e-6);

  private static Reading reading(double field, double rate, double frequency, double sigma) {
    return new Reading(
        new Drive.AcField(field),
        new BiasRate.FieldRate(rate),
        frequency,
        sigma > 0 ? OptionalDouble.of(sigma) : OptionalDouble.empty(),
        new Origin("a.csv", 2));
  }

  private static Survey survey(Measurement measurement, double dipole) {
    return SurveyBuilder.build(measurement, Experiments.LOG, List.of(dipole), MICROSECONDS_3);
  }

  private static Finding finding(Survey survey, FindingCode code) {
    return survey.findings().stream()
        .filter(found -> found.code() == code)
        .findFirst()
        .orElseThrow();
  }

  private static List<FindingCode> failed(Survey survey) {
    return survey.findings().stream().filter(f -> !f.holds()).map(Finding::code).toList();
  }

  /**
   * Python: p = 3*3.33564095198152e-30, W = p*F/hbar, v = 2*p*r/hbar with scipy.constants.hbar, w =
   * 2*pi*5e9: xi = pi*W**2/(2*v), eta = w/(v*3e-6), L = log(w/(W/sqrt(1+eta)+sqrt(v))).
   */
  @Test
  void whatReadingsMeanAtADipoleMoment() {
    Measurement two =
        Experiments.of(List.of(reading(100, 3e10, 5e9, 0), reading(3000, 3e11, 5e9, 0)));
    Survey.Coverage coverage = survey(two, THREE_DEBYE).coverage().get(0);
    agrees(coverage.xi(), 0.024842369515308185, 2.2358132563777366);
    agrees(coverage.eta(), 0.18393017195823416, 1.8393017195823413);
    agrees(coverage.logarithm(), 4.139989124514036, 5.959555081256919);
    assertThat(coverage.xi().unit()).isEqualTo("1");
    assertThat(coverage.relaxationTime()).isEqualTo(MICROSECONDS_3);
  }

  private static void agrees(Survey.Range range, double lowest, double highest) {
    assertThat(range.lowest()).isCloseTo(lowest, CLOSE);
    assertThat(range.highest()).isCloseTo(highest, CLOSE);
    assertThat(range.distinct()).isEqualTo(2);
  }

  /** ξ ∝ p, η ∝ 1/p. */
  @Test
  void coverageFollowsTheDipoleMomentAssumed() {
    Survey survey =
        SurveyBuilder.build(
            Experiments.joint(), Experiments.LOG, List.of(1e-30, 4e-30), MICROSECONDS_3);
    Survey.Coverage weak = survey.coverage().get(0);
    Survey.Coverage strong = survey.coverage().get(1);
    assertThat(strong.xi().highest()).isCloseTo(4 * weak.xi().highest(), CLOSE);
    assertThat(strong.eta().highest()).isCloseTo(weak.eta().highest() / 4, CLOSE);
    assertThat(strong.logarithm().lowest()).isLessThan(weak.logarithm().lowest());
  }

  @Test
  void aTableIsDescribedByItsOwnReadings() {
    List<Reading> first =
        List.of(
            reading(10, 1e9, 5e9, 100),
            reading(30, 1e9, 5e9 + 7, 300),
            reading(10, 2e9, 5e9 - 1, 200));
    List<Reading> second = List.of(reading(1, 1e9, 5e9, 100), reading(2, 1e9, 5e9, 0));
    Measurement measurement =
        new Measurement(
            "al-a",
            List.of(new Sweep("a.csv", first), new Sweep("b.csv", second)),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            List.of(),
            List.of(new InputFile("in/a.csv", "00", 3)),
            List.of("one note"));
    Survey survey = survey(measurement, THREE_DEBYE);
    assertThat(survey.sample()).isEqualTo("al-a");
    assertThat(survey.inputs()).containsExactly(new InputFile("in/a.csv", "00", 3));
    assertThat(survey.notes()).containsExactly("one note");
    Survey.TableSurvey table = survey.tables().get(0);
    assertThat(table.rows()).isEqualTo(3);
    assertThat(table.drive()).isEqualTo(new Survey.Range("V/m", 10, 30, 2));
    assertThat(table.bias()).isEqualTo(new Survey.Range("V/m/s", 1e9, 2e9, 2));
    assertThat(table.frequency()).isEqualTo(new Survey.Range("Hz", 5e9 - 1, 5e9 + 7, 3));
    assertThat(table.sigma()).isEqualTo(new Survey.Range("Hz", 100, 300, 3));
    assertThat(survey.tables().get(1).sigma()).as("one reading has none").isNull();
    Finding given = finding(survey, FindingCode.SIGMA_GIVEN);
    assertThat(given.holds()).isFalse();
    assertThat(given.value()).isEqualTo(4);
    assertThat(given.limit()).isEqualTo(5);
  }

  @Test
  void ratesHaveUnitsOfTheirOwnAndNoDipoleMoment() {
    List<Reading> readings = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      readings.add(
          new Reading(
              new Drive.RabiFrequency(1e7 * i),
              new BiasRate.EnergyRate(1e16),
              5e9,
              OptionalDouble.empty(),
              new Origin("a.csv", i + 1)));
    }
    Survey survey = survey(Experiments.of(readings), THREE_DEBYE);
    assertThat(survey.tables().get(0).drive().unit()).isEqualTo("1/s");
    assertThat(survey.tables().get(0).bias().unit()).isEqualTo("1/s^2");
    assertThat(failed(survey)).contains(FindingCode.DEPENDS_ON_DIPOLE_MOMENT);
    assertThat(survey.findExtremum()).isEmpty();
  }

  @Test
  void aWholeMeasurementIsExpectedToBeEnough() {
    Measurement measured = Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 1000, 2);
    Survey survey = survey(measured, THREE_DEBYE);
    assertThat(failed(survey)).isEmpty();
    assertThat(finding(survey, FindingCode.RATES_SWEPT).value()).isEqualTo(3 + 20);
    Survey.ExtremumEstimate extremum = survey.findExtremum().orElseThrow();
    // p = 8 ħ Ḟ/F², Eq. 10, and larger by κ²/4 by the exact extremum (theory.md, section 5)
    double eq10 = 8 * 1.054571817e-34 * extremum.biasRate() / Math.pow(extremum.acField(), 2);
    assertThat(extremum.dipoleMomentEq10()).isCloseTo(eq10, CLOSE);
    assertThat(Objects.requireNonNull(extremum.dipoleMomentExtremum()) / eq10).isBetween(1.0, 4.0);
  }

  @Test
  void tooFewReadingsFieldsAndRatesAreSaid() {
    Survey few =
        survey(
            Experiments.of(List.of(reading(100, 3e10, 5e9, 0), reading(300, 3e10, 5e9, 0))),
            THREE_DEBYE);
    assertThat(failed(few))
        .containsExactly(
            FindingCode.ENOUGH_READINGS,
            FindingCode.FIELDS_SWEPT,
            FindingCode.RATES_SWEPT,
            FindingCode.SIGMA_GIVEN);
    assertThat(finding(few, FindingCode.ENOUGH_READINGS).value()).isEqualTo(2);
    assertThat(finding(few, FindingCode.FIELDS_SWEPT).value()).isEqualTo(2);
    assertThat(few.findings()).allMatch(found -> found.kind() == Finding.Kind.NOTE);
  }

  @Test
  void aSweepWithoutAnExtremumIsSaid() {
    ParameterValues none = Experiments.TRUTH.with(Parameter.CHI, 1e-30);
    Survey flat =
        survey(Experiments.simulate(Experiments.powerSweep(3.2e10, 20), none, 100, 1), THREE_DEBYE);
    assertThat(failed(flat)).contains(FindingCode.LOWEST_FREQUENCY_SEEN);
    assertThat(flat.findExtremum()).isEmpty();
  }

  /** At 100 D and 24 kV/m Ω_R0 is beyond ω0: L is negative. */
  @Test
  void aDipoleMomentBeyondTheTheoryIsNamed() {
    Survey survey =
        SurveyBuilder.build(
            Experiments.joint(),
            Experiments.LOG,
            List.of(THREE_DEBYE, 100 * 3.33564095198152e-30),
            MICROSECONDS_3);
    Finding beyond = finding(survey, FindingCode.COVERED_BY_THEORY);
    assertThat(beyond.detail("dipoleMoment")).isCloseTo(3.33564095198152e-28, CLOSE);
    assertThat(beyond.value()).isNegative();
    assertThat(failed(survey)).filteredOn(FindingCode.COVERED_BY_THEORY::equals).hasSize(1);
  }
}

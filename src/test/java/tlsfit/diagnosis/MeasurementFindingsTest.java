package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.result.InputFile;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.units.Constants;

/** Mistakes in what was given, with σ and without. */
class MeasurementFindingsTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final FitOptions SCATTER = FitOptions.of(Experiments.LOG, new Noise.FromScatter());
  private static final Measurement GOOD = Tables.simulated(1000, 3);

  private static List<Finding> findings(Measurement measurement, boolean known) {
    return findings(measurement, Experiments.TRUTH, known);
  }

  private static List<Finding> findings(
      Measurement measurement, ParameterValues near, boolean known) {
    FitOptions options = known ? KNOWN : SCATTER;
    Fit fit = Fitter.refit(new Observations(measurement, options.noise()), options, near);
    return MeasurementFindings.of(measurement, fit, Diagnosis.of(fit));
  }

  /** Rows with frequencies to the millihertz, as a file holds them, one reading changed. */
  private static List<Reading> rows(Measurement measurement, double grid) {
    List<Reading> rows = new ArrayList<>();
    for (Reading r : measurement.readings().toList()) {
      double frequency = Math.rint(r.frequency() / grid) * grid;
      rows.add(new Reading(r.drive(), r.biasRate(), frequency, r.sigma(), r.origin()));
    }
    return rows;
  }

  private static Measurement with(List<Reading> rows) {
    List<Reading> placed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Reading r = rows.get(i);
      placed.add(
          new Reading(
              r.drive(), r.biasRate(), r.frequency(), r.sigma(), new Origin("a.csv", i + 2)));
    }
    return Experiments.of(placed);
  }

  private static Measurement changed(int number, UnaryOperator<Reading> change) {
    List<Reading> rows = new ArrayList<>(rows(GOOD, 1e-3));
    rows.set(number, change.apply(rows.get(number)));
    return with(rows);
  }

  @Test
  void goodReadingsHaveNone() {
    assertThat(findings(with(rows(GOOD, 1e-3)), true)).isEmpty();
    assertThat(findings(with(rows(GOOD, 1e-3)), false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, CHECK", "2, CHECK", "3, FACT", "68, FACT"})
  void copiesWarnAndManySpoil(int copies, Kind kind) {
    List<Reading> rows = new ArrayList<>(rows(GOOD, 1e-3));
    rows.addAll(rows.subList(0, copies));
    for (boolean known : new boolean[] {true, false}) {
      Finding found = findings(with(rows), known).get(0);
      assertThat(found.code()).isEqualTo(FindingCode.DUPLICATE_READINGS);
      assertThat(found.kind()).isEqualTo(kind);
      assertThat(found.holds()).isFalse();
      assertThat(found.value()).isEqualTo(copies);
      assertThat(found.readings()).hasSize(copies);
      assertThat(found.readings().get(0)).hasToString("a.csv:70");
    }
  }

  /** Ten readings at each setting, rounded to σ: half of them repeat another by chance. */
  @ParameterizedTest
  @ValueSource(doubles = {200, 500, 1000, 2500})
  void repeatsOfACoarseInstrumentAreNoCopies(double grid) {
    List<Reading> plan = new ArrayList<>();
    for (Reading r : Experiments.powerSweep(3e10, 20).readings().toList()) {
      IntStream.range(0, 10).forEach(i -> plan.add(r));
    }
    Measurement noisy = Experiments.simulate(Experiments.of(plan), Experiments.TRUTH, 1000, 11);
    FitOptions fixed = KNOWN.withFixed(Parameter.RELAXATION_TIME, 3e-6);
    Measurement coarse = with(rows(noisy, grid));
    Fit fit = Fitter.refit(new Observations(coarse, fixed.noise()), fixed, Experiments.TRUTH);
    assertThat(MeasurementFindings.of(coarse, fit, Diagnosis.of(fit)))
        .singleElement()
        .satisfies(found -> assertThat(found.code()).isEqualTo(FindingCode.DUPLICATE_READINGS))
        .satisfies(found -> assertThat(found.holds()).isTrue());
  }

  @Test
  void theGridOfFrequencies() {
    double[] points = {5e9, 5e9 + 2469, 5e9 + 3 * 1234.5, 5e9 + 10 * 1234.5};
    assertThat(DuplicateReadings.grid(points)).isCloseTo(1234.5, within(1e-6));
    double[] text = {5000000001.123, 5000012344.3, 5000034567.89, 5000023456.7, 5000098765.4};
    assertThat(DuplicateReadings.grid(text)).isCloseTo(1e-3, Percentage.withPercentage(1e-6));
    double[] rounded = {5000010000.0, 5000130000.0, 5000340000.0, 5000770000.0};
    assertThat(DuplicateReadings.grid(rounded)).isBetween(1e4, 1.2e5);
  }

  @Test
  void aTableGivenTwice() {
    List<Reading> rows = rows(GOOD, 1e-3);
    List<Reading> twice = new ArrayList<>(rows.subList(0, 16));
    List<Reading> turned = new ArrayList<>(rows.subList(0, 16));
    java.util.Collections.reverse(turned);
    twice.addAll(turned);
    twice.addAll(rows.subList(16, 68));
    Measurement measurement = Tables.split(Experiments.of(twice), 16, 16, 52);
    for (boolean known : new boolean[] {true, false}) {
      assertThat(findings(measurement, known))
          .as("the rows are not counted as copies again")
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.code()).isEqualTo(FindingCode.IDENTICAL_INPUTS);
                assertThat(found.kind()).isEqualTo(Kind.FACT);
                assertThat(found.holds()).isFalse();
                assertThat(found.subject()).isEqualTo("t2.csv");
                assertThat(found.value()).isEqualTo(16);
              });
    }
  }

  @Test
  void filesWithTheSameBytes() {
    Measurement plain = Tables.split(with(rows(GOOD, 1e-3)), 34, 34);
    Measurement hashed =
        new Measurement(
            plain.sample(),
            plain.sweeps(),
            plain.permittivity(),
            plain.temperature(),
            List.of(),
            List.of(new InputFile("t1.csv", "00ff", 34), new InputFile("t2.csv", "00ff", 34)),
            List.of());
    assertThat(findings(hashed, true))
        .extracting(Finding::code)
        .containsExactly(FindingCode.IDENTICAL_INPUTS);
  }

  private static Measurement withSigma(int number, double sigma) {
    return changed(
        number,
        r ->
            new Reading(
                r.drive(), r.biasRate(), r.frequency(), OptionalDouble.of(sigma), r.origin()));
  }

  @Test
  void oneSigmaThatDecides() {
    Measurement mistyped = withSigma(20, 1);
    Finding found = findings(mistyped, true).get(0);
    assertThat(found.code()).isEqualTo(FindingCode.SIGMA_DECIDES);
    assertThat(found.kind()).isEqualTo(Kind.FACT);
    assertThat(found.subject()).isEqualTo("dipoleMoment");
    assertThat(found.readings()).extracting(Finding.Place::line).containsExactly(22);
    assertThat(found.detail("sigmaRatio")).isCloseTo(1e-3, within(1e-9));
    assertThat(findings(mistyped, false)).as("σ is not used").isEmpty();
  }

  /** The reference frequency may well be known from one good reading at a low field. */
  @Test
  void aGoodReferenceOnlyWarns() {
    Finding found = findings(withSigma(32, 30), true).get(0);
    assertThat(found.code()).isEqualTo(FindingCode.SIGMA_DECIDES);
    assertThat(found.subject()).isEqualTo("referenceFrequency");
    assertThat(found.value()).isGreaterThan(0.9);
    assertThat(found.kind()).isEqualTo(Kind.CHECK);
  }

  /** σ in proportion to 1/√power, as of a noisy amplifier, are no mistake. */
  @Test
  void sigmaThatFallWithThePowerAreAChoice() {
    List<Reading> rows = new ArrayList<>();
    for (Reading r : rows(GOOD, 1e-3)) {
      double sigma = 1e6 / r.drive().field().orElseThrow();
      rows.add(
          new Reading(
              r.drive(), r.biasRate(), r.frequency(), OptionalDouble.of(sigma), r.origin()));
    }
    assertThat(findings(with(rows), true)).isEmpty();
  }

  /** Against fits: the share of the variance, and how far p moves. */
  @Test
  void whatASigmaDecidesIsThatOfAFitWithoutIt() {
    Measurement mistyped = withSigma(20, 30);
    Observations all = new Observations(mistyped, KNOWN.noise());
    Fit fit = Fitter.refit(all, KNOWN, Experiments.TRUTH);
    List<Integer> others = IntStream.range(0, 68).filter(i -> i != 20).boxed().toList();
    Fit without = Fitter.refit(all.subset(others), KNOWN, Experiments.TRUTH);
    DecidingSigma found = DecidingSigma.of(fit).orElseThrow();
    int p = fit.free().indexOf(Parameter.DIPOLE_MOMENT);
    assertThat(found.share())
        .isCloseTo(1 - fit.covariance()[p][p] / without.covariance()[p][p], within(0.02));
    double change = Math.log(without.values().dipoleMoment() / fit.values().dipoleMoment());
    assertThat(found.change())
        .isCloseTo(Math.abs(change) / Math.sqrt(fit.covariance()[p][p]), within(0.05));
  }

  /** A gap in µm for nm makes all fields a thousand times smaller, and p as much larger. */
  @ParameterizedTest
  @CsvSource({"1e-3, 5000", "1e3, 0.005"})
  void aDipoleMomentThatCannotBe(double factor, double debye) {
    Measurement wrong = Experiments.scaled(with(rows(GOOD, 1e-3)), factor, factor);
    ParameterValues near = Experiments.TRUTH.with(Parameter.DIPOLE_MOMENT, debye * Constants.DEBYE);
    for (boolean known : new boolean[] {true, false}) {
      List<Finding> found = findings(wrong, near, known);
      assertThat(found).extracting(Finding::code).containsExactly(FindingCode.PLAUSIBLE);
      assertThat(found.get(0).kind()).isEqualTo(Kind.FACT);
      assertThat(found.get(0).subject()).isEqualTo("dipoleMoment");
      assertThat(found.get(0).value())
          .isCloseTo(debye * Constants.DEBYE, Percentage.withPercentage(5));
      assertThat(found.get(0).limit())
          .isEqualTo(debye > 1 ? Plausibility.LARGEST_MOMENT : Plausibility.SMALLEST_MOMENT);
      double highest =
          wrong.readings().mapToDouble(r -> r.drive().field().orElseThrow()).max().orElseThrow();
      assertThat(found.get(0).detail("highestField")).isEqualTo(highest);
    }
  }

  @Test
  void aFieldThatNoDielectricWithstands() {
    Measurement measurement =
        changed(
            0,
            r ->
                new Reading(
                    new Drive.AcField(1.5e9), r.biasRate(), r.frequency(), r.sigma(), r.origin()));
    assertThat(findings(measurement, true))
        .anySatisfy(
            found -> {
              assertThat(found.code()).isEqualTo(FindingCode.PLAUSIBLE);
              assertThat(found.subject()).isEqualTo("acField");
              assertThat(found.value()).isEqualTo(1.5e9);
              assertThat(found.limit()).isEqualTo(1e9);
            });
  }

  @Test
  void anEnormousStrength() {
    ParameterValues strong = Experiments.TRUTH.with(Parameter.CHI, 0.3);
    Measurement measurement = Experiments.simulate(Experiments.joint(), strong, 1000, 4);
    assertThat(findings(measurement, strong, true))
        .singleElement()
        .satisfies(found -> assertThat(found.subject()).isEqualTo("chi"))
        .satisfies(found -> assertThat(found.limit()).isEqualTo(0.1));
  }
}

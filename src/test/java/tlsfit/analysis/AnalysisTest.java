package tlsfit.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;
import tlsfit.result.FitResult;
import tlsfit.result.ModelComparison;
import tlsfit.result.ModelFit;
import tlsfit.result.NestedComparison;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.SystematicUncertainty;
import tlsfit.result.SystematicUncertainty.Kind;
import tlsfit.setup.FitSetup;
import tlsfit.setup.IntervalKind;
import tlsfit.setup.IntervalSetup;
import tlsfit.setup.ModelChoice;
import tlsfit.setup.Relaxation;
import tlsfit.setup.SetupException;
import tlsfit.setup.SlowChange;

class AnalysisTest {
  private static final Percentage CLOSE = Percentage.withPercentage(1e-5);
  private static final FitSetup BOOTSTRAP =
      FitSetup.NONE.withIntervals(
          IntervalSetup.NONE.withKind(IntervalKind.BOOTSTRAP).withReplicates(100));

  /** The joint experiment, whose fit by scipy is in FitterTest. */
  private static Measurement joint(OptionalDouble temperature, CalibrationTerm... terms) {
    Measurement m = Experiments.jointFile(0, 68);
    return new Measurement(
        m.sample(),
        m.sweeps(),
        OptionalDouble.of(10),
        temperature,
        List.of(terms),
        List.of(),
        List.of());
  }

  private static Measurement joint() {
    return joint(OptionalDouble.empty());
  }

  private static FitResult analyse(Measurement measurement) {
    return Analysis.of(measurement, FitSetup.NONE).result();
  }

  private static List<FindingCode> codes(FitResult result, Finding.Kind kind) {
    return result.verdict().findings(kind).stream().map(Finding::code).toList();
  }

  // tan δ0 = π χ/3 and P0 = χ ε0 ε_r/(2 p²) by hand from the scipy fit of FitterTest: χ =
  // 1.2003508607e-4, p = 1.6720161160e-29 C m, ε0 = 8.8541878128e-12 F/m, ε_r = 10.
  @Test
  void derivesLossTangentAndDensityOfStates() {
    FitResult result = analyse(joint());
    assertThat(result.findDerived("lossTangent").orElseThrow().value())
        .isCloseTo(Math.PI * 1.2003508607e-4 / 3, CLOSE);
    assertThat(result.findDerived("densityOfStates").orElseThrow().value())
        .isCloseTo(1.9008420e43, Percentage.withPercentage(1e-4));
    assertThat(result.findDerived("dipoleMomentLz").orElseThrow().model()).isEqualTo("lz");
  }

  @Test
  void aWarmSampleIsNoted() {
    // h · 5.012 GHz/(k_B · 0.1 K) = 2.405
    Finding warm =
        analyse(joint(OptionalDouble.of(0.1))).verdict().findings(Finding.Kind.NOTE).get(0);
    assertThat(warm.code()).isEqualTo(FindingCode.WARM);
    assertThat(warm.value()).isCloseTo(2.405, within(1e-3));
    assertThat(codes(analyse(joint(OptionalDouble.of(0.012))), Finding.Kind.NOTE))
        .doesNotContain(FindingCode.WARM);
  }

  /** The verdict is made of all findings, those of what was given among them. */
  @Test
  void readingsGivenTwiceAreNotValid() {
    List<Reading> twice = new ArrayList<>(joint().readings().toList());
    twice.addAll(List.copyOf(twice));
    FitResult result = analyse(Experiments.of(twice));
    assertThat(result.verdict().valid()).isFalse();
    assertThat(result.verdict().determined()).isTrue();
    assertThat(result.verdict().findings(Finding.Kind.FACT))
        .filteredOn(finding -> !finding.holds())
        .extracting(Finding::code)
        .contains(FindingCode.DUPLICATE_READINGS);
    assertThat(result.verdict().problems())
        .anyMatch(problem -> problem.contains("copies are no measurements"));
  }

  @Test
  void systematicUncertaintiesAddInSquares() {
    FitResult result =
        analyse(
            joint(
                OptionalDouble.empty(),
                new CalibrationTerm("a", 0.03, 0),
                new CalibrationTerm("b", 0, 0.04)));
    List<SystematicUncertainty> lines = result.systematics();
    assertThat(lines)
        .extracting(SystematicUncertainty::kind)
        .containsExactly(
            Kind.CALIBRATION,
            Kind.CALIBRATION,
            Kind.TOTAL,
            Kind.MODEL,
            Kind.CUT_OFF,
            Kind.CUT_OFF,
            Kind.SLOW,
            Kind.SLOW,
            Kind.SPREAD,
            Kind.TOTAL);
    assertThat(lines)
        .extracting(SystematicUncertainty::source)
        .startsWith("a", "b", "calibration", "lz", "0.5", "2.0", "linear-drift test.csv")
        .endsWith("all");
    double calibration = Math.hypot(change(lines, 0), change(lines, 1));
    assertThat(change(lines, 2)).isCloseTo(calibration, CLOSE);
    double cutOff = Math.max(Math.abs(change(lines, 4)), Math.abs(change(lines, 5)));
    assertThat(change(lines, 9)).isCloseTo(Math.hypot(calibration, cutOff), CLOSE);
    assertThat(result.getParameter("dipoleMoment").calibrationError())
        .isCloseTo(calibration, CLOSE);
  }

  private static double change(List<SystematicUncertainty> lines, int line) {
    return Objects.requireNonNull(lines.get(line).changes().get("dipoleMoment"));
  }

  @Test
  void whatIsNotDeterminedIsNull() {
    ParameterValues none = new ParameterValues(1e-30, 1e-29, 0, 5.012e9);
    FitResult result =
        analyse(Experiments.simulate(Experiments.powerSweep(3e10, 30), none, 500, 2));
    assertThat(result.verdict().determined()).isFalse();
    ParameterEstimate p = result.getParameter("dipoleMoment");
    assertThat(p.value()).isNull();
    assertThat(p.standardError()).isNull();
    assertThat(p.interval().lower()).isNull();
    assertThat(p.interval().upper()).isNull();
    assertThat(result.derived()).isEmpty();
    assertThat(result.covariance().matrix()).isEmpty();
    assertThat(result.modelComparison()).isEqualTo(ModelComparison.NONE);
    assertThat(result.verdict().findings(Finding.Kind.FACT).get(0).code())
        .isEqualTo(FindingCode.SHIFT_SEEN);
    assertThat(result.verdict().problems()).hasSize(1);
  }

  @Test
  void whatLzLeavesOutIsNoted() {
    FitSetup lz = FitSetup.NONE.withModel(ModelChoice.LZ).withRelaxation(Relaxation.ON);
    assertThat(codes(Analysis.of(joint(), lz).result(), Finding.Kind.NOTE))
        .contains(FindingCode.TWO_PHOTON_CROSSINGS);
  }

  @Test
  void theCovarianceHasTheSquaresOfTheStandardErrors() {
    FitResult result = analyse(joint());
    List<String> names = result.covariance().names();
    assertThat(names)
        .containsExactly("chi", "dipoleMoment", "relaxationTime", "referenceFrequency");
    for (int i = 0; i < names.size(); i++) {
      double error = Objects.requireNonNull(result.getParameter(names.get(i)).standardError());
      assertThat(result.covariance().matrix().get(i).get(i)).isCloseTo(error * error, CLOSE);
      for (int j = 0; j < i; j++) {
        double other = Objects.requireNonNull(result.getParameter(names.get(j)).standardError());
        assertThat(result.covariance().matrix().get(i).get(j) / (error * other))
            .isCloseTo(result.correlation().matrix().get(i).get(j), within(1e-9));
      }
    }
  }

  @Test
  void leveragesAddUpToTheNumberOfParameters() {
    FitResult result = analyse(joint());
    double sum = result.readings().stream().mapToDouble(reading -> reading.leverage()).sum();
    assertThat(sum).isCloseTo(4, within(1e-9));
    double squares =
        result.readings().stream()
            .mapToDouble(reading -> reading.residual() * reading.residual())
            .sum();
    assertThat(squares).isCloseTo(result.statistics().chiSquare(), CLOSE);
  }

  @Test
  void findsChecksTablesAndModels() {
    FitResult result = analyse(joint());
    assertThat(codes(result, Finding.Kind.CHECK))
        .contains(
            FindingCode.CHI_SQUARE,
            FindingCode.RUNS,
            FindingCode.SERIAL_CORRELATION,
            FindingCode.NORMALITY,
            FindingCode.OUTLIERS,
            FindingCode.SLOW_CHANGE,
            FindingCode.SPREAD)
        .doesNotHaveDuplicates();
    assertThat(codes(result, Finding.Kind.NOTE))
        .contains(
            FindingCode.LEVERAGE,
            FindingCode.INFLUENCE,
            FindingCode.CORRELATION,
            FindingCode.CONDITION,
            FindingCode.STARTS)
        .doesNotContain(FindingCode.WALD_AGAINST_PROFILE);
    FitSetup wald = FitSetup.NONE.withIntervals(IntervalSetup.NONE.withKind(IntervalKind.WALD));
    assertThat(codes(Analysis.of(joint(), wald).result(), Finding.Kind.NOTE))
        .contains(FindingCode.WALD_AGAINST_PROFILE);
    assertThat(result.tables())
        .singleElement()
        .satisfies(
            table ->
                assertThat(table.dipoleMoment())
                    .isEqualTo(result.getParameter("dipoleMoment").value()));
    assertThat(result.modelComparison().entries()).hasSize(3);
    assertThat(result.modelComparison().tests())
        .extracting(NestedComparison::added)
        .containsExactly(NestedComparison.RELAXATION, NestedComparison.DIPOLE_WIDTH);
  }

  /** A drift of 60 kHz, a tenth of the shift, in readings of 10 kHz. */
  @Test
  void aDriftSpoilsTheVerdictUntilItIsFitted() {
    Measurement drifting =
        Experiments.moved(Experiments.jointFile(0, 68), i -> 60e3 * (i / 67.0 - 0.5));
    FitResult without = analyse(drifting);
    assertThat(without.verdict().valid()).isFalse();
    assertThat(without.verdict().problems())
        .anySatisfy(problem -> assertThat(problem).contains("drift: linear"));
    assertThat(codes(without, Finding.Kind.FACT)).contains(FindingCode.SLOW_CHANGE);
    FitResult with =
        Analysis.of(
                drifting,
                FitSetup.NONE.withSlow(new SlowChange("test.csv", SlowChange.Kind.LINEAR_DRIFT)))
            .result();
    assertThat(with.verdict().valid()).isTrue();
    assertThat(codes(with, Finding.Kind.CHECK)).contains(FindingCode.SLOW_CHANGE);
    assertThat(with.slowChanges())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.table()).isEqualTo("test.csv");
              assertThat(change.kind()).isEqualTo("linear-drift");
              assertThat(change.value()).isCloseTo(60e3, within(30e3));
            });
    assertThat(with.systematics())
        .filteredOn(line -> line.kind() == Kind.SLOW)
        .extracting(SystematicUncertainty::source)
        .noneMatch(source -> source.contains("drift"))
        .isNotEmpty();
  }

  @Test
  void aSpentBudgetLeavesOutWhatIsBesideTheFit() {
    FitResult whole = analyse(joint());
    FitResult short0 = Analysis.of(joint(), FitSetup.NONE).withBudget(0).result();
    assertThat(short0.verdict().findings(Finding.Kind.NOTE))
        .filteredOn(finding -> finding.code() == FindingCode.LEFT_OUT)
        .extracting(Finding::subject)
        .contains("otherModel", "spread", "slowChanges", "systematics");
    assertThat(short0.modelComparison().entries()).singleElement().matches(ModelFit::chosen);
    assertThat(short0.systematics()).isEmpty();
    // The fit itself and its intervals are what they are.
    for (ParameterEstimate estimate : short0.parameters()) {
      assertThat(estimate.value()).isEqualTo(whole.getParameter(estimate.name()).value());
      assertThat(estimate.interval()).isEqualTo(whole.getParameter(estimate.name()).interval());
    }
  }

  @Test
  void theSameSeedGivesTheSameResultWithAnyThreads() {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Integer> told = Collections.synchronizedList(new ArrayList<>());
      FitResult parallel =
          Analysis.of(joint(), BOOTSTRAP)
              .withExecutor(threads)
              .withSeed(5)
              .withProgress(
                  (stage, done, total) -> {
                    if (stage == ProgressListener.Stage.BOOTSTRAP) {
                      told.add(done);
                    }
                  })
              .result();
      assertThat(told).hasSize(100).contains(100);
      FitResult alone = Analysis.of(joint(), BOOTSTRAP).withSeed(5).result();
      assertThat(alone).isEqualTo(parallel);
      assertThat(alone.provenance().options()).containsEntry("seed", "5");
      FitResult other = Analysis.of(joint(), BOOTSTRAP).withSeed(6).result();
      assertThat(other.getParameter("dipoleMoment").interval())
          .isNotEqualTo(alone.getParameter("dipoleMoment").interval());
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aSetupThatContradictsItselfIsRefused() {
    FitSetup both =
        FitSetup.NONE.withFixed(Parameter.CHI, 1e-4).withBounds(Parameter.CHI, 1e-5, 1e-3);
    assertThatThrownBy(() -> Analysis.of(joint(), both).result())
        .isInstanceOf(SetupException.class);
  }

  @Test
  void aCalibrationWithoutUncertainNumbersIsNoted() {
    FitResult result = Analysis.of(joint(), FitSetup.NONE.withCalibration(true)).result();
    assertThat(codes(result, Finding.Kind.NOTE)).contains(FindingCode.NO_CALIBRATION_TERM);
  }
}

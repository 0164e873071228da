package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.diagnosis.DipoleMoment;
import tlsfit.diagnosis.FitWithWidth;
import tlsfit.diagnosis.OtherModel;
import tlsfit.diagnosis.SlowChanges;
import tlsfit.diagnosis.Spread;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.model.Parameter;
import tlsfit.result.ModelFit.Outcome;
import tlsfit.result.SystematicUncertainty;
import tlsfit.result.SystematicUncertainty.Kind;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;

class SystematicUncertaintiesTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final Fit FIT = Fitter.fit(Experiments.jointFile(0, 68), KNOWN);
  private static final Inference INFERENCE = Inference.profile(FIT, 0.95);

  /** A gap known to 2 %, of which both fields are inverse, and an attenuation of one. */
  private static final List<CalibrationTerm> TERMS =
      List.of(new CalibrationTerm("gap", -0.02, -0.02), new CalibrationTerm("loss", 0.03, 0));

  private static final List<SystematicUncertainty> LINES =
      SystematicUncertainties.of(
          INFERENCE, TERMS, Optional.empty(), Optional.empty(), Optional.empty());

  /** A spread of which only what it changes counts here. */
  private static Spread spread(Map<Parameter, Double> changes) {
    return new Spread(new FitWithWidth(FIT, Outcome.NO_WIDTH), 0, 1, 0.1, changes);
  }

  private static Stream<SystematicUncertainty> of(Kind kind) {
    return LINES.stream().filter(line -> line.kind() == kind);
  }

  private static SystematicUncertainty total(String source) {
    return of(Kind.TOTAL).filter(line -> line.source().equals(source)).findFirst().orElseThrow();
  }

  @Test
  void aLineForEachSourceAndTwoTotals() {
    assertThat(LINES)
        .extracting(line -> line.kind() + " " + line.source())
        .containsExactly(
            "CALIBRATION gap",
            "CALIBRATION loss",
            "TOTAL calibration",
            "CUT_OFF 0.5",
            "CUT_OFF 2.0",
            "TOTAL all");
  }

  /** p stands beside both fields: both 2 % lower is p 2 % higher, and nothing else changes. */
  @Test
  void aGapScalesTheDipoleMomentAlone() {
    Map<String, Double> gap = LINES.get(0).changes();
    double p = FIT.values().dipoleMoment();
    assertThat(Objects.requireNonNull(gap.get("dipoleMoment")) / p)
        .isCloseTo(Math.sinh(0.02), within(1e-5));
    assertThat(Objects.requireNonNull(gap.get("chi")) / FIT.values().chi())
        .isCloseTo(0, within(1e-6));
    assertThat(Objects.requireNonNull(gap.get("relaxationTime")) / 3e-6).isCloseTo(0, within(1e-6));
    assertThat(gap.get("referenceFrequency")).isCloseTo(0, within(1.0));
  }

  @Test
  void independentNumbersOfTheCalibrationAddInSquares() {
    for (String name : List.of("chi", "dipoleMoment", "relaxationTime", "referenceFrequency")) {
      double first = Objects.requireNonNull(LINES.get(0).changes().get(name));
      double second = Objects.requireNonNull(LINES.get(1).changes().get(name));
      assertThat(total(SystematicUncertainty.CALIBRATION_ALONE).changes().get(name))
          .isCloseTo(Math.hypot(first, second), Percentage.withPercentage(1e-9));
    }
  }

  /** ½ and 2 are two answers to one question: the larger change counts, once. */
  @Test
  void ofTheCutOffsTheLargerCounts() {
    for (String name : List.of("chi", "dipoleMoment")) {
      double cutOff =
          of(Kind.CUT_OFF)
              .mapToDouble(line -> Math.abs(Objects.requireNonNull(line.changes().get(name))))
              .max()
              .orElse(0);
      double calibration =
          Objects.requireNonNull(
              total(SystematicUncertainty.CALIBRATION_ALONE).changes().get(name));
      assertThat(total(SystematicUncertainty.ALL).changes().get(name))
          .isCloseTo(Math.hypot(cutOff, calibration), Percentage.withPercentage(1e-9));
    }
  }

  @Test
  void withoutACalibrationThereIsNoTotalOfIt() {
    List<SystematicUncertainty> lines =
        SystematicUncertainties.of(
            INFERENCE,
            List.of(),
            Optional.of(OtherModel.of(FIT)),
            Optional.empty(),
            Optional.empty());
    assertThat(lines)
        .extracting(SystematicUncertainty::kind)
        .containsExactly(Kind.MODEL, Kind.CUT_OFF, Kind.CUT_OFF, Kind.TOTAL);
    assertThat(SystematicUncertainties.calibration(lines, "chi")).isEmpty();
    // a model compared with itself changes nothing
    assertThat(lines.get(0).changes().values()).containsOnly(0.0);
  }

  /** Another model is a choice, slow change and spread are tested: none is one of the squares. */
  @Test
  void theTotalHoldsNeitherTheOtherModelNorWhatIsTested() {
    Fit other = Fitter.refit(FIT.observations(), KNOWN, FIT.values().with(Parameter.CHI, 2e-4));
    List<SystematicUncertainty> lines =
        SystematicUncertainties.of(
            INFERENCE,
            TERMS,
            Optional.of(OtherModel.of(other)),
            Optional.of(SlowChanges.of(FIT)),
            Optional.of(spread(Map.of(Parameter.DIPOLE_MOMENT, 1e-30, Parameter.CHI, -2e-6))));
    SystematicUncertainty spread =
        lines.stream().filter(line -> line.kind() == Kind.SPREAD).findFirst().orElseThrow();
    assertThat(spread.source()).isEqualTo("dipoleWidth");
    assertThat(spread.changes()).isEqualTo(Map.of("dipoleMoment", 1e-30, "chi", -2e-6));
    assertThat(lines).filteredOn(line -> line.kind() == Kind.MODEL).hasSize(1);
    assertThat(lines)
        .filteredOn(line -> line.kind() == Kind.SLOW)
        .extracting(SystematicUncertainty::source)
        .hasSize(2)
        .contains("linear-drift test.csv");
    assertThat(lines.get(lines.size() - 1)).isEqualTo(total(SystematicUncertainty.ALL));
  }

  /** What does not determine p has no p to compare with. */
  @Test
  void anotherModelThatIsNotDeterminedHasNoLine() {
    OtherModel undetermined = new OtherModel(FIT, new DipoleMoment(null, null));
    List<SystematicUncertainty> lines =
        SystematicUncertainties.of(
            INFERENCE, List.of(), Optional.of(undetermined), Optional.empty(), Optional.empty());
    assertThat(lines).extracting(SystematicUncertainty::kind).doesNotContain(Kind.MODEL);
  }

  @Test
  void whatTheCalibrationAddsIsFoundByParameter() {
    assertThat(SystematicUncertainties.calibration(LINES, "dipoleMoment"))
        .contains(total(SystematicUncertainty.CALIBRATION_ALONE).changes().get("dipoleMoment"));
    assertThat(SystematicUncertainties.calibration(LINES, "dipoleWidth")).isEmpty();
    assertThat(SystematicUncertainties.calibration(List.of(), "chi")).isEmpty();
  }

  /** Fitted jointly the calibration is inside the intervals: reported once, not twice. */
  @Test
  void aCalibrationThatIsFittedJointlyHasNoLine() {
    Fit jointly = Fitter.refit(FIT.observations(), KNOWN.withCalibration(TERMS), FIT.values());
    List<SystematicUncertainty> lines =
        SystematicUncertainties.of(
            Inference.profile(jointly, 0.95),
            TERMS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(lines)
        .extracting(SystematicUncertainty::kind)
        .doesNotContain(Kind.CALIBRATION)
        .contains(Kind.CUT_OFF, Kind.TOTAL);
  }
}

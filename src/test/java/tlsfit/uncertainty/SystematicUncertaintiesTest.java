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
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.CalibrationTerm;
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
      SystematicUncertainties.of(INFERENCE, TERMS, Optional.empty());

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
        SystematicUncertainties.of(INFERENCE, List.of(), Optional.of(FIT));
    assertThat(lines)
        .extracting(SystematicUncertainty::kind)
        .containsExactly(Kind.MODEL, Kind.CUT_OFF, Kind.CUT_OFF, Kind.TOTAL);
    assertThat(SystematicUncertainties.calibration(lines, "chi")).isEmpty();
    // a model compared with itself changes nothing
    assertThat(lines.get(0).changes().values()).containsOnly(0.0);
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
        SystematicUncertainties.of(Inference.profile(jointly, 0.95), TERMS, Optional.empty());
    assertThat(lines)
        .extracting(SystematicUncertainty::kind)
        .doesNotContain(Kind.CALIBRATION)
        .contains(Kind.CUT_OFF, Kind.TOTAL);
  }
}

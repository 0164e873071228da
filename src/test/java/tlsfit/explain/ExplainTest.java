package tlsfit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.Finding.Place;
import tlsfit.result.FindingCode;
import tlsfit.result.ModelFit;
import tlsfit.result.Shape;
import tlsfit.statistics.StopReason;

/** What holds for the words of every finding. */
class ExplainTest {
  private static Stream<Finding> bare() {
    return Arrays.stream(FindingCode.values())
        .flatMap(
            code ->
                Arrays.stream(Kind.values())
                    .flatMap(
                        kind ->
                            Stream.of(true, false).map(holds -> Finding.of(code, kind, holds))));
  }

  /** All kinds of findings without numbers, with numbers, and with few of them. */
  private static Stream<Finding> findings() {
    return bare().flatMap(finding -> Stream.of(finding, full(finding), partly(finding)));
  }

  private static Finding full(Finding finding) {
    return partly(finding)
        .withLimit(0.012)
        .withPValue(0.0034)
        .ofParameters(List.of("chi", "dipoleMoment", "relaxationTime"))
        .at(List.of(new Place("power.csv", 17, -4.56), new Place("power.csv", 18)))
        .with("chi", 1)
        .with("dipoleMoment", -0.5)
        .with("ratio", 2.5)
        .with("chiSquareOfCurve", 12.5)
        .with("chiSquareOfModel", 12.25)
        .with("relaxationTime", 3.2e-6)
        .with("dipoleMomentThen", 2e-29)
        .with("dipoleMomentNow", 1e-29)
        .with("expected", 49)
        .with("change", 0.05)
        .with("standardErrors", 0.7)
        .with("starts", 6)
        .with("added", 4)
        .with("fall", 15)
        .with("replicates", 500)
        .with("needed", 799.5);
  }

  private static Finding partly(Finding finding) {
    return finding.withValue(0.98).ofParameters(List.of("dipoleMoment")).about("lower");
  }

  @Test
  void everyFindingHasWords() {
    findings().forEach(ExplainTest::checkWords);
  }

  private static void checkWords(Finding finding) {
    String text = Explain.finding(finding).text();
    assertThat(text)
        .as("%s", finding)
        .matches("(?s)[^a-z ].*[^ .:;,]\\.")
        .doesNotContain(
            "null", "NaN", "Infinity", "--", "  ", " ,", " .", " ;", "()", "((", "))", "::")
        .doesNotContainPattern("of of|a number of it of");
    assertThat(balance(text)).isZero();
    assertThat(Explain.finding(finding).sentence()).startsWith(text).endsWith(".");
  }

  private static int balance(String text) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      assertThat(open).isNotNegative();
    }
    return open;
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void whatIsWrongHasARemedyOrIsOnlyInformation(FindingCode code) {
    List<Remedy> remedies = Explain.finding(Finding.of(code, Kind.CHECK, false)).remedies();
    if (code == FindingCode.SIGMA_GIVEN) {
      assertThat(remedies).isEmpty(); // the scatter stands for σ
    } else {
      assertThat(remedies).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  /** Of what fails, the words tell the value, the p-value or the readings that made it fail. */
  @ParameterizedTest
  @EnumSource(
      value = FindingCode.class,
      names = {"SMALL_STRENGTH", "CHI_SQUARE", "NORMALITY", "LEVERAGE", "INFLUENCE", "CONDITION"})
  void theValueIsNamed(FindingCode code) {
    Finding finding = Finding.of(code, Kind.CHECK, false).withValue(0.12345).withPValue(0.0012);
    assertThat(Explain.finding(finding).text()).containsPattern("0\\.12");
  }

  @ParameterizedTest
  @EnumSource(
      value = FindingCode.class,
      names = {
        "SHIFT_SEEN",
        "RELAXATION_SEEN",
        "SEVERAL_READINGS",
        "CHI_SQUARE",
        "RUNS",
        "SERIAL_CORRELATION",
        "DUPLICATE_READINGS",
        "NORMALITY",
        "OUTLIERS",
        "TABLES"
      })
  void theProbabilityIsNamedWithItsLevelWhereItFails(FindingCode code) {
    Finding failed = Finding.of(code, Kind.FACT, false).withPValue(0.00456).withLimit(0.012);
    assertThat(Explain.finding(failed).text()).contains("p-value 0.0046, level 0.012");
    Finding held = Finding.of(code, Kind.FACT, true).withPValue(0.456).withLimit(0.012);
    assertThat(Explain.finding(held).text()).doesNotContain("level 0.012");
  }

  @ParameterizedTest
  @EnumSource(
      value = FindingCode.class,
      names = {"SEVERAL_READINGS", "WITHIN_THEORY", "NEAR_END_OF_THEORY", "OUTLIERS", "LEVERAGE"})
  void theReadingsAreNamedUpToFive(FindingCode code) {
    List<Place> places =
        Stream.of(3, 4, 5, 6, 7, 8, 9).map(line -> new Place("a.csv", line)).toList();
    assertThat(Explain.finding(Finding.of(code, Kind.FACT, false).at(places)).text())
        .contains("a.csv:3, a.csv:4, a.csv:5, a.csv:6, a.csv:7 and 2 more")
        .doesNotContain("a.csv:8");
  }

  @ParameterizedTest
  @EnumSource(
      value = FindingCode.class,
      names = {
        "SHIFT_SEEN",
        "FULL_RANK",
        "ONE_MINIMUM",
        "SEVERAL_READINGS",
        "SMALL_STRENGTH",
        "NO_FEATURELESS_CURVE",
        "EXTREMUM_VISIBLE"
      })
  void whatIsNotDeterminedStandsFirst(FindingCode code) {
    Finding finding =
        Finding.of(code, Kind.FACT, false).ofParameters(List.of("dipoleMoment", "relaxationTime"));
    assertThat(Explain.finding(finding).text())
        .startsWith("The dipole moment p and the relaxation time T10 are not determined: ");
    assertThat(Explain.finding(finding.ofParameters(List.of("dipoleMoment"))).text())
        .startsWith("The dipole moment p is not determined: ");
  }

  /** Names of files and of the program, which people should not have to read. */
  @Test
  void noNameOfTheResultFileIsLeft() {
    bare()
        .flatMap(finding -> Stream.of(finding, partly(finding)))
        .forEach(
            finding ->
                assertThat(Explain.finding(finding).sentence(remedy -> ""))
                    .doesNotContainPattern("\\b[a-z]+[A-Z][a-z]+"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gradient", "step", "cost", "rank", "stalled", "limit", "not-a-number"})
  void everyReasonOfAStopHasWords(String reason) {
    assertThat(Explain.stop(reason)).isNotEqualTo(reason).contains(" ").doesNotEndWith(".");
    Finding stopped = Finding.of(FindingCode.CONVERGED, Kind.FACT, false).about(reason);
    assertThat(Explain.finding(stopped).text())
        .isEqualTo("The fit did not converge: " + Explain.stop(reason) + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-width", "largest-width", "not-converged"})
  void everyOutcomeHasWords(String reason) {
    assertThat(Explain.outcome(reason)).isNotEqualTo(reason).doesNotEndWith(".");
  }

  @Test
  void otherNamesStay() {
    assertThat(Explain.stop("tired")).isEqualTo("tired");
    assertThat(Explain.outcome("tired")).isEqualTo("tired");
    assertThat(Explain.outcome("")).isEmpty();
    assertThat(Explain.name("gap 50 nm ± 1 nm")).isEqualTo("gap 50 nm ± 1 nm");
    assertThat(Explain.name("chi")).isEqualTo("the strength χ");
  }

  /** A shape that is added must have its words; the extremum itself is no finding. */
  @ParameterizedTest
  @EnumSource(value = Shape.class, mode = EnumSource.Mode.EXCLUDE, names = "EXTREMUM")
  void everyShapeHasItsOwnWords(Shape shape) {
    Finding finding = Finding.of(FindingCode.EXTREMUM_VISIBLE, Kind.NOTE, false);
    assertThat(Explain.finding(finding.about(shape.key())).text())
        .isNotEqualTo(Explain.finding(finding).text());
  }

  @ParameterizedTest
  @EnumSource
  void everyStopHasItsWords(StopReason reason) {
    assertThat(Explain.stop(reason.key())).contains(" ").isNotEqualTo(reason.key());
  }

  @ParameterizedTest
  @EnumSource
  void everyOutcomeHasItsWords(ModelFit.Outcome outcome) {
    assertThat(Explain.outcome(outcome.key())).matches("[a-z].+").doesNotContain("-");
  }

  /** Budgets are counted in evaluations of the model, as an analysis is given them. */
  @Test
  void aBudgetIsNamed() {
    Finding finding =
        Finding.of(FindingCode.LEFT_OUT, Kind.NOTE, false).withLimit(5e6).about("tables");
    assertThat(Explain.finding(finding).text())
        .endsWith("(tables, 5000000 evaluations of the model).");
  }
}

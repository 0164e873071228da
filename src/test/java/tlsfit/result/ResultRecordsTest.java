package tlsfit.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tlsfit.report.Results;

/** What the small records of a result promise: copies, keys, and the way through JSON. */
class ResultRecordsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static <T> T reread(T value, Class<T> type) throws JsonProcessingException {
    return MAPPER.readValue(MAPPER.writeValueAsString(value), type);
  }

  static Stream<Enum<?>> named() {
    return Stream.of(Shape.values(), ModelFit.Outcome.values(), SystematicUncertainty.Kind.values())
        .flatMap(Stream::of);
  }

  /** Names in files are small letters with hyphens, and come back. */
  @ParameterizedTest
  @MethodSource("named")
  void aConstantComesBackByItsName(Enum<?> constant) throws JsonProcessingException {
    String json = MAPPER.writeValueAsString(constant);
    assertThat(json).matches("\"[a-z]+(-[a-z]+)*\"");
    assertThat(MAPPER.readValue(json, constant.getDeclaringClass())).isEqualTo(constant);
    assertThatThrownBy(() -> MAPPER.readValue("\"of-no-use\"", constant.getDeclaringClass()))
        .isInstanceOf(ValueInstantiationException.class);
  }

  @Test
  void namesThatScriptsCompare() {
    assertThat(Stream.of(Shape.values()).map(Shape::key))
        .containsExactly("extremum", "rising-side", "far-side", "plateau", "few-readings");
    assertThat(Stream.of(ModelFit.Outcome.values()).map(ModelFit.Outcome::key))
        .containsExactly("fitted", "no-width", "largest-width", "not-converged");
    assertThat(Stream.of(SystematicUncertainty.Kind.values()).map(SystematicUncertainty.Kind::key))
        .containsExactly("calibration", "model", "cut-off", "slow", "spread", "total");
  }

  @Test
  void onlyATotalIsOne() throws JsonProcessingException {
    for (SystematicUncertainty.Kind kind : SystematicUncertainty.Kind.values()) {
      SystematicUncertainty line =
          new SystematicUncertainty(kind, "gap", Map.of("chi", 1e-6, "dipoleMoment", -2e-30));
      assertThat(line.isTotal()).isEqualTo(kind == SystematicUncertainty.Kind.TOTAL);
      assertThat(reread(line, SystematicUncertainty.class)).isEqualTo(line);
      assertThat(MAPPER.valueToTree(line).has("total")).as("said once, by the kind").isFalse();
    }
  }

  @Test
  void aRefusalKeepsNamesAndNumbers() {
    Refusal refusal =
        Refusal.of(RefusalCode.TOO_FEW_IN_TABLE, "a.csv").with("readings", 2).with("others", 1);
    assertThat(refusal.names()).containsExactly("a.csv");
    assertThat(refusal.numbers())
        .containsOnly(Map.entry("readings", 2.0), Map.entry("others", 1.0));
    assertThat(refusal.with("readings", 3).numbers()).containsEntry("readings", 3.0);
    assertThat(refusal.numbers()).as("the one before").containsEntry("readings", 2.0);
    assertThat(Refusal.of(RefusalCode.ALL_FIXED))
        .isEqualTo(new Refusal(RefusalCode.ALL_FIXED, List.of(), Map.of()));
  }

  @Test
  void laterChangesOfWhatWasGivenDoNotReachTheRecords() {
    List<String> names = new ArrayList<>(List.of("chi", "dipoleMoment"));
    List<Region.Point> points = new ArrayList<>(List.of(new Region.Point(1.0, null, true)));
    Region region = new Region(names, 0.95, points);
    Map<String, Double> details = new HashMap<>(Map.of("acField", 2e3));
    DerivedQuantity derived =
        new DerivedQuantity("dipoleMomentEq10", "C m", 1e-29, null, "", "a.csv", details);
    Map<String, Double> changes = new HashMap<>(Map.of("chi", 1e-6));
    SystematicUncertainty systematic =
        new SystematicUncertainty(SystematicUncertainty.Kind.MODEL, "lz", changes);
    List<Finding> findings =
        new ArrayList<>(List.of(Finding.of(FindingCode.RUNS, Finding.Kind.CHECK, true)));
    Verdict verdict = new Verdict(true, true, true, Shape.EXTREMUM, List.of(), findings);
    names.clear();
    points.clear();
    details.clear();
    changes.clear();
    findings.clear();
    assertThat(region.names()).hasSize(2);
    assertThat(region.points()).hasSize(1);
    assertThat(derived.details()).hasSize(1);
    assertThat(systematic.changes()).hasSize(1);
    assertThat(verdict.findings()).hasSize(1);
  }

  /** Maps are written in the order of their names, whatever the order they were made in. */
  @Test
  void theBytesOfAMapDoNotDependOnItsOrder() throws JsonProcessingException {
    Map<String, Double> names = new HashMap<>();
    for (String name : List.of("reducedChiSquare", "biasRate", "dipoleWidth", "acField")) {
      names.put(name, 1.0);
    }
    String json =
        MAPPER.writeValueAsString(new DerivedQuantity("a", "1", 1, null, "log", "", names));
    assertThat(json)
        .contains(
            "{\"acField\":1.0,\"biasRate\":1.0,\"dipoleWidth\":1.0,\"reducedChiSquare\":1.0}");
  }

  @Test
  void aVerdictSortsItsFindingsByKind() {
    List<Finding> findings =
        Stream.of(Finding.Kind.FACT, Finding.Kind.NOTE, Finding.Kind.CHECK, Finding.Kind.NOTE)
            .map(kind -> Finding.of(FindingCode.RUNS, kind, true))
            .toList();
    Verdict verdict = new Verdict(true, true, true, Shape.EXTREMUM, List.of(), findings);
    assertThat(verdict.findings(Finding.Kind.NOTE)).hasSize(2);
    int all = 0;
    for (Finding.Kind kind : Finding.Kind.values()) {
      assertThat(verdict.findings(kind)).allMatch(finding -> finding.kind() == kind);
      all += verdict.findings(kind).size();
    }
    assertThat(all).isEqualTo(findings.size());
  }

  @Test
  void aResultKnowsItsPartsByName() {
    FitResult result = Results.good("al-a", 5, 0.02);
    assertThat(result.getParameter("chi").name()).isEqualTo("chi");
    assertThat(result.findParameter("Chi")).isEmpty();
    assertThat(result.findDerived("dipoleMomentEq10")).isPresent();
    assertThat(result.findDerived("chi")).isEmpty();
    assertThatThrownBy(() -> result.getParameter("dipoleWidth"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("al-a")
        .hasMessageContaining("dipoleWidth");
  }

  @Test
  void theCalibrationIsAddedToAnEstimateAndNothingElse() {
    ParameterEstimate plain =
        new ParameterEstimate(
            "chi", "1", 1e-4, 1e-6, Interval.of(0.95, "wald", 9e-5, 1.1e-4), false, true);
    ParameterEstimate added = plain.withCalibrationError(3e-6);
    assertThat(added.calibrationError()).isEqualTo(3e-6);
    assertThat(added).isNotEqualTo(plain);
    assertThat(added.withCalibrationError(null)).isEqualTo(plain);
    assertThat(plain.atBound()).isNull();
    assertThat(plain.prior()).isNull();
  }
}

package tlsfit.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Measurement;
import tlsfit.model.LzModel;
import tlsfit.model.ParameterValues;
import tlsfit.model.ShiftModel;
import tlsfit.model.TabulatedIntegral;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.result.UnreadableResultException;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.uncertainty.Inference;

class ResultBuilderTest {
  private static final ShiftModel LZ = new LzModel(new TabulatedIntegral());
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final Percentage CLOSE = Percentage.withPercentage(1e-5);

  @TempDir private Path folder;

  private static FitResult build(Measurement measurement, FitOptions options) {
    Fit fit = Fitter.fit(measurement, options);
    Fit other = Fitter.fit(measurement, options.withModel(LZ).withRelaxation(fit.relaxation()));
    return ResultBuilder.build(measurement, Inference.wald(fit, 0.95), other, "test", Map.of());
  }

  private static Measurement at(OptionalDouble temperature, CalibrationTerm... terms) {
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

  // tan δ0 = π χ/3 and P0 = χ ε0 ε_r/(2 p²) by hand from the scipy fit of FitterTest: χ =
  // 1.2003508607e-4, p = 1.6720161160e-29 C m, ε0 = 8.8541878128e-12 F/m, ε_r = 10.
  @Test
  void derivedQuantities() {
    FitResult result = build(at(OptionalDouble.empty()), KNOWN);
    assertThat(result.findDerived("lossTangent").orElseThrow().value())
        .isCloseTo(Math.PI * 1.2003508607e-4 / 3, CLOSE);
    assertThat(result.findDerived("densityOfStates").orElseThrow().value())
        .isCloseTo(1.9008420e43, Percentage.withPercentage(1e-4));
    assertThat(result.findDerived("dipoleMomentLz").orElseThrow().definition())
        .contains("model lz");
  }

  @Test
  void aWarmSampleIsWarnedOf() {
    // h · 5.012 GHz/(k_B · 0.1 K) = 2.405
    FitResult warm = build(at(OptionalDouble.of(0.1)), KNOWN);
    assertThat(String.join("\n", warm.verdict().warnings())).contains("warm").contains("2.4");
    FitResult cold = build(at(OptionalDouble.of(0.012)), KNOWN);
    assertThat(cold.verdict().warnings()).isEmpty();
  }

  @Test
  void systematicsAddInSquares() {
    FitResult result =
        build(
            at(
                OptionalDouble.empty(),
                new CalibrationTerm("a", 0.03, 0),
                new CalibrationTerm("b", 0, 0.04)),
            KNOWN);
    List<FitResult.SystematicResult> lines = result.systematics();
    assertThat(lines)
        .extracting(FitResult.SystematicResult::source)
        .containsExactly(
            "a",
            "b",
            "calibration",
            "model lz instead of log",
            "cut-off constant 1/2 in L",
            "cut-off constant 2 in L",
            "all");
    double a = Objects.requireNonNull(lines.get(0).changes().get("dipoleMoment"));
    double b = Objects.requireNonNull(lines.get(1).changes().get("dipoleMoment"));
    assertThat(lines.get(2).changes().get("dipoleMoment")).isCloseTo(Math.hypot(a, b), CLOSE);
    double model = Objects.requireNonNull(lines.get(3).changes().get("dipoleMoment"));
    double low = Objects.requireNonNull(lines.get(4).changes().get("dipoleMoment"));
    double high = Objects.requireNonNull(lines.get(5).changes().get("dipoleMoment"));
    double cutOff = Math.max(Math.abs(low), Math.abs(high));
    assertThat(lines.get(6).changes().get("dipoleMoment"))
        .isCloseTo(Math.hypot(Math.hypot(a, b), Math.hypot(model, cutOff)), CLOSE);
  }

  @Test
  void whatIsNotDeterminedIsNull() {
    ParameterValues none = new ParameterValues(1e-30, 1e-29, 0, 5.012e9);
    Measurement noise = Experiments.simulate(Experiments.powerSweep(3e10, 30), none, 500, 2);
    FitResult result = build(noise, KNOWN);
    assertThat(result.verdict().determined()).isFalse();
    FitResult.ParameterResult p = result.getParameter("dipoleMoment");
    assertThat(p.value()).isNull();
    assertThat(p.standardError()).isNull();
    assertThat(p.interval().lower()).isNull();
    assertThat(p.interval().upper()).isNull();
    assertThat(result.derived()).isEmpty();
    assertThat(result.verdict().problems().get(0)).contains("dipoleMoment is not determined");
  }

  @Test
  void relaxationOfLzIsWarnedOf() {
    Measurement measurement = Experiments.jointFile(0, 68);
    Fit lz = Fitter.fit(measurement, KNOWN.withModel(LZ).withRelaxation(Relaxation.ON));
    FitResult result =
        ResultBuilder.build(measurement, Inference.wald(lz, 0.95), lz, "test", Map.of());
    assertThat(String.join("\n", result.verdict().warnings())).contains("exact without relaxation");
  }

  @Test
  void fileReadsBackAndIsWholeOrNotThere() throws IOException {
    FitResult result = build(at(OptionalDouble.empty()), KNOWN);
    Path file = FitResultFile.write(result, folder.resolve("new"));
    assertThat(FitResultFile.read(file)).isEqualTo(result);
    FitResultFile.write(result, folder.resolve("new")); // over the old one
    try (var files = Files.list(folder.resolve("new"))) {
      assertThat(files.toList()).containsExactly(file); // and nothing temporary beside it
    }
  }

  @Test
  void checksTablesAndModelsAreTold() {
    FitResult result = build(at(OptionalDouble.empty()), KNOWN);
    assertThat(result.checks())
        .extracting(FitResult.CheckResult::name)
        .contains("chiSquare", "runs", "normality", "outliers", "influence", "starts");
    assertThat(result.tables())
        .singleElement()
        .satisfies(
            table ->
                assertThat(table.dipoleMoment())
                    .isEqualTo(result.getParameter("dipoleMoment").value()));
    assertThat(result.modelComparison().entries()).hasSize(8);
    assertThat(result.modelComparison().tests()).isNotEmpty();
  }

  @Test
  void olderFilesAreRead() throws IOException {
    FitResult result = build(at(OptionalDouble.empty()), KNOWN);
    var tree = (ObjectNode) new ObjectMapper().readTree(FitResultFile.toJson(result));
    tree.remove(List.of("checks", "tables", "modelComparison"));
    Path file = folder.resolve("old.json");
    Files.writeString(file, tree.toString());
    FitResult old = FitResultFile.read(file);
    assertThat(old.checks()).isEmpty();
    assertThat(old.tables()).isEmpty();
    assertThat(old.modelComparison().entries()).isEmpty();
    assertThat(old.parameters()).isEqualTo(result.parameters());
    tree.remove("parameters");
    Files.writeString(file, tree.toString());
    assertThatThrownBy(() -> FitResultFile.read(file)).hasMessageContaining("parameters");
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path file = folder.resolve("x.json");
    Files.writeString(file, "{\"schema\": \"tlsfit-fit/1\",\n oops}");
    assertThatThrownBy(() -> FitResultFile.read(file))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageContaining("x.json:2");
    String other = FitResultFile.toJson(build(at(OptionalDouble.empty()), KNOWN));
    Files.writeString(file, other.replace("tlsfit-fit/1", "tlsfit-fit/9"));
    assertThatThrownBy(() -> FitResultFile.read(file)).hasMessageContaining("tlsfit-fit/9");
    assertThatThrownBy(() -> FitResultFile.read(folder.resolve("none.json")))
        .hasMessageContaining("none.json");
  }
}

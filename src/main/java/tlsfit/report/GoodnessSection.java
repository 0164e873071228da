package tlsfit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tlsfit.explain.Explain;
import tlsfit.explain.Setting;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;
import tlsfit.result.FitResult;
import tlsfit.result.FitStatistics;
import tlsfit.result.Outlier;
import tlsfit.result.TableFit;
import tlsfit.result.Verdict;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** How well the model describes the readings: passed checks in a word, the others in full. */
final class GoodnessSection {
  private static final Map<String, List<FindingCode>> LINES = lines();

  /** Tables named one by one at most. */
  private static final int TABLES = 3;

  private static final int OUTLIERS = 5;

  private final FitResult result;
  private final Function<Setting, String> options;

  GoodnessSection(FitResult result, Function<Setting, String> options) {
    this.result = result;
    this.options = options;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, "Goodness of fit"));
    blocks.add(new Block.Paragraph(chiSquare(result.statistics())));
    Verdict verdict = result.verdict();
    List<Finding> checks = verdict.findings(Finding.Kind.CHECK);
    LINES.forEach(
        (label, line) -> {
          List<String> parts =
              line.stream().flatMap(code -> held(checks, code)).map(Explain::brief).toList();
          if (!parts.isEmpty()) {
            blocks.add(new Block.Paragraph(label + String.join(", ", parts)));
          }
        });
    outliers().ifPresent(line -> blocks.add(new Block.Paragraph(line)));
    tables().ifPresent(line -> blocks.add(new Block.Paragraph(line)));
    long passed = checks.stream().filter(Finding::holds).count();
    if (!checks.isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              passed
                  + " of "
                  + NumberText.count(checks.size(), "check")
                  + " passed (p-values in brackets)"));
    }
    List<Block.FindingLine> failed =
        checks.stream()
            .filter(check -> !check.holds())
            .map(
                check ->
                    new Block.FindingLine(
                        Block.Mark.LOOK,
                        check.code().key(),
                        Explain.finding(check).sentence(options)))
            .toList();
    if (!failed.isEmpty()) {
      blocks.add(new Block.Findings(failed));
    }
    return blocks;
  }

  private static Map<String, List<FindingCode>> lines() {
    Map<String, List<FindingCode>> lines = new LinkedHashMap<>();
    lines.put(
        "residuals: ",
        List.of(
            FindingCode.RUNS,
            FindingCode.SERIAL_CORRELATION,
            FindingCode.NORMALITY,
            FindingCode.OUTLIERS));
    lines.put("", List.of(FindingCode.TABLES, FindingCode.SLOW_CHANGE, FindingCode.SPREAD));
    return lines;
  }

  private static Stream<Finding> held(List<Finding> checks, FindingCode code) {
    return checks.stream().filter(check -> check.code() == code && check.holds());
  }

  private static String chiSquare(FitStatistics s) {
    @Nullable Double scatter = s.scatter();
    if (scatter != null) {
      return "no σ used; scatter about the fit "
          + NumberText.significant(scatter, 3)
          + " Hz, ν = "
          + s.degreesOfFreedom();
    }
    @Nullable Double reduced = s.reducedChiSquare();
    @Nullable Double pValue = s.pValue();
    String noise =
        switch (s.noise()) {
          case "absolute" -> "σ as given (absolute)";
          case "relative" ->
              "σ scaled by "
                  + NumberText.significant(ConstraintReport.factor(s), 3)
                  + " (relative)";
          case "per-table" -> "σ scaled by " + ConstraintReport.factors(s.noiseFactors());
          default -> "σ " + s.noise();
        };
    return "χ²/ν = "
        + NumberText.significant(s.chiSquare(), 4)
        + "/"
        + s.degreesOfFreedom()
        + (reduced == null ? "" : " = " + NumberText.significant(reduced, 3))
        + (pValue == null ? "" : ", p-value " + NumberText.probability(pValue))
        + "; "
        + noise
        + (s.loss().equals("linear") ? "" : "; loss " + s.loss());
  }

  /** The readings that a robust loss down-weights, the first few of them. */
  private Optional<String> outliers() {
    List<Outlier> outliers = result.outliers();
    if (outliers.isEmpty() && !result.statistics().loss().equals("linear")) {
      return Optional.of("no outlier down-weighted");
    }
    return outliers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            NumberText.count(outliers.size(), "outlier")
                + " down-weighted: "
                + outliers.stream()
                    .limit(OUTLIERS)
                    .map(
                        one ->
                            one.file()
                                + ":"
                                + one.line()
                                + " ("
                                + NumberText.signed(-one.residual(), 2)
                                + " σ)")
                    .collect(Collectors.joining(", "))
                + (outliers.size() > OUTLIERS ? ", ..." : ""));
  }

  /** The dipole moment of each table alone. */
  private Optional<String> tables() {
    List<TableFit> tables = result.tables();
    if (tables.size() < 2 || tables.size() > TABLES) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (TableFit table : tables) {
      @Nullable Double value = table.dipoleMoment();
      @Nullable Double error = table.standardError();
      DisplayUnit unit = DisplayUnit.DEBYE;
      if (value != null && error != null && error > 0 && error < value) {
        parts.add(
            NumberText.withError(unit.show(value), unit.show(error))
                + " "
                + unit.symbol()
                + " ("
                + table.file()
                + ")");
      }
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("p by table: " + String.join(", ", parts));
  }
}

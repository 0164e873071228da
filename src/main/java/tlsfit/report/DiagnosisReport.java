package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tlsfit.explain.Explain;
import tlsfit.explain.Setting;
import tlsfit.result.Finding;
import tlsfit.result.FitResult;
import tlsfit.result.ModelFit;
import tlsfit.result.NestedComparison;
import tlsfit.result.TableFit;
import tlsfit.result.Verdict;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** The checks on a fit, its tables and the other models, as text. */
final class DiagnosisReport {
  /** From here on decimals say nothing. */
  private static final int MOST = 1000;

  /** Dipole moment [D] below which a model that does not fit has gone astray. */
  private static final double SMALLEST_USUAL = 1e-2;

  private DiagnosisReport() {}

  static void add(DocumentBuilder page, FitResult result, Function<Setting, String> options) {
    checks(page, result.verdict(), options);
    tables(page, result.tables());
    models(page, result);
  }

  private static void checks(
      DocumentBuilder page, Verdict verdict, Function<Setting, String> options) {
    List<Finding> checks = new ArrayList<>(verdict.findings(Finding.Kind.CHECK));
    // what only is told, without anything that asks for attention
    verdict.findings(Finding.Kind.NOTE).stream().filter(Finding::holds).forEach(checks::add);
    if (checks.isEmpty()) {
      return;
    }
    page.heading("Checks (tlsfit explain NAME says more)");
    page.add(
        new Block.Findings(
            checks.stream()
                .map(
                    check ->
                        new Block.FindingLine(
                            mark(check),
                            check.code().key(),
                            Explain.finding(check).sentence(options)))
                .toList()));
  }

  private static Block.Mark mark(Finding check) {
    if (check.kind() == Finding.Kind.NOTE) {
      return Block.Mark.NOTE;
    }
    return check.holds() ? Block.Mark.OK : Block.Mark.LOOK;
  }

  private static void tables(DocumentBuilder page, List<TableFit> tables) {
    if (tables.size() < 2) {
      return; // it is all there is
    }
    TextTable table = new TextTable("lrrl");
    table.head("", "data points", "χ²/ν", "p of this table alone");
    for (TableFit one : tables) {
      @Nullable Double reduced = one.reducedChiSquare();
      table.add(
          one.file(),
          Integer.toString(one.points()),
          reduced == null ? "-" : NumberText.significant(reduced, 3),
          dipoleMoment(one.dipoleMoment(), one.standardError()));
    }
    page.heading("Tables").table(table);
  }

  private static String dipoleMoment(@Nullable Double value, @Nullable Double error) {
    if (value == null) {
      return "not determined";
    }
    DisplayUnit unit = DisplayUnit.DEBYE;
    boolean usual = unit.show(value) > SMALLEST_USUAL && unit.show(value) < MOST;
    String number =
        error == null || error <= 0 || !usual
            ? NumberText.significant(unit.show(value), usual ? 4 : 2)
            : NumberText.withError(unit.show(value), unit.show(error));
    return number + " " + unit.symbol();
  }

  private static void models(DocumentBuilder page, FitResult result) {
    List<ModelFit> models = result.modelComparison().entries();
    if (models.size() < 2) {
      return;
    }
    page.heading("Models compared (> is this fit)");
    TextTable table = new TextTable("llllrrrrrl");
    table.head("", "", "", "", "fitted", "χ²", "ΔAICc", "ΔBIC", "weight", "p, width");
    double aicc = lowest(models.stream().map(ModelFit::aicc).toList());
    double bic = lowest(models.stream().map(ModelFit::bic).toList());
    for (ModelFit one : models) {
      table.add(
          one.chosen() ? ">" : "",
          one.model(),
          one.relaxation() ? "T10" : "-",
          one.dipoleWidth() ? "width" : "-",
          Integer.toString(one.parameters()),
          number(one.chiSquare(), 5),
          above(one.aicc(), aicc),
          above(one.bic(), bic),
          weight(one.weight()),
          one.outcome() == ModelFit.Outcome.FITTED
              ? moments(one)
              : Explain.outcome(one.outcome().key()));
    }
    page.table(table);
    page.paragraph(
        "ΔAICc, ΔBIC relative to the best; Akaike weight. T10: with relaxation; width: with"
            + " log-normal dipole moments.");
    result.modelComparison().tests().stream()
        .filter(test -> test.model().equals(result.model()))
        .forEach(test -> page.item(inWords(test, result.statistics().noise())));
  }

  private static String moments(ModelFit one) {
    @Nullable Double width = one.width();
    return dipoleMoment(one.dipoleMoment(), one.standardError())
        + (width == null ? "" : ", " + NumberText.significant(width, 2));
  }

  private static String inWords(NestedComparison test, String noise) {
    boolean relaxation = test.added().equals("relaxation");
    String beside =
        relaxation
            ? (test.dipoleWidth() ? "with a width" : "without a width")
            : (test.relaxation() ? "with relaxation" : "without relaxation");
    String added = relaxation ? "relaxation" : "a width of the dipole moments";
    String effect =
        test.fall() > 0
            ? " lowers χ² by "
                + NumberText.significant(test.fall(), 3)
                + (noise.equals("absolute") ? "" : " times the noise variance")
                + " (p-value "
                + NumberText.probability(test.pValue())
                + ")"
            : " does not lower χ²";
    return "model " + test.model() + " " + beside + ": adding " + added + effect;
  }

  private static double lowest(List<@Nullable Double> values) {
    double lowest = Double.POSITIVE_INFINITY;
    for (@Nullable Double value : values) {
      lowest = value == null ? lowest : Math.min(lowest, value);
    }
    return lowest;
  }

  private static String number(@Nullable Double value, int digits) {
    return value == null ? "-" : NumberText.significant(value, digits);
  }

  private static String above(@Nullable Double value, double lowest) {
    if (value == null) {
      return "-";
    }
    double difference = value - lowest;
    return difference < MOST
        ? NumberText.fixed(difference, 1)
        : NumberText.significant(difference, 2);
  }

  private static String weight(@Nullable Double weight) {
    if (weight == null) {
      return "-";
    }
    return weight < 1e-3 ? "<0.001" : NumberText.fixed(weight, 3);
  }
}

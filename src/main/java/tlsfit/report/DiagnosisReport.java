package tlsfit.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tlsfit.result.FitResult;
import tlsfit.result.FitResult.CheckResult;
import tlsfit.result.FitResult.ModelResult;
import tlsfit.result.FitResult.NestedTestResult;
import tlsfit.result.FitResult.TableResult;

/** The checks on a fit, its tables and the other models, as text. */
final class DiagnosisReport {
  /** From here on decimals say nothing. */
  private static final int MOST = 1000;

  /** Dipole moment [D] below which a model that does not fit has gone astray. */
  private static final double SMALLEST_USUAL = 1e-2;

  private DiagnosisReport() {}

  static void add(Page page, FitResult result) {
    checks(page, result.checks());
    tables(page, result.tables());
    models(page, result);
  }

  private static void checks(Page page, List<CheckResult> checks) {
    if (checks.isEmpty()) {
      return;
    }
    page.heading("Checks");
    for (CheckResult check : checks) {
      @Nullable Double pValue = check.pValue();
      page.marked(
          check.passed() ? "ok" : "LOOK",
          label(check.name())
              + " "
              + Figures.significant(check.value(), 3)
              + (pValue == null ? "" : ", p-value " + Figures.probability(pValue))
              + ": "
              + check.meaning());
    }
  }

  private static String label(String name) {
    return switch (name) {
      case "chiSquare" -> "reduced chi-square";
      case "normality" -> "normality, A*";
      case "outliers" -> "outliers, largest";
      case "leverage" -> "leverage, largest";
      case "influence" -> "influence, Cook's distance";
      case "condition" -> "condition number";
      case "tables" -> "tables, fall of chi-square";
      case "limits" -> "limits, curvature against profile";
      default -> name;
    };
  }

  private static void tables(Page page, List<TableResult> tables) {
    if (tables.size() < 2) {
      return; // it is all there is
    }
    TextTable table = new TextTable("lrrl");
    table.add("", "readings", "reduced chi-square", "dipoleMoment of this table alone");
    for (TableResult one : tables) {
      @Nullable Double reduced = one.reducedChiSquare();
      table.add(
          one.file(),
          Integer.toString(one.points()),
          reduced == null ? "-" : Figures.significant(reduced, 3),
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
            ? Figures.significant(unit.show(value), usual ? 4 : 2)
            : Figures.withError(unit.show(value), unit.show(error));
    return number + " " + unit.symbol();
  }

  private static void models(Page page, FitResult result) {
    List<ModelResult> models = result.modelComparison().entries();
    if (models.size() < 2) {
      return;
    }
    page.heading("Models compared (> is this fit)");
    TextTable table = new TextTable("llllrrrrrl");
    table.add(
        "", "", "", "", "fitted", "chi-square", "AICc", "BIC", "weight", "dipoleMoment, width");
    double aicc = lowest(models.stream().map(ModelResult::aicc).toList());
    double bic = lowest(models.stream().map(ModelResult::bic).toList());
    for (ModelResult one : models) {
      table.add(
          one.chosen() ? ">" : "",
          one.model(),
          one.relaxation() ? "relaxation" : "-",
          one.dipoleWidth() ? "width" : "-",
          Integer.toString(one.parameters()),
          number(one.chiSquare(), 5),
          above(one.aicc(), aicc),
          above(one.bic(), bic),
          weight(one.weight()),
          one.note().isEmpty() ? moments(one) : one.note());
    }
    page.table(table);
    page.paragraph(
        "AICc and BIC are told above the lowest: the lower, the better; weight is the share of the"
            + " evidence if one of these models is right.");
    result.modelComparison().tests().stream()
        .filter(test -> test.model().equals(result.model()))
        .forEach(test -> page.item(inWords(test, result.statistics().noise())));
  }

  private static String moments(ModelResult one) {
    @Nullable Double width = one.width();
    return dipoleMoment(one.dipoleMoment(), one.standardError())
        + (width == null ? "" : ", " + Figures.significant(width, 2));
  }

  private static String inWords(NestedTestResult test, String noise) {
    boolean relaxation = test.added().equals("relaxation");
    String beside =
        relaxation
            ? (test.dipoleWidth() ? "with a width" : "without a width")
            : (test.relaxation() ? "with relaxation" : "without relaxation");
    String added = relaxation ? "relaxation" : "a width of the dipole moments";
    String gain =
        test.fall() > 0
            ? "chi-square falls by "
                + Figures.significant(test.fall(), 3)
                + (noise.equals("absolute") ? "" : " times the noise variance")
                + ", p-value "
                + Figures.probability(test.pValue())
            : "chi-square does not fall";
    return "model " + test.model() + " " + beside + ": with " + added + " added " + gain;
  }

  private static double lowest(List<@Nullable Double> values) {
    double lowest = Double.POSITIVE_INFINITY;
    for (@Nullable Double value : values) {
      lowest = value == null ? lowest : Math.min(lowest, value);
    }
    return lowest;
  }

  private static String number(@Nullable Double value, int digits) {
    return value == null ? "-" : Figures.significant(value, digits);
  }

  private static String above(@Nullable Double value, double lowest) {
    if (value == null) {
      return "-";
    }
    double difference = value - lowest;
    return difference < MOST ? Figures.fixed(difference, 1) : Figures.significant(difference, 2);
  }

  private static String weight(@Nullable Double weight) {
    if (weight == null) {
      return "-";
    }
    return weight < 1e-3 ? "<0.001" : Figures.fixed(weight, 3);
  }
}

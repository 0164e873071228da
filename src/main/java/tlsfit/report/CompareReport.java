package tlsfit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.compare.ComparedSample;
import tlsfit.compare.ComparedValue;
import tlsfit.compare.Comparison;
import tlsfit.compare.CovariateLine;
import tlsfit.compare.Heterogeneity;
import tlsfit.compare.Pair;
import tlsfit.compare.Pool;
import tlsfit.compare.PooledMean;
import tlsfit.compare.Quantity;
import tlsfit.compare.QuantityComparison;
import tlsfit.compare.ReferenceTest;
import tlsfit.compare.SharedNumber;
import tlsfit.result.JointRefit;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** A comparison of samples as text. */
public final class CompareReport {
  private static final int WIDTH = 96;

  /** Columns of a matrix of ratios that have room in it. */
  private static final int COLUMNS = 3;

  private final Comparison comparison;
  private final int columns;
  private final DocumentBuilder page = new DocumentBuilder("comparison");

  private CompareReport(Comparison comparison, int columns) {
    this.comparison = comparison;
    this.columns = columns;
  }

  /** The report as text, ending in a line feed. */
  public static String of(Comparison comparison) {
    return TextRenderer.of(WIDTH).render(new CompareReport(comparison, COLUMNS).document());
  }

  /** The report in blocks, for paper of any width. */
  public static Document document(Comparison comparison) {
    return new CompareReport(comparison, Comparison.MOST_PAIRED).document();
  }

  private Document document() {
    page.heading(heading());
    page.table(SampleTable.text(comparison));
    comparison.notes().forEach(note -> page.item(CompareWords.note(note)));
    forest(comparison.of(Quantity.DIPOLE_MOMENT));
    for (QuantityComparison quantity : comparison.quantities()) {
      ratios(quantity);
      pool(quantity);
      references(quantity);
      line(quantity);
    }
    @Nullable JointRefit joint = comparison.joint();
    if (joint != null) {
      JointSection.add(page, joint);
    }
    leftOut();
    return page.document();
  }

  private String heading() {
    List<String> models =
        comparison.samples().stream().map(ComparedSample::model).distinct().toList();
    long valid = comparison.samples().stream().filter(ComparedSample::valid).count();
    String number = NumberText.count(comparison.samples().size(), "sample");
    return number
        + (models.size() == 1 ? ", model " + models.get(0) : "")
        + (valid == comparison.samples().size() ? ", all VALID" : ", " + valid + " VALID")
        + "; intervals of "
        + percent();
  }

  private String percent() {
    return NumberText.percent(comparison.level(), 6);
  }

  private void forest(QuantityComparison quantity) {
    List<String> lines = ForestText.of(quantity, comparison);
    if (!lines.isEmpty()) {
      page.heading(
          CompareWords.title(quantity.quantity())
              + ", "
              + percent()
              + " (━ statistical, ╌ with calibration"
              + (ForestText.showsOther(quantity, comparison) ? ", ◇ by the other model)" : ")"));
      page.add(new Block.Verbatim(String.join("\n", lines)));
    }
  }

  private void ratios(QuantityComparison quantity) {
    List<Pair> pairs = quantity.pairs().stream().filter(pair -> pair.ratio() != null).toList();
    if (pairs.isEmpty()) {
      return;
    }
    TextTable table = new TextTable("lrrrr");
    table.head("", "ratio", percent() + " interval", "difference", "p-value (Holm)");
    DisplayUnit unit = CompareWords.unit(quantity.quantity());
    for (Pair pair : pairs) {
      table.add(
          pair.second() + " / " + pair.first(),
          NumberText.withError(number(pair.ratio()), number(pair.standardError())),
          interval(number(pair.lower()), number(pair.upper())),
          unit.text(number(pair.difference()), 3),
          NumberText.probability(number(pair.pValueHolm())));
    }
    page.heading("Ratios of " + CompareWords.symbol(quantity.quantity())).table(table);
    calibration(pairs);
    RatioMatrix.of(quantity)
        .ifPresent(
            matrix -> {
              page.paragraph("The same as a matrix, sample of the row / sample of the column:");
              matrix.tables(columns).forEach(page::table);
            });
  }

  private static String interval(double lower, double upper) {
    int decimals = Math.max(0, NumberText.decimals(Math.max(upper - lower, 1e-12), 2));
    return NumberText.fixed(lower, decimals) + " to " + NumberText.fixed(upper, decimals);
  }

  /** What becomes of the calibration in ratios, and what would if it were not shared. */
  private void calibration(List<Pair> pairs) {
    double least = pairs.stream().mapToDouble(pair -> number(pair.calibration())).min().orElse(0);
    double most = pairs.stream().mapToDouble(pair -> number(pair.calibration())).max().orElse(0);
    boolean differs =
        pairs.stream()
            .anyMatch(
                pair ->
                    number(pair.independentUpper()) - number(pair.independentLower())
                        > 1.02 * (number(pair.upper()) - number(pair.lower())));
    if (!differs) {
      return;
    }
    String range =
        NumberText.errorOfLogarithm(least).equals(NumberText.errorOfLogarithm(most))
            ? NumberText.errorOfLogarithm(most)
            : NumberText.errorOfLogarithm(least) + " to " + NumberText.errorOfLogarithm(most);
    String apart =
        pairs.size() > MOST_NAMED
            ? ""
            : pairs.stream()
                .map(
                    pair ->
                        interval(number(pair.independentLower()), number(pair.independentUpper())))
                .collect(Collectors.joining(", ", "the intervals would be ", "; "));
    double lowest =
        pairs.stream().mapToDouble(pair -> number(pair.pValueIndependent())).min().orElse(1);
    page.paragraph(
        "The calibration that is shared cancels to "
            + range
            + ", which is included. If each sample had its own, "
            + apart
            + "the smallest p-value "
            + (apart.isEmpty() ? "would be " : "")
            + NumberText.probability(lowest)
            + ".");
  }

  private static final int MOST_NAMED = 6;

  private void pool(QuantityComparison quantity) {
    @Nullable Pool pool = quantity.pool();
    if (pool == null || quantity.quantity() == Quantity.LOSS_TANGENT) {
      return;
    }
    page.heading("One " + CompareWords.symbol(quantity.quantity()) + " for all?");
    TextTable table = new TextTable("lrrrrr");
    table.head("", "Q", "dof", "p-value", "I²", "τ (REML; Paule-Mandel)");
    row(table, "statistical errors alone", pool.statistical());
    row(table, "with the calibration", pool.withCalibration());
    page.table(table);
    @Nullable PooledMean mean = pool.mean();
    if (mean == null) {
      page.paragraph(
          "They differ: a common mean is not given. τ is the relative standard deviation of the"
              + " true values.");
      return;
    }
    DisplayUnit unit = CompareWords.unit(quantity.quantity());
    page.paragraph(
        "Mean by random effects (REML), interval after Hartung and Knapp: "
            + unit.text(mean.value(), 4)
            + ", "
            + unit.text(mean.lower(), 4)
            + " to "
            + unit.text(mean.upper(), 4)
            + "; another sample is to be expected between "
            + unit.text(mean.predictionLower(), 3)
            + " and "
            + unit.text(mean.predictionUpper(), 3)
            + ". τ is the relative standard deviation of the true values.");
  }

  private static void row(TextTable table, String name, Heterogeneity found) {
    table.add(
        name,
        NumberText.significant(found.q(), 4),
        Integer.toString(found.degreesOfFreedom()),
        NumberText.probability(found.pValue()),
        NumberText.percent(found.iSquared(), 3),
        NumberText.significant(found.tau(), 3)
            + "; "
            + NumberText.significant(found.tauPauleMandel(), 3));
  }

  private void references(QuantityComparison quantity) {
    if (quantity.references().isEmpty()) {
      return;
    }
    TextTable table = new TextTable("llrrr");
    table.head("", "", "ratio", "p-value", "Holm");
    for (ReferenceTest test : quantity.references()) {
      table.add(
          (test.sample().isEmpty() ? "mean" : test.sample()),
          "/ " + test.reference(),
          NumberText.significant(test.ratio(), 4),
          NumberText.probability(test.pValue()),
          NumberText.probability(test.pValueHolm()));
    }
    page.heading(CompareWords.title(quantity.quantity()) + " against known values").table(table);
    page.paragraph("With the calibration; inside a range the ratio and the p-value are 1.");
  }

  private void line(QuantityComparison quantity) {
    @Nullable CovariateLine line = quantity.line();
    if (line == null || quantity.quantity() == Quantity.LOSS_TANGENT) {
      return;
    }
    String per = line.unit().isEmpty() ? " per unit" : " per " + line.unit();
    page.heading(CompareWords.title(quantity.quantity()) + " over " + line.covariate());
    page.paragraph(
        "Change by "
            + NumberText.signedPercent(Math.expm1(line.slope()), 3)
            + per
            + ", "
            + NumberText.signedPercent(Math.expm1(line.lower()), 3)
            + " to "
            + NumberText.signedPercent(Math.expm1(line.upper()), 3)
            + "; p-value "
            + NumberText.probability(line.pValue())
            + ". About the line Q = "
            + NumberText.significant(line.residual().q(), 4)
            + " with "
            + line.residual().degreesOfFreedom()
            + " degrees of freedom (p-value "
            + NumberText.probability(line.residual().pValue())
            + "), τ = "
            + NumberText.significant(line.residual().tau(), 3)
            + ".");
  }

  /** Values that take no part, with the reason, and what is shared. */
  private void leftOut() {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (QuantityComparison quantity : comparison.quantities()) {
      for (ComparedValue value : quantity.values()) {
        if (value.obstacle() != null) {
          String why = value.sample() + ": " + CompareWords.obstacle(value.obstacle());
          reasons
              .computeIfAbsent(why, none -> new ArrayList<>())
              .add(CompareWords.symbol(quantity.quantity()));
        }
      }
    }
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    for (Pair pair : comparison.of(Quantity.DIPOLE_MOMENT).pairs()) {
      if (pair.obstacle() != null && pair.obstacleOf().isEmpty()) {
        pairs
            .computeIfAbsent(CompareWords.obstacle(pair.obstacle()), none -> new ArrayList<>())
            .add(pair.second() + " and " + pair.first());
      }
    }
    if (!reasons.isEmpty() || !pairs.isEmpty()) {
      page.heading("Not compared");
      reasons.forEach((why, what) -> page.item(String.join(", ", what) + " of " + why));
      pairs.forEach((why, what) -> page.item(String.join(", ", what) + ": " + why));
    }
    if (!comparison.shared().isEmpty()) {
      page.heading("Shared calibration");
      for (SharedNumber number : comparison.shared()) {
        boolean all = number.samples().size() == comparison.samples().size();
        page.item(
            number.name() + ": " + (all ? "all samples" : String.join(", ", number.samples())));
      }
    }
  }

  private static double number(@Nullable Double value) {
    return Objects.requireNonNull(value);
  }
}

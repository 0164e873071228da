package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.explain.Explain;
import tlsfit.explain.Setting;
import tlsfit.result.BootstrapSummary;
import tlsfit.result.Finding;
import tlsfit.result.FitResult;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.Region;
import tlsfit.result.Verdict;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;
import tlsfit.units.QuantitySymbol;

/**
 * A fit as text: the verdict first, then the numbers, then what they were made from. Nothing is
 * calculated here beyond units and rounding.
 */
public final class TextReport {
  private static final int WIDTH = 96;

  private final FitResult result;
  private final Function<Setting, String> options;
  private final DocumentBuilder page;

  private TextReport(FitResult result, Function<Setting, String> options) {
    this.result = result;
    this.options = options;
    this.page = new DocumentBuilder(result.sample());
  }

  /**
   * The report of a fit, lines of at most 96 characters, ending in a line feed.
   *
   * @param options what a setting is called where it is made, such as an option
   */
  public static String of(FitResult result, Function<Setting, String> options) {
    return TextRenderer.of(WIDTH).render(document(result, options));
  }

  /** The same as a document. */
  static Document document(FitResult result, Function<Setting, String> options) {
    return new TextReport(result, options).document();
  }

  private Document document() {
    verdict();
    page.heading("Parameters").add(new ParameterSection(result).table());
    intervals();
    ConstraintReport.priors(page, result);
    new DerivedReport(page, result).print();
    new SystematicsReport(result).print(page);
    ConstraintReport.nuisances(page, result.nuisances());
    ConstraintReport.slowChanges(page, result.slowChanges());
    StatisticsReport.print(page, result);
    correlation();
    DiagnosisReport.add(page, result, options);
    provenance();
    return page.document();
  }

  private void verdict() {
    Verdict verdict = result.verdict();
    page.heading(
        result.sample()
            + ": "
            + word(verdict.valid(), verdict.determined())
            + " (model "
            + result.model()
            + (result.relaxation() ? ", with relaxation)" : ", without relaxation)"));
    if (verdict.valid()) {
      List<String> limited = limited();
      page.paragraph(
          "The fit converged, and the readings determine every parameter that was fitted"
              + (limited.isEmpty()
                  ? "."
                  : "; of " + String.join(", ", limited) + " they give a limit."));
    }
    verdict.findings(Finding.Kind.FACT).stream()
        .filter(finding -> !finding.holds())
        .forEach(this::item);
    List<Finding> notes =
        verdict.findings(Finding.Kind.NOTE).stream().filter(note -> !note.holds()).toList();
    if (!notes.isEmpty()) {
      page.heading("Notes");
      notes.forEach(this::item);
    }
    if (!result.next().isEmpty()) {
      page.heading("What to measure next");
      result.next().forEach(next -> page.item(Explain.advice(next)));
    }
  }

  private void item(Finding finding) {
    page.item(Explain.finding(finding).sentence(options));
  }

  /** The verdict in one or two words. */
  static String word(boolean valid, boolean determined) {
    if (valid) {
      return "VALID";
    }
    return determined ? "NOT VALID" : "NOT DETERMINED";
  }

  /** The parameters that have a limit and no value. */
  private List<String> limited() {
    return result.parameters().stream()
        .filter(parameter -> !parameter.determined())
        .filter(parameter -> parameter.interval().method().equals("profile"))
        .map(ParameterEstimate::name)
        .toList();
  }

  private void intervals() {
    List<String> limited = limited();
    if (!limited.isEmpty()) {
      page.paragraph(
          String.join(", ", limited)
              + ": lower limit from the profile likelihood; longer times fit as well, and so does no"
              + " relaxation.");
    }
    List<String> atBound =
        result.parameters().stream()
            .filter(parameter -> parameter.atBound() != null)
            .map(ParameterEstimate::name)
            .toList();
    if (!atBound.isEmpty()) {
      page.paragraph(
          String.join(", ", atBound)
              + " at a bound: one-sided limit; all intervals are from the profile likelihood.");
    }
    BootstrapSummary bootstrap = result.bootstrap();
    if (bootstrap != null) {
      page.paragraph(
          ParameterSection.bootstrapped(bootstrap)
              + ", "
              + bootstrap.failed()
              + " of which could not be fitted.");
    } else if (atBound.isEmpty()
        && result.parameters().stream()
            .anyMatch(p -> p.determined() && p.interval().method().equals("profile"))) {
      page.paragraph("Intervals from the profile likelihood, each side on its own.");
    }
    double level = result.parameters().get(0).interval().level();
    result.regions().stream()
        .filter(region -> region.level() == level)
        .forEach(region -> page.paragraph(extent(region)));
  }

  /** What a simultaneous region reaches over; its border is in the file. */
  private String extent(Region region) {
    String first = range(region, Region.Point::first, region.names().get(0));
    String second = range(region, Region.Point::second, region.names().get(1));
    return "Simultaneous "
        + NumberText.significant(100 * region.level(), 6)
        + " % region: "
        + first
        + " and "
        + second
        + (region.points().stream().anyMatch(Region.Point::open) ? "; open on one side" : "");
  }

  private String range(Region region, Function<Region.Point, @Nullable Double> axis, String name) {
    DisplayUnit unit = DisplayUnit.of(name, result.getParameter(name).unit());
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Region.Point point : region.points()) {
      @Nullable Double value = axis.apply(point);
      low = Math.min(low, value == null ? low : value);
      high = value == null ? Double.POSITIVE_INFINITY : Math.max(high, value);
    }
    return QuantitySymbol.of(name)
        + " "
        + NumberText.significant(unit.show(low), 4)
        + (Double.isInfinite(high)
            ? " " + unit.symbol() + " or more"
            : " to " + NumberText.significant(unit.show(high), 4) + " " + unit.symbol());
  }

  private void correlation() {
    List<List<Double>> matrix = result.correlation().matrix();
    if (matrix.size() < 2) {
      return;
    }
    List<String> names = result.correlation().names();
    TextTable table = new TextTable("l" + "r".repeat(names.size() - 1));
    List<String> heads = new ArrayList<>(List.of(""));
    names.subList(0, names.size() - 1).forEach(name -> heads.add(QuantitySymbol.of(name)));
    table.head(heads);
    for (int i = 1; i < names.size(); i++) {
      List<String> cells = new ArrayList<>(List.of(QuantitySymbol.of(names.get(i))));
      for (int j = 0; j < names.size() - 1; j++) {
        cells.add(j < i ? NumberText.fixed(matrix.get(i).get(j), 3) : "");
      }
      table.add(cells);
    }
    page.heading("Correlations").table(table);
  }

  private void provenance() {
    InputTable.add(page, result.provenance().inputs());
    result.provenance().notes().forEach(page::item);
    page.item(
        "options: "
            + result.provenance().options().entrySet().stream()
                .map(TextReport::option)
                .collect(Collectors.joining(", "))
            + "; tlsfit "
            + result.provenance().version());
  }

  private static String option(Map.Entry<String, String> option) {
    return option.getKey() + " " + option.getValue();
  }
}

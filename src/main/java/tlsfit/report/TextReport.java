package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.result.FitResult;
import tlsfit.result.FitResult.BootstrapResult;
import tlsfit.result.FitResult.DerivedResult;
import tlsfit.result.FitResult.ParameterResult;
import tlsfit.result.FitResult.PointResult;
import tlsfit.result.FitResult.RegionResult;
import tlsfit.result.FitResult.StatisticsResult;
import tlsfit.result.FitResult.VerdictResult;

/**
 * A fit as text: the verdict first, then the numbers, then what they were made from. Nothing is
 * calculated here beyond units and rounding.
 */
public final class TextReport {
  private final FitResult result;
  private final Page page = new Page();

  private TextReport(FitResult result) {
    this.result = result;
  }

  /** The report of a fit, lines of at most 96 characters, ending in a line feed. */
  public static String of(FitResult result) {
    return new TextReport(result).text();
  }

  private String text() {
    verdict();
    page.heading("Parameters").table(ParameterTable.of(result));
    intervals();
    ConstraintText.priors(page, result);
    dipoleMoment();
    derived();
    new SystematicsReport(result).print(page);
    ConstraintText.pulls(page, result.pulls());
    statistics();
    correlation();
    DiagnosisReport.add(page, result);
    provenance();
    return page.toString();
  }

  // ---- verdict
  // -----------------------------------------------------------------------------------

  private void verdict() {
    VerdictResult verdict = result.verdict();
    page.heading(
        result.sample()
            + ": "
            + word(verdict.valid(), verdict.determined())
            + " (model "
            + result.model()
            + (result.relaxation() ? ", with relaxation)" : ", without relaxation)"));
    if (verdict.valid()) {
      page.paragraph("The fit converged, and the data determine every parameter that was fitted.");
    }
    verdict.problems().forEach(page::item);
    if (!verdict.warnings().isEmpty()) {
      page.heading("Warnings");
      verdict.warnings().forEach(page::item);
    }
    if (!result.next().isEmpty()) {
      page.heading("What to measure next");
      result.next().forEach(next -> page.item(next.text()));
    }
  }

  /** The verdict in one or two words. */
  static String word(boolean valid, boolean determined) {
    if (valid) {
      return "VALID";
    }
    return determined ? "NOT VALID" : "NOT DETERMINED";
  }

  // ---- parameters
  // --------------------------------------------------------------------------------

  private void intervals() {
    List<String> limited =
        result.parameters().stream()
            .filter(parameter -> !parameter.determined())
            .filter(parameter -> parameter.interval().method().equals("profile"))
            .map(ParameterResult::name)
            .toList();
    if (!limited.isEmpty()) {
      page.paragraph(
          String.join(", ", limited)
              + ": the lower limit is one-sided, from the profile of chi-square; longer times fit as"
              + " well.");
    }
    List<String> atBound =
        result.parameters().stream()
            .filter(parameter -> parameter.atBound() != null)
            .map(ParameterResult::name)
            .toList();
    if (!atBound.isEmpty()) {
      page.paragraph(
          String.join(", ", atBound)
              + " at a bound: the limit is one-sided, and all limits are from the profile of"
              + " chi-square.");
    }
    BootstrapResult bootstrap = result.bootstrap();
    if (bootstrap != null) {
      page.paragraph(
          "Limits from "
              + bootstrap.replicates()
              + " bootstrap replicates ("
              + bootstrap.kind()
              + ", BCa, seed "
              + bootstrap.seed()
              + "), of which "
              + bootstrap.failed()
              + " could not be fitted.");
    } else if (atBound.isEmpty()
        && result.parameters().stream()
            .anyMatch(p -> p.determined() && p.interval().method().equals("profile"))) {
      page.paragraph("Limits from the profile of chi-square, each side on its own.");
    }
    result.regions().forEach(region -> page.paragraph(extent(region)));
  }

  /** What a simultaneous region reaches over; its border is in the file. */
  private String extent(RegionResult region) {
    String first = range(region, PointResult::first, region.names().get(0));
    String second = range(region, PointResult::second, region.names().get(1));
    return "Both at once, "
        + Figures.significant(100 * region.level(), 6)
        + " %: "
        + first
        + " and "
        + second
        + (region.points().stream().anyMatch(PointResult::open)
            ? "; the region is open on one side"
            : "");
  }

  private String range(
      RegionResult region, Function<PointResult, @Nullable Double> coordinate, String name) {
    DisplayUnit unit = DisplayUnit.ofParameter(name, result.getParameter(name).unit());
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (PointResult point : region.points()) {
      @Nullable Double value = coordinate.apply(point);
      low = Math.min(low, value == null ? low : value);
      high = value == null ? Double.POSITIVE_INFINITY : Math.max(high, value);
    }
    return name
        + " "
        + Figures.significant(unit.show(low), 4)
        + (Double.isInfinite(high)
            ? " " + unit.symbol() + " or more"
            : " to " + Figures.significant(unit.show(high), 4) + " " + unit.symbol());
  }

  private void dipoleMoment() {
    Optional<ParameterResult> fit = result.findParameter("dipoleMoment");
    if (fit.isEmpty() || !fit.get().determined()) {
      return; // there is nothing to set the others beside
    }
    Optional<DerivedResult> eq10 = result.findDerived("dipoleMomentEq10");
    Optional<DerivedResult> refined = result.findDerived("dipoleMomentExtremum");
    Optional<DerivedResult> lz = result.findDerived("dipoleMomentLz");
    Optional<DerivedResult> otherModel = lz.or(() -> result.findDerived("dipoleMomentLog"));
    TextTable table = new TextTable("ll");
    table.add("fit of all readings, model " + result.model(), ParameterTable.inWords(fit.get()));
    otherModel.ifPresent(
        value ->
            table.add(
                "the same, model " + (lz.isPresent() ? "lz" : "log"),
                withError(value, DisplayUnit.DEBYE)));
    refined.ifPresent(
        value ->
            table.add(
                "extremum alone, where model " + result.model() + " has it",
                withError(value, DisplayUnit.DEBYE)));
    eq10.ifPresent(
        value ->
            table.add("extremum alone, Eq. 10 as printed", withError(value, DisplayUnit.DEBYE)));
    page.heading("Dipole moment by other ways").table(table);
    otherModel.ifPresent(
        value ->
            page.paragraph(
                value.definition()
                    + "; log is the leading logarithm that the literature quotes, lz the whole"
                    + " Landau-Zener response: their difference is the systematic error of the"
                    + " model, and not part of any limits here"));
    if (eq10.isEmpty()) {
      page.paragraph(
          "No lowest frequency over the microwave field stands out of the noise: there is no"
              + " estimate without a fit (Eq. 10).");
      return;
    }
    String definition = eq10.get().definition();
    page.paragraph(
        definition.substring(definition.indexOf(": ") + 2)
            + "; the estimates know of no relaxation, and Eq. 10 takes the extremum at"
            + " Omega_R0 = 2 sqrt(v0), which makes it low");
  }

  private void derived() {
    List<DerivedResult> others =
        result.derived().stream()
            .filter(value -> !value.name().startsWith("dipoleMoment"))
            .toList();
    if (others.isEmpty()) {
      return;
    }
    page.heading("Derived");
    for (DerivedResult value : others) {
      switch (value.name()) {
        case "lossTangent" ->
            page.item(
                "loss tangent "
                    + withError(value, DisplayUnit.TEN_THOUSANDTH)
                    + "; "
                    + value.definition());
        case "relaxationTimeExtremum" ->
            page.item(
                "relaxation time without a fit of it "
                    + withError(value, DisplayUnit.ofParameter("relaxationTime", "s"))
                    + "; "
                    + value.definition());
        case "densityOfStates" ->
            page.item(
                "density of states "
                    + withError(value, DisplayUnit.powerOfTen(value.value(), "1/(J m³)"))
                    + " = "
                    + withError(value, DisplayUnit.PER_GHZ_AND_CUBIC_MICROMETRE)
                    + "; "
                    + value.definition());
        default ->
            page.item(
                value.name()
                    + " "
                    + withError(value, new DisplayUnit(value.unit(), 1))
                    + "; "
                    + value.definition());
      }
    }
  }

  private static String withError(DerivedResult value, DisplayUnit unit) {
    @Nullable Double error = value.standardError();
    String number =
        error == null || error <= 0
            ? Figures.significant(unit.show(value.value()), 4)
            : Figures.withError(unit.show(value.value()), unit.show(error));
    boolean several = number.contains("±") && unit.symbol().startsWith("×");
    return (several ? "(" + number + ")" : number) + " " + unit.symbol();
  }

  // ---- statistics
  // --------------------------------------------------------------------------------

  private void statistics() {
    StatisticsResult s = result.statistics();
    page.heading("Statistics");
    page.paragraph(
        s.points()
            + " readings, "
            + s.freeParameters()
            + " fitted parameters, "
            + s.degreesOfFreedom()
            + " degrees of freedom");
    @Nullable Double pValue = s.pValue();
    String noSigma = "from scatter";
    if (s.noise().equals(noSigma)) {
      page.paragraph(
          "No sigma is used: all readings count the same, and their scatter about the fit, "
              + Figures.significant(ConstraintText.factor(s), 3)
              + " Hz, is their standard deviation. So it cannot be told whether the model describes"
              + " the data. Limits follow Student's t.");
    } else {
      page.paragraph(
          "chi-square "
              + Figures.significant(s.chiSquare(), 5)
              + ", reduced "
              + Figures.significant(s.reducedChiSquare(), 4)
              + (pValue == null ? "" : ", p-value " + Figures.probability(pValue)));
      page.paragraph(
          s.noise().equals("absolute")
              ? "The given sigma are absolute: they are the standard deviations of the readings"
                  + (s.loss().equals("linear") ? ", and chi-square judges the fit" : "")
                  + ". Limits are those of the normal distribution."
              : s.noise().equals("per table")
                  ? "The given sigma weigh the readings of each table, and the scatter about the fit"
                      + " sets the scale of each: they count times (in Hz where none are given) "
                      + ConstraintText.factors(s.noiseFactors())
                      + ". Limits follow Student's t."
                  : "The given sigma are relative: they weigh the readings, and the scatter about the fit"
                      + " sets their common scale (they count "
                      + Figures.significant(ConstraintText.factor(s), 3)
                      + " times). Limits follow Student's t.");
    }
    ConstraintText.loss(page, result);
    page.paragraph(
        "p-value of a constant frequency: "
            + Figures.probability(s.shiftPValue())
            + relaxationTest(s.relaxationPValue()));
    @Nullable Double condition = s.conditionNumber();
    page.paragraph(
        s.stop()
            + ", the best of "
            + s.starts()
            + (s.starts() == 1 ? " start" : " starts")
            + (condition == null
                ? "; the Jacobian has no full rank"
                : "; condition number " + Figures.significant(condition, 3)));
  }

  private static String relaxationTest(@Nullable Double pValue) {
    return pValue == null ? "" : "; of no relaxation: " + Figures.probability(pValue);
  }

  private void correlation() {
    List<List<Double>> matrix = result.correlation().matrix();
    if (matrix.size() < 2) {
      return;
    }
    List<String> names = result.correlation().names();
    TextTable table = new TextTable("l" + "r".repeat(names.size() - 1));
    List<String> heads = new ArrayList<>(List.of(""));
    heads.addAll(names.subList(0, names.size() - 1));
    table.add(heads);
    for (int i = 1; i < names.size(); i++) {
      List<String> cells = new ArrayList<>(List.of(names.get(i)));
      for (int j = 0; j < names.size() - 1; j++) {
        cells.add(j < i ? Figures.fixed(matrix.get(i).get(j), 3) : "");
      }
      table.add(cells);
    }
    page.heading("Correlations").table(table);
  }

  // ---- provenance
  // --------------------------------------------------------------------------------

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

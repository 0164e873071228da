package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.explain.SlowText;
import tlsfit.result.FitResult;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.SystematicUncertainty;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;
import tlsfit.units.QuantitySymbol;

/** The systematic uncertainties of a fit as text. */
final class SystematicsReport {
  private final FitResult result;

  SystematicsReport(FitResult result) {
    this.result = result;
  }

  /** The table and what it comes to; nothing where there is none. */
  void print(DocumentBuilder page) {
    if (result.systematics().isEmpty()) {
      return;
    }
    page.heading("Systematic uncertainties (not included in the intervals above)");
    List<ParameterEstimate> shown =
        result.parameters().stream()
            .filter(
                parameter ->
                    result.systematics().stream()
                        .anyMatch(line -> line.changes().containsKey(parameter.name())))
            .toList();
    TextTable table = new TextTable("l" + "r".repeat(shown.size()));
    List<String> heads = new ArrayList<>(List.of("shift of the estimate for"));
    List<String> units = new ArrayList<>(List.of("a 1 σ change"));
    shown.forEach(parameter -> heads.add(QuantitySymbol.of(parameter.name())));
    shown.forEach(parameter -> units.add("[" + changeUnit(parameter) + "]"));
    table.head(heads);
    table.head(units);
    for (SystematicUncertainty line : result.systematics()) {
      List<String> cells = new ArrayList<>(List.of(sourceOf(line)));
      shown.forEach(parameter -> cells.add(change(line, parameter)));
      table.add(cells);
    }
    page.table(table);
    result
        .findParameter("dipoleMoment")
        .ifPresent(
            fitted ->
                total(fitted, SystematicUncertainty.CALIBRATION_ALONE)
                    .ifPresent(
                        total -> page.paragraph("p = " + ParameterTable.inWords(fitted, total))));
    if (result.systematics().stream()
        .anyMatch(line -> line.kind() == SystematicUncertainty.Kind.CUT_OFF)) {
      page.paragraph(
          "The total takes the larger change of the two cut-offs; neither the other model nor slow"
              + " changes and a spread are in it.");
    }
  }

  private String sourceOf(SystematicUncertainty line) {
    return switch (line.kind()) {
      case CALIBRATION -> line.source();
      case MODEL -> "model " + line.source() + " instead of " + result.model();
      case CUT_OFF -> "cut-off constant " + (line.source().equals("0.5") ? "½" : "2") + " in L";
      case SPREAD -> "spread of the dipole moments";
      case SLOW -> SlowText.brief(line.source());
      case TOTAL ->
          "total" + (line.source().equals(SystematicUncertainty.ALL) ? "" : ", " + line.source());
    };
  }

  private Optional<Double> total(ParameterEstimate parameter, String source) {
    return result.systematics().stream()
        .filter(line -> line.isTotal() && line.source().equals(source))
        .flatMap(line -> Optional.ofNullable(line.changes().get(parameter.name())).stream())
        .findFirst();
  }

  /** Changes of the frequency are hertz, not gigahertz. */
  private static String changeUnit(ParameterEstimate parameter) {
    return parameter.name().equals("referenceFrequency")
        ? "Hz"
        : DisplayUnit.of(parameter.name(), parameter.unit()).symbol();
  }

  private static String change(SystematicUncertainty line, ParameterEstimate parameter) {
    @Nullable Double change = line.changes().get(parameter.name());
    if (change == null) {
      return "-";
    }
    double size =
        parameter.name().equals("referenceFrequency")
            ? 1
            : DisplayUnit.of(parameter.name(), parameter.unit()).size();
    String number = NumberText.significant(change / size, 3);
    return line.isTotal() || change <= 0 ? number : "+" + number;
  }
}

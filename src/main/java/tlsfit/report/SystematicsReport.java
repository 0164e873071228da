package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.result.FitResult;
import tlsfit.result.FitResult.ParameterResult;
import tlsfit.result.FitResult.SystematicResult;

/** The systematic errors of a fit as text. */
final class SystematicsReport {
  private final FitResult result;

  SystematicsReport(FitResult result) {
    this.result = result;
  }

  /** The table and what it comes to; nothing where there is none. */
  void print(Page page) {
    if (result.systematics().isEmpty()) {
      return;
    }
    page.heading(
        "Systematic errors: no scatter shows them, and they are no part of the limits above");
    List<ParameterResult> shown =
        result.parameters().stream()
            .filter(
                parameter ->
                    result.systematics().stream()
                        .anyMatch(line -> line.changes().containsKey(parameter.name())))
            .toList();
    TextTable table = new TextTable("l" + "r".repeat(shown.size()));
    List<String> heads = new ArrayList<>(List.of("change for one standard uncertainty"));
    List<String> units = new ArrayList<>(List.of("of a number, or with another model"));
    shown.forEach(parameter -> heads.add(parameter.name()));
    shown.forEach(parameter -> units.add("[" + changeUnit(parameter) + "]"));
    table.add(heads);
    table.add(units);
    for (SystematicResult line : result.systematics()) {
      List<String> cells = new ArrayList<>(List.of(sourceOf(line)));
      shown.forEach(parameter -> cells.add(change(line, parameter)));
      table.add(cells);
    }
    page.table(table);
    result
        .findParameter("dipoleMoment")
        .ifPresent(
            fitted ->
                total(fitted, SystematicResult.CALIBRATION)
                    .ifPresent(
                        total ->
                            page.paragraph(
                                "dipoleMoment = " + ParameterTable.inWords(fitted, total))));
    if (result.systematics().stream().anyMatch(line -> line.kind().equals("cut-off"))) {
      page.paragraph("the total of all takes the larger change of the two cut-offs");
    }
  }

  private static String sourceOf(SystematicResult line) {
    return line.isTotal()
        ? "total" + (line.source().equals(SystematicResult.ALL) ? "" : ", " + line.source())
        : line.source();
  }

  private Optional<Double> total(ParameterResult parameter, String source) {
    return result.systematics().stream()
        .filter(line -> line.isTotal() && line.source().equals(source))
        .flatMap(line -> Optional.ofNullable(line.changes().get(parameter.name())).stream())
        .findFirst();
  }

  /** Changes of the frequency are hertz, not gigahertz. */
  private static String changeUnit(ParameterResult parameter) {
    return parameter.name().equals("referenceFrequency")
        ? "Hz"
        : DisplayUnit.ofParameter(parameter.name(), parameter.unit()).symbol();
  }

  private static String change(SystematicResult line, ParameterResult parameter) {
    @Nullable Double change = line.changes().get(parameter.name());
    if (change == null) {
      return "-";
    }
    double size =
        parameter.name().equals("referenceFrequency")
            ? 1
            : DisplayUnit.ofParameter(parameter.name(), parameter.unit()).size();
    String number = Figures.significant(change / size, 3);
    return line.isTotal() || change <= 0 ? number : "+" + number;
  }
}

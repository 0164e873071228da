package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tlsfit.result.FitResult;
import tlsfit.result.ParameterEstimate;
import tlsfit.units.DisplayUnit;

/** The parameters of samples as a LaTeX table, a row a sample, for a paper. */
public final class LatexTable {
  private static final List<String> PARAMETERS =
      List.of("dipoleMoment", "chi", "relaxationTime", "referenceFrequency");

  /** Packages that the table may use. */
  public enum Kind {
    /** None. */
    PLAIN,
    /** The package siunitx, version 3. */
    SIUNITX
  }

  private final Kind kind;
  private final boolean calibrated;
  private final UnaryOperator<String> number;

  private LatexTable(List<FitResult> results, Kind kind) {
    this.kind = kind;
    this.calibrated =
        results.stream()
            .flatMap(result -> result.findParameter("dipoleMoment").stream())
            .anyMatch(p -> p.calibrationError() != null);
    this.number = kind == Kind.PLAIN ? LatexText::number : text -> "\\num{" + text + "}";
  }

  /** The table, as a tabular environment behind comments that say what is in it. */
  public static String of(List<FitResult> results, Kind kind) {
    return new LatexTable(results, kind).text(results);
  }

  private String text(List<FitResult> results) {
    List<String> heads = new ArrayList<>(List.of("Sample"));
    for (String name : PARAMETERS) {
      heads.add(head(name));
      if (name.equals("dipoleMoment") && calibrated) {
        heads.add("$\\sigma_\\mathrm{cal}(p)$");
      }
    }
    heads.add("Model");
    StringBuilder text = new StringBuilder();
    text.append("% One standard error each; sigma_cal: by the calibration, in the unit of p.\n");
    text.append(kind == Kind.PLAIN ? "" : "% Needs \\usepackage{siunitx}, version 3.\n");
    text.append("\\begin{tabular}{l").append("r".repeat(heads.size() - 2)).append("l}\n\\hline\n");
    text.append(row(heads)).append("\\hline\n");
    boolean invalid = false;
    for (FitResult result : results) {
      text.append(row(cells(result)));
      invalid |= !result.verdict().valid();
    }
    text.append("\\hline\n\\end{tabular}\n");
    return text.append(invalid ? "% * the fit is not valid or not determined\n" : "").toString();
  }

  private String head(String name) {
    DisplayUnit unit = DisplayUnit.of(name);
    String symbol = "$" + LatexText.symbol(name) + "$";
    String shown =
        kind == Kind.SIUNITX && !unit.symbol().startsWith("×")
            ? "\\unit{" + LatexText.siunitxUnit(unit) + "}"
            : unit.symbol().equals("×10⁻⁴")
                ? "$10^{-4}$"
                : unit.symbol().equals("µs") ? "$\\mu$s" : LatexText.of(unit.symbol());
    return symbol + " (" + shown + ")";
  }

  private List<String> cells(FitResult result) {
    List<String> cells = new ArrayList<>();
    cells.add(LatexText.of(result.sample()) + (result.verdict().valid() ? "" : "$^*$"));
    for (String name : PARAMETERS) {
      cells.add(result.findParameter(name).map(this::cell).orElse("--"));
      if (name.equals("dipoleMoment") && calibrated) {
        cells.add(
            result
                .findParameter(name)
                .map(p -> error(p, p.determined() ? p.calibrationError() : null))
                .orElse("--"));
      }
    }
    cells.add(LatexText.of(result.model()));
    return cells;
  }

  private String cell(ParameterEstimate parameter) {
    Shown shown = Shown.of(parameter);
    @Nullable Double value = parameter.value();
    @Nullable Double error = parameter.standardError();
    if (value == null || !parameter.determined()) {
      @Nullable Double lower = parameter.interval().lower();
      return lower == null ? "--" : "$> " + number.apply(shown.value(lower)) + "$";
    }
    if (error == null || parameter.fixed()) {
      return "$"
          + number.apply(shown.exact(value))
          + (parameter.fixed() ? "$ (fixed)" : "$ (at bound)");
    }
    return kind == Kind.PLAIN
        ? "$" + shown.value(value) + " \\pm " + shown.plainError(error) + "$"
        : "\\num{" + shown.value(value) + " +- " + shown.plainError(error) + "}";
  }

  private String error(ParameterEstimate parameter, @Nullable Double error) {
    return error == null ? "--" : "$" + number.apply(Shown.of(parameter).error(error)) + "$";
  }

  private static String row(List<String> cells) {
    return String.join(" & ", cells) + " \\\\\n";
  }
}

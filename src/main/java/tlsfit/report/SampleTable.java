package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tlsfit.compare.ComparedSample;
import tlsfit.compare.ComparedValue;
import tlsfit.compare.Comparison;
import tlsfit.compare.Quantity;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;
import tlsfit.units.PdgRounding;

/** The table of samples: a row each, as text, LaTeX, Markdown or CSV. */
public final class SampleTable {
  private static final List<Quantity> OTHERS =
      List.of(Quantity.CHI, Quantity.LOSS_TANGENT, Quantity.RELAXATION_TIME);

  private SampleTable() {}

  static TextTable text(Comparison comparison) {
    TextTable table = new TextTable("lrrrrrrrl");
    table.head(
        "",
        CompareWords.column(Quantity.DIPOLE_MOMENT),
        "stat.",
        "calib.",
        CompareWords.column(Quantity.CHI),
        CompareWords.column(Quantity.LOSS_TANGENT),
        CompareWords.column(Quantity.RELAXATION_TIME),
        "χ²/ν",
        "");
    for (int i = 0; i < comparison.samples().size(); i++) {
      table.add(row(comparison, i));
    }
    return table;
  }

  /** The rows as Markdown. */
  public static String markdown(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    text.append(
        "| sample | p [D] | stat. | calib. | χ [10⁻⁴] | tan δ0 [10⁻⁴] | T10 [µs] | χ²/ν | verdict |\n");
    text.append("|---|---|---|---|---|---|---|---|---|\n");
    for (int i = 0; i < comparison.samples().size(); i++) {
      List<String> row = new ArrayList<>(row(comparison, i));
      row.set(8, CompareWords.verdict(comparison.samples().get(i)));
      row.replaceAll(cell -> cell.replace("|", "\\|"));
      text.append("| ").append(String.join(" | ", row)).append(" |\n");
    }
    return text.toString();
  }

  /** The rows as LaTeX, statistical error and calibration in parentheses behind each value. */
  public static String latex(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    text.append("% value(statistical)(calibration), last digits; made by tlsfit compare\n");
    text.append("\\begin{tabular}{lrrrr}\n");
    text.append(
        "sample & $p$ [D] & $\\chi$ [$10^{-4}$] & $\\tan\\delta_0$ [$10^{-4}$] & $T_{10}$"
            + " [\\textmu s] \\\\ \\hline\n");
    for (int i = 0; i < comparison.samples().size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(escaped(comparison.samples().get(i).name()));
      for (Quantity quantity : Quantity.values()) {
        cells.add(latex(quantity, comparison.of(quantity).values().get(i)));
      }
      text.append(String.join(" & ", cells)).append(" \\\\\n");
    }
    return text.append("\\end{tabular}\n").toString();
  }

  private static String escaped(String name) {
    return name.replace("\\", "\\textbackslash{}").replaceAll("([_#&%$])", "\\\\$1");
  }

  private static String latex(Quantity quantity, ComparedValue value) {
    DisplayUnit unit = CompareWords.unit(quantity);
    @Nullable Double best = value.value();
    @Nullable Double error = value.standardError();
    if (best == null || error == null) {
      return limit(value, unit, "$>", "$<", "$").replace("-", "--");
    }
    int decimals = PdgRounding.decimals(unit.show(error));
    @Nullable Double calibration = value.calibrationError();
    String second =
        calibration == null || !(calibration > 0)
            ? ""
            : "(" + NumberText.lastDigits(unit.show(calibration), decimals) + ")";
    String mark = value.obstacle() == null ? "" : "^{*}";
    return "$" + NumberText.concise(unit.show(best), unit.show(error)) + second + mark + "$";
  }

  private static List<String> row(Comparison comparison, int i) {
    ComparedSample sample = comparison.samples().get(i);
    ComparedValue p = comparison.of(Quantity.DIPOLE_MOMENT).values().get(i);
    List<String> cells = new ArrayList<>();
    cells.add(sample.name());
    DisplayUnit debye = CompareWords.unit(Quantity.DIPOLE_MOMENT);
    @Nullable Double value = p.value();
    @Nullable Double error = p.standardError();
    if (value == null || error == null) {
      cells.add(value == null ? limit(p, debye, "> ", "< ", "") : fixed(debye.show(value), 4));
      cells.add("-");
      cells.add("-");
    } else {
      int decimals = PdgRounding.decimals(debye.show(error));
      @Nullable Double calibration = p.calibrationError();
      cells.add(NumberText.fixed(debye.show(value), decimals));
      cells.add(NumberText.fixed(debye.show(error), decimals));
      cells.add(calibration == null ? "-" : twoDigits(debye.show(calibration)));
    }
    for (Quantity quantity : OTHERS) {
      cells.add(cell(quantity, comparison.of(quantity).values().get(i)));
    }
    @Nullable Double reduced = sample.reducedChiSquare();
    cells.add(reduced == null ? "-" : NumberText.fixed(reduced, 2));
    cells.add(sample.valid() ? "" : CompareWords.verdict(sample));
    return cells;
  }

  private static String cell(Quantity quantity, ComparedValue value) {
    DisplayUnit unit = CompareWords.unit(quantity);
    @Nullable Double best = value.value();
    @Nullable Double error = value.standardError();
    if (best == null) {
      return limit(value, unit, "> ", "< ", "");
    }
    return error == null
        ? fixed(unit.show(best), 4)
        : NumberText.concise(unit.show(best), unit.show(error));
  }

  private static String fixed(double value, int digits) {
    return NumberText.significant(value, digits);
  }

  private static String twoDigits(double error) {
    return error > 0 ? NumberText.fixed(error, NumberText.decimals(error, 2)) : "0";
  }

  private static String limit(
      ComparedValue value, DisplayUnit unit, String above, String below, String end) {
    @Nullable Double lower = value.lower();
    @Nullable Double upper = value.upper();
    if (lower != null && upper == null) {
      return above + fixed(unit.show(lower), 3) + end;
    }
    return upper != null && lower == null ? below + fixed(unit.show(upper), 3) + end : "-";
  }

  /** The rows as CSV, all numbers in SI units with all their digits. */
  public static String csv(Comparison comparison) {
    List<String> heads =
        new ArrayList<>(
            List.of("sample", "description", "verdict", "model", "model_edition", "readings"));
    for (Quantity quantity : Quantity.values()) {
      String unit = " [" + comparison.of(quantity).unit() + "]";
      for (String what :
          List.of(
              "",
              "_standard_error",
              "_calibration_error",
              "_lower",
              "_upper",
              "_total_lower",
              "_total_upper")) {
        heads.add(quantity.key() + what + unit);
      }
      heads.add(quantity.key() + "_obstacle");
    }
    StringBuilder text = new StringBuilder(String.join(",", heads)).append('\n');
    for (int i = 0; i < comparison.samples().size(); i++) {
      ComparedSample sample = comparison.samples().get(i);
      List<String> cells = new ArrayList<>();
      cells.add(quoted(sample.name()));
      cells.add(quoted(sample.about().description()));
      cells.add(CompareWords.verdict(sample).toLowerCase(Locale.ROOT));
      cells.add(sample.model());
      cells.add(Integer.toString(sample.modelEdition()));
      cells.add(Integer.toString(sample.readings()));
      for (Quantity quantity : Quantity.values()) {
        ComparedValue value = comparison.of(quantity).values().get(i);
        cells.add(number(value.value()));
        cells.add(number(value.standardError()));
        cells.add(number(value.calibrationError()));
        cells.add(number(value.lower()));
        cells.add(number(value.upper()));
        cells.add(number(value.totalLower()));
        cells.add(number(value.totalUpper()));
        cells.add(value.obstacle() == null ? "" : value.obstacle().key());
      }
      text.append(String.join(",", cells)).append('\n');
    }
    return text.toString();
  }

  static String number(@Nullable Double value) {
    return value == null ? "" : value.toString();
  }

  static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}

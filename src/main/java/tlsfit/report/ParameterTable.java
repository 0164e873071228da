package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tlsfit.result.FitResult;
import tlsfit.result.FitResult.ParameterResult;

/** The parameters with their errors and limits, each in the unit people use. */
final class ParameterTable {
  private static final int DIGITS_OF_HELD = 7;

  private ParameterTable() {}

  static TextTable of(FitResult result) {
    TextTable table = new TextTable("lrrrrl");
    String level = level(result.parameters());
    table.add("", "value", "std. error", "lower " + level, "upper " + level, "unit");
    for (ParameterResult parameter : result.parameters()) {
      DisplayUnit unit = DisplayUnit.ofParameter(parameter.name(), parameter.unit());
      row(table, parameter.name(), parameter, unit);
      if (parameter.name().equals("dipoleMoment") && parameter.value() != null) {
        row(table, "", parameter, DisplayUnit.CHARGE_ANGSTROM);
      }
    }
    return table;
  }

  /** The confidence level in percent; all parameters of a fit share it. */
  static String level(List<ParameterResult> parameters) {
    double level = parameters.isEmpty() ? 0 : parameters.get(0).interval().level();
    return Figures.significant(100 * level, 6) + " %";
  }

  private static void row(
      TextTable table, String name, ParameterResult parameter, DisplayUnit unit) {
    List<String> cells = new ArrayList<>(List.of(name));
    cells.addAll(cells(parameter, unit));
    table.add(cells);
  }

  /** Value, standard error, lower limit, upper limit and unit, as shown. */
  static List<String> cells(ParameterResult parameter) {
    return cells(parameter, DisplayUnit.ofParameter(parameter.name(), parameter.unit()));
  }

  private static List<String> cells(ParameterResult parameter, DisplayUnit unit) {
    @Nullable Double value = parameter.value();
    if (parameter.fixed() && value != null) {
      String held = Figures.significant(unit.show(value), DIGITS_OF_HELD);
      return List.of(held, "held", "-", "-", unit.symbol());
    }
    if (parameter.atBound() != null && value != null) {
      return List.of(
          Figures.significant(unit.show(value), DIGITS_OF_HELD),
          "at bound",
          limitBeside(parameter.interval().lower(), value, unit, "no lower limit"),
          limitBeside(parameter.interval().upper(), value, unit, "no upper limit"),
          unit.symbol());
    }
    int decimals = decimals(parameter, unit);
    @Nullable Double error = parameter.standardError();
    return List.of(
        value == null || !parameter.determined()
            ? "not determined"
            : Figures.fixed(unit.show(value), decimals),
        error == null ? "-" : Figures.fixed(unit.show(error), decimals),
        limit(parameter.interval().lower(), unit, decimals, "no lower limit"),
        limit(parameter.interval().upper(), unit, decimals, "no upper limit"),
        unit.symbol());
  }

  /** A limit of a parameter at its bound: the bound itself in full, the other to a few digits. */
  private static String limitBeside(
      @Nullable Double limit, double bound, DisplayUnit unit, String open) {
    if (limit == null) {
      return open;
    }
    return Figures.significant(unit.show(limit), limit == bound ? DIGITS_OF_HELD : 4);
  }

  private static String limit(@Nullable Double limit, DisplayUnit unit, int decimals, String open) {
    return limit == null ? open : Figures.fixed(unit.show(limit), decimals);
  }

  /** What the error is worth, but no less than two digits of the smallest number shown. */
  private static int decimals(ParameterResult parameter, DisplayUnit unit) {
    int decimals = Integer.MIN_VALUE;
    @Nullable Double error = parameter.standardError();
    if (error != null && error > 0) {
      decimals = PdgRounding.decimals(unit.show(error));
    }
    for (@Nullable Double shown :
        new @Nullable Double[] {parameter.value(), parameter.interval().lower()}) {
      if (shown != null && shown != 0) {
        decimals = Math.max(decimals, Figures.decimals(unit.show(shown), 2));
      }
    }
    return decimals == Integer.MIN_VALUE ? 0 : decimals;
  }

  /** A parameter's value with its error and unit, for a line of text. */
  static String inWords(ParameterResult parameter) {
    DisplayUnit unit = DisplayUnit.ofParameter(parameter.name(), parameter.unit());
    @Nullable Double value = parameter.value();
    @Nullable Double error = parameter.standardError();
    if (value == null || !parameter.determined()) {
      return "not determined";
    }
    if (error == null) {
      return String.format(
          Locale.ROOT,
          "%s %s (%s)",
          Figures.significant(unit.show(value), DIGITS_OF_HELD),
          unit.symbol(),
          parameter.fixed() ? "held" : "at its " + parameter.atBound() + " bound");
    }
    int decimals = decimals(parameter, unit);
    return Figures.fixed(unit.show(value), decimals)
        + " ± "
        + Figures.fixed(unit.show(error), decimals)
        + " "
        + unit.symbol();
  }

  /** The same with what the calibration adds, told apart. */
  static String inWords(ParameterResult parameter, double calibration) {
    DisplayUnit unit = DisplayUnit.ofParameter(parameter.name(), parameter.unit());
    @Nullable Double value = parameter.value();
    @Nullable Double error = parameter.standardError();
    if (value == null || error == null || calibration <= 0) {
      return inWords(parameter);
    }
    int decimals = decimals(parameter, unit);
    return Figures.fixed(unit.show(value), decimals)
        + " ± "
        + Figures.fixed(unit.show(error), decimals)
        + " (statistical) ± "
        + Figures.fixed(
            unit.show(calibration),
            Math.min(decimals, PdgRounding.decimals(unit.show(calibration))))
        + " (calibration) "
        + unit.symbol();
  }
}

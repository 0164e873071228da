package tlsfit.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tlsfit.result.ParameterEstimate;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;
import tlsfit.units.PdgRounding;

/** The parameters with their errors and limits, each in the unit people use. */
final class ParameterTable {
  private static final int DIGITS_OF_FIXED = 7;

  private ParameterTable() {}

  /** The confidence level in percent; all parameters of a fit share it. */
  static String level(List<ParameterEstimate> parameters) {
    double level = parameters.isEmpty() ? 0 : parameters.get(0).interval().level();
    return NumberText.significant(100 * level, 6) + " %";
  }

  /** Value, standard error, lower limit, upper limit and unit, as shown. */
  static List<String> cells(ParameterEstimate parameter) {
    return cells(parameter, DisplayUnit.of(parameter.name(), parameter.unit()));
  }

  private static List<String> cells(ParameterEstimate parameter, DisplayUnit unit) {
    @Nullable Double value = parameter.value();
    if (parameter.fixed() && value != null) {
      String fixed = NumberText.significant(unit.show(value), DIGITS_OF_FIXED);
      return List.of(fixed, "fixed", "-", "-", unit.symbol());
    }
    if (parameter.atBound() != null && value != null) {
      return List.of(
          NumberText.significant(unit.show(value), DIGITS_OF_FIXED),
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
            : NumberText.fixed(unit.show(value), decimals),
        error == null ? "-" : NumberText.fixed(unit.show(error), decimals),
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
    return NumberText.significant(unit.show(limit), limit == bound ? DIGITS_OF_FIXED : 4);
  }

  private static String limit(@Nullable Double limit, DisplayUnit unit, int decimals, String open) {
    return limit == null ? open : NumberText.fixed(unit.show(limit), decimals);
  }

  /** What the error is worth, but no less than two digits of the smallest number shown. */
  private static int decimals(ParameterEstimate parameter, DisplayUnit unit) {
    int decimals = Integer.MIN_VALUE;
    @Nullable Double error = parameter.standardError();
    if (error != null && error > 0) {
      decimals = PdgRounding.decimals(unit.show(error));
    }
    for (@Nullable Double shown :
        new @Nullable Double[] {parameter.value(), parameter.interval().lower()}) {
      if (shown != null && shown != 0) {
        decimals = Math.max(decimals, NumberText.decimals(unit.show(shown), 2));
      }
    }
    return decimals == Integer.MIN_VALUE ? 0 : decimals;
  }

  /** A parameter's value with its error and unit, for a line of text. */
  static String inWords(ParameterEstimate parameter) {
    DisplayUnit unit = DisplayUnit.of(parameter.name(), parameter.unit());
    @Nullable Double value = parameter.value();
    @Nullable Double error = parameter.standardError();
    if (value == null || !parameter.determined()) {
      return "not determined";
    }
    if (error == null) {
      return String.format(
          Locale.ROOT,
          "%s %s (%s)",
          NumberText.significant(unit.show(value), DIGITS_OF_FIXED),
          unit.symbol(),
          parameter.fixed() ? "fixed" : "at its " + parameter.atBound() + " bound");
    }
    int decimals = decimals(parameter, unit);
    return NumberText.fixed(unit.show(value), decimals)
        + " ± "
        + NumberText.fixed(unit.show(error), decimals)
        + " "
        + unit.symbol();
  }

  /** The same with what the calibration adds, separately. */
  static String inWords(ParameterEstimate parameter, double calibration) {
    DisplayUnit unit = DisplayUnit.of(parameter.name(), parameter.unit());
    @Nullable Double value = parameter.value();
    @Nullable Double error = parameter.standardError();
    if (value == null || error == null || calibration <= 0) {
      return inWords(parameter);
    }
    int decimals = decimals(parameter, unit);
    return NumberText.fixed(unit.show(value), decimals)
        + " ± "
        + NumberText.fixed(unit.show(error), decimals)
        + " (statistical) ± "
        + NumberText.fixed(
            unit.show(calibration),
            Math.min(decimals, PdgRounding.decimals(unit.show(calibration))))
        + " (calibration) "
        + unit.symbol();
  }
}

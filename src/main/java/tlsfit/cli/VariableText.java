package tlsfit.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tlsfit.curve.Range;
import tlsfit.curve.Variable;
import tlsfit.measurement.ValueFault;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/** What a curve runs over, as it is written in options and at axes. */
final class VariableText {
  private VariableText() {}

  /**
   * The variable of a name.
   *
   * @param key such as {@code ac-field}
   * @throws IllegalArgumentException if there is none, saying which there are
   */
  static Variable of(String key) {
    return Arrays.stream(Variable.values())
        .filter(variable -> variable.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + key
                        + "\" is nothing a curve runs over; there are "
                        + Arrays.stream(Variable.values())
                            .map(Variable::key)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * Reads a range.
   *
   * @param text such as {@code rabi=1e6..1e10 1/s}; the unit behind the second number is also that
   *     of the first
   * @throws UnitException if a value cannot be read
   * @throws IllegalArgumentException if it is no range of anything
   */
  static Range range(String text) {
    int sign = text.indexOf('=');
    int dots = text.indexOf("..", Math.max(sign, 0));
    if (sign < 0 || dots < 0) {
      throw new IllegalArgumentException(
          '"' + text.strip() + "\" is no range; write NAME=FROM..TO, as in rabi=1e6..1e10 1/s");
    }
    Variable variable = of(text.substring(0, sign).strip());
    String first = text.substring(sign + 1, dots).strip();
    String last = text.substring(dots + 2).strip();
    int blank = last.indexOf(' ');
    boolean shared = blank > 0 && first.indexOf(' ') < 0;
    double from = value(variable, shared ? first + last.substring(blank) : first);
    double to = value(variable, last);
    if (from == to) {
      throw new IllegalArgumentException(
          '"' + text.strip() + "\" is one value; write two different ones");
    }
    return new Range(variable, from, to);
  }

  /**
   * Reads a value.
   *
   * @param text such as {@code 100 V/m}
   * @return the value [SI], above 0
   * @throws UnitException if it cannot be read or measures something else
   * @throws IllegalArgumentException if it is not above 0, or else no value to compute with
   */
  static double value(Variable variable, String text) {
    List<Unit> units = variable.channel().map(one -> one.units()).orElse(List.of(Unit.ONE));
    Quantity quantity = Quantity.parse(text, units.toArray(new Unit[0]));
    Set<ValueFault> faults =
        variable
            .channel()
            .map(channel -> channel.faults(quantity, text))
            .orElseGet(() -> ValueFault.of(quantity));
    if (faults.contains(ValueFault.COUNTS_CYCLES)) {
      throw wrong(variable, text, "counts cycles; radians are meant");
    }
    if (faults.contains(ValueFault.UNCERTAIN)) {
      throw wrong(variable, text, "is uncertain; one value is needed");
    }
    if (faults.contains(ValueFault.NOT_ABOVE_ZERO)) {
      throw wrong(variable, text, "is not above zero");
    }
    return quantity.value();
  }

  private static IllegalArgumentException wrong(Variable variable, String text, String reason) {
    return new IllegalArgumentException(
        '"' + text.strip() + "\" " + reason + ": write it like " + example(variable));
  }

  /** How a value may be written. */
  static String example(Variable variable) {
    return variable.channel().map(channel -> channel.example()).orElse("10");
  }

  /** The label of its axis. */
  static String label(Variable variable) {
    return switch (variable) {
      case RABI -> "maximum Rabi frequency Ω (rad/s)";
      case AC_FIELD -> "microwave field, peak (V/m)";
      case XI -> "ξ = πΩ²/(2v₀)";
      case SWEEP_RATE -> "sweep rate v₀ (rad/s²)";
      case BIAS_RATE -> "rate of the bias field (V/m/s)";
    };
  }
}

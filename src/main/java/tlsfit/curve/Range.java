package tlsfit.curve;

import tlsfit.units.UnitException;

/**
 * The range of a variable over which a curve runs.
 *
 * @param variable the quantity
 * @param from first value [SI], above 0
 * @param to last value [SI], another one
 */
public record Range(Variable variable, double from, double to) {

  /**
   * Reads a range.
   *
   * @param text such as {@code rabi=1e6..1e10 1/s}; the unit behind the second number is also that
   *     of the first
   * @throws UnitException if a value cannot be read
   * @throws IllegalArgumentException if it is no range of anything
   */
  public static Range parse(String text) {
    int sign = text.indexOf('=');
    int dots = text.indexOf("..", Math.max(sign, 0));
    if (sign < 0 || dots < 0) {
      throw new IllegalArgumentException(
          '"' + text.strip() + "\" is no range; write NAME=FROM..TO, as in rabi=1e6..1e10 1/s");
    }
    Variable variable = Variable.of(text.substring(0, sign).strip());
    String first = text.substring(sign + 1, dots).strip();
    String last = text.substring(dots + 2).strip();
    int blank = last.indexOf(' ');
    boolean shared = blank > 0 && first.indexOf(' ') < 0;
    double from = variable.parse(shared ? first + last.substring(blank) : first);
    double to = variable.parse(last);
    if (from == to) {
      throw new IllegalArgumentException(
          '"' + text.strip() + "\" is one value; write two different ones");
    }
    return new Range(variable, from, to);
  }

  /**
   * Values spaced evenly in the logarithm, both ends among them.
   *
   * @param points how many, at least 2
   */
  double[] values(int points) {
    double[] values = new double[points];
    double span = Math.log(to / from);
    for (int i = 0; i < points; i++) {
      values[i] = from * Math.exp(span * i / (points - 1));
    }
    values[points - 1] = to; // to the last bit
    return values;
  }
}

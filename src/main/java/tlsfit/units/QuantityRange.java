package tlsfit.units;

/**
 * A range of a quantity, in SI units.
 *
 * @param lower its lower end [SI]; minus infinity where it is open
 * @param upper its upper end [SI]; plus infinity where it is open
 */
public record QuantityRange(double lower, double upper) {
  private static final String DOTS = "..";

  /**
   * Reads a range.
   *
   * @param text such as {@code 1 D .. 10 D}, {@code 1..10 D}, {@code 1 D ..} or {@code ..10 D}; a
   *     unit written once is that of both ends
   * @param expected a unit of what it must measure
   * @throws UnitException if it cannot be read, measures something else, is open on both sides, or
   *     its lower end is not below the upper one
   */
  public static QuantityRange parse(String text, Unit expected) {
    String quoted = '"' + text.strip() + '"';
    int dots = text.indexOf(DOTS);
    if (dots < 0) {
      throw new UnitException(
          quoted + " has no \"..\"", "a range is expected, such as \"" + example(expected) + '"');
    }
    String low = text.substring(0, dots).strip();
    String high = text.substring(dots + DOTS.length()).strip();
    if (low.isEmpty() && high.isEmpty()) {
      throw new UnitException(
          quoted + " has no end",
          "one end at least is expected, as in \"" + example(expected) + '"');
    }
    double lower = low.isEmpty() ? Double.NEGATIVE_INFINITY : end(low, unitOf(low, high), expected);
    double upper =
        high.isEmpty() ? Double.POSITIVE_INFINITY : end(high, unitOf(high, low), expected);
    if (!(lower < upper)) {
      throw new UnitException(quoted + " begins at or above its end", "write the lower end first");
    }
    return new QuantityRange(lower, upper);
  }

  /** The unit that one end lacks and the other has, else nothing. */
  private static String unitOf(String end, String other) {
    boolean lacks = Numbers.isNumber(end);
    return lacks && !other.isEmpty() ? " " + Numbers.leading(other).rest() : "";
  }

  private static double end(String text, String unit, Unit expected) {
    Quantity quantity = Quantity.parse(text + unit, expected);
    if (quantity.uncertainty() > 0) {
      throw new UnitException(
          '"' + text + "\" has an uncertainty", "an end of a range is one value");
    }
    return quantity.value();
  }

  private static String example(Unit expected) {
    return expected.dimension().example() + " ..";
  }
}

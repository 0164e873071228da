package tlsfit.units;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decimal numbers as laboratories write them: an optional sign (also the minus sign U+2212), digits
 * with at most one decimal point, an optional exponent {@code e-3}. No thousands separators, no
 * decimal comma, no {@code nan}, no {@code inf}: {@link Double#parseDouble} alone would take {@code
 * 1d} and {@code NaN}.
 */
public final class Numbers {
  private static final String NUMBER = "[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?";
  private static final Pattern LEADING = Pattern.compile("\\s*(" + NUMBER + ")(.*)");
  private static final Pattern SEPARATED =
      // "1 000" but not "1e17 1/s^2"
      Pattern.compile("[,'’_].*|[\\s\\u00a0\\u202f]+[0-9]{3}.*");

  private Numbers() {}

  /**
   * Reads a number and nothing else.
   *
   * @param text the number; blanks around it are allowed
   * @return its value, finite
   * @throws UnitException if it is no such number, or too large for a double
   */
  public static double parse(String text) {
    Leading leading = leading(text);
    if (!leading.rest().isEmpty()) {
      throw new UnitException('"' + text.strip() + "\" is not a number");
    }
    return leading.value();
  }

  /** Whether the text is a number that {@link #parse} takes. */
  public static boolean isNumber(String text) {
    try {
      parse(text);
      return true;
    } catch (UnitException e) {
      return false;
    }
  }

  /** A number with the text that follows it, stripped. */
  record Leading(double value, String rest) {}

  static Leading leading(String text) {
    Matcher matcher = LEADING.matcher(text.replace('\u2212', '-'));
    if (!matcher.matches()) {
      throw new UnitException('"' + text.strip() + "\" does not begin with a number");
    }
    if (SEPARATED.matcher(matcher.group(2)).matches()) {
      throw new UnitException(
          '"'
              + text.strip()
              + "\" has a comma or a thousands separator: write 1.5 for one and a half, 1500 for"
              + " fifteen hundred");
    }
    double value = Double.parseDouble(matcher.group(1));
    if (Double.isInfinite(value)) {
      throw new UnitException('"' + text.strip() + "\" is too large");
    }
    return new Leading(value, matcher.group(2).strip());
  }
}

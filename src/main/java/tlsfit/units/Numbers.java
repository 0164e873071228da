package tlsfit.units;

import java.util.regex.Pattern;

/**
 * Decimal numbers as laboratories write them: an optional sign (also the minus sign U+2212), digits
 * with at most one decimal point, an optional exponent {@code e-3}. No thousands separators, no
 * decimal comma, no {@code nan}, no {@code inf}: {@link Double#parseDouble} alone would take {@code
 * 1d} and {@code NaN}.
 */
public final class Numbers {
  // "1 000" but not "1e17 1/s^2"
  private static final Pattern SEPARATED =
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

  /**
   * A number with the text that follows it.
   *
   * @param value of the number, finite
   * @param rest what follows, stripped
   */
  public record Leading(double value, String rest) {}

  /**
   * Reads a number and what follows it.
   *
   * @param text begins with the number; blanks around it are allowed
   * @throws UnitException if it does not, or the number is too large for a double
   */
  public static Leading leading(String text) {
    String line = text.replace('\u2212', '-').strip();
    int end = end(line);
    if (end == 0) {
      throw new UnitException('"' + text.strip() + "\" does not begin with a number");
    }
    String rest = line.substring(end);
    if (!rest.isEmpty() && SEPARATED.matcher(rest).matches()) {
      throw new UnitException(
          '"'
              + text.strip()
              + "\" has a comma or a thousands separator: write 1.5 for one and a half, 1500 for"
              + " fifteen hundred");
    }
    double value = Double.parseDouble(line.substring(0, end));
    if (Double.isInfinite(value)) {
      throw new UnitException('"' + text.strip() + "\" is too large");
    }
    return new Leading(value, rest.strip());
  }

  // where the number at the beginning ends; 0 where there is none. By hand, since a table of
  // 100,000 rows spends most of its time here.
  private static int end(String text) {
    int at = signs(text, 0);
    int whole = digits(text, at);
    int end = whole;
    if (end < text.length() && text.charAt(end) == '.') {
      end = digits(text, end + 1);
    }
    int written = end - at - (end > whole ? 1 : 0);
    if (written == 0) {
      return 0;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = signs(text, end + 1);
      int last = digits(text, exponent);
      return last > exponent ? last : end;
    }
    return end;
  }

  private static int signs(String text, int at) {
    boolean sign = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+');
    return sign ? at + 1 : at;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}

package tlsfit.table;

/**
 * Numbers as programs write them: {@code -1.25e-3}, digits with a point at most. Found and read in
 * the text they stand in, since a table of a million rows spends most of its time here.
 */
final class PlainNumber {
  /** Digits whose number a double holds exactly. */
  private static final int EXACT_DIGITS = 15;

  /** Powers of ten that a double holds exactly. */
  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private PlainNumber() {}

  /** Whether a piece of a text is such a number. */
  static boolean is(String text, int from, int to) {
    int at = afterSign(text, from, to);
    int first = at;
    int points = 0;
    while (at < to && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      points += text.charAt(at) == '.' ? 1 : 0;
      at++;
    }
    if (points > 1 || at - first == points) {
      return false;
    }
    if (at == to) {
      return true;
    }
    if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
      return false;
    }
    at = afterSign(text, at + 1, to);
    int digits = at;
    while (at < to && isDigit(text.charAt(at))) {
      at++;
    }
    return at == to && at > digits;
  }

  /**
   * The nearest double to such a number. Up to 15 digits and powers of ten up to 22 are exact, and
   * one multiplication or division of exact numbers is rounded once (W. D. Clinger, Proc. PLDI
   * 1990, p. 92); others are left to Java.
   *
   * @param text a plain number
   */
  static double parse(String text) {
    int length = text.length();
    int at = afterSign(text, 0, length);
    long digits = 0;
    int count = 0;
    int decimals = 0;
    boolean point = false;
    while (at < length && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      char c = text.charAt(at++);
      if (c == '.') {
        point = true;
      } else {
        count += digits == 0 && c == '0' ? 0 : 1;
        digits = count > EXACT_DIGITS ? digits : 10 * digits + (c - '0');
        decimals += point ? 1 : 0;
      }
    }
    int exponent = at < length ? exponent(text, at + 1) - decimals : -decimals;
    if (count > EXACT_DIGITS || exponent <= -POWERS.length || exponent >= POWERS.length) {
      return Double.parseDouble(text);
    }
    double size = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
    return text.charAt(0) == '-' ? -size : size;
  }

  private static int exponent(String text, int from) {
    int at = afterSign(text, from, text.length());
    int exponent = 0;
    while (at < text.length() && exponent < 1000) {
      exponent = 10 * exponent + (text.charAt(at++) - '0');
    }
    return text.charAt(from) == '-' ? -exponent : exponent;
  }

  private static int afterSign(String text, int at, int to) {
    return at < to && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

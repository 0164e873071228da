package tlsfit.table;

/**
 * Reads a number as programs write them, {@code -1.25e-3}, where it stands in a text, and notes all
 * that is asked of it later in the same pass: a table of a million rows spends most of its time
 * here.
 */
final class NumberScan {
  /** What digits that a double holds exactly are below. */
  private static final long EXACT = 1_000_000_000_000_000L;

  /** Digits whose number a long holds. */
  private static final int MOST_DIGITS = 18;

  private static final int LARGEST_EXPONENT = 100_000;
  private static final int GROUP = 3;

  /** Powers of ten that a double holds exactly. */
  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private int end;
  private double value;
  private NumberShape shape = NumberShape.SILENT;

  /**
   * Reads the number at a place of a text, as far as it goes; whether there is one.
   *
   * <p>The value is the nearest double. Up to 15 digits and powers of ten up to 22 are exact, and
   * one multiplication or division of exact numbers is rounded once (W. D. Clinger, Proc. PLDI
   * 1990, p. 92); others are left to Java.
   *
   * @param text its characters, with one behind them that is part of no number; those of a string
   *     cost several times as much to read
   */
  boolean at(char[] text, int from) {
    boolean minus = text[from] == '-';
    int first = minus || text[from] == '+' ? from + 1 : from;
    int at = first;
    char c = text[at];
    long digits = 0;
    while (isDigit(c)) {
      digits = 10 * digits + (c - '0');
      c = text[++at];
    }
    int count = at - first;
    int decimals = 0;
    shape = NumberShape.SILENT;
    if (c == '.') {
      int point = at;
      c = text[++at];
      while (isDigit(c)) {
        digits = 10 * digits + (c - '0');
        c = text[++at];
      }
      decimals = at - point - 1;
      boolean group = decimals == GROUP && count > 0 && count <= GROUP && text[first] != '0';
      shape = group ? NumberShape.POINT_OR_THOUSANDS : NumberShape.POINT;
      count += decimals;
    }
    if (count == 0) {
      return false;
    }
    end = at;
    int exponent = -decimals;
    if (c == 'e' || c == 'E') {
      exponent += exponent(text);
      shape = end > at && decimals > 0 ? NumberShape.POINT : shape;
    }
    if (count > MOST_DIGITS
        || digits >= EXACT
        || exponent <= -POWERS.length
        || exponent >= POWERS.length) {
      value = Double.parseDouble(String.valueOf(text, from, end - from));
    } else {
      double size = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
      value = minus ? -size : size;
    }
    return true;
  }

  // the exponent at the end, which goes behind it; 0 where there is none
  private int exponent(char[] text) {
    int at = end + 1;
    boolean minus = text[at] == '-';
    if (minus || text[at] == '+') {
      at++;
    }
    int first = at;
    int exponent = 0;
    while (isDigit(text[at])) {
      exponent = Math.min(10 * exponent + (text[at++] - '0'), LARGEST_EXPONENT);
    }
    if (at == first) {
      return 0;
    }
    end = at;
    return minus ? -exponent : exponent;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Where the number ended that was read last. */
  int end() {
    return end;
  }

  /** Its value. */
  double value() {
    return value;
  }

  /** What its point tells. */
  NumberShape shape() {
    return shape;
  }
}

package tlsfit.table;

/**
 * Reads a number as programs write them, {@code -1.25e-3}, where it stands in a text, and notes all
 * that is asked of it later in the same pass: a table of a million rows spends most of its time
 * here.
 */
final class NumberScan {
  /** Digits whose number a double holds exactly. */
  private static final int EXACT_DIGITS = 15;

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

  private final String text;
  private final int limit;
  private int end;
  private int hash;
  private double value;
  private NumberShape shape = NumberShape.SILENT;

  /** Scans a text up to a place in it. */
  NumberScan(String text, int limit) {
    this.text = text;
    this.limit = limit;
  }

  /**
   * Reads the number at a place, as far as it goes; whether there is one.
   *
   * <p>The value is the nearest double. Up to 15 digits and powers of ten up to 22 are exact, and
   * one multiplication or division of exact numbers is rounded once (W. D. Clinger, Proc. PLDI
   * 1990, p. 92); others are left to Java.
   */
  boolean at(int from) {
    int at = from;
    int code = 0;
    char c = at < limit ? text.charAt(at) : 0;
    boolean minus = c == '-';
    if (minus || c == '+') {
      code = c;
      at++;
    }
    int first = at;
    long digits = 0;
    int count = 0;
    int point = -1;
    while (at < limit) {
      c = text.charAt(at);
      if (isDigit(c)) {
        count += digits == 0 && c == '0' ? 0 : 1;
        digits = count > EXACT_DIGITS ? digits : 10 * digits + (c - '0');
      } else if (c == '.' && point < 0) {
        point = at;
      } else {
        break;
      }
      code = 31 * code + c;
      at++;
    }
    if (at - first == (point < 0 ? 0 : 1)) {
      return false;
    }
    int decimals = point < 0 ? 0 : at - point - 1;
    boolean group =
        decimals == GROUP && point > first && point - first <= GROUP && text.charAt(first) != '0';
    shape = point < 0 ? NumberShape.SILENT : NumberShape.POINT;
    end = at;
    int exponent = -decimals;
    if (at < limit && (c == 'e' || c == 'E')) {
      exponent += exponent();
      for (int i = at; i < end; i++) {
        code = 31 * code + text.charAt(i);
      }
    }
    if (group && end == at) {
      shape = NumberShape.POINT_OR_THOUSANDS;
    }
    hash = code;
    if (count > EXACT_DIGITS || exponent <= -POWERS.length || exponent >= POWERS.length) {
      value = Double.parseDouble(text.substring(from, end));
    } else {
      double size = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
      value = minus ? -size : size;
    }
    return true;
  }

  // the exponent at the end, which goes behind it; 0 where there is none
  private int exponent() {
    int at = end + 1;
    boolean minus = at < limit && text.charAt(at) == '-';
    if (minus || (at < limit && text.charAt(at) == '+')) {
      at++;
    }
    int first = at;
    int exponent = 0;
    while (at < limit && isDigit(text.charAt(at))) {
      exponent = Math.min(10 * exponent + (text.charAt(at++) - '0'), LARGEST_EXPONENT);
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

  /** The hash of its characters, as of a string. */
  int hash() {
    return hash;
  }
}

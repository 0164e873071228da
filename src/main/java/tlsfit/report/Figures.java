package tlsfit.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people write them. */
final class Figures {
  private static final int MOST_DECIMALS = 12;
  private static final double MOST_PLAIN = 1e7;

  private Figures() {}

  /** A number to some decimal places (rounded to tens and up where negative). */
  static String fixed(double value, int decimals) {
    if (decimals > MOST_DECIMALS || Math.abs(value) >= MOST_PLAIN) {
      int exponent = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
      int digits = Math.max(0, Math.min(MOST_DECIMALS, exponent + decimals));
      return String.format(Locale.ROOT, "%." + digits + "e", value);
    }
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /** A number to some significant digits, without the zeros at its end. */
  static String significant(double value, int digits) {
    double size = Math.abs(value);
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    if (size >= 1e-4 && size < MOST_PLAIN) {
      return rounded.stripTrailingZeros().toPlainString();
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }

  /** A value with its error, both to the digits the error is worth. */
  static String withError(double value, double error) {
    int decimals = PdgRounding.decimals(error);
    return fixed(value, decimals) + " ± " + fixed(error, decimals);
  }

  /** Decimal places that show so many significant digits of a value other than 0. */
  static int decimals(double value, int digits) {
    return digits - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
  }

  /** A probability; below what it can mean, a bound. */
  static String probability(double p) {
    return p < 1e-15 ? "below 1e-15" : significant(p, 2);
  }
}

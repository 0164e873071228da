package tlsfit.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as people write them, with a decimal point whatever the locale; the only formatter of the
 * program for what people read. What is not finite, as the ratio of two numbers of an altered file
 * may be, is said in a word.
 */
public final class NumberText {
  private static final int MOST_DECIMALS = 12;
  private static final double MOST_PLAIN = 1e7;

  /** Standard error of a logarithm from which on a factor says more than percent. */
  private static final double LARGE_ERROR = 0.5;

  /** Logarithm whose exponential is still a number that can be read. */
  private static final double LARGEST_LOGARITHM = 300;

  private NumberText() {}

  /** A number to some decimal places (rounded to tens and up where negative). */
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return word(value);
    }
    if (decimals > MOST_DECIMALS || Math.abs(value) >= MOST_PLAIN) {
      int exponent = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
      int digits = Math.max(0, Math.min(MOST_DECIMALS, exponent + decimals));
      return String.format(Locale.ROOT, "%." + digits + "e", value);
    }
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /** A number to some significant digits, without the zeros at its end. */
  public static String significant(double value, int digits) {
    double size = Math.abs(value);
    if (value == 0) {
      return "0";
    }
    if (!Double.isFinite(value)) {
      return word(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    if (size >= 1e-4 && size < MOST_PLAIN) {
      return rounded.stripTrailingZeros().toPlainString();
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }

  private static String word(double value) {
    return Double.isNaN(value) ? "no number" : value > 0 ? "infinite" : "-infinite";
  }

  /** The same with its sign, also where it is positive. */
  public static String signed(double value, int digits) {
    return (value > 0 ? "+" : "") + significant(value, digits);
  }

  /** A value with its error, both to the digits the error is worth ({@link PdgRounding}). */
  public static String withError(double value, double error) {
    int decimals = PdgRounding.decimals(error);
    return fixed(value, decimals) + " ± " + fixed(error, decimals);
  }

  /**
   * A value with the last digits of its error in parentheses, by the rule of {@link PdgRounding}:
   * {@code 1.479(12)}.
   *
   * @param error of it; the value alone to four digits where it is not positive or not finite
   */
  public static String concise(double value, double error) {
    if (!(error > 0) || Double.isInfinite(error)) {
      return significant(value, 4);
    }
    int decimals = PdgRounding.decimals(error);
    return fixed(value, decimals) + "(" + lastDigits(error, decimals) + ")";
  }

  /** An error as the digits that stand in parentheses behind a value of so many decimals. */
  public static String lastDigits(double error, int decimals) {
    return decimals > 0 ? fixed(error * Math.pow(10, decimals), 0) : fixed(error, decimals);
  }

  /** Decimal places that show so many significant digits of a value other than 0. */
  public static int decimals(double value, int digits) {
    return digits - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
  }

  /** A probability; below what it can mean, a bound. */
  public static String probability(double p) {
    return p < 1e-15 ? "below 1e-15" : significant(p, 2);
  }

  /** A share in percent: 0.123 is {@code 12 %}. */
  public static String percent(double share, int digits) {
    return significant(100 * share, digits) + " %";
  }

  /** A relative change in percent with its sign: 0.123 is {@code +12 %}. */
  public static String signedPercent(double change, int digits) {
    return signed(100 * change, digits) + " %";
  }

  /** A factor: {@code a factor of 3.2}. */
  public static String factor(double ratio, int digits) {
    return "a factor of " + significant(ratio, digits);
  }

  /**
   * A standard error of a natural logarithm: in percent where it is small, else as the factor
   * exp(error).
   */
  public static String errorOfLogarithm(double error) {
    return error > LARGE_ERROR
        ? factor(Math.exp(Math.min(error, LARGEST_LOGARITHM)), 2)
        : percent(error, 2);
  }

  /** How many there are of something: {@code 1 reading}, {@code 12 readings}. */
  public static String count(double number, String one) {
    return significant(number, 15) + " " + one + (number == 1 ? "" : "s");
  }
}

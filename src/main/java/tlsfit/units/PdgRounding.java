package tlsfit.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How many digits an uncertain number is worth: the rule of the Particle Data Group (Review of
 * Particle Physics, 2024, Introduction, section 5.3). Of the three leading digits of the error, 100
 * to 354 keep two, 355 to 949 one, and 950 to 999 become 1000 and keep two of these.
 */
public final class PdgRounding {
  private static final int KEEPS_TWO = 354;

  private PdgRounding() {}

  /**
   * Decimal places that the error is worth; negative where it is worth no units.
   *
   * @param error standard error, positive; of one that is not finite, 0
   */
  public static int decimals(double error) {
    if (!Double.isFinite(error)) {
      return 0;
    }
    BigDecimal leading = new BigDecimal(error).round(new MathContext(3, RoundingMode.HALF_UP));
    int exponent = leading.precision() - leading.scale() - 1; // of the first digit
    int digits = leading.movePointRight(2 - exponent).intValueExact();
    // 950 to 999 become 10.00 of the same power of ten: two digits of that end where one does here
    return digits <= KEEPS_TWO ? 1 - exponent : -exponent;
  }
}

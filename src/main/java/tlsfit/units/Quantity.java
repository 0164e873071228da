package tlsfit.units;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A number with its standard uncertainty, both in SI units.
 *
 * @param value the value [SI], finite
 * @param uncertainty its standard uncertainty (one σ) [SI]; 0 where none is given
 * @param dimension what it measures
 */
public record Quantity(double value, double uncertainty, Dimension dimension) {
  /** The patterns are for short texts. */
  private static final int LONGEST = 200;

  private static final double LN10_PER_10 = Math.log(10) / 10;
  private static final Pattern PLUS_MINUS = Pattern.compile("\\s*(?:±|\\+/-|\\+-|\\+/−|\\+−)\\s*");

  /**
   * Checks the numbers.
   *
   * @throws UnitException if one is not finite or the uncertainty is negative
   */
  public Quantity {
    if (!Double.isFinite(value) || !Double.isFinite(uncertainty) || uncertainty < 0) {
      throw new UnitException(
          "value " + value + " with uncertainty " + uncertainty + ": finite numbers are needed");
    }
  }

  /**
   * Reads a quantity of one dimension.
   *
   * @param text such as {@code 5.012 GHz}, {@code 50 nm +- 2 nm}, {@code 12 V/m ± 5 %}; a
   *     percentage is of the value; a unit written once behind both numbers is that of both
   * @param expected what it must measure; decibels are no plain number
   * @throws UnitException if it cannot be read or measures something else
   */
  public static Quantity parse(String text, Dimension expected) {
    return parse(text, Unit.of(expected.toString()));
  }

  /**
   * Reads a quantity in any unit that may stand for one of the expected ones. Expecting {@link
   * Unit#DECIBEL} refuses plain numbers: "78" may be a ratio or may be decibels.
   *
   * @param text as in {@link #parse(String, Dimension)}
   * @param expected a unit of what it must measure, or several
   * @throws UnitException if it cannot be read or measures something else
   */
  public static Quantity parse(String text, Unit... expected) {
    if (text.length() > LONGEST) {
      throw new UnitException(
          '"' + Visible.excerpt(text) + "\" is longer than any number", wanted(expected));
    }
    Quantity quantity;
    Unit unit;
    try {
      Matcher sign = PLUS_MINUS.matcher(text);
      boolean uncertain = sign.find();
      Numbers.Leading value = Numbers.leading(uncertain ? text.substring(0, sign.start()) : text);
      if (!uncertain) {
        unit = Unit.of(value.rest());
        quantity = new Quantity(unit.toSi(value.value()), 0, unit.dimension());
      } else {
        Numbers.Leading error = Numbers.leading(text.substring(sign.end()));
        Unit errorUnit = Unit.of(error.rest());
        boolean shared = value.rest().isEmpty() && !errorUnit.equals(Unit.PERCENT);
        unit = shared ? errorUnit : Unit.of(value.rest());
        double si = unit.toSi(value.value());
        quantity =
            new Quantity(si, uncertainty(si, unit, error.value(), errorUnit), unit.dimension());
      }
    } catch (UnitException e) {
      String quoted = '"' + text.strip() + '"';
      // the message may quote the whole text itself
      String found = e.found().startsWith(quoted) ? e.found() : quoted + ": " + e.found();
      throw new UnitException(found, wanted(expected));
    }
    if (Arrays.stream(expected).noneMatch(unit::mayStandFor)) {
      throw new UnitException('"' + text.strip() + "\" is " + unit.description(), wanted(expected));
    }
    return quantity;
  }

  private static String wanted(Unit... expected) {
    String kinds =
        Arrays.stream(expected)
            .map(Unit::description)
            .distinct()
            .collect(Collectors.joining(" or "));
    String example = expected[0].equals(Unit.DECIBEL) ? "78 dB" : expected[0].dimension().example();
    return kinds + " is expected, such as \"" + example + '"';
  }

  private static double uncertainty(double si, Unit unit, double error, Unit errorUnit) {
    if (error < 0) {
      throw new UnitException("the uncertainty is negative");
    }
    if (errorUnit.equals(Unit.PERCENT) && !unit.equals(Unit.PERCENT)) {
      return Math.abs(si) * errorUnit.toSi(error);
    }
    if (errorUnit.isDecibel()) {
      // d ln(10^(x/10)) = ln(10)/10 dx; "± 1 dBm" can only mean one decibel
      if (unit.isDecibel() || unit.dimension().equals(Dimension.POWER)) {
        return Math.abs(si) * LN10_PER_10 * error;
      }
    } else if (!unit.isDecibel() && errorUnit.dimension().equals(unit.dimension())) {
      return errorUnit.toSi(error);
    }
    throw new UnitException(
        "an uncertainty in " + errorUnit + " does not fit a value in " + unit + ": write its unit");
  }

  /** Uncertainty over value [1]; 0 where no uncertainty is given. */
  public double relativeUncertainty() {
    return uncertainty == 0 ? 0 : uncertainty / Math.abs(value);
  }
}

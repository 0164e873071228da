package tlsfit.units;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it is written, with the way to SI and back.
 *
 * <p>Read are: SI symbols with the prefixes in common use ({@code GHz}, {@code pF}, {@code us} or
 * {@code µs}), {@code min}, {@code h}, {@code eV}, {@code D} (debye), {@code Å}, {@code e} (the
 * elementary charge), {@code rad}, {@code %}, {@code ppm}, {@code ppb}, {@code 1}, {@code dB},
 * {@code dBm}; powers ({@code s^2}, {@code s²}, {@code s^-1}, {@code s⁻¹}); quotients with {@code
 * /}; products with a space, {@code *} or {@code ·}; parentheses. {@code e A} means e·Å: a charge
 * times a current is measured nowhere. Upper and lower case matter.
 *
 * <p>{@code dB} is a ratio of powers, 10^(x/10); {@code dBm} a power, 10^(x/10) mW.
 */
public final class Unit {
  // before the constants, which are made by of()
  private static final Set<String> CHARGE_TIMES_ANGSTROM = Set.of("eA", "e A", "e*A", "e·A", "eÅ");

  /** A plain number, "1". */
  public static final Unit ONE = of("1");

  /** Decibel, a ratio of powers. */
  public static final Unit DECIBEL = of("dB");

  /** Percent. */
  public static final Unit PERCENT = of("%");

  private final String symbol;
  private final Dimension dimension;
  // mantissa · 10^exponent SI units; kept apart since 10^-9 is no double, but 10^9 is
  private final double mantissa;
  private final int exponent;
  private final double power; // 10^|exponent|
  private final boolean decibel;

  private Unit(String symbol, Dimension dimension, double mantissa, int exponent, boolean decibel) {
    this.symbol = symbol;
    this.dimension = dimension;
    this.mantissa = mantissa;
    this.exponent = exponent;
    this.power = Math.pow(10, Math.abs(exponent));
    this.decibel = decibel;
  }

  /**
   * Reads a unit.
   *
   * @param text the unit; empty for a plain number
   * @throws UnitException if it is unknown; the message names the right case where that is all
   */
  public static Unit of(String text) {
    String symbol = normalised(text);
    if (symbol.equals("dB")) {
      return new Unit(symbol, Dimension.NUMBER, 1, 0, true);
    }
    if (symbol.equals("dBm")) {
      return new Unit(symbol, Dimension.POWER, 1, -3, true);
    }
    if (CHARGE_TIMES_ANGSTROM.contains(symbol)) {
      symbol = "e·Å";
    }
    UnitSymbol value = new UnitReader(symbol.isEmpty() ? "1" : symbol).read();
    return new Unit(
        symbol.isEmpty() ? "1" : symbol,
        value.dimension(),
        value.mantissa(),
        value.exponent(),
        false);
  }

  /** The unit, or null where the text is none. */
  public static @Nullable Unit find(String text) {
    try {
      return of(text);
    } catch (UnitException e) {
      return null;
    }
  }

  /**
   * Units that differ from an unknown text in upper and lower case only, e.g. GHz for {@code ghz}.
   *
   * @param text an unknown unit
   */
  public static List<String> inOtherCase(String text) {
    return UnitSymbol.inOtherCase(normalised(text));
  }

  // one micro sign (of two), one ångström sign (of three)
  private static String normalised(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).replace('μ', 'µ');
  }

  /** What the unit measures. */
  public Dimension dimension() {
    return dimension;
  }

  /** Whether the scale is logarithmic: dB and dBm. */
  public boolean isDecibel() {
    return decibel;
  }

  /**
   * From this unit to SI.
   *
   * @param value a value in this unit
   * @return the value in SI units
   */
  public double toSi(double value) {
    return decibel
        ? scaled(Math.pow(10, value / 10), exponent >= 0)
        : scaled(value * mantissa, exponent >= 0);
  }

  /**
   * From SI to this unit.
   *
   * @param value a value in SI units; positive for dB and dBm
   * @return the value in this unit
   */
  public double fromSi(double value) {
    return decibel
        ? 10 * Math.log10(scaled(value, exponent < 0))
        : scaled(value, exponent < 0) / mantissa;
  }

  // multiplies or divides by an exact power of ten: 50 nm is then 50e-9 to the last bit
  private double scaled(double value, boolean up) {
    return up ? value * power : value / power;
  }

  /** Whether values in this unit may stand where values in the other are expected. */
  public boolean mayStandFor(Unit other) {
    // dBm for W, but neither dB for a plain number nor a plain number for dB
    return dimension.equals(other.dimension)
        && (decibel == other.decibel || !dimension.equals(Dimension.NUMBER));
  }

  /** What it measures, for people: {@code "a length"}. */
  public String description() {
    return decibel && dimension.equals(Dimension.NUMBER)
        ? "a ratio in decibels"
        : dimension.description();
  }

  /** The unit as it was written, with µ, Å and e·Å in one spelling; {@link #of} reads it back. */
  @Override
  public String toString() {
    return symbol;
  }

  /** Equal are units of one spelling: {@code us} and {@code µs} are not. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Unit unit && symbol.equals(unit.symbol);
  }

  @Override
  public int hashCode() {
    return symbol.hashCode();
  }
}

package tlsfit.units;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The unit a quantity is shown in, for people; files have SI units.
 *
 * @param symbol as printed; {@code 1} for a plain number
 * @param size one such unit in the SI unit of the quantity
 */
public record DisplayUnit(String symbol, double size) {
  /** Of dipole moments. */
  public static final DisplayUnit DEBYE = unit("D");

  /** Of dipole moments as well: what a charge e moves by one ångström. */
  public static final DisplayUnit CHARGE_ANGSTROM = unit("e·Å");

  /** Of χ and of loss tangents. */
  public static final DisplayUnit TEN_THOUSANDTH = new DisplayUnit("×10⁻⁴", 1e-4);

  /** 1/(J m³) has no scale a person knows; levels per GHz of h f and µm³ have. */
  public static final DisplayUnit PER_GHZ_AND_CUBIC_MICROMETRE =
      new DisplayUnit("per GHz per µm³", 1 / (Constants.PLANCK * 1e9 * 1e-18));

  /** A plain number. */
  public static final DisplayUnit NUMBER = new DisplayUnit("1", 1);

  /** The one table: the unit of each quantity that has a better one than its SI unit, or that. */
  private static final Map<String, DisplayUnit> TABLE =
      Map.ofEntries(
          Map.entry("chi", TEN_THOUSANDTH),
          Map.entry("lossTangent", TEN_THOUSANDTH),
          Map.entry("dipoleMoment", DEBYE),
          Map.entry("dipoleMomentEq10", DEBYE),
          Map.entry("dipoleMomentExtremum", DEBYE),
          Map.entry("dipoleMomentLz", DEBYE),
          Map.entry("dipoleMomentLog", DEBYE),
          Map.entry("dipoleWidth", NUMBER),
          Map.entry("fieldExponent", NUMBER),
          Map.entry("relaxationTime", unit("µs")),
          Map.entry("relaxationTimeExtremum", unit("µs")),
          Map.entry("referenceFrequency", unit("GHz")),
          Map.entry("frequency", unit("GHz")),
          Map.entry("sigma", unit("Hz")),
          Map.entry("acField", unit("V/m")),
          Map.entry("biasRate", unit("V/m/s")),
          Map.entry("rabi", unit("1/s")),
          Map.entry("sweepRate", unit("1/s²")),
          Map.entry("powerChange", new DisplayUnit("dB", 1)),
          Map.entry("densityOfStates", PER_GHZ_AND_CUBIC_MICROMETRE));

  private static DisplayUnit unit(String symbol) {
    return new DisplayUnit(symbol, Unit.of(symbol).toSi(1));
  }

  /**
   * The unit of a quantity.
   *
   * @param quantity its name in files, such as {@code dipoleMoment}
   * @throws IllegalArgumentException if the table has no such quantity
   */
  public static DisplayUnit of(String quantity) {
    @Nullable DisplayUnit unit = TABLE.get(quantity);
    if (unit == null) {
      throw new IllegalArgumentException("no unit of " + quantity);
    }
    return unit;
  }

  /** The unit of a quantity; its SI unit where the table has none. */
  public static DisplayUnit of(String quantity, String siUnit) {
    return TABLE.getOrDefault(quantity, new DisplayUnit(siUnit, 1));
  }

  /** A unit with the power of ten that leaves a positive value between 1 and 10. */
  public static DisplayUnit powerOfTen(double value, String unit) {
    int exponent = (int) Math.floor(Math.log10(value));
    StringBuilder superscript = new StringBuilder();
    for (char digit : Integer.toString(exponent).toCharArray()) {
      superscript.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return new DisplayUnit("×10" + superscript + " " + unit, Math.pow(10, exponent));
  }

  /** A value in this unit, from one in the SI unit. */
  public double show(double si) {
    return si / size;
  }

  /** A value with this unit, to some significant digits: {@code 4.87 D}. */
  public String text(double si, int digits) {
    return NumberText.significant(show(si), digits) + suffix();
  }

  /** A value with its error and this unit, by the rule of {@link PdgRounding}. */
  public String withError(double si, double error) {
    return NumberText.withError(show(si), show(error)) + suffix();
  }

  private String suffix() {
    return symbol.equals(NUMBER.symbol) ? "" : " " + symbol;
  }
}

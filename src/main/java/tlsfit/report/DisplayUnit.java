package tlsfit.report;

import tlsfit.units.Constants;
import tlsfit.units.Unit;

/**
 * The unit a quantity is shown in.
 *
 * @param symbol as printed
 * @param size one such unit in the SI unit of the result file
 */
record DisplayUnit(String symbol, double size) {
  static final DisplayUnit DEBYE = of("D");
  static final DisplayUnit CHARGE_ANGSTROM = of("e·Å");
  static final DisplayUnit TEN_THOUSANDTH = new DisplayUnit("×10⁻⁴", 1e-4);

  /** 1/(J m³) has no scale a person knows; levels per GHz of h f and µm³ have. */
  static final DisplayUnit PER_GHZ_AND_CUBIC_MICROMETRE =
      new DisplayUnit("per GHz per µm³", 1 / (Constants.PLANCK * 1e9 * 1e-18));

  private static DisplayUnit of(String unit) {
    return new DisplayUnit(unit, Unit.of(unit).toSi(1));
  }

  /** The unit of a parameter; its own SI unit where there is no better one. */
  static DisplayUnit ofParameter(String name, String unit) {
    return switch (name) {
      case "chi" -> TEN_THOUSANDTH;
      case "dipoleMoment" -> DEBYE;
      case "relaxationTime" -> of("µs");
      case "referenceFrequency" -> of("GHz");
      default -> new DisplayUnit(unit, 1);
    };
  }

  /** A unit with the power of ten that leaves a value between 1 and 10. */
  static DisplayUnit powerOfTen(double value, String unit) {
    int exponent = (int) Math.floor(Math.log10(value));
    StringBuilder superscript = new StringBuilder();
    for (char digit : Integer.toString(exponent).toCharArray()) {
      superscript.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return new DisplayUnit("×10" + superscript + " " + unit, Math.pow(10, exponent));
  }

  double show(double si) {
    return si / size;
  }
}

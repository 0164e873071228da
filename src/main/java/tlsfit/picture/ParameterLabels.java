package tlsfit.picture;

import tlsfit.units.DisplayUnit;

/** The symbols of parameters, with the unit they are shown in, on axes. */
final class ParameterLabels {
  private ParameterLabels() {}

  static String symbol(String name) {
    return switch (name) {
      case "chi" -> "χ";
      case "dipoleMoment" -> "p";
      case "relaxationTime" -> "T₁₀";
      case "referenceFrequency" -> "f_ref";
      case "dipoleWidth" -> "σ_p";
      case "fieldExponent" -> "α";
      default -> name;
    };
  }

  /** Such as {@code p (D)} and {@code χ × 10⁴}. */
  static String axis(String name, String siUnit) {
    DisplayUnit unit = DisplayUnit.of(name, siUnit);
    if (unit.equals(DisplayUnit.TEN_THOUSANDTH)) {
      return symbol(name) + " × 10⁴"; // the font has no superscript minus
    }
    return symbol(name) + (unit.equals(DisplayUnit.NUMBER) ? "" : " (" + unit.symbol() + ")");
  }

  static double show(String name, String siUnit, double value) {
    return DisplayUnit.of(name, siUnit).show(value);
  }
}

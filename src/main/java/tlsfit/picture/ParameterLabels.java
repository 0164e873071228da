package tlsfit.picture;

import tlsfit.units.DisplayUnit;
import tlsfit.units.QuantitySymbol;

/** The symbols of parameters, with the unit they are shown in, on axes. */
final class ParameterLabels {
  private ParameterLabels() {}

  static String symbol(String name) {
    return name.equals("relaxationTime") ? "T₁₀" : QuantitySymbol.of(name);
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

package tlsfit.picture;

import tlsfit.units.NumberText;

/**
 * A swept quantity as its axis shows it: powers in dBm, as their sources are set, all else in its
 * SI unit on a logarithmic axis.
 *
 * @param label with unit, for an axis
 * @param unit as it stands beside a number
 * @param logarithmic whether its axis is divided in decades
 */
public record SweptQuantity(String label, String unit, boolean logarithmic) {
  private static final double MILLIWATT = 1e-3;

  /**
   * The quantity of a name and an SI unit, as results have them.
   *
   * @param name such as {@code power}
   * @param siUnit such as {@code W}
   */
  public static SweptQuantity of(String name, String siUnit) {
    return switch (name) {
      case "power" -> new SweptQuantity("power of the source (dBm)", "dBm", false);
      case "photons" -> new SweptQuantity("photons in the resonator", "photons", true);
      case "ac-field" -> new SweptQuantity("field F_AC (V/m)", "V/m", true);
      case "rabi-frequency" -> new SweptQuantity("Rabi frequency Ω_R0 (rad/s)", "rad/s", true);
      case "bias-rate" -> new SweptQuantity("bias rate (" + unit(siUnit) + ")", unit(siUnit), true);
      default -> new SweptQuantity(name + " (" + siUnit + ")", siUnit, true);
    };
  }

  private static String unit(String siUnit) {
    return siUnit.equals("1/s^2") ? "rad/s²" : siUnit;
  }

  /** A value as shown, from one in the SI unit. */
  public double show(double si) {
    return unit.equals("dBm") ? 10 * Math.log10(si / MILLIWATT) : si;
  }

  /** A value with its unit. */
  public String text(double si, int digits) {
    return NumberText.significant(show(si), digits).replace('-', '−') + " " + unit;
  }
}

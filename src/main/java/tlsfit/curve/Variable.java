package tlsfit.curve;

import java.util.Arrays;
import java.util.stream.Collectors;
import tlsfit.model.Shift;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/** A quantity of the two fields: what a curve can run over, or what is held along it. */
public enum Variable {
  /** Ω_R0 [1/s]. */
  RABI("rabi", "rabi_frequency [1/s]", "maximum Rabi frequency Ω (rad/s)"),
  /** F_AC [V/m]. */
  AC_FIELD("ac-field", "ac_field [V/m]", "microwave field, peak (V/m)"),
  /** ξ [1], reached by the microwave at the given sweep rate. */
  XI("xi", "xi", "ξ = πΩ²/(2v₀)"),
  /** v0 [1/s²]. */
  SWEEP_RATE("sweep-rate", "bias_rate [1/s^2]", "sweep rate v₀ (rad/s²)"),
  /** Ḟ_DC [V/m/s]. */
  BIAS_RATE("bias-rate", "bias_rate [V/m/s]", "rate of the bias field (V/m/s)");

  private final String key;
  private final String header;
  private final String label;

  Variable(String key, String header, String label) {
    this.key = key;
    this.header = header;
    this.label = label;
  }

  /**
   * The variable of a name.
   *
   * @param key such as {@code ac-field}
   * @throws IllegalArgumentException if there is none, saying which there are
   */
  public static Variable of(String key) {
    return Arrays.stream(values())
        .filter(variable -> variable.key.equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + key
                        + "\" is nothing a curve runs over; there are "
                        + Arrays.stream(values())
                            .map(Variable::key)
                            .collect(Collectors.joining(", "))));
  }

  /** The name in options. */
  public String key() {
    return key;
  }

  /** The header of its column, which tables may have, too. */
  public String header() {
    return header;
  }

  /** The label of its axis. */
  public String label() {
    return label;
  }

  /** How the option may be written. */
  public String example() {
    return switch (this) {
      case RABI -> "1e8 1/s";
      case AC_FIELD -> "100 V/m";
      case XI -> "10";
      case SWEEP_RATE -> "1e17 1/s^2";
      case BIAS_RATE -> "3.2e11 V/m/s";
    };
  }

  /** Whether it tells the microwave field; else it tells the rate of the bias. */
  public boolean isDrive() {
    return this == RABI || this == AC_FIELD || this == XI;
  }

  /**
   * Reads a value.
   *
   * @param text such as {@code 100 V/m}
   * @return the value [SI], above 0
   * @throws UnitException if it cannot be read or measures something else
   * @throws IllegalArgumentException if it is not above 0, or else no value to compute with
   */
  public double parse(String text) {
    Quantity quantity = Quantity.parse(text, units());
    // Hz would count cycles where radians are meant.
    if (text.contains("Hz")) {
      throw wrong(text, "counts cycles; radians are meant");
    }
    if (quantity.uncertainty() > 0) {
      throw wrong(text, "is uncertain; one value is needed");
    }
    if (!(quantity.value() > 0)) {
      throw wrong(text, "is not above zero");
    }
    return quantity.value();
  }

  private Unit[] units() {
    return switch (this) {
      case RABI -> new Unit[] {Unit.of("1/s"), Unit.of("rad/s")};
      case AC_FIELD -> new Unit[] {Unit.of("V/m")};
      case XI -> new Unit[] {Unit.ONE};
      case SWEEP_RATE -> new Unit[] {Unit.of("1/s^2"), Unit.of("rad/s^2")};
      case BIAS_RATE -> new Unit[] {Unit.of("V/m/s")};
    };
  }

  private IllegalArgumentException wrong(String text, String reason) {
    return new IllegalArgumentException(
        '"' + text.strip() + "\" " + reason + ": write it like " + example());
  }

  /** Derivative of K by the logarithm of the variable [1]. */
  double slope(Shift shift) {
    return switch (this) {
      case RABI, AC_FIELD -> shift.byLnRabi();
      case XI -> 0.5 * shift.byLnRabi(); // ξ ∝ Ω²
      case SWEEP_RATE, BIAS_RATE -> shift.byLnSweepRate();
    };
  }
}

package tlsfit.curve;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.Channel;
import tlsfit.measurement.ValueFault;
import tlsfit.model.Shift;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/**
 * A quantity of the two fields: what a curve can run over, or what is fixed along it. All but ξ are
 * channels as they are in the dielectric.
 */
public enum Variable {
  /** Ω_R0 [1/s]. */
  RABI("rabi", Channel.RABI_FREQUENCY, "maximum Rabi frequency Ω (rad/s)", 1),
  /** F_AC [V/m]. */
  AC_FIELD("ac-field", Channel.AC_FIELD, "microwave field, peak (V/m)", 1),
  /** ξ ∝ Ω_R0² [1], reached by the microwave at the given sweep rate. */
  XI("xi", null, "ξ = πΩ²/(2v₀)", 0.5),
  /** v0 [1/s²]. */
  SWEEP_RATE("sweep-rate", Channel.ENERGY_RATE, "sweep rate v₀ (rad/s²)", 1),
  /** Ḟ_DC [V/m/s]. */
  BIAS_RATE("bias-rate", Channel.FIELD_RATE, "rate of the bias field (V/m/s)", 1);

  private final String key;
  private final @Nullable Channel channel;
  private final String label;
  private final double power; // of the variable, to which Ω_R0 or v0 is proportional

  Variable(String key, @Nullable Channel channel, String label, double power) {
    this.key = key;
    this.channel = channel;
    this.label = label;
    this.power = power;
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
    return channel == null ? key : channel.header();
  }

  /** The label of its axis. */
  public String label() {
    return label;
  }

  /** How the option may be written. */
  public String example() {
    return channel == null ? "10" : channel.example();
  }

  /** Whether it tells the microwave field; else it tells the rate of the bias. */
  public boolean isDrive() {
    return channel == null || channel.isDrive();
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
    List<Unit> units = channel == null ? List.of(Unit.ONE) : channel.units();
    Quantity quantity = Quantity.parse(text, units.toArray(new Unit[0]));
    Set<ValueFault> faults =
        channel == null ? ValueFault.of(quantity) : channel.faults(quantity, text);
    if (faults.contains(ValueFault.COUNTS_CYCLES)) {
      throw wrong(text, "counts cycles; radians are meant");
    }
    if (faults.contains(ValueFault.UNCERTAIN)) {
      throw wrong(text, "is uncertain; one value is needed");
    }
    if (faults.contains(ValueFault.NOT_ABOVE_ZERO)) {
      throw wrong(text, "is not above zero");
    }
    return quantity.value();
  }

  private IllegalArgumentException wrong(String text, String reason) {
    return new IllegalArgumentException(
        '"' + text.strip() + "\" " + reason + ": write it like " + example());
  }

  /** Derivative of K by the logarithm of the variable [1]. */
  double slope(Shift shift) {
    return power * (isDrive() ? shift.byLnRabi() : shift.byLnSweepRate());
  }
}

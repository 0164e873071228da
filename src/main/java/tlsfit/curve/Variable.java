package tlsfit.curve;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.Channel;
import tlsfit.model.Shift;

/**
 * A quantity of the two fields: what a curve can run over, or what is fixed along it. All but ξ are
 * channels as they are in the dielectric.
 */
public enum Variable {
  /** Ω_R0 [1/s]. */
  RABI("rabi", Channel.RABI_FREQUENCY, 1),
  /** F_AC [V/m]. */
  AC_FIELD("ac-field", Channel.AC_FIELD, 1),
  /** ξ ∝ Ω_R0² [1], reached by the microwave at the given sweep rate. */
  XI("xi", null, 0.5),
  /** v0 [1/s²]. */
  SWEEP_RATE("sweep-rate", Channel.ENERGY_RATE, 1),
  /** Ḟ_DC [V/m/s]. */
  BIAS_RATE("bias-rate", Channel.FIELD_RATE, 1);

  private final String key;
  private final @Nullable Channel channel;
  private final double power; // of the variable, to which Ω_R0 or v0 is proportional

  Variable(String key, @Nullable Channel channel, double power) {
    this.key = key;
    this.channel = channel;
    this.power = power;
  }

  /** The name in options. */
  public String key() {
    return key;
  }

  /** The channel it is; empty for ξ, which is a number. */
  public Optional<Channel> channel() {
    return Optional.ofNullable(channel);
  }

  /** The header of its column, which tables may have, too. */
  public String header() {
    return channel == null ? key : channel.header();
  }

  /** Whether it tells the microwave field; else it tells the rate of the bias. */
  public boolean isDrive() {
    return channel == null || channel.isDrive();
  }

  /** Derivative of K by the logarithm of the variable [1]. */
  double slope(Shift shift) {
    return power * (isDrive() ? shift.byLnRabi() : shift.byLnSweepRate());
  }
}

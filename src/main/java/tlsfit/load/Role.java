package tlsfit.load;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tlsfit.measurement.Channel;
import tlsfit.measurement.ValueFault;
import tlsfit.table.Texts;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;

/**
 * What a column of a table, or a constant of a whole table, is: a channel of the drive or of the
 * bias, or what was measured at their setting.
 */
enum Role {
  AC_FIELD("the amplitude of the microwave field", Channel.AC_FIELD),
  RABI_FREQUENCY("the maximum Rabi frequency (angular)", Channel.RABI_FREQUENCY),
  PHOTONS("the number of photons in the resonator", Channel.PHOTONS),
  POWER("the power of the source", Channel.POWER),
  /** The rate of the bias in any of its three forms; the unit tells which. */
  BIAS_RATE("the rate of the bias", Channel.FIELD_RATE, Channel.VOLTAGE_RATE, Channel.ENERGY_RATE),
  FREQUENCY("frequency", "the resonance frequency", "Hz"),
  FREQUENCY_SHIFT("frequency_shift", "the relative shift of the frequency", "1"),
  SIGMA("frequency_sigma", "the standard deviation of the frequency", "Hz"),
  /**
   * In SI the relative standard deviation of the amplitude of the field: half that of the power.
   */
  POWER_SIGMA("power_sigma", "the standard deviation of the power", "dB"),
  TEMPERATURE("temperature", "the temperature", "K"),
  LOADED_Q("loaded_q", "the loaded quality factor", "1"),
  COUPLING_Q("coupling_q", "the coupling quality factor", "1"),
  INTERNAL_Q("internal_q", "the internal quality factor", "1"),
  /** With the frequency below, the rate of a triangle wave. */
  BIAS_AMPLITUDE("bias_amplitude", "the peak-to-peak amplitude of a triangle bias", "V"),
  BIAS_FREQUENCY("bias_frequency", "the frequency of a triangle bias", "Hz");

  /** The ways to say how strong the microwave is; a table takes one of them. */
  static final List<Role> DRIVES = List.of(AC_FIELD, RABI_FREQUENCY, PHOTONS, POWER);

  static final String IN_RADIANS =
      "radians are expected: multiply by 2π and write rad/s or rad/s^2";

  static final String IN_CYCLES =
      "cycles are expected: divide an angular frequency by 2π and write Hz";

  /** Why a unit does not fit: what was found, and what to do. */
  record Objection(String found, String mend) {}

  private final String column;
  private final String description;

  // unmodifiable lists of immutable units and of constants
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Unit> units;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Channel> channels;

  Role(String column, String description, String unit) {
    this.column = column;
    this.description = description;
    this.units = List.of(Unit.of(unit));
    this.channels = List.of();
  }

  Role(String description, Channel... channels) {
    this.column = channels[0].column();
    this.description = description;
    this.units = Arrays.stream(channels).flatMap(channel -> channel.units().stream()).toList();
    this.channels = List.of(channels);
  }

  /** The header that names it by itself. */
  String column() {
    return column;
  }

  /** Its key in the sample file. */
  String key() {
    return this == SIGMA ? "sigma" : column.replace('_', '-');
  }

  String description() {
    return description;
  }

  /** Units it may be written in, or in others of their dimension. */
  List<Unit> units() {
    return units;
  }

  /** The channel whose values are of a dimension; empty for what is no channel. */
  Optional<Channel> channel(Dimension dimension) {
    return channels.stream().filter(channel -> channel.measures(dimension)).findFirst();
  }

  static Optional<Role> ofColumn(String name) {
    String normalised = Texts.normalised(name);
    return Arrays.stream(values()).filter(role -> role.column.equals(normalised)).findFirst();
  }

  /** By its key in the sample file, or by the name of the column. */
  static Optional<Role> ofKey(String key) {
    return Arrays.stream(values())
        .filter(role -> role.key().equals(key) || role.column.equals(Texts.normalised(key)))
        .findFirst();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Role::key).toList();
  }

  static List<String> columns() {
    return Arrays.stream(values()).map(role -> role.column).toList();
  }

  boolean isPlainNumber() {
    return units.contains(Unit.ONE);
  }

  /** The resonance frequency or its shift, which is never one number for all rows. */
  boolean isFrequency() {
    return this == FREQUENCY || this == FREQUENCY_SHIFT;
  }

  /** What the rate of a triangle wave follows from. */
  boolean isTriangle() {
    return this == BIAS_AMPLITUDE || this == BIAS_FREQUENCY;
  }

  /** A quality factor, which a calibration may give for all rows. */
  boolean isQuality() {
    return this == LOADED_Q || this == COUPLING_Q || this == INTERNAL_Q;
  }

  boolean isDrive() {
    return DRIVES.contains(this);
  }

  /** What a reading may lack: its row is not left out. */
  boolean isOptional() {
    return this == SIGMA || this == POWER_SIGMA || this == TEMPERATURE;
  }

  /** What is only taken by its name where a unit says that it is that. */
  boolean needsUnitToBeTaken() {
    return this == POWER_SIGMA || this == TEMPERATURE;
  }

  /**
   * A value as it is kept, from one in SI: of an error of the power, a ratio of powers above 1, the
   * relative error of the amplitude of the field.
   */
  double kept(double si) {
    return this == POWER_SIGMA ? Math.log(si) / 2 : si;
  }

  /** Whether values must be above zero as they are; the bias rate counts by its magnitude. */
  boolean isPositive() {
    return this != FREQUENCY_SHIFT && this != BIAS_RATE;
  }

  /** What is expected, for a message. */
  String wanted() {
    return isPlainNumber()
        ? description + " is a plain number"
        : description
            + " is expected in "
            + units.stream().map(Unit::toString).collect(Collectors.joining(" or "));
  }

  /** Why values in this unit cannot be taken; empty where they can. */
  Optional<Objection> objection(Unit unit) {
    if (units.stream().noneMatch(unit::mayStandFor)) {
      return Optional.of(
          new Objection("the unit \"" + unit + "\" is that of " + unit.description(), wanted()));
    }
    if ((this == FREQUENCY || this == SIGMA)
        && unit.dimension().equals(Dimension.FREQUENCY)
        && !unit.toString().contains("Hz")) {
      return Optional.of(new Objection("the unit \"" + unit + "\" may count radians", IN_CYCLES));
    }
    boolean cycles =
        channel(unit.dimension())
            .filter(channel -> channel.countsCycles(unit.toString()))
            .isPresent();
    return cycles
        ? Optional.of(new Objection("the unit \"" + unit + "\" counts cycles", IN_RADIANS))
        : Optional.empty();
  }

  /**
   * What is wrong with a constant; the sign of a bias rate does not matter.
   *
   * @param quantity what was read, in one of {@link #units}
   * @param written the text it was read from
   */
  Set<ValueFault> faults(Quantity quantity, String written) {
    Quantity counted =
        isPositive()
            ? quantity
            : new Quantity(
                Math.abs(quantity.value()), quantity.uncertainty(), quantity.dimension());
    return channel(quantity.dimension())
        .map(channel -> channel.faults(counted, written))
        .orElseGet(() -> ValueFault.of(counted));
  }
}

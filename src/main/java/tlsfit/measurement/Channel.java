package tlsfit.measurement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;

/**
 * A quantity that says how strong the microwave drive is or how fast the bias moves, with the names
 * and units it is written in and the way to the field or rate in the dielectric (theory, section
 * 10).
 *
 * <p>The three rates of the bias share one name, {@code bias_rate}: the unit tells which is meant.
 */
public enum Channel {
  /** Peak amplitude F_AC of the microwave field in the dielectric [V/m]. */
  AC_FIELD(Side.DRIVE, "ac_field", "100 V/m", "10..1000 V/m", "V/m"),
  /** Maximum Rabi frequency Ω_R0, an angular frequency [1/s]. */
  RABI_FREQUENCY(Side.DRIVE, "rabi_frequency", "1e8 1/s", "1e6..1e9 1/s", "1/s", "rad/s"),
  /** Number of photons in the resonator [1]. */
  PHOTONS(Side.DRIVE, "photons", "1e4", "1..1e6", "1"),
  /** Power of the microwave source [W]. */
  POWER(Side.DRIVE, "power", "-80 dBm", "-100..-40 dBm", "dBm"),
  /** Rate of the bias field in the dielectric [V/m/s]. */
  FIELD_RATE(Side.BIAS, "bias_rate", "3.2e11 V/m/s", "1e9..1e12 V/m/s", "V/m/s"),
  /** Rate of the bias voltage [V/s]. */
  VOLTAGE_RATE(Side.BIAS, "bias_rate", "16000 V/s", "1e2..1e6 V/s", "V/s"),
  /** Sweep rate v0 of the energy over ħ [1/s²]. */
  ENERGY_RATE(Side.BIAS, "bias_rate", "1e17 1/s^2", "1e14..1e18 1/s^2", "1/s^2", "rad/s^2");

  /** Which of the two fields a channel tells. */
  public enum Side {
    /** The microwave. */
    DRIVE,
    /** The bias. */
    BIAS
  }

  private final Side side;
  private final String column;
  private final String example;
  private final String exampleRange;

  // toList() gives an unmodifiable list of immutable units
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Unit> units;

  Channel(Side side, String column, String example, String exampleRange, String... units) {
    this.side = side;
    this.column = column;
    this.example = example;
    this.exampleRange = exampleRange;
    this.units = Arrays.stream(units).map(Unit::of).toList();
  }

  /** The channels of one key, such as {@code bias-rate}; none where it is the key of none. */
  public static List<Channel> ofKey(String key) {
    return Arrays.stream(values()).filter(channel -> channel.key().equals(key)).toList();
  }

  /**
   * The channel of a key whose values may be written in a unit.
   *
   * @return e.g. {@link #VOLTAGE_RATE} for {@code bias-rate} in V/s; empty where the unit does not
   *     fit
   */
  public static Optional<Channel> of(String key, Unit unit) {
    return ofKey(key).stream().filter(channel -> channel.accepts(unit)).findFirst();
  }

  /** Which field it tells. */
  public Side side() {
    return side;
  }

  /** Whether it tells the microwave's strength; else it tells the rate of the bias. */
  public boolean isDrive() {
    return side == Side.DRIVE;
  }

  /** The name of its column without a unit: {@code ac_field}. */
  public String column() {
    return column;
  }

  /** Its key in sample files and options: {@code ac-field}. */
  public String key() {
    return column.replace('_', '-');
  }

  /**
   * The header of its column in a unit.
   *
   * @return {@code ac_field [V/m]}; the name alone for plain numbers
   */
  public String header(Unit unit) {
    return unit.equals(Unit.ONE) ? column : column + " [" + unit + "]";
  }

  /** The header of its column in the first of its units. */
  public String header() {
    return header(units.get(0));
  }

  /** How one value may be written: {@code 100 V/m}. */
  public String example() {
    return example;
  }

  /** How a range of values may be written: {@code 10..1000 V/m}. */
  public String exampleRange() {
    return exampleRange;
  }

  /** Units it may be written in, or in others of their dimension; never empty. */
  public List<Unit> units() {
    return units;
  }

  /** The SI unit of its values: {@code W} of a power. */
  public String siUnit() {
    return this == POWER ? "W" : units.get(0).toString();
  }

  /**
   * The power of the channel's value that the field or the rate grows with [1]: ½ of a power or a
   * number of photons.
   */
  double exponent() {
    return this == POWER || this == PHOTONS ? 0.5 : 1;
  }

  /** Whether values may be written in a unit. */
  public boolean accepts(Unit unit) {
    return units.stream().anyMatch(unit::mayStandFor);
  }

  /** Whether a value of this dimension is one of this channel. */
  public boolean measures(Dimension dimension) {
    return units.stream().anyMatch(unit -> unit.dimension().equals(dimension));
  }

  /** Whether values are angular, so that hertz, which count cycles, would be wrong by 2π. */
  public boolean isAngular() {
    return this == RABI_FREQUENCY || this == ENERGY_RATE;
  }

  /**
   * Whether an angular quantity is written in hertz.
   *
   * @param written a unit, or a value with its unit
   */
  public boolean countsCycles(String written) {
    return isAngular() && written.toLowerCase(Locale.ROOT).contains("hz");
  }

  /**
   * What is wrong with a value of it.
   *
   * @param quantity what was read, in one of {@link #units}
   * @param written the text it was read from
   * @return in the order of the enum; empty where it is one positive number
   */
  public Set<ValueFault> faults(Quantity quantity, String written) {
    Set<ValueFault> faults = ValueFault.of(quantity);
    if (countsCycles(written)) {
      faults.add(ValueFault.COUNTS_CYCLES);
    }
    return faults;
  }

  /** Whether the calibration is needed on the way to the field or its rate. */
  public boolean needsCalibration() {
    return this == PHOTONS || this == POWER || this == VOLTAGE_RATE;
  }

  /**
   * The drive in the dielectric.
   *
   * @param value in SI units
   * @param calibration of the instrument
   * @param loadedQ Q_l [1] measured with the reading; else the resonator's own is taken
   * @param frequency ω0/2π [Hz]
   * @throws IllegalStateException if it is the channel of a bias, or the calibration lacks a number
   */
  public Drive drive(
      double value, Calibration calibration, OptionalDouble loadedQ, double frequency) {
    return switch (this) {
      case AC_FIELD -> new Drive.AcField(value);
      case RABI_FREQUENCY -> new Drive.RabiFrequency(value);
      case PHOTONS -> new Drive.AcField(calibration.acFieldOfPhotons(value, frequency));
      case POWER ->
          new Drive.AcField(
              loadedQ.isPresent()
                  ? calibration.acFieldOfPower(value, loadedQ.getAsDouble(), frequency)
                  : calibration.acFieldOfPower(value, frequency));
      default -> throw new IllegalStateException(name());
    };
  }

  /**
   * The rate of the bias in the dielectric.
   *
   * @param value in SI units, its magnitude
   * @param calibration of the instrument
   * @throws IllegalStateException if it is the channel of a drive, or the calibration lacks a
   *     number
   */
  public BiasRate biasRate(double value, Calibration calibration) {
    return switch (this) {
      case FIELD_RATE -> new BiasRate.FieldRate(value);
      case VOLTAGE_RATE -> new BiasRate.FieldRate(calibration.fieldRate(value));
      case ENERGY_RATE -> new BiasRate.EnergyRate(value);
      default -> throw new IllegalStateException(name());
    };
  }
}

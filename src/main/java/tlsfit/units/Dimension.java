package tlsfit.units;

import java.util.Map;

/**
 * Exponents of the SI base units. The plane angle (radian) is kept as a base of its own, so that an
 * angular frequency in rad/s is never taken for a frequency in Hz.
 *
 * @param length exponent of the metre
 * @param mass exponent of the kilogram
 * @param time exponent of the second
 * @param current exponent of the ampere
 * @param temperature exponent of the kelvin
 * @param angle exponent of the radian
 */
public record Dimension(int length, int mass, int time, int current, int temperature, int angle) {
  /** A plain number. */
  public static final Dimension NUMBER = new Dimension(0, 0, 0, 0, 0, 0);

  /** Length [m]. */
  public static final Dimension LENGTH = new Dimension(1, 0, 0, 0, 0, 0);

  /** Mass [kg]. */
  public static final Dimension MASS = new Dimension(0, 1, 0, 0, 0, 0);

  /** Time [s]. */
  public static final Dimension TIME = new Dimension(0, 0, 1, 0, 0, 0);

  /** Current [A]. */
  public static final Dimension CURRENT = new Dimension(0, 0, 0, 1, 0, 0);

  /** Temperature [K]. */
  public static final Dimension TEMPERATURE = new Dimension(0, 0, 0, 0, 1, 0);

  /** Plane angle [rad]. */
  public static final Dimension ANGLE = new Dimension(0, 0, 0, 0, 0, 1);

  /** Frequency [Hz]. */
  public static final Dimension FREQUENCY = TIME.power(-1);

  /** Angular frequency [rad/s]. */
  public static final Dimension ANGULAR_FREQUENCY = FREQUENCY.times(ANGLE);

  /** Rate of an angular frequency, with the radian left out [1/s²]. */
  public static final Dimension FREQUENCY_RATE = TIME.power(-2);

  /** Rate of an angular frequency [rad/s²]. */
  public static final Dimension ANGULAR_FREQUENCY_RATE = FREQUENCY_RATE.times(ANGLE);

  /** Energy [J]. */
  public static final Dimension ENERGY = LENGTH.power(2).times(MASS).times(TIME.power(-2));

  /** Power [W]. */
  public static final Dimension POWER = ENERGY.times(TIME.power(-1));

  /** Electric charge [C]. */
  public static final Dimension CHARGE = CURRENT.times(TIME);

  /** Electric dipole moment [C m]. */
  public static final Dimension DIPOLE_MOMENT = CHARGE.times(LENGTH);

  /** Voltage [V]. */
  public static final Dimension VOLTAGE = ENERGY.times(CHARGE.power(-1));

  /** Rate of a voltage [V/s]. */
  public static final Dimension VOLTAGE_RATE = VOLTAGE.times(TIME.power(-1));

  /** Electric field [V/m]. */
  public static final Dimension FIELD = VOLTAGE.times(LENGTH.power(-1));

  /** Rate of an electric field [V/m/s]. */
  public static final Dimension FIELD_RATE = FIELD.times(TIME.power(-1));

  /** Capacitance [F]. */
  public static final Dimension CAPACITANCE = CHARGE.times(VOLTAGE.power(-1));

  private record Name(String name, String example) {}

  private static final Map<Dimension, Name> NAMES =
      Map.ofEntries(
          Map.entry(NUMBER, new Name("a plain number", "0.5")),
          Map.entry(LENGTH, new Name("a length", "50 nm")),
          Map.entry(MASS, new Name("a mass", "1 kg")),
          Map.entry(TIME, new Name("a time", "3 us")),
          Map.entry(CURRENT, new Name("a current", "1 mA")),
          Map.entry(TEMPERATURE, new Name("a temperature", "12 mK")),
          Map.entry(ANGLE, new Name("an angle", "1 rad")),
          Map.entry(FREQUENCY, new Name("a frequency", "5.012 GHz")),
          Map.entry(ANGULAR_FREQUENCY, new Name("an angular frequency", "1e8 rad/s")),
          Map.entry(FREQUENCY_RATE, new Name("a rate of a frequency", "1e17 1/s^2")),
          Map.entry(ANGULAR_FREQUENCY_RATE, new Name("an angular rate", "1e17 rad/s^2")),
          Map.entry(ENERGY, new Name("an energy", "1 eV")),
          Map.entry(POWER, new Name("a power", "-80 dBm")),
          Map.entry(CHARGE, new Name("a charge", "1 C")),
          Map.entry(DIPOLE_MOMENT, new Name("a dipole moment", "5 D")),
          Map.entry(VOLTAGE, new Name("a voltage", "2 V")),
          Map.entry(VOLTAGE_RATE, new Name("a rate of a voltage", "16 kV/s")),
          Map.entry(FIELD, new Name("an electric field", "12 V/m")),
          Map.entry(FIELD_RATE, new Name("a rate of an electric field", "3.2e11 V/m/s")),
          Map.entry(CAPACITANCE, new Name("a capacitance", "0.35 pF")));

  /** The dimension of a product. */
  public Dimension times(Dimension other) {
    return new Dimension(
        length + other.length,
        mass + other.mass,
        time + other.time,
        current + other.current,
        temperature + other.temperature,
        angle + other.angle);
  }

  /** The dimension of a power. */
  public Dimension power(int n) {
    return new Dimension(n * length, n * mass, n * time, n * current, n * temperature, n * angle);
  }

  /** A quantity of this dimension for people, with its article: {@code "a length"}. */
  public String description() {
    Name name = NAMES.get(this);
    return name == null ? "a quantity in " + this : name.name();
  }

  /** How such a quantity may be written, e.g. {@code "50 nm"}. */
  public String example() {
    Name name = NAMES.get(this);
    return name == null ? "1 " + this : name.example();
  }

  /** The SI base units with their exponents, as {@link Unit#of} reads them; "1" for a number. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text, "kg", mass);
    append(text, "m", length);
    append(text, "s", time);
    append(text, "A", current);
    append(text, "K", temperature);
    append(text, "rad", angle);
    return text.isEmpty() ? "1" : text.toString();
  }

  private static void append(StringBuilder text, String symbol, int exponent) {
    if (exponent != 0) {
      text.append(text.isEmpty() ? "" : " ").append(symbol);
      text.append(exponent == 1 ? "" : "^" + exponent);
    }
  }
}

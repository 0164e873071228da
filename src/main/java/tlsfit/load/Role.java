package tlsfit.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tlsfit.table.Texts;
import tlsfit.units.Dimension;
import tlsfit.units.Unit;

/** What a column of a table, or a constant of a whole table, is. */
enum Role {
  AC_FIELD("ac_field", "the amplitude of the microwave field", "V/m"),
  RABI_FREQUENCY("rabi_frequency", "the maximum Rabi frequency (angular)", "1/s", "rad/s"),
  PHOTONS("photons", "the number of photons in the resonator", "1"),
  POWER("power", "the power of the source", "dBm"),
  BIAS_RATE("bias_rate", "the rate of the bias", "V/m/s", "V/s", "1/s^2", "rad/s^2"),
  FREQUENCY("frequency", "the resonance frequency", "Hz"),
  FREQUENCY_SHIFT("frequency_shift", "the relative shift of the frequency", "1"),
  SIGMA("frequency_sigma", "the standard deviation of the frequency", "Hz"),
  LOADED_Q("loaded_q", "the loaded quality factor", "1");

  /** The ways to say how strong the microwave is; a table takes one of them. */
  static final List<Role> DRIVES = List.of(AC_FIELD, RABI_FREQUENCY, PHOTONS, POWER);

  static final String IN_RADIANS =
      "radians are expected: multiply by 2π and write rad/s or rad/s^2";

  /** Why a unit does not fit: what was found, and what to do. */
  record Objection(String found, String mend) {}

  private final String column;
  private final String description;

  // toList() gives an unmodifiable list of immutable units
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Unit> units;

  Role(String column, String description, String... units) {
    this.column = column;
    this.description = description;
    this.units = Arrays.stream(units).map(Unit::of).toList();
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

  boolean isDrive() {
    return DRIVES.contains(this);
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
    if (countsCycles(unit.dimension(), unit.toString())) {
      return Optional.of(new Objection("the unit \"" + unit + "\" counts cycles", IN_RADIANS));
    }
    return Optional.empty();
  }

  /**
   * Whether an angular quantity is written in Hz. Ω/2π in MHz would come out wrong by 2π, and
   * nobody would see it.
   */
  boolean countsCycles(Dimension dimension, String text) {
    boolean angular = this == RABI_FREQUENCY || dimension.equals(Dimension.FREQUENCY_RATE);
    return angular && text.toLowerCase(Locale.ROOT).contains("hz");
  }
}

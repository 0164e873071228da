package tlsfit.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a fit may determine. */
public enum Parameter {
  /** χ, the strength of the two-level systems: tan δ0 = π χ/3. Fitted as ln χ. */
  CHI(0, "chi", "1", true),
  /** p, the electric dipole moment. Fitted as ln p. */
  DIPOLE_MOMENT(1, "dipoleMoment", "C m", true),
  /** T10, the shortest relaxation time at the resonance. Fitted as the rate 1/T10 ≥ 0. */
  RELAXATION_TIME(2, "relaxationTime", "s", false),
  /** f_ref, the resonance frequency without drive. */
  REFERENCE_FREQUENCY(3, "referenceFrequency", "Hz", false),
  /** σ_p, the standard deviation of ln p of log-normal dipole moments. Fitted as ln σ_p. */
  DIPOLE_WIDTH(4, "dipoleWidth", "1", true),
  /** α of local fields distributed as s^−α. */
  FIELD_EXPONENT(5, "fieldExponent", "1", false);

  private final int column;
  private final String key;
  private final String unit;
  private final boolean logarithmic;

  Parameter(int column, String key, String unit, boolean logarithmic) {
    this.column = column;
    this.key = key;
    this.unit = unit;
    this.logarithmic = logarithmic;
  }

  /** Its place in vectors and matrices over all parameters. */
  public int column() {
    return column;
  }

  /** The name in options, files and reports. */
  public String key() {
    return key;
  }

  /** The SI unit its value is given in. */
  public String unit() {
    return unit;
  }

  /** Whether its coordinate in a fit is its natural logarithm. */
  public boolean logarithmic() {
    return logarithmic;
  }

  /**
   * The parameter of a name.
   *
   * @param key the name, such as {@code dipoleMoment}
   * @throws IllegalArgumentException if there is none, saying which there are
   */
  public static Parameter of(String key) {
    for (Parameter parameter : values()) {
      if (parameter.key.equals(key)) {
        return parameter;
      }
    }
    throw new IllegalArgumentException(
        "\""
            + key
            + "\" is not a parameter; there are "
            + Arrays.stream(values()).map(Parameter::key).collect(Collectors.joining(", ")));
  }
}

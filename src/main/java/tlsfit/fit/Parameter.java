package tlsfit.fit;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a fit may determine. The order is that of every vector and matrix over parameters. */
public enum Parameter {
  /** χ, the strength of the two-level systems: tan δ0 = π χ/3. Fitted as ln χ. */
  CHI("chi", "1", true),
  /** p, the electric dipole moment. Fitted as ln p. */
  DIPOLE_MOMENT("dipoleMoment", "C m", true),
  /** T10, the shortest relaxation time at the resonance. Fitted as the rate 1/T10 ≥ 0. */
  RELAXATION_TIME("relaxationTime", "s", false),
  /** f_ref, the resonance frequency without drive. */
  REFERENCE_FREQUENCY("referenceFrequency", "Hz", false);

  private final String key;
  private final String unit;
  private final boolean logarithmic;

  Parameter(String key, String unit, boolean logarithmic) {
    this.key = key;
    this.unit = unit;
    this.logarithmic = logarithmic;
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

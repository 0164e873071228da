package tlsfit.result;

import java.util.Arrays;
import java.util.Optional;

/**
 * A parameter as results name it, with the unit of its numbers in a file. That these are the ones
 * of the models a test holds.
 */
enum KnownParameter {
  CHI("chi", "1", true),
  DIPOLE_MOMENT("dipoleMoment", "C m", true),
  RELAXATION_TIME("relaxationTime", "s", true),
  REFERENCE_FREQUENCY("referenceFrequency", "Hz", true),
  DIPOLE_WIDTH("dipoleWidth", "1", false),
  FIELD_EXPONENT("fieldExponent", "1", false);

  private final String key;
  private final String unit;
  private final boolean positive;

  KnownParameter(String key, String unit, boolean positive) {
    this.key = key;
    this.unit = unit;
    this.positive = positive;
  }

  /** The parameter of a name, if there is one. */
  static Optional<KnownParameter> of(String key) {
    return Arrays.stream(values()).filter(parameter -> parameter.key.equals(key)).findFirst();
  }

  /** Its name. */
  String key() {
    return key;
  }

  /** The unit of its numbers. */
  String unit() {
    return unit;
  }

  /** Whether it is above zero. */
  boolean positive() {
    return positive;
  }
}

package tlsfit.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A parameter of a model of the shift: what a fit may determine. */
public enum Parameter {
  /** χ, the strength of the two-level systems: tan δ0 = π χ/3. */
  CHI("chi", "1", Scale.LOG, Double.MIN_VALUE, Double.POSITIVE_INFINITY, false),
  /** p, the electric dipole moment; the median where dipole moments are distributed. */
  DIPOLE_MOMENT(
      "dipoleMoment", "C m", Scale.LOG, Double.MIN_VALUE, Double.POSITIVE_INFINITY, false),
  /** T10, the shortest relaxation time at the resonance; infinite without relaxation. */
  RELAXATION_TIME(
      "relaxationTime", "s", Scale.RATE, Double.MIN_VALUE, Double.POSITIVE_INFINITY, false),
  /** f_ref, the resonance frequency without drive. */
  REFERENCE_FREQUENCY(
      "referenceFrequency", "Hz", Scale.LINEAR, Double.MIN_VALUE, Double.POSITIVE_INFINITY, false),
  /** σ_p, the standard deviation of ln p of log-normal dipole moments; 0 is one dipole moment. */
  DIPOLE_WIDTH("dipoleWidth", "1", Scale.LOG, 0, DistributedModel.LARGEST_WIDTH, true),
  /**
   * α of local fields distributed as s^−α. Beyond the ends of its range the local fields are all
   * the smallest, or all the largest.
   */
  FIELD_EXPONENT("fieldExponent", "1", Scale.LINEAR, -20, 20, true);

  private static final Set<Parameter> OF_EVERY_MODEL =
      Arrays.stream(values())
          .filter(parameter -> !parameter.ofShape)
          .collect(
              Collectors.collectingAndThen(
                  Collectors.toCollection(() -> EnumSet.noneOf(Parameter.class)),
                  Collections::unmodifiableSet));

  private final String key;
  private final String unit;
  private final Scale scale;
  private final double lowest;
  private final double highest;
  private final boolean ofShape;
  private final boolean scaledIsNumber;

  Parameter(String key, String unit, Scale scale, double lowest, double highest, boolean ofShape) {
    this.key = key;
    this.unit = unit;
    this.scale = scale;
    this.lowest = lowest;
    this.highest = highest;
    this.ofShape = ofShape;
    scaledIsNumber = scale.unit(unit).equals("1");
  }

  /** The parameters that every model has, in their order. */
  public static Set<Parameter> ofEveryModel() {
    return OF_EVERY_MODEL;
  }

  /** Its place in vectors and matrices over all parameters. */
  @SuppressWarnings("EnumOrdinal") // the order of the constants is that of the columns
  public int column() {
    return ordinal();
  }

  /** The name in options, files and reports. */
  public String key() {
    return key;
  }

  /** The SI unit its value is given in. */
  public String unit() {
    return unit;
  }

  /** The scale on which it is fitted and its errors are nearly normal. */
  public Scale scale() {
    return scale;
  }

  /** The least value it can have [SI], included; the smallest number where it is positive. */
  public double lowest() {
    return lowest;
  }

  /** The largest value it can have [SI], included; plus infinity where there is none. */
  public double highest() {
    return highest;
  }

  /** Whether a value [SI] lies in its natural range. */
  public boolean allows(double value) {
    return lowest <= value && value <= highest;
  }

  /** Whether it is a shape parameter of a distribution, which only some models have. */
  public boolean ofShape() {
    return ofShape;
  }

  /** Whether its scaled value is a pure number, a logarithm or an exponent, of which 1 is much. */
  public boolean scaledIsNumber() {
    return scaledIsNumber;
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

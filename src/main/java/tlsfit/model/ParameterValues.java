package tlsfit.model;

/**
 * A value for every parameter.
 *
 * @param chi χ [1], positive
 * @param dipoleMoment p [C m], positive; the median where dipole moments are distributed
 * @param relaxationRate 1/T10 [1/s], ≥ 0; 0 is "no relaxation"
 * @param referenceFrequency f_ref [Hz], positive
 * @param dipoleWidth σ_p [1]; 0 is one dipole moment
 * @param fieldExponent α [1]; without meaning unless local fields follow a power law
 * @param acFieldShift by how much ln F_AC [1] is above what the calibration says
 * @param biasRateShift by how much ln dF_DC/dt [1] is
 */
public record ParameterValues(
    double chi,
    double dipoleMoment,
    double relaxationRate,
    double referenceFrequency,
    double dipoleWidth,
    double fieldExponent,
    double acFieldShift,
    double biasRateShift) {

  /** Values for one dipole moment and one field. */
  public ParameterValues(
      double chi, double dipoleMoment, double relaxationRate, double referenceFrequency) {
    this(chi, dipoleMoment, relaxationRate, referenceFrequency, 0, 0, 0, 0);
  }

  /**
   * The value of a parameter in its own unit.
   *
   * @return for {@link Parameter#RELAXATION_TIME} T10 [s], infinite without relaxation
   */
  public double get(Parameter parameter) {
    return switch (parameter) {
      case CHI -> chi;
      case DIPOLE_MOMENT -> dipoleMoment;
      case RELAXATION_TIME -> 1 / relaxationRate;
      case REFERENCE_FREQUENCY -> referenceFrequency;
      case DIPOLE_WIDTH -> dipoleWidth;
      case FIELD_EXPONENT -> fieldExponent;
    };
  }

  /**
   * These values with one changed.
   *
   * @param value in the parameter's own unit; for the relaxation time infinity is "no relaxation"
   */
  public ParameterValues with(Parameter parameter, double value) {
    return new ParameterValues(
        parameter == Parameter.CHI ? value : chi,
        parameter == Parameter.DIPOLE_MOMENT ? value : dipoleMoment,
        parameter == Parameter.RELAXATION_TIME ? 1 / value : relaxationRate,
        parameter == Parameter.REFERENCE_FREQUENCY ? value : referenceFrequency,
        parameter == Parameter.DIPOLE_WIDTH ? value : dipoleWidth,
        parameter == Parameter.FIELD_EXPONENT ? value : fieldExponent,
        acFieldShift,
        biasRateShift);
  }

  /** These values with fields that differ from what the calibration says. */
  public ParameterValues withFieldShifts(double acField, double biasRate) {
    return new ParameterValues(
        chi,
        dipoleMoment,
        relaxationRate,
        referenceFrequency,
        dipoleWidth,
        fieldExponent,
        acField,
        biasRate);
  }

  /**
   * The coordinate of a parameter in covariances and intervals, in which its errors are nearly
   * normal: the logarithm of χ, p and σ_p, the rate 1/T10 [1/s], and f_ref [Hz] and α themselves.
   */
  public double coordinate(Parameter parameter) {
    return switch (parameter) {
      case CHI, DIPOLE_MOMENT, DIPOLE_WIDTH -> Math.log(get(parameter));
      case RELAXATION_TIME -> relaxationRate;
      case REFERENCE_FREQUENCY, FIELD_EXPONENT -> get(parameter);
    };
  }

  /** These values with one changed, by its {@link #coordinate}. */
  public ParameterValues withCoordinate(Parameter parameter, double coordinate) {
    return with(parameter, ofCoordinate(parameter, coordinate));
  }

  /** The value [SI] of a parameter at a {@link #coordinate}; infinite for a rate of 0 or below. */
  public static double ofCoordinate(Parameter parameter, double coordinate) {
    return switch (parameter) {
      case CHI, DIPOLE_MOMENT, DIPOLE_WIDTH -> Math.exp(coordinate);
      case RELAXATION_TIME -> coordinate > 0 ? 1 / coordinate : Double.POSITIVE_INFINITY;
      case REFERENCE_FREQUENCY, FIELD_EXPONENT -> coordinate;
    };
  }

  /** Derivative of a parameter by its {@link #coordinate}. */
  public double byCoordinate(Parameter parameter) {
    double value = get(parameter);
    return switch (parameter) {
      case CHI, DIPOLE_MOMENT, DIPOLE_WIDTH -> value;
      case RELAXATION_TIME -> -value * value;
      case REFERENCE_FREQUENCY, FIELD_EXPONENT -> 1;
    };
  }
}

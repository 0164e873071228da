package tlsfit.fit;

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
   * Derivative of a parameter by its coordinate in covariances, which is its logarithm, for T10 the
   * rate 1/T10, for f_ref and α the parameter itself.
   */
  public double byCoordinate(Parameter parameter) {
    double value = get(parameter);
    return switch (parameter) {
      case CHI, DIPOLE_MOMENT, DIPOLE_WIDTH -> value;
      case RELAXATION_TIME -> -value * value;
      case REFERENCE_FREQUENCY, FIELD_EXPONENT -> 1;
    };
  }
}

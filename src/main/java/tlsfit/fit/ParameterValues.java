package tlsfit.fit;

/**
 * A value for every parameter.
 *
 * @param chi χ [1], positive
 * @param dipoleMoment p [C m], positive
 * @param relaxationRate 1/T10 [1/s], ≥ 0; 0 is "no relaxation"
 * @param referenceFrequency f_ref [Hz], positive
 */
public record ParameterValues(
    double chi, double dipoleMoment, double relaxationRate, double referenceFrequency) {

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
    };
  }

  /**
   * These values with one changed.
   *
   * @param value in the parameter's own unit; for the relaxation time infinity is "no relaxation"
   */
  public ParameterValues with(Parameter parameter, double value) {
    return switch (parameter) {
      case CHI -> new ParameterValues(value, dipoleMoment, relaxationRate, referenceFrequency);
      case DIPOLE_MOMENT -> new ParameterValues(chi, value, relaxationRate, referenceFrequency);
      case RELAXATION_TIME -> new ParameterValues(chi, dipoleMoment, 1 / value, referenceFrequency);
      case REFERENCE_FREQUENCY -> new ParameterValues(chi, dipoleMoment, relaxationRate, value);
    };
  }
}

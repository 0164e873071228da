package tlsfit.model;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value for every parameter, and by how much the fields differ from their calibration. Immutable;
 * equal where all numbers are.
 */
public final class ParameterValues {
  // One number a parameter: its value [SI], or the scaled one where the scale keeps that.
  private final double[] numbers;
  private final double acFieldShift;
  private final double biasRateShift;

  private ParameterValues(double[] numbers, double acFieldShift, double biasRateShift) {
    this.numbers = numbers;
    this.acFieldShift = acFieldShift;
    this.biasRateShift = biasRateShift;
  }

  /**
   * Values for one dipole moment and one field, with the fields of the calibration.
   *
   * @param chi χ [1], positive
   * @param dipoleMoment p [C m], positive
   * @param relaxationRate 1/T10 [1/s], ≥ 0; 0 is "no relaxation"
   * @param referenceFrequency f_ref [Hz], positive
   */
  public ParameterValues(
      double chi, double dipoleMoment, double relaxationRate, double referenceFrequency) {
    this(new double[Parameter.values().length], 0, 0);
    numbers[Parameter.CHI.column()] = chi;
    numbers[Parameter.DIPOLE_MOMENT.column()] = dipoleMoment;
    numbers[Parameter.RELAXATION_TIME.column()] = relaxationRate;
    numbers[Parameter.REFERENCE_FREQUENCY.column()] = referenceFrequency;
  }

  /** χ [1]. */
  public double chi() {
    return number(Parameter.CHI);
  }

  /** p [C m]; the median where dipole moments are distributed. */
  public double dipoleMoment() {
    return number(Parameter.DIPOLE_MOMENT);
  }

  /** 1/T10 [1/s]; 0 is "no relaxation". */
  public double relaxationRate() {
    return number(Parameter.RELAXATION_TIME);
  }

  /** f_ref [Hz]. */
  public double referenceFrequency() {
    return number(Parameter.REFERENCE_FREQUENCY);
  }

  /** σ_p [1]; 0 is one dipole moment. */
  public double dipoleWidth() {
    return number(Parameter.DIPOLE_WIDTH);
  }

  /** α [1]; without meaning unless local fields follow a power law. */
  public double fieldExponent() {
    return number(Parameter.FIELD_EXPONENT);
  }

  /** By how much ln F_AC [1] is above what the calibration says. */
  public double acFieldShift() {
    return acFieldShift;
  }

  /** By how much ln dF_DC/dt [1] is above what the calibration says. */
  public double biasRateShift() {
    return biasRateShift;
  }

  private double number(Parameter parameter) {
    return numbers[parameter.column()];
  }

  /**
   * The value of a parameter in its own unit.
   *
   * @return for {@link Parameter#RELAXATION_TIME} T10 [s], infinite without relaxation
   */
  public double get(Parameter parameter) {
    double number = number(parameter);
    Scale scale = parameter.scale();
    return scale.keepsScaled() ? scale.value(number) : number;
  }

  /**
   * These values with one changed.
   *
   * @param value in the parameter's own unit; for the relaxation time infinity is "no relaxation"
   */
  public ParameterValues with(Parameter parameter, double value) {
    double[] changed = numbers.clone();
    Scale scale = parameter.scale();
    changed[parameter.column()] = scale.keepsScaled() ? scale.scaled(value) : value;
    return new ParameterValues(changed, acFieldShift, biasRateShift);
  }

  /** These values with fields that differ from what the calibration says. */
  public ParameterValues withFieldShifts(double acField, double biasRate) {
    return new ParameterValues(numbers, acField, biasRate);
  }

  /**
   * The scaled value of a parameter: the logarithm of χ, p and σ_p, the rate 1/T10 [1/s], and f_ref
   * [Hz] and α themselves.
   */
  public double scaled(Parameter parameter) {
    double number = number(parameter);
    Scale scale = parameter.scale();
    return scale.keepsScaled() ? number : scale.scaled(number);
  }

  /** These values with one changed, by its {@link #scaled} value. */
  public ParameterValues withScaled(Parameter parameter, double scaled) {
    return with(parameter, parameter.scale().value(scaled));
  }

  /** Derivative of a parameter [SI] by its {@link #scaled} value. */
  public double derivative(Parameter parameter) {
    return parameter.scale().derivative(get(parameter));
  }

  /**
   * The change of a parameter's {@link #scaled} value that is a large one: 1 of a pure number, all
   * of a rate, and of a frequency the one given.
   *
   * @param frequency for f_ref [Hz]
   */
  public double scaledUnit(Parameter parameter, double frequency) {
    return parameter.scaledIsNumber()
        ? 1
        : parameter.scale().largeChange(scaled(parameter), frequency);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ParameterValues values
        && Arrays.equals(numbers, values.numbers)
        && Double.compare(acFieldShift, values.acFieldShift) == 0
        && Double.compare(biasRateShift, values.biasRateShift) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(numbers), acFieldShift, biasRateShift);
  }

  /** Each parameter with its value [SI], and the field shifts where there are any. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("ParameterValues[");
    for (Parameter parameter : Parameter.values()) {
      text.append(parameter.key()).append('=').append(get(parameter)).append(", ");
    }
    return text.append("acFieldShift=")
        .append(acFieldShift)
        .append(", biasRateShift=")
        .append(biasRateShift)
        .append(']')
        .toString();
  }
}

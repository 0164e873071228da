package tlsfit.fit;

import tlsfit.measurement.CalibrationTerm;
import tlsfit.model.Parameter;

/**
 * The frequencies that a model predicts for n readings, with their derivatives. Arrays are not
 * copied: do not write.
 *
 * @param referenceFrequency f_ref [Hz]
 * @param shift predicted shift f − f_ref [Hz] of each reading, n; apart from f_ref, beside which
 *     its last digits would be lost
 * @param slow what the slow changes of the tables add [Hz], n; 0 where none are fitted
 * @param jacobian derivatives of the frequencies, n rows, one column a {@link Parameter}, by its
 *     scaled value: by ln χ [Hz], by ln p [Hz], by 1/T10 [Hz s], by f_ref [1], by ln σ_p [Hz] and
 *     by α [Hz]
 * @param byLnAcField their derivatives by the logarithm of the microwave field [Hz], n
 * @param byLnBiasRate their derivatives by the logarithm of the bias field's rate [Hz], n
 * @param logarithm leading logarithm L of each reading [1], n
 */
@SuppressWarnings("ArrayRecordComponent") // numbers of one evaluation, never compared
public record Prediction(
    double referenceFrequency,
    double[] shift,
    double[] slow,
    double[][] jacobian,
    double[] byLnAcField,
    double[] byLnBiasRate,
    double[] logarithm) {

  /** Predicted frequency [Hz] of reading i. */
  public double frequency(int i) {
    return referenceFrequency + (shift[i] + slow[i]);
  }

  /** The same with slow changes of the tables [Hz], n. */
  Prediction withSlow(double[] changes) {
    return new Prediction(
        referenceFrequency, shift, changes, jacobian, byLnAcField, byLnBiasRate, logarithm);
  }

  /** Derivative of the frequency of reading i by one standard uncertainty of a calibration [Hz]. */
  public double byNuisance(int i, CalibrationTerm term) {
    return byLnAcField[i] * term.acField() + byLnBiasRate[i] * term.biasRate();
  }
}

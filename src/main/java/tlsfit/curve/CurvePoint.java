package tlsfit.curve;

import tlsfit.model.Shift;

/**
 * A point of a curve.
 *
 * @param value of the variable [SI]
 * @param rabi Ω_R0 [1/s]
 * @param sweepRate v0 [1/s²]
 * @param xi ξ [1]
 * @param eta η [1]
 * @param shift K with its derivatives
 */
public record CurvePoint(
    double value, double rabi, double sweepRate, double xi, double eta, Shift shift) {

  /** Ω_R0/√v0 [1], the κ of an extremum over the microwave field. */
  public double kappa() {
    return rabi / Math.sqrt(sweepRate);
  }
}

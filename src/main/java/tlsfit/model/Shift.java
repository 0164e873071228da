package tlsfit.model;

/**
 * The relative shift K = −δω/(ω0 χ) at one point, with its derivatives.
 *
 * @param value K [1]
 * @param byLnRabi ∂K/∂ln Ω_R0 [1]
 * @param byLnSweepRate ∂K/∂ln v0 [1]
 * @param byLnOmega0 ∂K/∂ln ω0 [1]
 * @param byRelaxationRate ∂K/∂(1/T10) [s]
 * @param logarithm the leading logarithm L = ln(ω0/(Ω_R0/√(1+η) + √v0)) [1]: the theory needs it
 *     well above 0, see {@link Validity}
 */
public record Shift(
    double value,
    double byLnRabi,
    double byLnSweepRate,
    double byLnOmega0,
    double byRelaxationRate,
    double logarithm) {

  /** Whether the theory holds at this point. */
  public Validity validity() {
    return Validity.of(logarithm);
  }
}

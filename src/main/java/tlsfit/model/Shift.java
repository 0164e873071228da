package tlsfit.model;

/**
 * The relative shift K = −δω/(ω0 χ) at one point, with its derivatives.
 *
 * @param value K [1]
 * @param byLnRabi ∂K/∂ln Ω_R0 [1]
 * @param byLnSweepRate ∂K/∂ln v0 [1]
 * @param byLnOmega0 ∂K/∂ln ω0 [1]
 * @param byRelaxationRate ∂K/∂(1/T10) [s]
 * @param byDipoleWidth ∂K/∂σ_p [1], σ_p being the width of the dipole moments; 0 where all are the
 *     same
 * @param byFieldExponent ∂K/∂α [1], α being the exponent of the local fields; 0 without one
 * @param logarithm the leading logarithm L = ln(ω0/(Ω_R0/√(1+η) + √v0)) [1]: the theory needs it
 *     well above 0, see {@link Validity}; of a distribution, the L of its tail
 */
public record Shift(
    double value,
    double byLnRabi,
    double byLnSweepRate,
    double byLnOmega0,
    double byRelaxationRate,
    double byDipoleWidth,
    double byFieldExponent,
    double logarithm) {

  /** The shift of a model with one dipole moment and one field. */
  public Shift(
      double value,
      double byLnRabi,
      double byLnSweepRate,
      double byLnOmega0,
      double byRelaxationRate,
      double logarithm) {
    this(value, byLnRabi, byLnSweepRate, byLnOmega0, byRelaxationRate, 0, 0, logarithm);
  }

  /** Whether the theory holds at this point. */
  public Validity validity() {
    return Validity.of(logarithm);
  }
}

package tlsfit.model;

import java.util.Map;

/**
 * The relative shift K = −δω/(ω0 χ) at one point, with its derivatives.
 *
 * @param value K [1]
 * @param byLnRabi ∂K/∂ln Ω_R0 [1]
 * @param byLnSweepRate ∂K/∂ln v0 [1]
 * @param byLnOmega0 ∂K/∂ln ω0 [1]
 * @param byRelaxationRate ∂K/∂(1/T10) [s]
 * @param byShape ∂K by each parameter of a distribution [1 over its unit]; empty without one
 * @param logarithm the leading logarithm L = ln(ω0/(Ω_R0/√(1+η) + √v0)) [1]: the theory needs it
 *     well above 0, see {@link Validity}; of a distribution, the L of its tail
 */
public record Shift(
    double value,
    double byLnRabi,
    double byLnSweepRate,
    double byLnOmega0,
    double byRelaxationRate,
    Map<Parameter, Double> byShape,
    double logarithm) {

  /** The shift of a model with one dipole moment and one field. */
  public Shift(
      double value,
      double byLnRabi,
      double byLnSweepRate,
      double byLnOmega0,
      double byRelaxationRate,
      double logarithm) {
    this(value, byLnRabi, byLnSweepRate, byLnOmega0, byRelaxationRate, Map.of(), logarithm);
  }

  /**
   * Derivative of K by a parameter of a distribution, such as ∂K/∂σ_p or ∂K/∂α [1].
   *
   * @return 0 where the model has no such distribution
   */
  public double by(Parameter shape) {
    return byShape.getOrDefault(shape, 0.0);
  }

  /** Whether the theory holds at this point. */
  public Validity validity() {
    return Validity.of(logarithm);
  }
}

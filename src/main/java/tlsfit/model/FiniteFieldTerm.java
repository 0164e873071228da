package tlsfit.model;

/**
 * The finite-field term D: what relaxation does to two-level systems inside the resonance, and a
 * finite drive to those that just cross it or just do not. It is the passage along the effective
 * field of all systems less the separated crossings at P = 0,
 *
 * <pre>
 *   D(ζ, η) = ∫₀¹ c² dc { ∫₀¹ du [(u/4)(I − I₀) − R ln(2/κ) − (u/2)(F₁ − (1−R) F₂)]
 *                         + ∫₁^∞ (x dx/4)(I − I₀) },   κ = c x ζ
 * </pre>
 *
 * <p>with ζ = Ω_R0/ω0, I of {@link Passage}, I₀ its value without drive and relaxation, and the
 * rest as in {@link LandauZenerConstant}. D vanishes as ζ ln ζ, without relaxation as ζ² ln ζ.
 * Source: this project's derivation, theory-lz.md on its site.
 */
public interface FiniteFieldTerm {

  /** Index of D in the output of {@link #evaluate}. */
  int VALUE = 0;

  /** Index of ∂D/∂ln ζ in the output of {@link #evaluate}. */
  int BY_LN_ZETA = 1;

  /** Index of ∂D/∂η in the output of {@link #evaluate}. */
  int BY_ETA = 2;

  /**
   * Evaluates D and both derivatives.
   *
   * @param zeta drive ζ = Ω_R0/ω0 [1], ≥ 0
   * @param eta relaxation parameter η [1], ≥ 0
   * @param out receives D, ∂D/∂ln ζ and ∂D/∂η [1]; at least three long
   * @throws IllegalArgumentException if ζ or η is negative or NaN
   */
  void evaluate(double zeta, double eta, double[] out);

  /**
   * As {@link #evaluate(double, double, double[])}, where the logarithms of the arguments are at
   * hand, and the arguments have been looked at.
   *
   * @param zeta ζ [1], ≥ 0
   * @param eta η [1], ≥ 0
   * @param lnZeta ln ζ [1]
   * @param lnEta ln η [1], −∞ for η = 0
   * @param out receives D, ∂D/∂ln ζ and ∂D/∂η [1]; at least three long
   */
  default void evaluate(double zeta, double eta, double lnZeta, double lnEta, double[] out) {
    evaluate(zeta, eta, out);
  }

  /** D alone; arguments and errors as of {@link #evaluate}. */
  default double value(double zeta, double eta) {
    double[] out = new double[3];
    evaluate(zeta, eta, out);
    return out[VALUE];
  }
}

package tlsfit.model;

/**
 * The Landau-Zener constant Λ: what stands beside the logarithm in the response of two-level
 * systems that cross the resonance twice: the shift at vanishing field is K = S (ln(ω0/√v0) + Λ)
 * with Λ = C/S, S the {@link LandauZenerIntegral} and
 *
 * <pre>
 *   C(ξ, η) = ∫₀¹ c² dc ∫₀¹ du R { (1−P) [a(u) − P b(u)]
 *                                  − ½ (1−P)² [ln(c u) + Re ψ(1 + i ξ c x²/(2π u))] }
 *   P = exp(−ξ c x²/u),   R = exp(−(η/c) g(u)),   x = √(1−u²)
 *   a(u) = ln(2u²/x) + (u/x) arcsin u,   b(u) = ln(2u²/(1+u)) − (u/x) arccos u
 * </pre>
 *
 * <p>Source: this project's derivation, theory-lz.md on its site, sections 2 to 4; ψ is the digamma
 * function. The quotient is what is evaluated, because it is smooth and of order ten where C and S
 * both vary over ten decades: Λ runs as (3/2) ln ξ for ξ → 0 and as −½ ln ξ for ξ → ∞.
 */
public interface LandauZenerConstant {

  /** Index of Λ in the output of {@link #evaluate}. */
  int VALUE = 0;

  /** Index of ∂Λ/∂ln ξ in the output of {@link #evaluate}. */
  int BY_LN_XI = 1;

  /** Index of ∂Λ/∂η in the output of {@link #evaluate}. */
  int BY_ETA = 2;

  /**
   * Evaluates Λ = C/S and both derivatives.
   *
   * @param xi Landau-Zener parameter ξ [1], ≥ 0; Λ is finite even at 0, so that S Λ vanishes there
   * @param eta relaxation parameter η [1], ≥ 0
   * @param out receives Λ, ∂Λ/∂ln ξ and ∂Λ/∂η [1]; at least three long
   * @throws IllegalArgumentException if ξ or η is negative or NaN
   */
  void evaluate(double xi, double eta, double[] out);

  /** Λ alone; arguments and errors as of {@link #evaluate}. */
  default double value(double xi, double eta) {
    double[] out = new double[3];
    evaluate(xi, eta, out);
    return out[VALUE];
  }
}

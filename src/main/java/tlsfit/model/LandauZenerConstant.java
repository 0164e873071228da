package tlsfit.model;

/**
 * The Landau-Zener constant Λ = C/S: what stands beside the logarithm in the response of two-level
 * systems that cross the resonance twice, K = S (ln(ω0/√v0) + Λ) but for the {@link
 * FiniteFieldTerm}, with S the {@link LandauZenerIntegral} and
 *
 * <pre>
 *   C(ξ, η) = ∫₀¹ c² dc ∫₀¹ du { −½ R (1−P)² [ln(c u) + Re ψ(1 + i ξ c x²/(2π u))]
 *                                + (u/2) (1−P) [F₁ − (1 + (2P−1) R) F₂] }
 *   u F₁ = (1+R) a + A,   a = ln(2u²/x²);     u F₂ = b + B,   b = ln(2u²/(1+u)²)
 *   P = exp(−ξ c x²/u),   R = exp(−(η/c) g(u)),   x = √(1−u²)
 * </pre>
 *
 * <p>with A and B of {@link EnergyIntegrals}, which vanish without relaxation. Source: this
 * project's derivation, theory-lz.md on its site; ψ is the digamma function. The quotient is what
 * is evaluated, because K asks for it and it is smooth and of order ten where C and S both vary
 * over ten decades: Λ runs as (3/2) ln ξ for ξ → 0 and as −½ ln ξ for ξ → ∞. Its derivative by η
 * runs as ln(1/η) for η → 0.
 */
public interface LandauZenerConstant {

  /** The η below which ∂/∂η is that at this η: it grows as ln(1/η), without end. */
  double LEAST_ETA = 2e-9;

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

  /**
   * As {@link #evaluate(double, double, double[])}, where the logarithms of the arguments are at
   * hand, and the arguments have been looked at.
   *
   * @param xi ξ [1], ≥ 0
   * @param eta η [1], ≥ 0
   * @param lnXi ln ξ [1]
   * @param lnEta ln η [1], −∞ for η = 0
   * @param out receives Λ, ∂Λ/∂ln ξ and ∂Λ/∂η [1]; at least three long
   */
  default void evaluate(double xi, double eta, double lnXi, double lnEta, double[] out) {
    evaluate(xi, eta, out);
  }

  /** Λ alone; arguments and errors as of {@link #evaluate}. */
  default double value(double xi, double eta) {
    double[] out = new double[3];
    evaluate(xi, eta, out);
    return out[VALUE];
  }
}

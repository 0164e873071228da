package tlsfit.model;

/**
 * The finite-field term D, which a finite drive adds to the shift: near Δ0 = E0 the two crossings
 * of a two-level system overlap, and it follows the drive adiabatically,
 *
 * <pre>
 *   D(ζ, η) = ∫₀¹ c² dc ∫₀¹ du R { (u/2) [J(u, κ) − Π(u)] − ln(2/κ) − a(u) },   κ = c x ζ
 *   J(u, κ) = ∫₀^∞ dy / ( E² √((E−1)² + (κ/E)²) ),   E = √(y² + x²)
 *   Π(u) = ln(x/(1+u))/u − π/(2x)
 * </pre>
 *
 * <p>with ζ = Ω_R0/ω0 and the rest as in {@link LandauZenerConstant}. D → 0.342 √ζ for ζ → 0 at η =
 * 0. Source: this project's derivation, theory-lz.md on its site, section 5.
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

  /** D alone; arguments and errors as of {@link #evaluate}. */
  default double value(double zeta, double eta) {
    double[] out = new double[3];
    evaluate(zeta, eta, out);
    return out[VALUE];
  }
}

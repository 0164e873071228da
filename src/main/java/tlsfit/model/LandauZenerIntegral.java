package tlsfit.model;

/**
 * The Landau-Zener integral S, which every shift contains: the strength of the response of
 * two-level systems that cross the resonance twice, averaged over their tunnelling amplitudes and
 * orientations (Eqs. 8 and 11-13 of arXiv:2401.15624),
 *
 * <pre>
 *   S(ξ, η) = ∫₀¹ c² dc ∫₀¹ du [1 − exp(−ξ c h(u))]² exp(−(η/c) g(u))
 *   h(u) = (1−u²)/u,   g(u) = (1−u²) [(1−u²) artanh(u) + u]
 * </pre>
 *
 * with the Landau-Zener parameter ξ = π Ω_R0²/(2 v0) [1] and the relaxation parameter η = ω0/(v0
 * T10) [1].
 */
public interface LandauZenerIntegral {

  /** Index of S in the output of {@link #evaluate}. */
  int VALUE = 0;

  /** Index of ∂S/∂ln ξ in the output of {@link #evaluate}. */
  int BY_LN_XI = 1;

  /**
   * Index of ∂S/∂η in the output of {@link #evaluate}. It is the derivative by η itself, not by its
   * logarithm, because η = 0 (no relaxation) is an ordinary point of a fit.
   */
  int BY_ETA = 2;

  /**
   * Evaluates the integral and both derivatives.
   *
   * @param xi Landau-Zener parameter ξ [1], ≥ 0
   * @param eta relaxation parameter η [1], ≥ 0
   * @param out receives S, ∂S/∂ln ξ and ∂S/∂η [1]; at least three long
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
   * @param out receives S, ∂S/∂ln ξ and ∂S/∂η [1]; at least three long
   */
  default void evaluate(double xi, double eta, double lnXi, double lnEta, double[] out) {
    evaluate(xi, eta, out);
  }

  /**
   * The integral alone.
   *
   * @param xi Landau-Zener parameter ξ [1], ≥ 0
   * @param eta relaxation parameter η [1], ≥ 0
   * @return S(ξ, η) [1], between 0 and 1/3
   * @throws IllegalArgumentException if ξ or η is negative or NaN
   */
  default double value(double xi, double eta) {
    double[] out = new double[3];
    evaluate(xi, eta, out);
    return out[VALUE];
  }

  /**
   * Evaluates the integral and both derivatives at many points, without allocation per point.
   *
   * @param xi Landau-Zener parameters ξ [1], ≥ 0
   * @param eta relaxation parameters η [1], ≥ 0, as many
   * @param value receives S [1]; as long
   * @param byLnXi receives ∂S/∂ln ξ [1]; as long
   * @param byEta receives ∂S/∂η [1]; as long
   * @throws IllegalArgumentException if the lengths differ, or a ξ or η is negative or NaN; in the
   *     latter case the points before it are evaluated
   */
  default void evaluateBatch(
      double[] xi, double[] eta, double[] value, double[] byLnXi, double[] byEta) {
    int points = xi.length;
    if (eta.length != points
        || value.length != points
        || byLnXi.length != points
        || byEta.length != points) {
      throw new IllegalArgumentException(
          "all arrays must be equally long: "
              + points
              + ", "
              + eta.length
              + ", "
              + value.length
              + ", "
              + byLnXi.length
              + ", "
              + byEta.length);
    }
    double[] out = new double[3];
    for (int i = 0; i < points; i++) {
      evaluate(xi[i], eta[i], out);
      value[i] = out[VALUE];
      byLnXi[i] = out[BY_LN_XI];
      byEta[i] = out[BY_ETA];
    }
  }
}

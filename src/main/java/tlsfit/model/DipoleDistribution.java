package tlsfit.model;

/**
 * A log-normal distribution of dipole moments, each TLS weighted by the square of its own, as the
 * nodes of an average.
 *
 * <p>ln p = ln p_typical + σ z with a normal z; the weight e^(2σz) only shifts z by 2σ. What
 * remains is an average over t = z − 2σ, normal again, of K at p = p_typical e^(2σ² + σt), taken by
 * the trapezoidal rule, which converges geometrically for analytic functions (Trefethen and
 * Weideman, SIAM Review 56, 385 (2014)): K is analytic for |Im ln p| &lt; π/2, as S is for |arg ξ|
 * &lt; π/2. With y = π/(2σ) the error is e^(y²/2 − 2πy/h), or e^(−2π²/h²) where this is less; the
 * step h is what leaves {@link #DIGITS}. Gauss-Hermite would need three times the nodes at σ = 2:
 * it does not know of the strip.
 */
final class DipoleDistribution {
  /** −ln of the error aimed at. */
  private static final double DIGITS = 26;

  /** Where the normal density has fallen to that error. */
  private static final double REACH = Math.sqrt(2 * DIGITS);

  /** p over its typical value [1]. */
  final double[] factor;

  /** The share of χ [1]; they add up to 1. */
  final double[] weight;

  /** ∂ln p/∂σ [1]. */
  final double[] lnFactorByWidth;

  DipoleDistribution(double width) {
    double step = width > 0 ? step(width) : 1;
    int from = width > 0 ? (int) Math.ceil(REACH / step) : 0;
    // K grows at most in proportion to p, which moves the weight's centre to t = σ.
    int to = width > 0 ? (int) Math.ceil((REACH + width) / step) : 0;
    int n = from + 1 + to;
    factor = new double[n];
    weight = new double[n];
    lnFactorByWidth = new double[n];
    double total = 0;
    for (int i = 0; i < n; i++) {
      double t = (i - from) * step;
      factor[i] = Math.exp(width * (2 * width + t));
      lnFactorByWidth[i] = 4 * width + t;
      weight[i] = Math.exp(-0.5 * t * t);
      total += weight[i];
    }
    for (int i = 0; i < n; i++) {
      weight[i] /= total;
    }
  }

  private static double step(double width) {
    double y = Math.min(Math.PI / (2 * width), Math.sqrt(2 * DIGITS));
    return 2 * Math.PI * y / (DIGITS + 0.5 * y * y);
  }
}

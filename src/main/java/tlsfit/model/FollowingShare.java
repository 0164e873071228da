package tlsfit.model;

import tlsfit.units.Require;

/**
 * The share of systems that follow the drive through a crossing, without relaxation,
 *
 * <pre>   F(ξ) = 3 ∫₀¹ c² dc ∫₀¹ du [1 − exp(−ξ c h(u))],   h(u) = (1−u²)/u</pre>
 *
 * <p>from 0 without a drive to 1 where all cross adiabatically. The integral over c is elementary,
 * that over u = 1/(1 + e^−s) is done by the trapezoidal rule in s, the integrand being analytic for
 * |Im s| &lt; π/2; error below 1e-12 of F.
 *
 * @param value F [1]
 * @param byLnXi its derivative by ln ξ [1]
 */
public record FollowingShare(double value, double byLnXi) {
  private static final double STEP = 0.25;

  /** Where e^−s no longer matters beside 1. */
  private static final double TAIL = 37;

  /** ξ beyond which, and below whose inverse, the limits are reached in double precision. */
  private static final double LARGEST = 1e20;

  /** Below this the closed form of {@link #moment} would lose digits. */
  private static final double SERIES = 1;

  /**
   * The share at a Landau-Zener parameter.
   *
   * @param xi ξ = π Ω_R0²/(2 v0) [1], ≥ 0
   * @throws IllegalArgumentException if ξ is negative or NaN
   */
  public static FollowingShare at(double xi) {
    Require.notNegative("xi", xi);
    if (xi < 1 / LARGEST) {
      return new FollowingShare(0, 0);
    }
    if (xi > LARGEST) {
      return new FollowingShare(1, 0);
    }
    double sum = 0;
    double byLnXi = 0;
    double extent = Math.abs(Math.log(xi));
    // For ξ ≫ 1 what has not crossed lies at 1 − u ≈ 1/(2ξ); for ξ ≪ 1 what has, from u ≈ ξ on.
    int to = (int) Math.ceil((TAIL + extent) / STEP);
    for (int i = -to; i <= to; i++) {
      double s = i * STEP;
      double u = 1 / (1 + Math.exp(-s));
      double w = 1 / (1 + Math.exp(s)); // 1 − u without cancellation
      double a = xi * w * (1 + u) / u;
      double moment = moment(a); // of 1 − P
      sum += u * w * moment;
      byLnXi += u * w * (-Math.expm1(-a) - 3 * moment);
    }
    return new FollowingShare(Math.min(3 * STEP * sum, 1), 3 * STEP * byLnXi);
  }

  /** ∫₀¹ c² [1 − exp(−a c)] dc; its derivative by ln a is 1 − exp(−a) less three times itself. */
  private static double moment(double a) {
    if (a > SERIES) {
      double passed =
          a > 100 ? 2 / (a * a * a) : (2 - Math.exp(-a) * (a * (a + 2) + 2)) / (a * a * a);
      return 1 / 3.0 - passed;
    }
    double sum = 0;
    double term = a;
    for (int k = 1; k < 20; k++) {
      sum += term / (k + 3);
      term *= -a / (k + 1);
    }
    return sum;
  }
}

package tlsfit.model;

import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import tlsfit.units.Require;

/**
 * The loss tangent of swept and driven TLS that a weak probe just below the pump finds, relative to
 * the unsaturated one (arXiv:2401.15624, sections III and IV.B), without relaxation:
 *
 * <pre>
 *   tan δ/tan δ0 = 3 ∫₀¹ c² dc ∫₀¹ du [2 exp(−ξ c h(u)) − 1],   h(u) = (1−u²)/u
 * </pre>
 *
 * <p>A TLS that has crossed the pump once is excited with 1 − P and in its ground state with P: the
 * bracket is the difference. It falls from +1 without a pump to −1, gain, where all cross
 * adiabatically. A prediction; no fit depends on it.
 *
 * <p>That is 1 − 2F, F the {@link FollowingShare}; error below 1e-12.
 *
 * @param ratio tan δ/tan δ0 [1], between +1 and −1; negative is gain
 * @param byLnXi its derivative by ln ξ [1]
 */
public record LossTangent(double ratio, double byLnXi) {

  /** tan δ0 (times the filling factor) over χ: π/3 (theory, section 3). */
  public static final double OVER_CHI = Math.PI / 3;

  /**
   * The loss tangent at a Landau-Zener parameter.
   *
   * @param xi ξ = π Ω_R0²/(2 v0) [1], ≥ 0
   * @throws IllegalArgumentException if ξ is negative or NaN
   */
  public static LossTangent at(double xi) {
    FollowingShare following = FollowingShare.at(xi);
    return new LossTangent(1 - 2 * following.value(), 0 - 2 * following.byLnXi());
  }

  /** The ξ [1] at which the loss turns into gain. */
  public static double zero() {
    return parameter(0);
  }

  /**
   * The Landau-Zener parameter beyond which the gain of the TLS exceeds all other losses of the
   * resonator, tan δ + 1/Q_other &lt; 0, so that lasing can set in below the pump (section IV.B).
   *
   * @param lossTangent tan δ0 [1], times the filling factor, as π χ/3 is; positive
   * @param otherLoss 1/Q_other [1], coupling included, ≥ 0
   * @return ξ [1]; empty if it never does, for 1/Q_other ≥ tan δ0
   */
  public static OptionalDouble lasingThreshold(double lossTangent, double otherLoss) {
    Require.positive("lossTangent", lossTangent);
    Require.notNegative("otherLoss", otherLoss);
    // The gain comes as near to tan δ0 as 3/(2ξ); nearer than this no pump comes.
    return otherLoss < lossTangent * (1 - 1e-15)
        ? OptionalDouble.of(parameter(-otherLoss / lossTangent))
        : OptionalDouble.empty();
  }

  /** The ξ of a given ratio above −1; the ratio falls monotonically. */
  private static double parameter(double ratio) {
    return Math.exp(
        new BrentSolver(1e-15, 1e-14)
            .solve(
                200, lnXi -> at(Math.exp(lnXi)).ratio() - ratio, Math.log(1e-3), Math.log(1e17)));
  }
}

package tlsfit.model;

import tlsfit.units.Require;

/**
 * Λ = C/S from tables of polynomials: what it is without relaxation, over ln ξ, and the V of
 *
 * <pre>   Λ(ξ, η) = Λ(ξ, 0) + V(ξ, η) η/(1+η)</pre>
 *
 * <p>over ln ξ and ln η. For η → 0 V runs as −ln η, since far above the resonance even slow
 * relaxation is fast; over ln η it is smooth, and ∂Λ/∂η is good to what V is. C is good to 1e-11.
 *
 * <p>Beyond |ln ξ| = 20 V no longer depends on ξ, and beyond 28 Λ runs as (3/2) ln ξ and −½ ln ξ;
 * beyond η from 2e-9 to 5e8 {@link LnEta} continues V.
 */
public final class TabulatedConstant implements LandauZenerConstant {

  /** Resource beside this class: Λ(ξ, 0). */
  static final String UNRELAXED = "lz-unrelaxed.intervals";

  /** Resource beside this class: V. */
  static final String RELAXED = "lz-constant.patches";

  /** Largest |ln ξ| of Λ(ξ, 0). */
  static final double LN_XI = 28;

  /** Largest |ln ξ| of V, which no longer depends on it. */
  static final double LN_XI_RELAXED = 20;

  private static final IntervalTable UNRELAXED_TABLE = IntervalTable.load(UNRELAXED);
  private static final PatchTable RELAXED_TABLE = PatchTable.load(RELAXED);

  @Override
  public void evaluate(double xi, double eta, double[] out) {
    Require.notNegative("xi", xi);
    Require.notNegative("eta", eta);
    evaluate(xi, eta, Math.log(Math.max(xi, Double.MIN_NORMAL)), Math.log(eta), out);
  }

  @Override
  public void evaluate(double xi, double eta, double lnXi, double lnEta, double[] out) {
    UNRELAXED_TABLE.evaluate(lnXi, out);
    double value = out[0];
    double byLnXi = out[1];
    if (Math.abs(lnXi) > LN_XI) {
      byLnXi = lnXi < 0 ? 1.5 : -0.5;
      value += byLnXi * (lnXi < 0 ? lnXi + LN_XI : lnXi - LN_XI);
    }
    RELAXED_TABLE.evaluate(lnXi, LnEta.at(lnEta), out);
    double unrelaxed = 1 / (1 + eta);
    double share = eta < Double.MAX_VALUE ? eta * unrelaxed : 1;
    double v = out[0];
    double byLnEta = out[2] * LnEta.slope(lnEta);
    out[BY_LN_XI] = Math.abs(lnXi) > LN_XI_RELAXED ? byLnXi : byLnXi + share * out[1];
    out[BY_ETA] = unrelaxed * (unrelaxed * v + byLnEta);
    out[VALUE] = value + share * v;
  }

  @Override
  public double value(double xi, double eta) {
    double lnXi = Math.log(xi);
    if (!(Math.abs(lnXi) <= LN_XI && eta >= 0)) {
      return LandauZenerConstant.super.value(xi, eta);
    }
    double value = UNRELAXED_TABLE.value(lnXi);
    return eta == 0
        ? value
        : value + eta / (1 + eta) * RELAXED_TABLE.value(lnXi, LnEta.at(Math.log(eta)));
  }
}

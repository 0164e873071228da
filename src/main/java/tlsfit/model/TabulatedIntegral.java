package tlsfit.model;

import tlsfit.units.Require;

/**
 * S(ξ, η) from tables of polynomials, as exact as direct quadrature and some thousand times faster.
 *
 * <p>What is tabulated is smooth and of order one over the whole plane: ln S(ξ, 0), and the Q of
 *
 * <pre>   S(ξ, η) = S(ξ, 0) / (1 + η exp Q(ξ, η)),</pre>
 *
 * whose relative weight vanishes by itself as η → 0, so that ∂S/∂η keeps its relative accuracy
 * there. For ξ &lt; 1 the structure of Q lies along ξη, so that the table's coordinates are ln ξ
 * and ln ξη; above they are ln ξ and ln η. The files are made by {@code IntegralTables} in the
 * tests.
 *
 * <p>Outside ξ in [1e-12, 1e12], η ≤ 4e8 the asymptotic scaling of S continues the tables.
 */
public final class TabulatedIntegral implements LandauZenerIntegral {
  static final double XI_MIN = 1e-12;
  static final double XI_MAX = 1e12;
  static final double ETA_MAX = 4e8;

  /** Below this Q is linear in η, and continued as such. */
  private static final double ETA_MIN = 1e-8;

  private static final double LN_ETA_MIN = Math.log(ETA_MIN);

  private final IntervalTable unrelaxed = IntervalTable.load("s-unrelaxed.intervals");
  private final PatchTable weak = PatchTable.load("s-weak.patches");
  private final PatchTable strong = PatchTable.load("s-strong.patches");

  @Override
  public void evaluate(double xi, double eta, double[] out) {
    Require.notNegative("xi", xi);
    Require.notNegative("eta", eta);
    evaluate(xi, eta, Math.log(xi), Math.log(eta), out);
  }

  @Override
  public void evaluate(double xi, double eta, double lnXi, double lnEta, double[] out) {
    if (xi < XI_MIN) {
      evaluateWeakest(xi, eta, out);
    } else if (eta > ETA_MAX) {
      evaluateFastest(xi, eta, out);
    } else if (xi > XI_MAX) {
      evaluateInside(
          Math.log(XI_MAX), eta, lnEta, out); // all cross adiabatically: ξ no longer matters
      out[BY_LN_XI] *= XI_MAX / xi;
    } else {
      evaluateInside(lnXi, eta, lnEta, out);
    }
  }

  @Override
  public double value(double xi, double eta) {
    if (!(xi >= XI_MIN && xi <= XI_MAX && eta >= 0 && eta <= ETA_MAX)) {
      return LandauZenerIntegral.super.value(xi, eta);
    }
    double x = Math.log(xi);
    double alone = Math.exp(unrelaxed.value(x));
    if (eta < ETA_MIN) {
      return eta == 0 ? alone : LandauZenerIntegral.super.value(xi, eta);
    }
    double y = Math.log(eta);
    double q = x < 0 ? weak.value(x, x + y) : strong.value(x, y);
    return alone / (1 + eta * Math.exp(q));
  }

  /** ξ below the tables: only Δ0 → E0, where u ≪ 1, contributes, and S/ξ depends on ξη alone. */
  private void evaluateWeakest(double xi, double eta, double[] out) {
    double scale = xi / XI_MIN;
    evaluate(XI_MIN, Math.min(eta, Double.MAX_VALUE) * scale, out);
    out[VALUE] *= scale;
    out[BY_LN_XI] *= scale;
    out[BY_ETA] *= scale * scale;
  }

  /**
   * η above the tables: only the ends u → 0 and u → 1 have not relaxed, and ηS depends, through
   * them, on ξη alone and on ξ/η alone. The first matters only where ξ &lt; 1, the second only
   * where ξ &gt; 1.
   */
  private void evaluateFastest(double xi, double eta, double[] out) {
    double scale = ETA_MAX / Math.min(eta, Double.MAX_VALUE);
    double scaledXi = xi < 1 ? Math.min(xi / scale, 1) : Math.max(xi * scale, 1);
    evaluate(scaledXi, ETA_MAX, out);
    double byLnXi = scaledXi == 1 ? 0 : scale * out[BY_LN_XI];
    out[VALUE] *= scale;
    out[BY_LN_XI] = byLnXi;
    out[BY_ETA] = (-out[VALUE] + (xi < 1 ? byLnXi : -byLnXi)) / eta;
  }

  private void evaluateInside(double x, double eta, double lnEta, double[] out) {
    double y = Math.max(lnEta, LN_ETA_MIN);
    double qByX;
    if (x < 0) {
      weak.evaluate(x, x + y, out);
      qByX = out[1] + out[2];
    } else {
      strong.evaluate(x, y, out);
      qByX = out[1];
    }
    double small = Math.min(eta / ETA_MIN, 1);
    double q = out[0] + out[2] * (small - 1);
    double qByY = out[2] * small;
    unrelaxed.evaluate(x, out);

    double slope = Math.exp(q);
    double inverse = 1 / (1 + eta * slope);
    double value = Math.exp(out[0]) * inverse;
    double lost = slope * inverse; // of S for each unit of η
    out[BY_LN_XI] = value * (out[1] - eta * lost * qByX);
    out[BY_ETA] = -value * lost * (1 + qByY);
    out[VALUE] = value;
  }
}

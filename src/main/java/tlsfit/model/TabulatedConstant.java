package tlsfit.model;

import tlsfit.units.Require;

/**
 * Λ = C/S from a {@link PatchTable}: Λ/√(1+η) over ln ξ and ln(1+64η), where η = 0 is an ordinary
 * point. Its asymptotic forms continue the table, at the same speed: beyond ξ within e^±28, about
 * 1e±12, and for η above e^24/64, about 4e8. There Λ falls by 2 ln η, as direct quadrature shows
 * for ξ between 1e-8 and 1e3, to 0.3 of 40; S Λ is below 1e-7 and nothing is left to fit.
 */
public final class TabulatedConstant implements LandauZenerConstant {

  /** Resource beside this class. */
  static final String RESOURCE = "lz-constant.patches";

  /** Largest |ln ξ|. */
  static final double LN_XI = 28;

  /** Largest ln(1+64η). */
  static final double LN_ETA = 24;

  /**
   * The factor in ln(1+64η). At small η the function has a term in η³ ln η, from the systems with c
   * &lt; η; it must be small on the first patch.
   */
  static final double ETA_SCALE = 64;

  /** The largest η of the table; rounding must not carry it over the edge. */
  static final double LARGEST_ETA = Math.expm1(LN_ETA) / ETA_SCALE * (1 - 1e-12);

  private static final PatchTable TABLE = PatchTable.load(RESOURCE);

  /** Slope of Λ over ln η above the table: C and S both fall as 1/η but for a logarithm in C. */
  private static final double SLOPE_OF_RELAXED = -2;

  @Override
  public void evaluate(double xi, double eta, double[] out) {
    Require.notNegative("xi", xi);
    Require.notNegative("eta", eta);
    double x = Math.log(Math.max(xi, Double.MIN_NORMAL));
    if (x < -LN_XI) {
      // Only u ~ ξ contributes: Λ depends on ξη, but for the logarithms in it, 3/2 ln ξ together.
      double scale = Math.exp(x + LN_XI);
      evaluate(Math.exp(-LN_XI), eta * scale, out);
      out[VALUE] += 1.5 * (x + LN_XI);
      out[BY_ETA] *= scale;
      out[BY_LN_XI] = 1.5 + eta * out[BY_ETA];
      return;
    }
    double y = Math.log1p(ETA_SCALE * eta);
    if (y > LN_ETA) {
      evaluate(xi, LARGEST_ETA, out);
      out[VALUE] += SLOPE_OF_RELAXED * Math.log(eta / LARGEST_ETA);
      out[BY_ETA] = SLOPE_OF_RELAXED / eta;
      return;
    }
    TABLE.evaluate(x, y, out);
    double root = Math.sqrt(1 + eta);
    double scaled = out[VALUE];
    out[VALUE] = scaled * root;
    out[BY_LN_XI] *= root;
    out[BY_ETA] = out[BY_ETA] * root * ETA_SCALE / (1 + ETA_SCALE * eta) + 0.5 * scaled / root;
    if (x > LN_XI) {
      out[VALUE] -= 0.5 * (x - LN_XI); // Re ψ(1+iy) → ln y
      out[BY_LN_XI] = -0.5;
    }
  }

  @Override
  public double value(double xi, double eta) {
    double x = Math.log(xi);
    double y = Math.log1p(ETA_SCALE * eta);
    boolean inside = Math.abs(x) <= LN_XI && eta >= 0 && y <= LN_ETA;
    return inside
        ? TABLE.value(x, y) * Math.sqrt(1 + eta)
        : LandauZenerConstant.super.value(xi, eta);
  }
}

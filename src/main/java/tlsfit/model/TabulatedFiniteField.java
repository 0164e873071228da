package tlsfit.model;

import tlsfit.units.Require;

/**
 * D from a {@link PatchTable}: D √(1+η) over ln ζ and ln(1+64η), where η = 0 is an ordinary point.
 * Its asymptotic forms continue the table, at the same speed: below ζ = e^−28, about 7e-13, D ∝ √ζ;
 * beyond ζ = e^16, where the theory has long ended, a straight line in ln ζ, with the slope of the
 * last unit; for η above e^24/64, about 4e8, D √(1+η) stays what it is at the edge.
 */
public final class TabulatedFiniteField implements FiniteFieldTerm {

  /** Resource beside this class. */
  static final String RESOURCE = "lz-finite-field.patches";

  /** Smallest ln ζ. */
  static final double LN_ZETA_FROM = -28;

  /** Largest ln ζ. */
  static final double LN_ZETA_TO = 16;

  /** Largest ln(1+64η). */
  static final double LN_ETA = 24;

  /**
   * The factor in ln(1+64η). At small η the function has a term in η³ ln η, from the systems with c
   * &lt; η; it must be small on the first patch.
   */
  static final double ETA_SCALE = 64;

  private static final PatchTable TABLE = PatchTable.load(RESOURCE);

  @Override
  public void evaluate(double zeta, double eta, double[] out) {
    Require.notNegative("zeta", zeta);
    Require.notNegative("eta", eta);
    double x = Math.log(Math.max(zeta, Double.MIN_NORMAL));
    double y = Math.log1p(ETA_SCALE * eta);
    if (x > LN_ZETA_TO) {
      beyond(x - LN_ZETA_TO, y, out);
    } else {
      TABLE.evaluate(x, y, out);
    }
    if (y > LN_ETA) {
      out[BY_ETA] = 0; // the table answers at its edge
    }
    if (x < LN_ZETA_FROM) {
      double share = Math.exp(0.5 * (x - LN_ZETA_FROM)); // D ∝ √ζ
      out[VALUE] *= share;
      out[BY_LN_ZETA] = 0.5 * out[VALUE];
      out[BY_ETA] *= share;
    }
    double root = Math.sqrt(1 + eta);
    double scaled = out[VALUE];
    out[VALUE] = scaled / root;
    out[BY_LN_ZETA] /= root;
    out[BY_ETA] =
        out[BY_ETA] * ETA_SCALE / (1 + ETA_SCALE * eta) / root
            - 0.5 * scaled / (root * root * root);
  }

  /** The straight line in ln ζ beyond the table: J vanishes there, and ln κ remains. */
  private static void beyond(double distance, double y, double[] out) {
    TABLE.evaluate(LN_ZETA_TO - 1, y, out);
    double before = out[VALUE];
    double beforeByY = out[BY_ETA];
    TABLE.evaluate(LN_ZETA_TO, y, out);
    double slope = out[VALUE] - before;
    out[VALUE] += distance * slope;
    out[BY_LN_ZETA] = slope;
    out[BY_ETA] += distance * (out[BY_ETA] - beforeByY);
  }

  @Override
  public double value(double zeta, double eta) {
    double x = Math.log(zeta);
    double y = Math.log1p(ETA_SCALE * eta);
    boolean inside = x >= LN_ZETA_FROM && x <= LN_ZETA_TO && eta >= 0 && y <= LN_ETA;
    return inside ? TABLE.value(x, y) / Math.sqrt(1 + eta) : FiniteFieldTerm.super.value(zeta, eta);
  }
}

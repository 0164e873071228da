package tlsfit.model;

/**
 * Λ = C/S from a {@link PatchTable}: Λ/√(1+η) over ln ξ and ln(1+64η), where η = 0 is an ordinary
 * point. Outside the table (ξ within e^±28, about 1e±12; η below e^24/64, about 4e8) by direct
 * quadrature, some milliseconds.
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

  private static final class Holder {
    static final PatchTable TABLE = PatchTable.load(RESOURCE);
    static final LandauZenerConstant OUTSIDE = new QuadratureConstant();
  }

  /** Reads the table, once for all instances. */
  public TabulatedConstant() {}

  @Override
  public void evaluate(double xi, double eta, double[] out) {
    double x = Math.log(xi);
    double y = Math.log1p(ETA_SCALE * eta);
    if (!(Math.abs(x) <= LN_XI && y >= 0 && y <= LN_ETA)) {
      Holder.OUTSIDE.evaluate(xi, eta, out);
      return;
    }
    Holder.TABLE.evaluate(x, y, out);
    double root = Math.sqrt(1 + eta);
    double scaled = out[VALUE];
    out[VALUE] = scaled * root;
    out[BY_LN_XI] *= root;
    out[BY_ETA] = out[BY_ETA] * root * ETA_SCALE / (1 + ETA_SCALE * eta) + 0.5 * scaled / root;
  }
}

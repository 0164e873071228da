package tlsfit.model;

/**
 * D from a {@link PatchTable}: D √(1+η) over ln ζ and ln(1+64η), where η = 0 is an ordinary point.
 * Outside the table (ζ between e^−28 and e^16, about 7e-13 and 9e6; η below e^24/64, about 4e8) by
 * direct quadrature, some tenths of a second.
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

  private static final class Holder {
    static final PatchTable TABLE = PatchTable.load(RESOURCE);
    static final FiniteFieldTerm OUTSIDE = new QuadratureFiniteField();
  }

  /** Reads the table, once for all instances. */
  public TabulatedFiniteField() {}

  @Override
  public void evaluate(double zeta, double eta, double[] out) {
    double x = Math.log(zeta);
    double y = Math.log1p(ETA_SCALE * eta);
    if (!(x >= LN_ZETA_FROM && x <= LN_ZETA_TO && y >= 0 && y <= LN_ETA)) {
      Holder.OUTSIDE.evaluate(zeta, eta, out);
      return;
    }
    Holder.TABLE.evaluate(x, y, out);
    double root = Math.sqrt(1 + eta);
    double scaled = out[VALUE];
    out[VALUE] = scaled / root;
    out[BY_LN_ZETA] /= root;
    out[BY_ETA] =
        out[BY_ETA] * ETA_SCALE / (1 + ETA_SCALE * eta) / root
            - 0.5 * scaled / (root * root * root);
  }
}

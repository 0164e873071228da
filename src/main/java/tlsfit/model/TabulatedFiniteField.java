package tlsfit.model;

import tlsfit.units.Require;

/**
 * D from tables of polynomials: what it is without relaxation, over ln ζ, and the X of
 *
 * <pre>   D(ζ, η) = ζ [W₀(ζ) + X(ζ, η) η/(1+η)]</pre>
 *
 * <p>over ln ζ and ln η; both run as ln ζ for ζ → 0. D is good to 1e-10.
 *
 * <p>Beyond ζ from 1e-7 to 1, where the theory has ended, ln ζ in the brackets, and the ζ before
 * them above 1, run with continuous slope into an end; beyond η from 2e-9 to 5e8 {@link LnEta} does
 * the same.
 */
public final class TabulatedFiniteField implements FiniteFieldTerm {

  /** Resource beside this class: W₀. */
  static final String UNRELAXED = "lz-finite-field.intervals";

  /** Resource beside this class: X. */
  static final String RELAXED = "lz-finite-field.patches";

  /** Where the tables begin. */
  static final double LN_ZETA_FROM = -18;

  /** Where they end. */
  static final double LN_ZETA_TO = 2;

  /** Up to here beside both ends ln ζ is held back. */
  private static final double LN_ZETA_LOWEST = -16;

  private static final double LN_ZETA_HIGHEST = 0;

  private static final IntervalTable UNRELAXED_TABLE = IntervalTable.load(UNRELAXED);
  private static final PatchTable RELAXED_TABLE = PatchTable.load(RELAXED);

  @Override
  public void evaluate(double zeta, double eta, double[] out) {
    Require.notNegative("zeta", zeta);
    Require.notNegative("eta", eta);
    evaluate(zeta, eta, Math.log(zeta), Math.log(eta), out);
  }

  @Override
  public void evaluate(double zeta, double eta, double lnZeta, double lnEta, double[] out) {
    double x = coordinate(lnZeta);
    double slope = Clamp.slope(lnZeta, LN_ZETA_LOWEST, LN_ZETA_FROM, LN_ZETA_HIGHEST, LN_ZETA_TO);
    UNRELAXED_TABLE.evaluate(x, out);
    double value = out[0];
    double byLnZeta = out[1];
    RELAXED_TABLE.evaluate(x, LnEta.at(lnEta), out);
    double unrelaxed = 1 / (1 + eta);
    double share = eta < Double.MAX_VALUE ? eta * unrelaxed : 1;
    double byEta = unrelaxed * (unrelaxed * out[0] + out[2] * LnEta.slope(lnEta));
    value += share * out[0];
    byLnZeta += share * out[1];
    boolean beyond = lnZeta > LN_ZETA_HIGHEST;
    double scale = beyond ? Math.exp(x) : zeta;
    out[VALUE] = scale * value;
    out[BY_LN_ZETA] = scale * ((beyond ? slope : 1) * value + slope * byLnZeta);
    out[BY_ETA] = scale * byEta;
  }

  /** The coordinate ln ζ of the tables, held within their range. */
  static double coordinate(double lnZeta) {
    return Clamp.at(lnZeta, LN_ZETA_LOWEST, LN_ZETA_FROM, LN_ZETA_HIGHEST, LN_ZETA_TO);
  }

  @Override
  public double value(double zeta, double eta) {
    double lnZeta = Math.log(zeta);
    if (!(lnZeta <= LN_ZETA_HIGHEST && eta >= 0)) {
      return FiniteFieldTerm.super.value(zeta, eta);
    }
    double x = coordinate(lnZeta);
    double value = UNRELAXED_TABLE.value(x);
    return zeta
        * (eta == 0
            ? value
            : value + eta / (1 + eta) * RELAXED_TABLE.value(x, LnEta.at(Math.log(eta))));
  }
}

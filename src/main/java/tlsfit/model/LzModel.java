package tlsfit.model;

import tlsfit.units.Require;

/**
 * Model {@code lz}: the whole Landau-Zener response, without a free cut-off inside the logarithm,
 *
 * <pre>
 *   K = S(ξ, η) ln(ω0/√v0) + C(ξ, η) + F(ξ) D(ζ, η),   ζ = Ω_R0/ω0,   C = S Λ
 * </pre>
 *
 * <p>with S the {@link LandauZenerIntegral}, Λ the {@link LandauZenerConstant}, F the {@link
 * FollowingShare} and D the {@link FiniteFieldTerm}. The populations are those of Eqs. 6, 7 and 13
 * of arXiv:2401.15624; the response is this project's derivation, theory-lz.md on its site.
 *
 * <p>Good to 1e-4 of the largest shift without relaxation and to 1.2e-3 with it, where Ω_R0 ≥ √v0
 * and T10 √v0 ≫ 1; below, to 4e-3, as the crossings of the slowest systems overlap, (Ω_R0/√v0)³ ≲
 * √v0/ω0. Two-photon crossings are left out, and count from Ω_R0⁴/(v0 ω0²) = 0.025 on.
 */
public final class LzModel implements ShiftModel {
  private static final double LN_HALF_PI = Math.log(0.5 * Math.PI);

  /** The name in options and files. */
  public static final String NAME = "lz";

  /** Counts the changes of the numbers that the model gives. */
  public static final int EDITION = 2;

  private final LandauZenerIntegral integral;
  private final LandauZenerConstant constant;
  private final FiniteFieldTerm finiteField;

  /**
   * Makes the model with Λ and D from tables.
   *
   * @param integral the evaluation of S to use
   */
  public LzModel(LandauZenerIntegral integral) {
    this(integral, new TabulatedConstant(), new TabulatedFiniteField());
  }

  /**
   * Makes the model.
   *
   * @param integral the evaluation of S to use
   * @param constant the evaluation of Λ to use
   * @param finiteField the evaluation of D to use
   */
  public LzModel(
      LandauZenerIntegral integral, LandauZenerConstant constant, FiniteFieldTerm finiteField) {
    this.integral = integral;
    this.constant = constant;
    this.finiteField = finiteField;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int edition() {
    return EDITION;
  }

  @Override
  public Shift shift(double rabi, double sweepRate, double omega0, double relaxationRate) {
    Require.positive("rabi", rabi);
    Require.positive("sweepRate", sweepRate);
    Require.positive("omega0", omega0);
    Require.notNegative("relaxationRate", relaxationRate);
    double xi = Rates.xi(rabi, sweepRate);
    double zeta = rabi / omega0;
    double eta = Rates.eta(omega0, sweepRate, relaxationRate);
    double lnXi = Math.log(Math.max(xi, Double.MIN_NORMAL));
    double lnEta = Math.log(eta);
    double logarithm = Math.log(omega0 / Math.sqrt(sweepRate));
    double lnZeta = 0.5 * (lnXi - LN_HALF_PI) - logarithm;
    double[] out = new double[3];
    integral.evaluate(xi, eta, lnXi, lnEta, out);
    double strength = out[LandauZenerIntegral.VALUE];
    double strengthByLnXi = out[LandauZenerIntegral.BY_LN_XI];
    double strengthByEta = out[LandauZenerIntegral.BY_ETA];
    constant.evaluate(xi, eta, lnXi, lnEta, out);
    double bracket = logarithm + out[LandauZenerConstant.VALUE];
    double byLnXi = strengthByLnXi * bracket + strength * out[LandauZenerConstant.BY_LN_XI];
    double byEta = strengthByEta * bracket + strength * out[LandauZenerConstant.BY_ETA];
    TabulatedShare.evaluate(lnXi, out);
    double share = out[0];
    double shareByLnXi = out[1];
    finiteField.evaluate(zeta, eta, lnZeta, lnEta, out);
    double d = out[FiniteFieldTerm.VALUE];
    byLnXi += shareByLnXi * d;
    byEta += share * out[FiniteFieldTerm.BY_ETA];
    double byLnZeta = share * out[FiniteFieldTerm.BY_LN_ZETA];
    // dln ξ = 2 dln Ω − dln v0,  dln ζ = dln Ω − dln ω0,
    // dη = η (dln ω0 − dln v0) + (ω0/v0) d(1/T10)
    return new Shift(
        strength * bracket + share * d,
        2 * byLnXi + byLnZeta,
        -byLnXi - 0.5 * strength - eta * byEta,
        strength + eta * byEta - byLnZeta,
        omega0 / sweepRate * byEta,
        // L of Rates.leadingLogarithm
        logarithm - Math.log(1 + rabi / Math.sqrt(sweepRate * (1 + eta))));
  }

  @Override
  public double logarithm(double rabi, double sweepRate, double omega0, double relaxationRate) {
    return Rates.leadingLogarithm(rabi, sweepRate, omega0, relaxationRate);
  }

  @Override
  public double value(double rabi, double sweepRate, double omega0, double relaxationRate) {
    double xi = Rates.xi(rabi, sweepRate);
    double eta = Rates.eta(omega0, sweepRate, relaxationRate);
    double bracket = Math.log(omega0 / Math.sqrt(sweepRate)) + constant.value(xi, eta);
    return integral.value(xi, eta) * bracket
        + TabulatedShare.value(Math.log(xi)) * finiteField.value(rabi / omega0, eta);
  }
}

package tlsfit.model;

import tlsfit.units.Require;

/**
 * Model {@code lz}: the shift from the exact Landau-Zener response of one crossing, without a free
 * cut-off inside the logarithm,
 *
 * <pre>
 *   K = S(ξ, η) [ln(ω0/√v0) + Λ(ξ, η)] + D(ζ, η),   ζ = Ω_R0/ω0,   Λ = C/S
 * </pre>
 *
 * <p>with S the {@link LandauZenerIntegral}, Λ the {@link LandauZenerConstant} and D the {@link
 * FiniteFieldTerm}. The populations are those of Eqs. 6, 7 and 13 of arXiv:2401.15624; the response
 * of the single crossing and the energy integrals at fixed Δ0 are this project's derivation,
 * theory-lz.md on its site.
 *
 * <p>Good to some 1e-4 without relaxation where (Ω_R0/√v0)³ is well above √v0/ω0; below that D,
 * which falls as √Ω_R0 only, is too large. With relaxation the terms beside the logarithm are
 * approximate, and K is low: by some per cent at η = 0.1, by a quarter at η = 1 (section 8 of
 * theory-lz.md).
 */
public final class LzModel implements ShiftModel {
  /** The name in options and files. */
  public static final String NAME = "lz";

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
  public Shift shift(double rabi, double sweepRate, double omega0, double relaxationRate) {
    Require.positive("rabi", rabi);
    Require.positive("sweepRate", sweepRate);
    Require.positive("omega0", omega0);
    double xi = Rates.xi(rabi, sweepRate);
    double eta = Rates.eta(omega0, sweepRate, relaxationRate);
    double[] s = new double[3];
    double[] lambda = new double[3];
    double[] d = new double[3];
    integral.evaluate(xi, eta, s);
    constant.evaluate(xi, eta, lambda);
    finiteField.evaluate(rabi / omega0, eta, d);

    double strength = s[LandauZenerIntegral.VALUE];
    double bracket =
        Math.log(omega0) - 0.5 * Math.log(sweepRate) + lambda[LandauZenerConstant.VALUE];
    double byLnXi =
        s[LandauZenerIntegral.BY_LN_XI] * bracket + strength * lambda[LandauZenerConstant.BY_LN_XI];
    double byEta =
        s[LandauZenerIntegral.BY_ETA] * bracket
            + strength * lambda[LandauZenerConstant.BY_ETA]
            + d[FiniteFieldTerm.BY_ETA];
    double byLnZeta = d[FiniteFieldTerm.BY_LN_ZETA];
    // dln ξ = 2 dln Ω − dln v0,  dln ζ = dln Ω − dln ω0,
    // dη = η (dln ω0 − dln v0) + (ω0/v0) d(1/T10)
    return new Shift(
        strength * bracket + d[FiniteFieldTerm.VALUE],
        2 * byLnXi + byLnZeta,
        -byLnXi - 0.5 * strength - eta * byEta,
        strength + eta * byEta - byLnZeta,
        omega0 / sweepRate * byEta,
        Rates.leadingLogarithm(rabi, sweepRate, omega0, relaxationRate));
  }

  @Override
  public double value(double rabi, double sweepRate, double omega0, double relaxationRate) {
    double xi = Rates.xi(rabi, sweepRate);
    double eta = Rates.eta(omega0, sweepRate, relaxationRate);
    double bracket = Math.log(omega0) - 0.5 * Math.log(sweepRate) + constant.value(xi, eta);
    return integral.value(xi, eta) * bracket + finiteField.value(rabi / omega0, eta);
  }
}

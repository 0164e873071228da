package tlsfit.model;

import java.util.Optional;
import tlsfit.units.Require;

/**
 * Model {@code log}: the shift to leading logarithm, K = S(ξ, η) L with L = ln(ω0/(Ω_R0/√(1+η) +
 * √v0)) (Eqs. 8 and 11-13 of arXiv:2401.15624, the √(1+η) of its section IV.A).
 *
 * <p>To logarithmic accuracy the cut-off of L is known up to a factor of order one. The model takes
 * such a constant c, L = ln(c ω0/(Ω_R0/√(1+η) + √v0)), to see what hangs on it; the paper's c is 1.
 */
public final class LogModel implements ShiftModel {
  private final LandauZenerIntegral integral;
  private final double lnCutOff;

  /**
   * Makes the model as in the paper.
   *
   * @param integral the evaluation of S to use
   */
  public LogModel(LandauZenerIntegral integral) {
    this(integral, 0);
  }

  private LogModel(LandauZenerIntegral integral, double lnCutOff) {
    this.integral = integral;
    this.lnCutOff = lnCutOff;
  }

  @Override
  public Optional<ShiftModel> withCutOff(double constant) {
    Require.positive("constant", constant);
    Require.finite("constant", constant);
    return Optional.of(new LogModel(integral, Math.log(constant)));
  }

  @Override
  public String name() {
    return "log";
  }

  @Override
  public Shift shift(double rabi, double sweepRate, double omega0, double relaxationRate) {
    Require.positive("rabi", rabi);
    Require.positive("sweepRate", sweepRate);
    Require.positive("omega0", omega0);
    double eta = Rates.eta(omega0, sweepRate, relaxationRate);
    double etaByRate = omega0 / sweepRate;
    double[] s = new double[3];
    integral.evaluate(Rates.xi(rabi, sweepRate), eta, s);

    double reducedRabi = rabi / Math.sqrt(1 + eta);
    double rootSweep = Math.sqrt(sweepRate);
    double logarithm = lnCutOff + Rates.leadingLogarithm(rabi, sweepRate, omega0, relaxationRate);
    double share = reducedRabi / (reducedRabi + rootSweep); // −∂L/∂ln Ω_R0
    double byEta = 0.5 * share / (1 + eta); // ∂L/∂η

    double value = s[LandauZenerIntegral.VALUE];
    double sByLnXi = s[LandauZenerIntegral.BY_LN_XI];
    double sByEta = s[LandauZenerIntegral.BY_ETA];
    // dln ξ = 2 dln Ω − dln v0,  dη = η (dln ω0 − dln v0) + (ω0/v0) d(1/T10)
    double kByEta = sByEta * logarithm + value * byEta;
    return new Shift(
        value * logarithm,
        2 * sByLnXi * logarithm - value * share,
        -sByLnXi * logarithm - value * 0.5 * (1 - share) - eta * kByEta,
        value + eta * kByEta,
        etaByRate * kByEta,
        logarithm);
  }

  @Override
  public double logarithm(double rabi, double sweepRate, double omega0, double relaxationRate) {
    return lnCutOff + Rates.leadingLogarithm(rabi, sweepRate, omega0, relaxationRate);
  }

  @Override
  public double value(double rabi, double sweepRate, double omega0, double relaxationRate) {
    double eta = Rates.eta(omega0, sweepRate, relaxationRate);
    double logarithm = lnCutOff + Rates.leadingLogarithm(rabi, sweepRate, omega0, relaxationRate);
    return integral.value(Rates.xi(rabi, sweepRate), eta) * logarithm;
  }
}

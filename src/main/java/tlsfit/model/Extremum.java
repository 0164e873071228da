package tlsfit.model;

import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import tlsfit.units.Constants;

/**
 * The dipole moment read off the extremum of the shift over the microwave field, without a fit (Eq.
 * 10 of arXiv:2401.15624 and its refinement).
 *
 * <p>At a given sweep rate and without relaxation the shift is largest at Ω_R0 = κ √v0. The paper
 * takes κ = 2; the model itself gives a κ that depends on ω0/√v0.
 */
public final class Extremum {
  private static final double ACCURACY = 1e-13;

  /** ω0/√v0 below which no logarithm leads and an extremum means nothing. */
  private static final double SMALLEST_RATIO = 6;

  private Extremum() {}

  /**
   * Eq. 10 as printed, κ = 2: p = 8 ħ Ḟ_DC/F_AC*².
   *
   * @param fieldRate rate of the bias field Ḟ_DC [V/m/s]
   * @param acField microwave field at the extremum F_AC* [V/m]
   * @return p [C m]
   */
  public static double dipoleMomentEq10(double fieldRate, double acField) {
    return dipoleMoment(2, fieldRate, acField);
  }

  /**
   * The dipole moment for which a model has its extremum where it was measured: p = 2 κ² ħ
   * Ḟ_DC/F_AC*² together with v0 = 2 p Ḟ_DC/ħ.
   *
   * @param model model of the shift
   * @param omega0 angular resonance frequency ω0 [1/s]
   * @param fieldRate rate of the bias field Ḟ_DC [V/m/s]
   * @param acField microwave field at the extremum F_AC* [V/m]
   * @return p [C m]; empty where the sweep is too fast for the theory
   */
  public static OptionalDouble dipoleMoment(
      ShiftModel model, double omega0, double fieldRate, double acField) {
    double p = dipoleMomentEq10(fieldRate, acField);
    // κ depends on p so weakly that the iteration gains a digit and more a turn.
    for (int i = 0; i < 60; i++) {
      double ratio = omega0 / Math.sqrt(Rates.sweepRate(p, fieldRate));
      if (!(ratio > SMALLEST_RATIO)) {
        return OptionalDouble.empty();
      }
      double next = dipoleMoment(kappa(model, ratio), fieldRate, acField);
      if (Math.abs(next - p) <= ACCURACY * p) {
        return OptionalDouble.of(next);
      }
      p = next;
    }
    return OptionalDouble.of(p);
  }

  /**
   * κ = Ω_R0/√v0 at the extremum of the shift over the microwave field, without relaxation.
   *
   * @param model model of the shift
   * @param omega0OverRootSweepRate ω0/√v0 [1], at least 6
   * @throws IllegalArgumentException if the sweep is too fast for the theory
   */
  public static double kappa(ShiftModel model, double omega0OverRootSweepRate) {
    if (!(omega0OverRootSweepRate >= SMALLEST_RATIO)) {
      throw new IllegalArgumentException(
          "the sweep is too fast for the theory: omega0/sqrt(v0) = " + omega0OverRootSweepRate);
    }
    // Above Ω = ω0 − √v0 the logarithm is negative; the shift is 0 there and falls on its way.
    double highest = Math.log(omega0OverRootSweepRate - 1);
    double lnKappa =
        new BrentSolver(1e-15, ACCURACY)
            .solve(
                200,
                lnRabi -> model.shift(Math.exp(lnRabi), 1, omega0OverRootSweepRate, 0).byLnRabi(),
                Math.log(1e-3),
                highest);
    return Math.exp(lnKappa);
  }

  /** p = 2 κ² ħ Ḟ_DC/F_AC*², from Ω_R0 = p F_AC/ħ = κ √v0 and v0 = 2 p Ḟ_DC/ħ. */
  private static double dipoleMoment(double kappa, double fieldRate, double acField) {
    return 2 * kappa * kappa * Constants.HBAR * fieldRate / (acField * acField);
  }
}

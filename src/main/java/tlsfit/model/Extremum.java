package tlsfit.model;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import tlsfit.units.Constants;
import tlsfit.units.Require;

/**
 * Dipole moment and relaxation time read off the extrema of the shift, without a fit (Eq. 10 and
 * section IV.A of arXiv:2401.15624, and their refinement).
 *
 * <p>Over the microwave field, at a given sweep rate, the shift is largest at Ω_R0 = κ √v0. The
 * paper takes κ = 2; a model itself gives a κ that depends on ω0/√v0, and on η. Over the sweep
 * rate, at a given field, relaxation makes the shift largest near v0 = ω0/T10.
 */
public final class Extremum {
  /** ω0/√v0 below which no logarithm leads and an extremum means nothing. */
  private static final double SMALLEST_RATIO = 6;

  /** Factors of e that a dipole moment is looked for over. */
  private static final int TURNS = 60;

  /** The η within which the relaxation time is looked for, and above its inverse. */
  private static final double LARGEST_ETA = 1e8;

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
   * The dipole moment for which a model without relaxation has its extremum where it was measured:
   * p = 2 κ² ħ Ḟ_DC/F_AC*² together with v0 = 2 p Ḟ_DC/ħ.
   *
   * @param model model of the shift
   * @param omega0 angular resonance frequency ω0 [1/s]
   * @param fieldRate rate of the bias field Ḟ_DC [V/m/s]
   * @param acField microwave field at the extremum F_AC* [V/m]
   * @return p [C m]; empty where the sweep is too fast for the theory
   */
  public static OptionalDouble dipoleMoment(
      ShiftModel model, double omega0, double fieldRate, double acField) {
    return dipoleMoment(model, omega0, fieldRate, acField, 0);
  }

  /**
   * As {@link #dipoleMoment(ShiftModel, double, double, double)}, with relaxation.
   *
   * @param model model of the shift
   * @param omega0 angular resonance frequency ω0 [1/s]
   * @param fieldRate rate of the bias field Ḟ_DC [V/m/s]
   * @param acField microwave field at the extremum F_AC* [V/m]
   * @param relaxationRate 1/T10 [1/s]
   * @return p [C m]; empty where the sweep is too fast for the theory
   */
  public static OptionalDouble dipoleMoment(
      ShiftModel model, double omega0, double fieldRate, double acField, double relaxationRate) {
    // The sweep must be slow enough for the theory; κ, too, falls as p grows, so that the dipole
    // moment that κ asks for meets p once, below the largest allowed, or never.
    DoubleUnaryOperator excess =
        lnP -> {
          double sweepRate = Rates.sweepRate(Math.exp(lnP), fieldRate);
          double eta = Rates.eta(omega0, sweepRate, relaxationRate);
          OptionalDouble kappa = findKappa(model, omega0 / Math.sqrt(sweepRate), eta);
          return kappa.isPresent()
              ? lnP - Math.log(dipoleMoment(kappa.getAsDouble(), fieldRate, acField))
              : Double.NaN;
        };
    double largest =
        Math.log(Constants.HBAR / (2 * fieldRate)) + 2 * Math.log(omega0 / SMALLEST_RATIO);
    double upper = excess.applyAsDouble(largest);
    for (int i = 0; Double.isNaN(upper) && i < TURNS; i++) {
      largest -= 1;
      upper = excess.applyAsDouble(largest);
    }
    if (!(upper >= 0)) {
      return OptionalDouble.empty();
    }
    double least = Math.min(largest, Math.log(dipoleMomentEq10(fieldRate, acField)));
    for (int i = 0; excess.applyAsDouble(least) > 0 && i < TURNS; i++) {
      least -= 1;
    }
    return least < largest && excess.applyAsDouble(least) <= 0
        ? OptionalDouble.of(Math.exp(LargestShift.root(excess, least, largest)))
        : OptionalDouble.empty();
  }

  /**
   * κ = Ω_R0/√v0 at the extremum of the shift over the microwave field, without relaxation.
   *
   * @param model model of the shift
   * @param omega0OverRootSweepRate ω0/√v0 [1], at least 6
   * @throws IllegalArgumentException if the sweep is too fast for the theory
   */
  public static double kappa(ShiftModel model, double omega0OverRootSweepRate) {
    return kappa(model, omega0OverRootSweepRate, 0);
  }

  /**
   * κ = Ω_R0/√v0 at the extremum of the shift over the microwave field; the highest where there are
   * several.
   *
   * @param model model of the shift
   * @param omega0OverRootSweepRate ω0/√v0 [1], at least 6
   * @param eta relaxation parameter η = ω0/(v0 T10) [1], ≥ 0
   * @throws IllegalArgumentException if the sweep is too fast for the theory, or η negative
   */
  public static double kappa(ShiftModel model, double omega0OverRootSweepRate, double eta) {
    if (!(omega0OverRootSweepRate >= SMALLEST_RATIO)) {
      throw new IllegalArgumentException("omega0/sqrt(v0) = " + omega0OverRootSweepRate);
    }
    return findKappa(model, omega0OverRootSweepRate, eta)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no extremum at omega0/sqrt(v0) = " + omega0OverRootSweepRate));
  }

  /**
   * As {@link #kappa(ShiftModel, double)}; empty where the sweep is too fast for the theory, or the
   * shift has no extremum.
   *
   * @param model model of the shift
   * @param omega0OverRootSweepRate ω0/√v0 [1]
   */
  public static OptionalDouble findKappa(ShiftModel model, double omega0OverRootSweepRate) {
    return omega0OverRootSweepRate >= SMALLEST_RATIO
        ? findKappa(model, omega0OverRootSweepRate, 0)
        : OptionalDouble.empty();
  }

  private static OptionalDouble findKappa(ShiftModel model, double ratio, double eta) {
    // Where Ω/√(1+η) = ω0 − √v0, L is 0.
    double root = Math.sqrt(1 + eta);
    return LargestShift.between(
        rabi -> model.shift(rabi, 1, ratio, eta / ratio),
        Shift::byLnRabi,
        1e-9 / root,
        (ratio - 1) * root);
  }

  /**
   * The sweep rate of the largest shift at a given microwave field, with relaxation.
   *
   * @param model model of the shift
   * @param rabi maximum Rabi frequency Ω_R0 [1/s], below ω0
   * @param omega0 angular resonance frequency ω0 [1/s]
   * @param relaxationRate 1/T10 [1/s], positive
   * @return v0* [1/s²]; empty if the shift has no extremum there
   */
  public static OptionalDouble sweepRate(
      ShiftModel model, double rabi, double omega0, double relaxationRate) {
    Require.positive("relaxationRate", relaxationRate);
    // The shift grows with v0 while η ≫ 1 and ξη ≫ 1, the latter up to v0 ≈ Ω √(ω0/T10).
    double unit = omega0 * relaxationRate;
    double lowest = 1e-6 * Math.min(unit, rabi * Math.sqrt(unit));
    return LargestShift.between(
        v0 -> model.shift(rabi, v0, omega0, relaxationRate),
        Shift::byLnSweepRate,
        lowest,
        omega0 * omega0);
  }

  /**
   * The relaxation time for which a model has its extremum over the sweep rate where it was
   * measured, the dipole moment being known; the longest where there are several.
   *
   * @param model model of the shift
   * @param rabi maximum Rabi frequency Ω_R0 [1/s] at which the sweep rate was varied
   * @param omega0 angular resonance frequency ω0 [1/s]
   * @param sweepRate sweep rate of the largest shift v0* [1/s²]
   * @return T10 [s]; empty if there is none
   */
  public static OptionalDouble relaxationTime(
      ShiftModel model, double rabi, double omega0, double sweepRate) {
    // With slow relaxation the shift falls with the sweep rate, with fast it grows.
    double unit = sweepRate / omega0; // the rate with η = 1
    DoubleUnaryOperator slope =
        lnEta -> model.shift(rabi, sweepRate, omega0, unit * Math.exp(lnEta)).byLnSweepRate();
    double end = Math.log(LARGEST_ETA);
    double lnEta = -end;
    if (slope.applyAsDouble(lnEta) >= 0) {
      return OptionalDouble.empty();
    }
    for (; lnEta < end; lnEta += LargestShift.STRIDE) {
      if (slope.applyAsDouble(lnEta + LargestShift.STRIDE) >= 0) {
        return OptionalDouble.of(
            Math.exp(-LargestShift.root(slope, lnEta, lnEta + LargestShift.STRIDE)) / unit);
      }
    }
    return OptionalDouble.empty();
  }

  /** p = 2 κ² ħ Ḟ_DC/F_AC*², from Ω_R0 = p F_AC/ħ = κ √v0 and v0 = 2 p Ḟ_DC/ħ. */
  private static double dipoleMoment(double kappa, double fieldRate, double acField) {
    return 2 * kappa * kappa * Constants.HBAR * fieldRate / (acField * acField);
  }
}

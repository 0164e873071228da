package tlsfit.model;

import tlsfit.units.Constants;

/** The rates of a two-level system in the two fields (Eqs. 2, 3 and 5 of arXiv:2401.15624). */
public final class Rates {
  /**
   * η above which nothing is left to fit: all two-level systems relax between their crossings, and
   * the relative shift is below 1e-9 χ.
   */
  public static final double LARGEST_ETA = 1e8;

  private Rates() {}

  /**
   * Maximum Rabi frequency Ω_R0 = p F_AC/ħ [1/s].
   *
   * @param dipoleMoment p [C m]
   * @param acField peak amplitude F_AC [V/m]
   */
  public static double rabi(double dipoleMoment, double acField) {
    return dipoleMoment * acField / Constants.HBAR;
  }

  /**
   * Sweep rate v0 = 2 p Ḟ_DC/ħ [1/s²].
   *
   * @param dipoleMoment p [C m]
   * @param fieldRate Ḟ_DC [V/m/s]
   */
  public static double sweepRate(double dipoleMoment, double fieldRate) {
    return 2 * dipoleMoment * fieldRate / Constants.HBAR;
  }

  /**
   * Landau-Zener parameter ξ = π Ω_R0²/(2 v0) [1].
   *
   * @param rabi Ω_R0 [1/s]
   * @param sweepRate v0 [1/s²]
   */
  public static double xi(double rabi, double sweepRate) {
    return Math.PI * rabi * rabi / (2 * sweepRate);
  }

  /**
   * Relaxation parameter η = ω0/(v0 T10) [1].
   *
   * @param omega0 ω0 [1/s]
   * @param sweepRate v0 [1/s²]
   * @param relaxationRate 1/T10 [1/s]
   */
  public static double eta(double omega0, double sweepRate, double relaxationRate) {
    return omega0 * relaxationRate / sweepRate;
  }

  /**
   * The leading logarithm L = ln(ω0/(Ω_R0/√(1+η) + √v0)) [1] (arXiv:2401.15624, Eq. 8 and section
   * IV.A), which decides the {@link Validity}.
   *
   * @param rabi Ω_R0 [1/s]
   * @param sweepRate v0 [1/s²]
   * @param omega0 ω0 [1/s]
   * @param relaxationRate 1/T10 [1/s]
   */
  static double leadingLogarithm(
      double rabi, double sweepRate, double omega0, double relaxationRate) {
    double eta = eta(omega0, sweepRate, relaxationRate);
    return Math.log(omega0 / (rabi / Math.sqrt(1 + eta) + Math.sqrt(sweepRate)));
  }
}

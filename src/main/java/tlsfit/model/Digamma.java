package tlsfit.model;

/**
 * The real part of the digamma function on the line 1 + iy, which is what the phase of a
 * Landau-Zener transition asks for, good to 1e-15.
 *
 * <p>From y = 10 on the asymptotic series of ψ(iy), whose real part is that of ψ(1 + iy) because
 * ψ(1 + z) = ψ(z) + 1/z (DLMF 5.11.2, 5.5.2; dlmf.nist.gov); below, the same series at 10 + iy and
 * nine steps of the recurrence.
 */
final class Digamma {
  private static final double LARGE = 10;

  /** B₂ₖ/(2k), k = 1 … 7, of DLMF 5.11.2. */
  private static final double[] SERIES = {
    1 / 12.0, -1 / 120.0, 1 / 252.0, -1 / 240.0, 1 / 132.0, -691 / 32760.0, 1 / 12.0
  };

  private Digamma() {}

  /**
   * Re ψ(1 + iy).
   *
   * @param y [1], ≥ 0
   */
  static double real(double y) {
    if (y >= LARGE) {
      // z = iy: z⁻² is −1/y², real, and −1/(2z) has no real part
      double minusQ = -1 / (y * y);
      double sum = 0;
      for (int k = SERIES.length - 1; k >= 0; k--) {
        sum = (sum + SERIES[k]) * minusQ;
      }
      return Math.log(y) - sum;
    }
    double square = LARGE * LARGE + y * y;
    double re = (LARGE * LARGE - y * y) / (square * square); // z⁻², z = 10 + iy
    double im = -2 * LARGE * y / (square * square);
    double sumRe = 0;
    double sumIm = 0;
    for (int k = SERIES.length - 1; k >= 0; k--) {
      double next = (sumRe + SERIES[k]) * re - sumIm * im;
      sumIm = (sumRe + SERIES[k]) * im + sumIm * re;
      sumRe = next;
    }
    double steps = 0;
    for (int k = 9; k >= 1; k--) {
      steps += k / (k * k + y * y);
    }
    return 0.5 * Math.log(square) - 0.5 * LARGE / square - sumRe - steps;
  }

  /**
   * The derivative ∂ Re ψ(1 + iy)/∂ln y = −y Im ψ′(1 + iy) (DLMF 5.15.5, 5.15.8).
   *
   * @param y [1], ≥ 0
   */
  static double realByLn(double y) {
    if (y >= LARGE) {
      double minusQ = -1 / (y * y);
      double sum = 0;
      for (int k = SERIES.length - 1; k >= 0; k--) {
        sum = (sum + (2 * k + 2) * SERIES[k]) * minusQ;
      }
      return 1 + sum;
    }
    double square = LARGE * LARGE + y * y;
    double re = (LARGE * LARGE - y * y) / (square * square);
    double im = -2 * LARGE * y / (square * square);
    double sumRe = 0;
    double sumIm = 0;
    for (int k = SERIES.length - 1; k >= 0; k--) {
      double term = sumRe + (2 * k + 2) * SERIES[k];
      double next = term * re - sumIm * im;
      sumIm = term * im + sumIm * re;
      sumRe = next;
    }
    // ψ′(z) = [1 + Σ B₂ₖ z⁻²ᵏ]/z + 1/(2z²), with 1/z = (10 − iy)/|z|²
    double imTrigamma = (LARGE * sumIm - y * (1 + sumRe)) / square + 0.5 * im;
    double steps = 0;
    for (int k = 9; k >= 1; k--) {
      double d = k * k + y * y;
      steps += 2 * k * y * y / (d * d);
    }
    return steps - y * imTrigamma;
  }
}

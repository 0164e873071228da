package tlsfit.model;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * What two-photon crossings, at E = 2 E0, should take from K: an estimate, to compare {@link
 * LaboratoryFrameSimulation} with and to see from where on it matters.
 *
 * <p>In second-order perturbation theory one photon is taken by the part of the drive across the
 * field of the system and one by the part along it. With y = √(4−x²) the two-photon Rabi frequency
 * and the speed of the sweep are, in units of E0,
 *
 * <pre>
 *   Ω₂ = (cζ)² x y/E² = (cζ)² x y/4,   v₂ = (c/W²) y/E = (c/W²) y/2
 *   P₂ = 1 − exp(−π Ω₂²/(2 v₂)) = 1 − exp(−(π/16) c³ x² y r⁴/W²),   r = Ω_R0/√v0
 * </pre>
 *
 * <p>so that not ζ counts but r⁴/W² = Ω_R0⁴/(v0 ω0²). A system inverted with the chance P₂ on its
 * way in answers from there on with 1 − 2P₂ of its response, and with 1 − 2P₂ of that from E = 2 E0
 * on its way out.
 */
final class TwoPhotonCrossings {
  /** Distance of the points through which the parabola goes, in ln Ω_R0. */
  private static final double STEP = 0.04;

  private TwoPhotonCrossings() {}

  /**
   * The change of K, without relaxation.
   *
   * @param w W = ω0/√v0 [1]
   * @param rabi r = Ω_R0/√v0 [1]
   * @param orientations as for {@link EnsembleSimulation#average}
   * @param step as there
   */
  static double estimate(double w, double rabi, int orientations, double step) {
    double strength = Math.PI / 16 * Math.pow(rabi, 4) / (w * w);
    return EnsembleSimulation.average(
        orientations,
        step,
        (c, q) -> {
          double x = RotatingPassage.ratio(q);
          if (x >= 2) {
            return 0;
          }
          double inverted = -Math.expm1(-strength * c * c * c * x * x * Math.sqrt(4 - x * x));
          RotatingPassage passage =
              new RotatingPassage(w, rabi / w, 0, c, q, RotatingPassage.COHERENCE);
          double whole = 4 * passage.response() + RotatingPassage.undriven(q);
          double end = LaboratoryPassage.beyond(x, 2);
          double after = (1 - 2 * inverted) * passage.length();
          return -0.5 * inverted * (whole - end + after * end);
        });
  }

  private static double largest(DoubleUnaryOperator k, double guess) {
    double log = Math.log(guess);
    for (int i = 0; i < 4; i++) {
      double below = k.applyAsDouble(Math.exp(log - STEP));
      double here = k.applyAsDouble(Math.exp(log));
      double above = k.applyAsDouble(Math.exp(log + STEP));
      double move = 0.5 * STEP * (below - above) / (above + below - 2 * here);
      log += Math.max(-0.2, Math.min(0.2, move));
    }
    return Math.exp(log);
  }

  /**
   * Prints the place κ = Ω_R0/√v0 of the largest K without and with the estimate, the ratio of the
   * dipole moments that the two give from the same reading, and the estimate in units of K and of
   * r⁴/W² at the former, for ω0/√v0 from 20 to 3000; takes a minute.
   */
  public static void main(String[] arguments) {
    System.out.println("     W  kappa   K        change_%  over_r^4/W^2  kappa_with  p_with/p");
    double guess = 2.7;
    for (double w : new double[] {20, 31.4159, 50, 99.3459, 200, 314.159, 993.459, 3141.59}) {
      DoubleUnaryOperator bare =
          r -> EnsembleSimulation.shift(w, r, 0, 8, 0.2, RotatingPassage.COHERENCE);
      double kappa = largest(bare, guess);
      double with = largest(r -> bare.applyAsDouble(r) + estimate(w, r, 8, 0.2), kappa);
      double change = estimate(w, kappa, 8, 0.2) / bare.applyAsDouble(kappa);
      System.out.printf(
          Locale.ROOT,
          "%7.1f %7.4f %8.5f %8.3f %8.3f %8.4f %8.4f%n",
          w,
          kappa,
          bare.applyAsDouble(kappa),
          100 * change,
          change / (Math.pow(kappa, 4) / (w * w)),
          with,
          with * with / (kappa * kappa));
      guess = kappa;
    }
  }
}

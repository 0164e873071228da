package tlsfit.model;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Difference between K in the laboratory frame and K in the rotating frame, without relaxation, by
 * following the same random two-level systems in both.
 *
 * <p>A system is drawn by its c, its x = Δ0/E0 from 0 beyond 1, and the phase φ of the drive, from
 * a Kronecker sequence with a random start; the standard error is that of independent starts. It
 * passes in three ways: {@link LaboratoryPassage} over all energies; the same with the drive on
 * only below E = 1.9 E0, out of reach of the two-photon crossings at E = 2 E0; and {@link
 * RotatingPassage}, with all its coherence, so that the crossings of a system interfere alike in
 * all three.
 *
 * <p>Two means make the error small. Over φ and φ + π: at x below 1/W a system does not follow its
 * own gap at y = 0, and what the undriven ⟨σ_z⟩ has there at the frequency of the drive, divided by
 * x², would have no variance; its sign changes with that of the drive. Over two c at which the
 * phase Φ between the crossings differs by π: their interference cancels. The c are 1/(1 ± π/2Φ) of
 * the one drawn, so that the mean is that of the ensemble up to second order in π/2Φ, of the
 * difference.
 */
final class LaboratoryFrameSimulation {
  /** Share of the systems drawn that cross, x &lt; 1. */
  private static final double CROSSING = 0.7;

  private static final int STEPS = 20;

  /** Phase between crossings from which on a change of it by π changes little else [rad]. */
  private static final double ALONE = 10;

  // the drive ends between these energies [E0]
  private static final double ALL_ON = 2.5;
  private static final double ALL_OFF = 3;
  private static final double NEAR_ON = 1.5;
  private static final double NEAR_OFF = 1.9;

  /** The largest √(x² − 1); beyond it the drive is never on. */
  private static final double LARGEST = Math.sqrt(ALL_ON * ALL_ON - 1);

  /** Real root of g⁴ = g + 1, whose powers fill the unit cube evenly. */
  private static final double GOLDEN = 1.2207440846057596;

  /** ω0/√v0, Ω_R0/√v0, number of systems. */
  private static final double[][] STUDY = {
    {20, 0.75, 128},
    {20, 1.5, 128},
    {20, 3, 128},
    {28, 1.5, 128},
    {28, 3, 128},
    {40, 1.5, 128},
    {40, 3, 128},
    {80, 3, 64},
    {80, 1.5, 64},
    {56, 3, 64},
    {40, 6, 32},
    {80, 6, 16},
    {100, 10, 16}
  };

  private final double w;
  private final double zeta;

  private LaboratoryFrameSimulation(double w, double zeta) {
    this.w = w;
    this.zeta = zeta;
  }

  /**
   * A mean over the ensemble and its standard error.
   *
   * @param mean mean [1]
   * @param error standard error [1]
   */
  record Sampled(double mean, double error) {
    private static Sampled of(double[][] replicates, int column) {
      double sum = 0;
      for (double[] replicate : replicates) {
        sum += replicate[column];
      }
      double mean = sum / replicates.length;
      double squares = 0;
      for (double[] replicate : replicates) {
        squares += (replicate[column] - mean) * (replicate[column] - mean);
      }
      int n = replicates.length;
      return new Sampled(mean, Math.sqrt(squares / n / (n - 1)));
    }
  }

  /**
   * What the samples say.
   *
   * @param rotating K in the rotating frame, which the deterministic integral has better
   * @param difference K in the laboratory frame less that
   * @param near the same with the drive off from E = 1.9 E0 on
   * @param twoPhoton {@code difference} less {@code near}
   */
  record Comparison(Sampled rotating, Sampled difference, Sampled near, Sampled twoPhoton) {}

  /**
   * Compares the two frames.
   *
   * @param w ω0/√v0 [1]
   * @param rabi Ω_R0/√v0 [1]
   * @param seed of the starts
   * @param replicates number of starts, from 2
   * @param samples systems of each
   */
  static Comparison compare(double w, double rabi, long seed, int replicates, int samples) {
    SplittableRandom random = new SplittableRandom(seed);
    LaboratoryFrameSimulation simulation = new LaboratoryFrameSimulation(w, rabi / w);
    double[][] means = new double[replicates][];
    for (int k = 0; k < replicates; k++) {
      means[k] = simulation.replicate(random, samples);
    }
    return new Comparison(
        Sampled.of(means, 0), Sampled.of(means, 1), Sampled.of(means, 2), Sampled.of(means, 3));
  }

  private double[] replicate(SplittableRandom random, int samples) {
    double first = random.nextDouble();
    double second = random.nextDouble();
    double third = random.nextDouble();
    double[] sums = new double[4];
    for (int i = 1; i <= samples; i++) {
      double c = Math.cbrt((first + i / GOLDEN) % 1);
      double position = (second + i / (GOLDEN * GOLDEN)) % 1;
      double phase = 2 * Math.PI * ((third + i / (GOLDEN * GOLDEN * GOLDEN)) % 1);
      if (position < CROSSING) {
        // about as many at each x: at x below 1/W a system does not follow its own gap at y = 0
        double rest = 1 - position / CROSSING;
        double u = (1 - rest) * (1 + rest);
        interfere(c, u, phase, u * 2 * rest / (3 * CROSSING * samples), sums);
      } else {
        double v = (position - CROSSING) / (1 - CROSSING);
        double s = LARGEST * v * v;
        add(c, -s, phase, s * 2 * LARGEST * v / (3 * (1 - CROSSING) * samples), sums);
      }
    }
    return sums;
  }

  /** The mean of two systems that differ little but for half a period of their interference. */
  private void interfere(double c, double u, double phase, double weight, double[] sums) {
    double x = RotatingPassage.ratio(u);
    double gathered = w * w / c * (u - x * x * Math.log((1 + u) / x));
    double shift = gathered > ALONE ? 0.5 * Math.PI / gathered : 0;
    add(c / (1 + shift), u, phase, 0.5 * weight, sums);
    add(c / (1 - shift), u, phase, 0.5 * weight, sums);
  }

  private void add(double c, double q, double phase, double weight, double[] sums) {
    double rotating = new RotatingPassage(w, zeta, 0, c, q, Double.POSITIVE_INFINITY).response();
    double all = laboratory(c, q, phase, ALL_ON, ALL_OFF);
    double near =
        RotatingPassage.ratio(q) < NEAR_ON ? laboratory(c, q, phase, NEAR_ON, NEAR_OFF) : rotating;
    sums[0] += weight * rotating;
    sums[1] += weight * (all - rotating);
    sums[2] += weight * (near - rotating);
    sums[3] += weight * (all - near);
  }

  private double laboratory(double c, double q, double phase, double on, double off) {
    return 0.5
        * (new LaboratoryPassage(w, zeta, c, q, phase, on, off).response(STEPS)
            + new LaboratoryPassage(w, zeta, c, q, phase + Math.PI, on, off).response(STEPS));
  }

  /**
   * Prints the differences at ω0/√v0 and Ω_R0/√v0, two arguments a point after the seed, the number
   * of starts and the number of systems of each; without arguments the study of theory-lz.md, which
   * takes five minutes on one processor.
   */
  public static void main(String[] arguments) {
    System.out.println(
        "     W      r   zeta r^4/W^2 |       K K_sampled     (se) |    diff    (se)      %    (se)"
            + " |  E<1.9    (se) | 2-photon    (se) estimate");
    if (arguments.length == 0) {
      for (double[] point : STUDY) {
        print(point[0], point[1], 1, 16, (int) point[2]);
      }
    }
    for (int i = 3; i + 1 < arguments.length; i += 2) {
      print(
          Double.parseDouble(arguments[i]),
          Double.parseDouble(arguments[i + 1]),
          Long.parseLong(arguments[0]),
          Integer.parseInt(arguments[1]),
          Integer.parseInt(arguments[2]));
    }
  }

  private static void print(double w, double rabi, long seed, int replicates, int samples) {
    Comparison result = compare(w, rabi, seed, replicates, samples);
    double k = EnsembleSimulation.shift(w, rabi, 0);
    System.out.printf(
        Locale.ROOT,
        "%6.1f %6.2f %6.4f %7.5f | %7.5f   %7.5f (%.5f) | %7.5f (%.5f) %6.2f (%5.2f) | %7.5f"
            + " (%.5f) | %8.5f (%.5f) %8.5f%n",
        w,
        rabi,
        rabi / w,
        Math.pow(rabi, 4) / (w * w),
        k,
        result.rotating.mean,
        result.rotating.error,
        result.difference.mean,
        result.difference.error,
        100 * result.difference.mean / k,
        100 * result.difference.error / k,
        result.near.mean,
        result.near.error,
        result.twoPhoton.mean,
        result.twoPhoton.error,
        TwoPhotonCrossings.estimate(w, rabi, 12, 0.1));
  }
}

package tlsfit.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The sign of a quadratic form Σ d_i z_i² of independent standard normal z. */
final class QuadraticForm {
  /** Share of the largest |d| below which a term does not count. */
  private static final double NEGLIGIBLE = 1e-9;

  /** |w| below which the difference of 1/w and 1/u is replaced by its limit. */
  private static final double AT_THE_MEAN = 1e-3;

  private static final int HALVINGS = 200;

  private QuadraticForm() {}

  /**
   * The probability that the form is negative, by the saddlepoint approximation of Lugannani and
   * Rice (Adv. Appl. Prob. 12, 475 (1980)) from K(t) = −½ Σ ln(1 − 2 t d_i).
   *
   * @param d coefficients, not all of them 0
   */
  static double belowZero(double[] d) {
    double low = Arrays.stream(d).min().orElse(0);
    double high = Arrays.stream(d).max().orElse(0);
    double negligible = NEGLIGIBLE * Math.max(-low, high);
    if (!(low < -negligible)) {
      return 0;
    }
    if (!(high > negligible)) {
      return 1;
    }
    double t = saddlepoint(d, 1 / (2 * low), 1 / (2 * high));
    double cumulant = 0;
    double second = 0;
    double third = 0;
    for (double each : d) {
      double share = each / (1 - 2 * t * each);
      cumulant -= 0.5 * Math.log1p(-2 * t * each);
      second += 2 * share * share;
      third += 8 * share * share * share;
    }
    double w = Math.signum(t) * Math.sqrt(Math.max(-2 * cumulant, 0));
    double u = t * Math.sqrt(second);
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double correction =
        Math.abs(w) < AT_THE_MEAN
            ? third / (6 * Math.pow(second, 1.5)) // the limit for w → 0
            : 1 / w - 1 / u;
    double probability = normal.cumulativeProbability(w) + normal.density(w) * correction;
    return Math.min(Math.max(probability, 0), 1);
  }

  /** The t between two poles where K′ = Σ d/(1 − 2 t d), which rises, is 0. */
  private static double saddlepoint(double[] d, double from, double to) {
    double low = from;
    double high = to;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = 0.5 * (low + high);
      double slope = 0;
      for (double each : d) {
        slope += each / (1 - 2 * middle * each);
      }
      if (slope < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }
}

package tlsfit.uncertainty;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import tlsfit.fit.Fit;
import tlsfit.setup.Noise;

/**
 * How many standard errors an interval reaches: by the normal distribution where σ is known, else
 * by Student's t with the fit's degrees of freedom.
 */
final class Quantile {
  private Quantile() {}

  /** Checks a confidence level. */
  static double level(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a confidence level lies between 0 and 1: " + level);
    }
    return level;
  }

  /** Half-width, in standard errors, of a two-sided interval of confidence level 1 − α. */
  static double twoSided(Fit fit, double level) {
    return upper(fit, (1 - level) / 2);
  }

  /** Reach, in standard errors, of a one-sided limit of confidence level 1 − α. */
  static double oneSided(Fit fit, double level) {
    return upper(fit, 1 - level);
  }

  /** The point that a standardised estimate exceeds with a probability. */
  private static double upper(Fit fit, double probability) {
    return known(fit)
        ? NormalDistribution.of(0, 1).inverseSurvivalProbability(probability)
        : TDistribution.of(fit.degreesOfFreedom()).inverseSurvivalProbability(probability);
  }

  /** Radius, in standard errors, of a simultaneous region of two parameters. */
  static double twoParameters(Fit fit, double level) {
    double square =
        known(fit)
            ? ChiSquaredDistribution.of(2).inverseSurvivalProbability(1 - level)
            : 2 * FDistribution.of(2, fit.degreesOfFreedom()).inverseSurvivalProbability(1 - level);
    return Math.sqrt(square);
  }

  private static boolean known(Fit fit) {
    return fit.options().noise() instanceof Noise.Absolute;
  }
}

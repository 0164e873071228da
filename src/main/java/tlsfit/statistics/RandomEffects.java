package tlsfit.statistics;

import java.util.Arrays;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The random-effects model of estimates from several samples: their heterogeneity, the variance τ²
 * of the true values, their mean or a straight line through them.
 *
 * <p>Cochran's Q is the weighted sum of squares about the mean (or line) of one true value for all,
 * which follows χ² where there is one. I² = τ²/(τ² + v) with the typical variance v of Higgins and
 * Thompson (Stat. Med. 21, 1539 (2002)), as metafor has it. Intervals are those of Hartung and
 * Knapp (Stat. Med. 20, 3875 (2001)): from Student's t, the variance being what the estimates
 * scatter by; the part of the variance that all share, which no scatter shows, is added from the
 * normal distribution.
 */
public final class RandomEffects {
  /** How τ² is estimated. */
  public enum Estimator {
    /** The maximum of the restricted likelihood. */
    REML,
    /**
     * Where the weighted sum of squares is what is to be expected (Paule and Mandel, J. Res. Natl.
     * Bur. Stand. 87, 377 (1982)).
     */
    PAULE_MANDEL
  }

  /** Relative accuracy of τ². */
  private static final double ACCURACY = 1e-13;

  private static final int EVALUATIONS = 300;

  /** Steps of τ² by a factor, from far below the variances of the estimates to far above. */
  private static final double STEP = Math.sqrt(10);

  private static final double FARTHEST = 1e6;

  private final MixedEffects model;
  private final double tau2;
  private final MixedEffects.Solution solution;
  private final MixedEffects.Solution without;

  /**
   * An estimate of the true values.
   *
   * @param value the mean, or the line at one place, or its slope
   * @param standardError of it
   * @param lower lower confidence limit
   * @param upper upper confidence limit
   * @param predictionLower lower end of the interval that holds the true value of another sample
   * @param predictionUpper its upper end
   * @param degreesOfFreedom of Student's t
   */
  public record Estimate(
      double value,
      double standardError,
      double lower,
      double upper,
      double predictionLower,
      double predictionUpper,
      int degreesOfFreedom) {}

  private RandomEffects(MixedEffects model, Estimator estimator) {
    this.model = model;
    without = model.at(0);
    tau2 = estimator == Estimator.REML ? reml() : pauleMandel();
    solution = tau2 == 0 ? without : model.at(tau2);
  }

  /**
   * The model with a mean.
   *
   * @param y n ≥ 2 estimates
   * @param variances of their own errors, n, positive
   * @param shared what one standard uncertainty of each shared effect does to the estimates: none
   *     or more columns of n numbers
   */
  public static RandomEffects mean(
      double[] y, double[] variances, double[][] shared, Estimator estimator) {
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    return new RandomEffects(
        new MixedEffects(y, variances, new double[][] {ones}, shared), estimator);
  }

  /**
   * The model with a straight line over a covariate.
   *
   * @param x n ≥ 3 values, not all the same
   */
  public static RandomEffects line(
      double[] x, double[] y, double[] variances, double[][] shared, Estimator estimator) {
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    return new RandomEffects(
        new MixedEffects(y, variances, new double[][] {ones, x}, shared), estimator);
  }

  /** Variance of the true values about the mean or line. */
  public double tauSquared() {
    return tau2;
  }

  /** Cochran's Q [1]. */
  public double q() {
    return without.sum();
  }

  /** Degrees of freedom of Q. */
  public int degreesOfFreedom() {
    return model.degreesOfFreedom();
  }

  /** Probability of as large a Q where all have one true value, or lie on one line. */
  public double pValue() {
    return ChiSquaredDistribution.of(degreesOfFreedom()).survivalProbability(q());
  }

  /** Share of τ² in the variance of a typical estimate [1]. */
  public double iSquared() {
    double typical = degreesOfFreedom() / without.projection();
    return tau2 / (tau2 + typical);
  }

  /**
   * The mean, the line at one place, or its slope.
   *
   * @param combination what the coefficients are multiplied by: {@code {1}} for the mean, {@code
   *     {1, x}} and {@code {0, 1}} for the line
   * @param level confidence level
   */
  public Estimate estimate(double[] combination, double level) {
    double value = 0;
    for (int k = 0; k < combination.length; k++) {
      value += combination[k] * solution.coefficients()[k];
    }
    double[] weights = weights(combination);
    int dof = degreesOfFreedom();
    double own = solution.sum() / dof * model.ownVariance(weights, tau2);
    double shared = model.sharedVariance(weights);
    double tail = (1 - level) / 2;
    double t = TDistribution.of(dof).inverseSurvivalProbability(tail);
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    double half = Math.hypot(t * Math.sqrt(own), z * Math.sqrt(shared));
    double next = Math.hypot(t * Math.sqrt(own + tau2), z * Math.sqrt(shared));
    return new Estimate(
        value,
        Math.sqrt(own + shared),
        value - half,
        value + half,
        value - next,
        value + next,
        dof);
  }

  /**
   * Probability of as large a combination, such as a slope, where it is 0: from Student's t. What
   * all share is taken at the critical values of a level, as in the interval, so that 0 lies
   * outside of that exactly where the p-value is below 1 − level.
   */
  public double pValue(double[] combination, double level) {
    Estimate found = estimate(combination, level);
    TDistribution t = TDistribution.of(found.degreesOfFreedom);
    double critical = t.inverseSurvivalProbability((1 - level) / 2);
    double half = found.upper - found.value;
    return 2 * t.survivalProbability(Math.abs(found.value) * critical / half);
  }

  /** How far each estimate moves such a combination [1]; for the mean they add up to 1. */
  public double[] weights(double[] combination) {
    return model.weights(solution, tau2, combination);
  }

  private double pauleMandel() {
    int dof = degreesOfFreedom();
    if (without.sum() <= dof) {
      return 0;
    }
    double high = 1 / without.projection();
    while (model.at(high).sum() > dof) {
      high *= STEP;
    }
    return new BrentSolver(ACCURACY, 0)
        .solve(EVALUATIONS, tau -> model.at(tau).sum() - dof, 0, high);
  }

  /** The lowest of the minima of the deviance, of which there may be one at 0. */
  private double reml() {
    double unit = degreesOfFreedom() / without.projection();
    double best = 0;
    double lowest = without.deviance();
    double from = 0;
    double slope = without.slope();
    for (double to = unit / FARTHEST; to <= unit * FARTHEST; to *= STEP) {
      double next = model.at(to).slope();
      if (slope < 0 && next >= 0) {
        double root =
            new BrentSolver(ACCURACY, 0).solve(EVALUATIONS, tau -> model.at(tau).slope(), from, to);
        double deviance = model.at(root).deviance();
        if (deviance < lowest) {
          lowest = deviance;
          best = root;
        }
      }
      from = to;
      slope = next;
    }
    return best;
  }
}

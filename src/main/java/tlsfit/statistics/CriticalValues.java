package tlsfit.statistics;

/**
 * The critical values of a confidence level, in standard errors: how far an interval or a region
 * reaches. From the normal and χ² distributions where σ is known, else from Student's t and F.
 *
 * @param level confidence level 1 − α, between 0 and 1
 * @param sigma whether σ is known; if not, the degrees of freedom of its estimate
 */
public record CriticalValues(double level, SigmaKnowledge sigma) {

  /**
   * Checks the level.
   *
   * @throws IllegalArgumentException if it does not lie between 0 and 1
   */
  public CriticalValues {
    checkLevel(level);
  }

  /**
   * Checks a confidence level.
   *
   * @return the level
   * @throws IllegalArgumentException if it does not lie between 0 and 1
   */
  public static double checkLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level not between 0 and 1: " + level);
    }
    return level;
  }

  /** Half-width of a two-sided confidence interval [standard errors]. */
  public double twoSided() {
    return sigma.deviateAbove((1 - level) / 2);
  }

  /** Distance of a one-sided confidence limit from the estimate [standard errors]. */
  public double oneSided() {
    return sigma.deviateAbove(1 - level);
  }

  /** Radius of a joint confidence region of two parameters [standard errors]. */
  public double twoParameters() {
    return Math.sqrt(sigma.fallAbove(1 - level, 2));
  }

  /**
   * Half-width of each of n two-sided intervals that hold all together with at least this level, by
   * Bonferroni's inequality [standard errors].
   *
   * @param n number of intervals, ≥ 1
   */
  public double simultaneous(int n) {
    return sigma.deviateAbove((1 - level) / (2.0 * n));
  }
}

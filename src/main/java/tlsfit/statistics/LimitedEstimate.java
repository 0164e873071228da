package tlsfit.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An estimate with its confidence limits, which need not lie at the same distance on both sides.
 *
 * @param value best value
 * @param lower lower confidence limit, finite
 * @param upper upper confidence limit, finite
 */
public record LimitedEstimate(double value, double lower, double upper) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * The difference of two estimates with its confidence limits of the same level, by variance
   * recovery (MOVER: Zou and Donner, Stat. Med. 27, 1693 (2008)): each limit takes the squared
   * distances of the two limits that move the difference its way as the variances there.
   *
   * @param first what is taken off
   * @param second what it is taken off from
   * @param common half-width of the interval of what moves the difference besides, symmetric and
   *     independent of both, ≥ 0
   */
  public static LimitedEstimate difference(
      LimitedEstimate first, LimitedEstimate second, double common) {
    double value = second.value - first.value;
    double down = root(second.value - second.lower, first.upper - first.value, common);
    double up = root(second.upper - second.value, first.value - first.lower, common);
    return new LimitedEstimate(value, value - down, value + up);
  }

  /**
   * The same estimate with an independent uncertainty beside, as the half-width of its interval.
   */
  public LimitedEstimate widened(double halfWidth) {
    return new LimitedEstimate(
        value,
        value - Math.hypot(value - lower, halfWidth),
        value + Math.hypot(upper - value, halfWidth));
  }

  /**
   * The test of a true value: two-sided, from the distance of the limit on the side of that value.
   * The p-value is below 1 − level exactly where the interval does not hold it.
   *
   * @param hypothesis the value tested
   * @param critical two-sided critical value of the limits [standard errors]
   */
  public double pValue(double hypothesis, double critical) {
    return 2 * NORMAL.survivalProbability(Math.abs(deviate(hypothesis, critical)));
  }

  /** How far the value lies from another, in the standard errors of the side of that. */
  public double deviate(double hypothesis, double critical) {
    double side = value > hypothesis ? value - lower : upper - value;
    return value == hypothesis ? 0 : (value - hypothesis) * critical / side;
  }

  private static double root(double a, double b, double c) {
    return Math.sqrt(a * a + b * b + c * c);
  }
}

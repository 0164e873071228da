package tlsfit.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The test of Anderson and Darling for a normal distribution of unknown mean and variance, with
 * Stephens' corrections for the size of the sample (D'Agostino and Stephens, Goodness-of-Fit
 * Techniques, 1986, section 4.8, Table 4.9). It gives the tails more weight than others do.
 *
 * @param statistic A* = A² (1 + 0.75/n + 2.25/n²) [1]
 * @param pValue probability of as large a statistic by chance
 */
public record NormalityTest(double statistic, double pValue) {
  /** Fewer numbers have no shape; the corrections hold from here on. */
  static final int FEWEST = 8;

  /** A* beyond which the approximation of the p-value would rise again. */
  private static final double FARTHEST = 10;

  /**
   * Tests numbers.
   *
   * @param numbers at least {@value #FEWEST}, else the answer is empty, as for equal ones
   */
  public static Optional<NormalityTest> of(double[] numbers) {
    int n = numbers.length;
    if (n < FEWEST) {
      return Optional.empty();
    }
    double mean = StatUtils.mean(numbers);
    double deviation = Math.sqrt(StatUtils.variance(numbers, mean));
    if (!(deviation > 0)) {
      return Optional.empty();
    }
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      // ln Φ and ln(1 − Φ) are taken from the side where nothing cancels; beyond 37 Φ underflows
      double low = Math.max(normal.cumulativeProbability((sorted[i] - mean) / deviation), 1e-300);
      double high =
          Math.max(normal.survivalProbability((sorted[n - 1 - i] - mean) / deviation), 1e-300);
      sum += (2 * i + 1) * (Math.log(low) + Math.log(high));
    }
    double corrected = (-n - sum / n) * (1 + 0.75 / n + 2.25 / ((double) n * n));
    return Optional.of(new NormalityTest(corrected, pValue(corrected)));
  }

  /**
   * The p-value of Table 4.9 for case 3, mean and variance unknown.
   *
   * @param a A* [1]
   */
  public static double pValue(double a) {
    if (a < 0.2) {
      return -Math.expm1(-13.436 + 101.14 * a - 223.73 * a * a);
    }
    if (a < 0.34) {
      return -Math.expm1(-8.318 + 42.796 * a - 59.938 * a * a);
    }
    if (a < 0.6) {
      return Math.exp(0.9177 - 4.279 * a - 1.38 * a * a);
    }
    double near = Math.min(a, FARTHEST);
    return Math.exp(1.2937 - 5.709 * near + 0.0186 * near * near);
  }
}

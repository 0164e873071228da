package tlsfit.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's correction of p-values for the number of tests (Scand. J. Statist. 6, 65 (1979)): whatever
 * the tests have to do with each other, the probability that any true null hypothesis is rejected
 * stays at the level of the adjusted p-values.
 */
public final class HolmCorrection {
  private HolmCorrection() {}

  /**
   * Adjusts p-values.
   *
   * @param pValues one for each test, in any order [1]
   * @return the adjusted ones, in the same order, none above 1
   */
  public static double[] adjust(double[] pValues) {
    int n = pValues.length;
    int[] ascending =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[n];
    double largest = 0;
    for (int rank = 0; rank < n; rank++) {
      largest = Math.max(largest, Math.min(1, (n - rank) * pValues[ascending[rank]]));
      adjusted[ascending[rank]] = largest;
    }
    return adjusted;
  }
}

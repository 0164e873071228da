package tlsfit.statistics;

import java.util.Arrays;

/** The median of numbers, in the two definitions in use for an even number of them. */
public final class Median {
  private Median() {}

  /**
   * The median; of an even number of values the mean of the two in the middle.
   *
   * @param values in any order, at least one; not changed
   * @throws IllegalArgumentException if there is none
   */
  public static double of(double[] values) {
    double[] sorted = sorted(values);
    int n = sorted.length;
    return 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
  }

  /**
   * The upper median, always one of the values; of an even number the larger of the two in the
   * middle.
   *
   * @param values in any order, at least one; not changed
   * @throws IllegalArgumentException if there is none
   */
  public static double upper(double[] values) {
    double[] sorted = sorted(values);
    return sorted[sorted.length / 2];
  }

  private static double[] sorted(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}

package tlsfit.statistics;

import java.util.Arrays;

/** The median of numbers, in the two definitions in use for an even number of them. */
public final class Median {
  /** Numbers beyond which they are not sorted for it. */
  private static final int MANY = 100_000;

  private Median() {}

  /**
   * The median; of an even number of values the mean of the two in the middle.
   *
   * @param values in any order, at least one; not changed
   * @throws IllegalArgumentException if there is none
   */
  public static double of(double[] values) {
    int n = values.length;
    if (n >= MANY) {
      double lower = Ranked.value(values, (n - 1) / 2);
      return 0.5 * (lower + (n % 2 == 1 ? lower : Ranked.next(values, lower, n / 2)));
    }
    double[] sorted = sorted(values);
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

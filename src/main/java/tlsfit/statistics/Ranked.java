package tlsfit.statistics;

/**
 * The number of a rank among many, found without sorting them: by counting their bits, 16 at a
 * time, from the highest on (radix selection; D. E. Knuth, The Art of Computer Programming, vol. 3,
 * section 5.2.5, on sorting by digits).
 */
final class Ranked {
  private static final int DIGIT = 16;
  private static final int MASK = (1 << DIGIT) - 1;

  private Ranked() {}

  /**
   * The value that would stand at a place if the values were sorted as by {@link
   * java.util.Arrays#sort(double[])}.
   *
   * @param values in any order
   * @param rank the place, from 0
   */
  static double value(double[] values, int rank) {
    long prefix = 0;
    int left = rank;
    for (int shift = Long.SIZE - DIGIT; shift >= 0; shift -= DIGIT) {
      int[] counts = new int[1 << DIGIT];
      long above = shift + DIGIT == Long.SIZE ? 0 : -1L << (shift + DIGIT);
      for (double value : values) {
        long bits = ascending(value);
        if ((bits & above) == prefix) {
          counts[(int) (bits >>> shift) & MASK]++;
        }
      }
      int digit = 0;
      while (left >= counts[digit]) {
        left -= counts[digit++];
      }
      prefix |= (long) digit << shift;
    }
    return Double.longBitsToDouble(prefix < 0 ? prefix ^ Long.MIN_VALUE : ~prefix);
  }

  /**
   * The value at a place, from the one at the place before.
   *
   * @param before the value of rank − 1
   */
  static double next(double[] values, double before, int rank) {
    int upTo = 0;
    double above = Double.NaN; // which is sorted last
    for (double value : values) {
      int order = Double.compare(value, before);
      upTo += order <= 0 ? 1 : 0;
      above = order > 0 && Double.compare(value, above) < 0 ? value : above;
    }
    return upTo > rank ? before : above;
  }

  // bits that are ordered as the numbers are, taken without sign
  private static long ascending(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
  }
}

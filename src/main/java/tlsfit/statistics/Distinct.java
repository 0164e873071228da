package tlsfit.statistics;

/** The number of different ones of some numbers, by a hash table of their bits alone. */
public final class Distinct {
  private static final long SPREAD = 0x9E3779B97F4A7C15L; // 2^64 over the golden ratio

  private Distinct() {}

  /**
   * Counts different numbers; 0 and −0 are one.
   *
   * @param values in any order
   */
  public static int count(double[] values) {
    int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, 2L * values.length - 1));
    long[] slots = new long[1 << bits];
    boolean zero = false;
    int count = 0;
    for (double value : values) {
      long key = Double.doubleToLongBits(value + 0.0);
      if (key == 0) {
        zero = true; // that of an empty slot
        continue;
      }
      int at = (int) ((key * SPREAD) >>> (64 - bits));
      while (slots[at] != 0 && slots[at] != key) {
        at = (at + 1) & (slots.length - 1);
      }
      count += slots[at] == 0 ? 1 : 0;
      slots[at] = key;
    }
    return count + (zero ? 1 : 0);
  }
}

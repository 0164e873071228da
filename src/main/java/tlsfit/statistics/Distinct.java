package tlsfit.statistics;

import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * The different ones of some numbers, by hash tables of their bits alone. Many numbers are parted
 * by their hash before, so that each table stays in the processor's cache.
 */
public final class Distinct {
  private static final long SPREAD = 0x9E3779B97F4A7C15L; // 2^64 over the golden ratio

  /** Bits of the number of slots that a cache holds. */
  private static final int CACHED = 15;

  private final double[] values;
  private final int parting; // bits by which the numbers are parted
  private final int times;
  private final DoubleConsumer frequent;
  private int count;

  private Distinct(double[] values, int times, DoubleConsumer frequent) {
    this.values = values;
    this.times = times;
    this.frequent = frequent;
    parting = Math.max(0, bits(values.length) - CACHED);
  }

  /**
   * Counts different numbers; 0 and −0 are one.
   *
   * @param values in any order
   */
  public static int count(double[] values) {
    Distinct distinct = new Distinct(values, 0, any -> {});
    distinct.look();
    return distinct.count;
  }

  /**
   * Those of some numbers that stand there several times; 0 and −0 are one.
   *
   * @param values in any order
   * @param times at least, 1 or more
   */
  public static Set<Double> atLeast(double[] values, int times) {
    Set<Double> found = new HashSet<>();
    new Distinct(values, times, found::add).look();
    return found;
  }

  // of the slots for a number of keys, more than half of them empty
  private static int bits(int keys) {
    return 64 - Long.numberOfLeadingZeros(Math.max(1, 2L * keys - 1));
  }

  private static long key(double value) {
    return Double.doubleToLongBits(value + 0.0);
  }

  private int part(long key) {
    return parting == 0 ? 0 : (int) ((key * SPREAD) >>> (64 - parting));
  }

  private void look() {
    int[] ends = new int[(1 << parting) + 1];
    for (double value : values) {
      ends[part(key(value)) + 1]++;
    }
    int largest = 0;
    for (int i = 1; i < ends.length; i++) {
      largest = Math.max(largest, ends[i]);
      ends[i] += ends[i - 1];
    }
    long[] keys = new long[values.length];
    for (double value : values) {
      long key = key(value);
      keys[ends[part(key)]++] = key; // which moves the begin of each part to its end
    }
    Slots slots = new Slots(bits(largest));
    int from = 0;
    for (int i = 0; i < 1 << parting; i++) {
      slots.take(keys, from, ends[i]);
      from = ends[i];
    }
  }

  /** A hash table of the keys of one part after the other. */
  private final class Slots {
    private final int bits;
    private final long[] slots;
    private final int[] parts; // whose key a slot holds, from 1
    private final int[] counts;
    private int number;

    Slots(int bits) {
      this.bits = bits;
      slots = new long[1 << bits];
      parts = new int[1 << bits];
      counts = new int[times > 0 ? 1 << bits : 0];
    }

    void take(long[] keys, int from, int to) {
      number++;
      for (int i = from; i < to; i++) {
        long key = keys[i];
        int at = (int) (((key * SPREAD) << parting) >>> (64 - bits));
        while (parts[at] == number && slots[at] != key) {
          at = (at + 1) & (slots.length - 1);
        }
        boolean first = parts[at] != number;
        slots[at] = key;
        parts[at] = number;
        count += first ? 1 : 0;
        if (times > 0) {
          counts[at] = first ? 1 : counts[at] + 1;
          if (counts[at] == times) {
            frequent.accept(Double.longBitsToDouble(key));
          }
        }
      }
    }
  }
}

package tlsfit.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** Finds what equals something before it, in little memory: only equal hashes are compared. */
final class Repeats {
  private static final int SPREAD = 0x9E3779B9; // 2^32 over the golden ratio

  private Repeats() {}

  /**
   * The places whose value equals that of a place before.
   *
   * @param size number of places
   * @param hash of the value of each, equal for equal ones
   * @param values value of each, made anew on each call; asked for where hashes are equal only
   * @return in their order
   */
  static <T> List<Integer> of(int size, IntUnaryOperator hash, IntFunction<T> values) {
    int[] hashes = new int[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = hash.applyAsInt(i);
    }
    Set<Integer> several = several(hashes);
    if (several.isEmpty()) {
      return List.of();
    }
    Set<T> seen = new HashSet<>();
    List<Integer> repeats = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (several.contains(hashes[i]) && !seen.add(values.apply(i))) {
        repeats.add(i);
      }
    }
    return repeats;
  }

  // those that stand twice, by a table of the others; 0 marks an empty slot, and 1 stands for it
  private static Set<Integer> several(int[] hashes) {
    Set<Integer> several = new HashSet<>();
    int bits = 33 - Integer.numberOfLeadingZeros(Math.max(1, hashes.length));
    int[] slots = new int[1 << bits];
    for (int hash : hashes) {
      int key = hash == 0 ? 1 : hash;
      int at = (key * SPREAD) >>> (32 - bits);
      while (slots[at] != 0 && slots[at] != key) {
        at = (at + 1) & (slots.length - 1);
      }
      if (slots[at] == key) {
        several.add(key);
        if (key == 1) {
          several.add(0);
        }
      }
      slots[at] = key;
    }
    return several;
  }
}

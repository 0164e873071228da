package tlsfit.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** Finds what equals something before it, in little memory: only equal hashes are compared. */
final class Repeats {
  private Repeats() {}

  /**
   * The places whose value equals that of a place before.
   *
   * @param size number of places
   * @param values value of each, made anew on each call
   * @return in their order
   */
  static <T> List<Integer> of(int size, IntFunction<T> values) {
    int[] hashes = new int[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = values.apply(i).hashCode();
    }
    int[] sorted = hashes.clone();
    Arrays.sort(sorted);
    Set<Integer> several = new HashSet<>();
    for (int i = 1; i < size; i++) {
      if (sorted[i] == sorted[i - 1]) {
        several.add(sorted[i]);
      }
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
}

package tlsfit.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that a person may have meant by a wrong one. */
final class NearestNames {
  private static final int MOST = 3;

  private NearestNames() {}

  /**
   * The nearest names, at most three, those that begin with what was written or contain it first;
   * else those at the smallest number of changed letters.
   */
  static List<String> of(String written, List<String> names) {
    String lower = written.toLowerCase(Locale.ROOT);
    List<String> containing =
        names.stream()
            .filter(name -> !lower.isEmpty() && name.toLowerCase(Locale.ROOT).contains(lower))
            .limit(MOST)
            .toList();
    if (!containing.isEmpty()) {
      return containing;
    }
    return names.stream()
        .sorted(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))))
        .limit(MOST)
        .toList();
  }

  /**
   * Letters to insert, leave out or change that make one text of another (Levenshtein, Soviet
   * Physics Doklady 10, 707 (1966)).
   */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}

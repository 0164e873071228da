package tlsfit.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tlsfit.table.Texts;

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
        .sorted(
            Comparator.comparingInt(name -> Texts.distance(lower, name.toLowerCase(Locale.ROOT))))
        .limit(MOST)
        .toList();
  }
}

package tlsfit.load;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of a file in words: {@code line 4}, {@code lines 4, 7 and 12 more}. */
final class Lines {
  private static final int SHOWN = 8;

  private Lines() {}

  static String of(List<Integer> lines) {
    String shown =
        lines.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
    int more = lines.size() - SHOWN;
    return (lines.size() == 1 ? "line " : "lines ")
        + shown
        + (more > 0 ? " and " + more + " more" : "");
  }
}

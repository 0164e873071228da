package tlsfit.explain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of slow changes in words. */
public final class SlowText {
  private SlowText() {}

  /**
   * What a slow change is called, within a sentence.
   *
   * @param kind its key in files, such as {@code linear-drift}
   * @throws IllegalArgumentException if there is none of this key
   */
  public static String of(String kind) {
    return find(kind).orElseThrow(() -> new IllegalArgumentException("no slow change: " + kind));
  }

  /**
   * What a slow change of a table is called; empty where the text names none.
   *
   * @param text its key and the table with a blank between
   */
  static Optional<String> ofTable(String text) {
    int blank = text.indexOf(' ');
    return blank < 0
        ? Optional.empty()
        : find(text.substring(0, blank)).map(kind -> kind + " in" + text.substring(blank));
  }

  /**
   * A few words for a slow change of a table; the text itself where it names none.
   *
   * @param text its key and the table with a blank between
   */
  public static String brief(String text) {
    int blank = text.indexOf(' ');
    String table = text.substring(blank + 1);
    return switch (text.substring(0, Math.max(blank, 0))) {
      case "own-reference" -> "own f_ref of " + table;
      case "linear-drift" -> "drift in " + table;
      case "linear-baseline" -> "baseline P in " + table;
      case "quadratic-baseline" -> "baseline P² in " + table;
      case "sqrt-baseline" -> "baseline √P in " + table;
      case "fourth-root-baseline" -> "baseline ∜P in " + table;
      default -> text;
    };
  }

  private static Optional<String> find(String kind) {
    return Optional.ofNullable(words(kind));
  }

  private static @Nullable String words(String kind) {
    return switch (kind) {
      case "own-reference" -> "a reference frequency of its own";
      case "linear-drift" -> "a drift in row order";
      case "linear-baseline" -> "a baseline linear in power";
      case "quadratic-baseline" -> "a baseline quadratic in power";
      case "sqrt-baseline" -> "a baseline with the square root of power";
      case "fourth-root-baseline" -> "a baseline with the fourth root of power";
      default -> null;
    };
  }
}

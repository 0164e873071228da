package tlsfit.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Words of a file in messages: quoted, cut to length, compared with the known ones. */
public final class Texts {
  private static final int LONGEST = 60;

  private Texts() {}

  /** The text on one line and cut to a length that suits a message. */
  static String shown(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  /** The text with blanks and line ends of any kind made one blank, and none around it. */
  public static String oneBlank(String text) {
    return text.replaceAll("[\\s\\p{Zs}]+", " ").strip();
  }

  /** The text in quotation marks, on one line and cut to a length that suits a message. */
  public static String quoted(String text) {
    return '"' + shown(text) + '"';
  }

  /**
   * The known word that the text most probably means: the first of the nearest ones by
   * Levenshtein's distance, within a third of the text's length and at most 3.
   *
   * @return empty where none is that near
   */
  public static Optional<String> nearest(String text, Collection<String> known) {
    String wanted = normalised(text);
    int least = Math.max(1, Math.min(3, wanted.length() / 3));
    Optional<String> nearest = Optional.empty();
    for (String word : known) {
      int distance = distance(wanted, normalised(word));
      if (distance <= least) {
        least = distance - 1;
        nearest = Optional.of(word);
      }
    }
    return nearest;
  }

  /** Lower case, with spaces, underscores and hyphens made equal. */
  public static String normalised(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
  }

  /**
   * Levenshtein's distance: insertions, deletions and substitutions from one word to the other
   * (Soviet Physics Doklady 10, 707 (1966)).
   */
  public static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  /** A unit without brackets around it. */
  public static String bare(String unit) {
    String text = unit.strip();
    boolean bracketed =
        (text.startsWith("[") && text.endsWith("]"))
            || (text.startsWith("(") && text.endsWith(")"));
    return bracketed ? text.substring(1, text.length() - 1) : text;
  }
}

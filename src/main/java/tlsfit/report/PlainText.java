package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import tlsfit.units.Visible;

/** Text for a terminal: what may stand in it, how wide it is, and how it breaks into lines. */
final class PlainText {
  private static final int[][] WIDE = {
    {0x1100, 0x115f},
    {0x2e80, 0xa4cf},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},
    {0xff00, 0xff60},
    {0x1f300, 0x1faff},
    {0x20000, 0x3fffd}
  };

  private PlainText() {}

  /**
   * A text of one line on which no terminal acts, whatever file or name it came from: what would
   * steer it is shown by its number, as {@link Visible} does, and so are line ends.
   */
  static String clean(String text) {
    return Visible.of(text).replace("\n", "\\u000a").replace("\r", "\\u000d");
  }

  /** Cells of a terminal that a text takes: two for a wide character, none for an accent. */
  static int width(String text) {
    return text.codePoints().map(PlainText::width).sum();
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  /** Whether Unicode's annex 11 makes it wide, by the blocks in use. */
  private static boolean isWide(int point) {
    for (int[] block : WIDE) {
      if (point >= block[0] && point <= block[1]) {
        return true;
      }
    }
    return false;
  }

  /**
   * A text broken between words, where it can be.
   *
   * @param first what the first line begins with
   * @param next what all others begin with
   * @param width the most cells of a line
   */
  static List<String> wrap(String first, String next, String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    int used = width(first);
    boolean empty = true;
    for (String word : text.strip().split("\\s+", -1)) {
      int size = width(word);
      if (!empty && used + 1 + size > width) {
        lines.add(line.toString());
        line = new StringBuilder(next);
        used = width(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      used += size + (empty ? 0 : 1);
      empty = false;
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}

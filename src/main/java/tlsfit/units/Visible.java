package tlsfit.units;

/**
 * Text that changes nothing but what is read: whatever would steer the terminal, turn the direction
 * of writing, or not be seen at all stands as its code, {@code \u001b} for the escape character.
 * Line feeds stay. The form is JSON's own, so that JSON keeps its meaning.
 *
 * <p>Files and arguments come from anybody, and parts of them stand in messages and reports.
 */
public final class Visible {
  private static final int EXCERPT = 60;

  private Visible() {}

  /** A text of somebody else as a message can quote it: of one line, at most 60 characters long. */
  public static String excerpt(String text) {
    String line = text.replaceAll("\\R", " ");
    boolean cut = line.length() > EXCERPT;
    return of(cut ? line.substring(0, EXCERPT) + "…" : line);
  }

  /** Whether every character of a text is visible, and none ends the line. */
  public static boolean isLine(String text) {
    return text.indexOf('\n') < 0 && of(text).equals(text);
  }

  /** A text with everything in it visible. */
  public static String of(String text) {
    int first = 0;
    while (first < text.length() && isPlain(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, first);
    int codePoint;
    for (int i = first; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      boolean lineEnd = codePoint == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (lineEnd || isVisible(codePoint)) {
        visible.appendCodePoint(codePoint);
      } else {
        for (char unit : Character.toChars(codePoint)) {
          appendCode(visible, unit);
        }
      }
    }
    return visible.toString();
  }

  private static void appendCode(StringBuilder text, char unit) {
    String digits = Integer.toHexString(unit);
    text.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
  }

  /** Most text by far. */
  private static boolean isPlain(char c) {
    return (c >= ' ' && c < 0x7f) || c == '\n';
  }

  private static boolean isVisible(int codePoint) {
    if (codePoint == '\n') {
      return true;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isIgnorable(codePoint);
    };
  }

  /** The rest of Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties.txt), and blanks. */
  private static boolean isIgnorable(int codePoint) {
    return codePoint == 0x034f // combining grapheme joiner
        || codePoint == 0x115f // fillers of Hangul
        || codePoint == 0x1160
        || codePoint == 0x3164
        || codePoint == 0xffa0
        || codePoint == 0x2800 // Braille without a dot
        || in(codePoint, 0x17b4, 0x17b5)
        || in(codePoint, 0x180b, 0x180f)
        || in(codePoint, 0x2060, 0x206f)
        || in(codePoint, 0xfe00, 0xfe0f) // variation selectors
        || in(codePoint, 0xfff0, 0xfffb)
        || in(codePoint, 0xe0000, 0xe0fff); // tags and more variation selectors
  }

  private static boolean in(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}

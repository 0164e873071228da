package tlsfit.table;

/**
 * A part of a text as an array, which is moved along the text: to read an array is several times as
 * fast as to ask a string for each of its characters.
 */
final class TextWindow {
  private static final int USUAL_LENGTH = 1 << 14;

  /** What stands behind the part, so that a loop over a line needs no other end. */
  private static final char END = '\n';

  private final String text;
  private char[] chars = {END};
  private int start;
  private int length;

  TextWindow(String text) {
    this.text = text;
  }

  /** Characters of the part, with a line end behind it. */
  char[] chars() {
    return chars;
  }

  /** Where the part begins in the text. */
  int start() {
    return start;
  }

  /** Number of characters of the part. */
  int length() {
    return length;
  }

  /** Whether the text ends with the part. */
  boolean isLast() {
    return start + length == text.length();
  }

  /** Moves to a place where the part does not hold it. */
  void reach(int at) {
    if (at < start || at >= start + length) {
      move(at, USUAL_LENGTH);
    }
  }

  /** Moves to a place, where the part has to hold more behind it than now. */
  void extend(int at) {
    move(at, at == start ? 2 * length : Math.max(USUAL_LENGTH, length));
  }

  private void move(int at, int wanted) {
    start = at;
    length = Math.min(wanted, text.length() - at);
    if (chars.length <= length) {
      chars = new char[length + 1];
    }
    text.getChars(start, start + length, chars, 0);
    chars[length] = END;
  }
}

package tlsfit.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Text decoded from bytes: UTF-8, UTF-16 with or without a byte order mark, else Windows-1252.
 *
 * @param text the text without byte order mark and without what a logger or DOS wrote behind it
 * @param notes what had to be guessed or left out
 */
record DecodedText(String text, List<String> notes) {
  /** Bytes that are looked at for UTF-16 without a mark. */
  private static final int SNIFFED = 4096;

  /** What stands for bytes that are no UTF-8. */
  private static final char REPLACEMENT = '\ufffd';

  private static final char DOS_END = '\u001a';

  /**
   * Decodes bytes.
   *
   * @throws TextFile.Unreadable if they hold binary data
   */
  static DecodedText of(byte[] bytes) throws TextFile.Unreadable {
    List<String> notes = new ArrayList<>();
    String whole = decoded(bytes, notes);
    String text = withoutTail(whole, notes);
    boolean binary = text.length() < whole.length() && text.chars().anyMatch(c -> isControl(c));
    int zero = binary ? whole.indexOf('\0') : text.indexOf('\0');
    if (zero >= 0) {
      long above = whole.substring(0, zero).lines().count();
      long line = isLineStart(whole, zero) ? above + 1 : above;
      throw new TextFile.Unreadable(
          "the file holds binary data, a NUL (zero byte) in line " + line,
          "text is needed: save a workbook as CSV, other data as a table of numbers");
    }
    return new DecodedText(text, List.copyOf(notes));
  }

  private static boolean isControl(int c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f';
  }

  private static boolean isLineStart(String text, int at) {
    return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
  }

  private static String decoded(byte[] bytes, List<String> notes) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      // this charset reads the byte order from the mark and drops it
      return new String(bytes, StandardCharsets.UTF_16);
    }
    if (hasZeros(bytes, 1)) {
      notes.add("UTF-16 (little endian) without a mark");
      return new String(bytes, StandardCharsets.UTF_16LE);
    }
    if (hasZeros(bytes, 0)) {
      notes.add("UTF-16 (big endian) without a mark");
      return new String(bytes, StandardCharsets.UTF_16BE);
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) < 0) {
      return text; // of a byte a character where all are ASCII, which a decoder would need two for
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, start, bytes.length - start);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException e) {
      notes.add("no UTF-8; read as Windows-1252 (Western European)");
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  // Latin text in UTF-16: every other byte is zero, and none of the rest
  private static boolean hasZeros(byte[] bytes, int first) {
    int end = Math.min(bytes.length, SNIFFED) & ~1;
    int zeros = 0;
    for (int i = 0; i < end; i += 2) {
      if (bytes[i + 1 - first] == 0) {
        return false;
      }
      zeros += bytes[i + first] == 0 ? 1 : 0;
    }
    return end >= 8 && 4 * zeros > end;
  }

  private static String withoutTail(String text, List<String> notes) {
    int end = text.length();
    int zeros = 0;
    boolean dos = false;
    while (end > 0
        && (text.charAt(end - 1) == '\0'
            || text.charAt(end - 1) == DOS_END
            || Character.isWhitespace(text.charAt(end - 1)))) {
      end--;
      zeros += text.charAt(end) == '\0' ? 1 : 0;
      dos |= text.charAt(end) == DOS_END;
    }
    if (zeros > 0) {
      notes.add(zeros + " NUL characters (zero bytes) at the end are left out");
    }
    if (dos) {
      notes.add("the DOS end-of-file character at the end is left out");
    }
    return zeros > 0 || dos ? text.substring(0, end) + "\n" : text;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}

package tlsfit.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into records of fields: RFC 4180 with any separator, or fields between blanks. Blank
 * lines are skipped; a line that begins with a {@link CommentMark} is a comment. A quoted field may
 * hold separators, line ends and doubled quotes; {@code ="1.5"}, which keeps a spreadsheet from
 * touching a number, is a quoted field too. Between bars, those around a line are no fields.
 */
final class RecordReader {
  /** Separator that stands for any number of blanks and tabs. */
  static final char BLANKS = ' ';

  private static final char BAR = '|';

  /** A line holds quotation marks, or what lies beyond ASCII and would have to be cleaned. */
  private static final int UNCLEAN = -1;

  /** A line goes on beyond the window. */
  private static final int BEYOND = -2;

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;
  private int recordLine;
  private boolean comment;
  private boolean unclosedQuote;
  private int brokenQuote;
  private List<String> fields = List.of();
  private final Pieces pieces = new Pieces(16);
  private final TextWindow window;
  private final NumberScan scan = new NumberScan();
  private final boolean numbers; // none is cut by the separator
  private boolean sliced; // the fields are those pieces

  /**
   * Prepares the reading of a text.
   *
   * @param separator of the fields; {@link #BLANKS} for blanks, a character that no text has to
   *     take lines whole
   */
  RecordReader(String text, char separator) {
    this.text = text;
    this.separator = separator;
    window = new TextWindow(text);
    numbers = "0123456789+-.eE".indexOf(separator) < 0;
  }

  /** Goes to the next record or comment; false at the end. */
  boolean next() {
    while (at < text.length()) {
      int start = at;
      while (start < text.length() && isBlank(text.charAt(start))) {
        start++;
      }
      recordLine = line;
      if (start == text.length() || isLineEnd(text.charAt(start))) {
        toNextLine(start);
        continue;
      }
      int mark = CommentMark.length(text, start, separator);
      comment = mark > 0;
      sliced = false;
      if (comment) {
        int end = endOfLine(start);
        fields = List.of(text.substring(start + mark, end));
        toNextLine(end);
      } else {
        fields = fields();
      }
      return true;
    }
    return false;
  }

  /** Line the record begins in. */
  int line() {
    return recordLine;
  }

  /** Whether it is a comment. */
  boolean isComment() {
    return comment;
  }

  /** Whether the text ended within a quoted field. */
  boolean hasUnclosedQuote() {
    return unclosedQuote;
  }

  /** Line of the last quotation mark that is not closed where its field ends; 0 for none. */
  int brokenQuote() {
    return brokenQuote;
  }

  /** Fields of the record, without blanks around them; the text of a comment. */
  List<String> record() {
    return sliced ? slicedFields() : fields;
  }

  /** Adds the record to others of the same text; whether its fields are mere pieces of it. */
  boolean addPieces(TextRecords records) {
    if (sliced) {
      records.addPieces(recordLine, pieces);
    }
    return sliced;
  }

  /** The fields of one line; none where it is blank or a comment. */
  static List<String> split(String line, char separator) {
    RecordReader reader = new RecordReader(line, separator);
    return reader.next() && !reader.comment ? reader.record() : List.of();
  }

  private List<String> fields() {
    int end = slice();
    sliced = end >= 0 && separator != BAR;
    if (end >= 0) {
      toNextLine(end);
      return separator == BAR ? withoutBars(slicedFields()) : List.of();
    }
    List<String> found = new ArrayList<>();
    if (separator == BLANKS) {
      skipBlanks();
    }
    while (true) {
      found.add(field());
      if (at < text.length() && isSeparator(text.charAt(at))) {
        at++;
        if (separator == BLANKS) {
          skipBlanks();
          if (at == text.length() || isLineEnd(text.charAt(at))) {
            break;
          }
        }
      } else {
        break;
      }
    }
    toNextLine(at);
    return separator == BAR ? withoutBars(found) : found;
  }

  // Cuts the line into pieces of the text; its end, or UNCLEAN.
  private int slice() {
    window.reach(at);
    int end = sliceInWindow();
    while (end == BEYOND) {
      window.extend(at);
      end = sliceInWindow();
    }
    return end;
  }

  private int sliceInWindow() {
    char[] chars = window.chars();
    int start = window.start();
    int length = window.length();
    pieces.clear();
    int from = at - start;
    while (true) {
      int first = from;
      while (isInnerBlank(chars[first])) {
        first++;
      }
      boolean number = numbers && scan.at(chars, first);
      int to = number ? scan.end() : first;
      int last = to; // without blanks behind
      char c;
      while ((c = chars[to]) != separator && !isLineEnd(c) && !isBetween(c)) {
        if (c == '"' || c > '~') {
          return UNCLEAN;
        }
        to++;
        last = isBlank(c) ? last : to;
      }
      if (to == length && !window.isLast()) {
        return BEYOND;
      }
      if (separator == BLANKS && first == last && pieces.size() > 0) {
        return start + to; // blanks at the end
      }
      if (number && last == scan.end()) {
        pieces.addNumber(start + first, start + last, scan);
      } else {
        pieces.addText(start + first, start + last);
      }
      if (isLineEnd(c)) {
        return start + to;
      }
      from = to + 1;
    }
  }

  // a blank before a field, which is not what separates the fields
  private boolean isInnerBlank(char c) {
    return isAsciiBlank(c) && (separator == BLANKS || c != separator);
  }

  private boolean isBetween(char c) {
    return separator == BLANKS && isAsciiBlank(c);
  }

  private static boolean isAsciiBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private List<String> slicedFields() {
    return new SlicedFields(text, pieces.copy(), 0, pieces.size());
  }

  private static List<String> withoutBars(List<String> fields) {
    boolean around =
        fields.size() > 2 && fields.get(0).isEmpty() && fields.get(fields.size() - 1).isEmpty();
    return around ? fields.subList(1, fields.size() - 1) : fields;
  }

  private String field() {
    int start = at;
    int first = at;
    while (first < text.length()
        && isBlank(text.charAt(first))
        && text.charAt(first) != separator) {
      first++;
    }
    if (text.startsWith("=\"", first)) {
      first++;
    }
    if (first < text.length() && text.charAt(first) == '"') {
      at = first;
      return quoted();
    }
    while (at < text.length() && !isSeparator(text.charAt(at)) && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return Cells.clean(text.substring(start, at));
  }

  private String quoted() {
    StringBuilder field = new StringBuilder();
    int opened = line;
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        if (at < text.length() && text.charAt(at) == '"') {
          at++;
        } else {
          String rest = rest();
          if (line > opened && !rest.isBlank()) {
            brokenQuote = opened;
          }
          return Cells.clean(field.append(rest).toString());
        }
      } else if (c == '\n') {
        line++;
      }
      field.append(c);
    }
    unclosedQuote = true;
    brokenQuote = opened;
    return field.toString();
  }

  // what follows a closing quote up to the separator: blanks, in a good file
  private String rest() {
    int start = at;
    while (at < text.length() && !isSeparator(text.charAt(at)) && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private boolean isSeparator(char c) {
    return separator == BLANKS ? isBlank(c) : c == separator;
  }

  private static boolean isBlank(char c) {
    return Cells.isBlank(c) || Cells.isInvisible(c);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private int endOfLine(int from) {
    int end = from;
    while (end < text.length() && !isLineEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  // LF, CR, CR LF, and CR CR LF of a file that was written in text mode twice
  private void toNextLine(int end) {
    at = end;
    int last = at;
    while (last < text.length() && text.charAt(last) == '\r') {
      last++;
    }
    if (last < text.length() && text.charAt(last) == '\n') {
      at = last + 1;
      line++;
    } else if (last > at) {
      at++;
      line++;
    }
  }
}

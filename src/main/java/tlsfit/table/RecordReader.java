package tlsfit.table;

import java.util.ArrayList;
import java.util.Arrays;
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

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;
  private int recordLine;
  private boolean comment;
  private boolean unclosedQuote;
  private int brokenQuote;
  private List<String> fields = List.of();

  /**
   * Prepares the reading of a text.
   *
   * @param separator of the fields; {@link #BLANKS} for blanks, a character that no text has to
   *     take lines whole
   */
  RecordReader(String text, char separator) {
    this.text = text;
    this.separator = separator;
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
    return fields;
  }

  /** The fields of one line; none where it is blank or a comment. */
  static List<String> split(String line, char separator) {
    RecordReader reader = new RecordReader(line, separator);
    return reader.next() && !reader.comment ? reader.fields : List.of();
  }

  private List<String> fields() {
    int end = endOfLine(at);
    if (isPlain(end)) {
      List<String> sliced = new SlicedFields(text, slices(end));
      toNextLine(end);
      return separator == BAR ? withoutBars(sliced) : sliced;
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

  // no quotation marks, and nothing beyond ASCII that would have to be cleaned
  private boolean isPlain(int end) {
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (c == '"' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private int[] slices(int end) {
    int[] bounds = new int[2 * (1 + (separator == BLANKS ? end - at : count(end)))];
    int used = 0;
    int from = at;
    while (from <= end) {
      if (separator == BLANKS) {
        while (from < end && isBlank(text.charAt(from))) {
          from++;
        }
        if (from == end && used > 0) {
          break;
        }
      }
      int to = from;
      while (to < end && !isSeparator(text.charAt(to))) {
        to++;
      }
      int last = to;
      while (from < last && isBlank(text.charAt(from))) {
        from++;
      }
      while (last > from && isBlank(text.charAt(last - 1))) {
        last--;
      }
      bounds[used++] = from;
      bounds[used++] = last;
      from = to + 1;
    }
    return Arrays.copyOf(bounds, used);
  }

  private int count(int end) {
    int separators = 0;
    for (int i = at; i < end; i++) {
      separators += text.charAt(i) == separator ? 1 : 0;
    }
    return separators;
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

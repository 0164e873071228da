package tlsfit.report;

import java.util.List;

/** Text in lines of a width that a terminal and a laboratory book have. */
final class Page {
  private static final int WIDTH = 96;

  private final StringBuilder text = new StringBuilder();

  /** A heading, with an empty line above unless it is the first line. */
  Page heading(String heading) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    text.append(heading).append('\n');
    return this;
  }

  Page lines(List<String> lines) {
    lines.forEach(line -> text.append(line).append('\n'));
    return this;
  }

  Page table(TextTable table) {
    return lines(table.lines());
  }

  /** A paragraph, broken between words and indented. */
  Page paragraph(String words) {
    return wrapped("  ", "  ", words);
  }

  /** A paragraph that hangs from a dash. */
  Page item(String words) {
    return wrapped("  - ", "    ", words);
  }

  /** A paragraph that hangs from a mark of at most four letters. */
  Page marked(String mark, String words) {
    return wrapped("  " + mark + " ".repeat(6 - mark.length()), "        ", words);
  }

  private Page wrapped(String first, String next, String words) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : words.strip().split("\\s+", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line = new StringBuilder(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    text.append(line).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

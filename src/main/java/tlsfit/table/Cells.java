package tlsfit.table;

import java.util.ArrayList;
import java.util.List;

/** Cleans the text of cells: blanks of any width, characters without width, single quotes. */
final class Cells {
  private Cells() {}

  /** Blanks within a line, those of any width and those that do not break among them. */
  static boolean isBlank(char c) {
    return c == ' '
        || c == '\t'
        || c == '\u00a0'
        || c == '\u202f'
        || c == '\u3000'
        || (c >= '\u2000' && c <= '\u200a');
  }

  /** Characters that nobody sees: zero-width blanks and joiners, byte order marks. */
  static boolean isInvisible(char c) {
    return (c >= '\u200b' && c <= '\u200f') || c == '\u2060' || c == '\ufeff' || c == '\u00ad';
  }

  /** The text without blanks around it and without invisible characters. */
  static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isInvisible(text.charAt(i))) {
        return stripped(withoutInvisible(text));
      }
    }
    return stripped(text);
  }

  private static String withoutInvisible(String text) {
    StringBuilder seen = new StringBuilder();
    text.chars().filter(c -> !isInvisible((char) c)).forEach(c -> seen.append((char) c));
    return seen.toString();
  }

  private static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isOuter(text.charAt(start))) {
      start++;
    }
    while (end > start && isOuter(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isOuter(char c) {
    return isBlank(c) || c == '\n' || c == '\r';
  }

  /** The fields without single quotes, where each that is not empty stands in them. */
  static List<String> withoutSingleQuotes(List<String> fields) {
    List<String> bare = new ArrayList<>(fields.size());
    for (String field : fields) {
      if (field.isEmpty()) {
        bare.add(field);
      } else if (field.length() >= 2 && field.charAt(0) == '\'' && field.endsWith("'")) {
        bare.add(field.substring(1, field.length() - 1).strip());
      } else {
        return fields;
      }
    }
    return bare;
  }
}

package tlsfit.load;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tlsfit.table.Texts;

/**
 * Values of a sample file that a comment may have cut: {@code sample: film #3} is the name {@code
 * film}, since YAML begins a comment at a # behind a blank. A comment that begins with a blank or
 * another # is taken for one.
 */
final class CutByComment {
  /** A key, a value without quotes, a # behind a blank and at once something behind it. */
  private static final Pattern LINE =
      Pattern.compile(
          "^[\\s{,-]*(?<key>[a-z-]+)\\s*:\\s+(?<value>[^\\s\"'{\\[#|>][^#]*?)\\s+(?<rest>#[^\\s#].*)$");

  private CutByComment() {}

  /** A warning for each. */
  static List<String> in(String text, String file) {
    List<String> warnings = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        String value = matcher.group("value");
        String rest = matcher.group("rest").strip();
        warnings.add(
            file
                + ":"
                + number
                + ": "
                + Texts.quoted(rest)
                + " is a comment, and "
                + matcher.group("key")
                + " is "
                + Texts.quoted(value)
                + ": if it is part of the value, quote it, as "
                + matcher.group("key")
                + ": \""
                + value
                + " "
                + rest
                + "\"");
      }
    }
    return warnings;
  }
}

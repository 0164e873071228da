package tlsfit.result;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a result with long lists of it made empty, line breaks kept, so that a parser need
 * not see their thousands of numbers. Of what is left out only brackets and quotes are looked at;
 * where these do not fit together the text stays whole, for the parser to say why.
 */
final class AbridgedText {
  private final byte[]
      text; // in UTF-8, where all that is looked for is one byte, and no part of others
  private final Set<LongList> left;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final String[] keys = {"", "", ""}; // the last string at each depth of brackets
  private int copied;

  private AbridgedText(byte[] text, Set<LongList> left) {
    this.text = text;
    this.left = left;
  }

  /** The abridged text of a JSON text, both in UTF-8. */
  static byte[] of(byte[] text, Set<LongList> left) {
    return new AbridgedText(text, left).abridged();
  }

  private byte[] abridged() {
    int depth = 0;
    for (int i = 0; i < text.length; i++) {
      switch (text[i]) {
        case '"' -> {
          int end = endOfString(i);
          if (depth > 0 && depth < keys.length) {
            keys[depth] = new String(text, i + 1, end - i - 1, StandardCharsets.UTF_8);
          }
          i = end;
        }
        case '{' -> depth++;
        case '[' -> {
          int end = isLeft(depth) ? endOfList(i) : -1;
          if (end > 0) {
            leaveOut(i + 1, end);
            i = end;
          } else {
            depth++;
          }
        }
        case '}', ']' -> depth--;
        default -> {}
      }
    }
    kept.write(text, copied, text.length - copied);
    return kept.toByteArray();
  }

  private boolean isLeft(int depth) {
    Optional<LongList> found =
        switch (depth) {
          case 1 -> LongList.find(left, "", keys[1]);
          case 2 -> LongList.find(left, keys[1], keys[2]);
          default -> Optional.empty();
        };
    return found.isPresent();
  }

  private void leaveOut(int from, int to) {
    kept.write(text, copied, from - copied);
    for (int i = from; i < to; i++) {
      if (text[i] == '\n') {
        kept.write('\n');
      }
    }
    copied = to;
  }

  /** The place of the quote that ends a string; the last of the text where there is none. */
  private int endOfString(int begin) {
    for (int i = begin + 1; i < text.length; i++) {
      if (text[i] == '"') {
        return i;
      }
      if (text[i] == '\\') {
        i++;
      }
    }
    return text.length;
  }

  /** The place of the bracket that ends a list; negative where brackets do not fit together. */
  private int endOfList(int begin) {
    int lists = 0;
    int objects = 0;
    for (int i = begin; i < text.length; i++) {
      switch (text[i]) {
        case '"' -> i = endOfString(i);
        case '[' -> lists++;
        case '{' -> objects++;
        case '}' -> objects--;
        case ']' -> {
          lists--;
          if (lists == 0) {
            return objects == 0 ? i : -1;
          }
        }
        default -> {}
      }
    }
    return -1;
  }
}

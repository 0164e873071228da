package tlsfit.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * HTML in the making. The one place where text is escaped: whatever a name or a cell holds, it
 * comes out as text.
 */
final class Html {
  private final StringBuilder html = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  Html open(String tag, String... attributes) {
    tag(tag, attributes);
    open.push(tag);
    return this;
  }

  /** An element without content, such as {@code input}. */
  Html empty(String tag, String... attributes) {
    return tag(tag, attributes);
  }

  private Html tag(String tag, String... attributes) {
    html.append('<').append(tag);
    for (int k = 0; k + 1 < attributes.length; k += 2) {
      html.append(' ').append(attributes[k]).append("=\"").append(escape(attributes[k + 1]));
      html.append('"');
    }
    html.append('>');
    return this;
  }

  /** Closes the element opened last. */
  Html close() {
    html.append("</").append(open.pop()).append(">");
    return this;
  }

  /** Text. */
  Html text(String text) {
    html.append(escape(text));
    return this;
  }

  /** An element with nothing but text in it. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** An element with more in it. */
  Html element(String tag, Consumer<Html> content, String... attributes) {
    open(tag, attributes);
    content.accept(this);
    return close();
  }

  /** What is HTML already: the pictures, the style sheet and the script of this program. */
  Html raw(String trusted) {
    html.append(trusted);
    return this;
  }

  /** A line feed, so that the source can be read. */
  Html line() {
    html.append('\n');
    return this;
  }

  /** Characters that HTML takes for more than text are named; those that steer are left out. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                  boolean steers =
                      (Character.isISOControl(point) && point != '\n' && point != '\t')
                          || Character.getType(point) == Character.FORMAT
                          || Character.getType(point) == Character.SURROGATE;
                  out.appendCodePoint(steers ? '\uFFFD' : point);
                }
              }
            });
    return out.toString();
  }

  @Override
  public String toString() {
    return html.toString();
  }
}

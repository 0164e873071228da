package tlsfit.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What all pages begin with: the kind of document, what it may load, its title and its style. */
final class PageHead {
  /** Nothing from outside, and no script. */
  static final String STATIC = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  /** Nothing from outside. */
  static final String WITH_SCRIPT =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

  private PageHead() {}

  /**
   * Begins a page, up to the end of its head; its root element is left open.
   *
   * @param title in the window's title
   * @param policy what the page may load
   * @param meta names and contents of more of what the page says of itself, in turn
   */
  static void add(Html html, String title, String policy, String... meta) {
    html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head").line();
    html.empty("meta", "charset", "utf-8").line();
    for (int k = 0; k + 1 < meta.length; k += 2) {
      html.empty("meta", "name", meta[k], "content", meta[k + 1]).line();
    }
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy).line();
    html.element("title", title).line();
    html.empty("link", "rel", "icon", "href", "data:,").line();
    html.open("style").raw(resource("page.css")).close().close().line();
  }

  /** The text of a resource beside this class. */
  static String resource(String name) {
    try (InputStream in = PageHead.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable resource " + name, e);
    }
  }
}

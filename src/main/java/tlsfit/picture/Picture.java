package tlsfit.picture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Kinds of pictures that a plot can be drawn as. The same plot gives the same bytes: no dates, no
 * random names.
 */
public enum Picture {
  /** Scalable, for pages. */
  SVG,
  /** Pixels, for slides. */
  PNG,
  /** Scalable, for papers. */
  PDF;

  /** The kind that the end of a file's name says; empty where it says none. */
  public static Optional<Picture> ofFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Picture picture : values()) {
      if (lower.endsWith("." + picture.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(picture);
      }
    }
    return Optional.empty();
  }

  /**
   * Draws a plot.
   *
   * @param plot what to draw
   * @return the content of the file
   * @throws IOException if the library that writes the format fails
   */
  public byte[] draw(Plot plot) throws IOException {
    if (this == SVG) {
      return SvgCanvas.file(plot).getBytes(StandardCharsets.UTF_8); // needs no fonts: fast
    }
    // No window is opened: a picture must not need a screen, nor show up in a dock.
    System.setProperty("java.awt.headless", "true");
    // Each format's library is loaded only where it is asked for.
    return this == PNG ? PngPicture.of(plot) : PdfPicture.of(plot);
  }

  /**
   * A plot as SVG within a page, in the colours of its style sheet: {@code --ink}, {@code --paper},
   * {@code --s0} to {@code --s7}.
   *
   * @param prefix of its ids, letters, other than that of any other picture of the page
   */
  public static String inPage(Plot plot, String prefix) {
    return SvgCanvas.element(plot, prefix);
  }
}

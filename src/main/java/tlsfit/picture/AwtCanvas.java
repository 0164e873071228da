package tlsfit.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import tlsfit.units.Visible;

/** A canvas of Java's graphics, behind which are pixels or a PDF. */
final class AwtCanvas implements Canvas {
  /** Comes with PDFBox, so that a picture is the same on machines with other fonts or none. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final Graphics2D graphics;
  private final Font font;
  private @Nullable Shape outside;

  /**
   * Begins with a white sheet.
   *
   * @throws IOException if the folder of temporary files takes no font
   */
  AwtCanvas(Graphics2D graphics, Plot plot) throws IOException {
    this.graphics = graphics;
    this.font = font();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fill(new Rectangle2D.Double(0, 0, plot.wholeWidth(), plot.wholeHeight()));
  }

  /** Java reads fonts from files only, and so copies this one to a temporary file. */
  private static Font font() throws IOException {
    try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + FONT);
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (FontFormatException e) {
      throw new IllegalStateException("unreadable resource " + FONT, e);
    } catch (IOException e) {
      throw new IOException(
          "the font of the picture cannot be put into the folder of temporary files, "
              + System.getProperty("java.io.tmpdir"),
          e);
    }
  }

  private static Path2D path(double[] points) {
    Path2D path = new Path2D.Double();
    boolean down = false;
    for (int i = 0; i + 1 < points.length; i += 2) {
      if (Double.isNaN(points[i]) || Double.isNaN(points[i + 1])) {
        down = false;
      } else if (down) {
        path.lineTo(points[i], points[i + 1]);
      } else {
        path.moveTo(points[i], points[i + 1]);
        down = true;
      }
    }
    return path;
  }

  private void colour(int number, double strength) {
    int rgb = Colours.of(number);
    graphics.setColor(
        new Color(
            (rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255, (int) Math.round(255 * strength)));
  }

  @Override
  public void line(double[] points, int colour, double width, double... dashes) {
    float[] pattern = new float[dashes.length];
    for (int i = 0; i < dashes.length; i++) {
      pattern[i] = (float) dashes[i];
    }
    colour(colour, 1);
    graphics.setStroke(
        new BasicStroke(
            (float) width,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            10,
            pattern.length == 0 ? null : pattern,
            0));
    graphics.draw(path(points));
  }

  @Override
  public void fill(double[] points, int colour, double strength) {
    colour(colour, strength);
    graphics.fill(path(points)); // which closes each part
  }

  @Override
  public void circle(double x, double y, double radius, int colour, double width, String label) {
    colour(colour, 1);
    Shape circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    if (width > 0) {
      graphics.setStroke(new BasicStroke((float) width));
      graphics.draw(circle);
    } else {
      graphics.fill(circle);
    }
  }

  @Override
  public void text(double x, double y, String given, double size, Anchor anchor, boolean turned) {
    if (given.isEmpty()) {
      return;
    }
    String words = Visible.of(given).replace('\n', ' ');
    Font sized = font.deriveFont((float) size);
    double width = sized.getStringBounds(words, graphics.getFontRenderContext()).getWidth();
    double back =
        switch (anchor) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    if (turned) {
      graphics.rotate(-Math.PI / 2);
    }
    colour(TEXT, 1);
    graphics.setFont(sized);
    graphics.drawString(words, (float) -back, 0f);
    graphics.setTransform(before);
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    outside = graphics.getClip();
    graphics.clip(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void unclip() {
    graphics.setClip(outside);
  }
}

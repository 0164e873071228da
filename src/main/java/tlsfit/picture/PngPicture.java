package tlsfit.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A plot in pixels. */
final class PngPicture {
  /** Two pixels for each unit of the layout, so that letters stay sharp on a slide. */
  private static final int SCALE = 2;

  private PngPicture() {}

  static byte[] of(Plot plot) throws IOException {
    BufferedImage image =
        new BufferedImage(
            SCALE * plot.wholeWidth(), SCALE * plot.wholeHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(SCALE, SCALE);
    Painter.paint(plot, new AwtCanvas(graphics, plot));
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // of its own, so that no cache file is made
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    return bytes.toByteArray();
  }
}

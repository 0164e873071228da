package tlsfit.picture;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** A plot as a PDF of one page, as large as the plot. */
final class PdfPicture {
  /** Units of the layout are pixels of 1/96 inch, those of PDF points of 1/72 inch. */
  private static final float SCALE = 0.75f;

  private PdfPicture() {}

  static byte[] of(Plot plot) throws IOException {
    try (PDDocument document = new PDDocument()) {
      // Else the time of writing goes into the file's id.
      document.setDocumentId(0L);
      PDPage page =
          new PDPage(new PDRectangle(SCALE * plot.wholeWidth(), SCALE * plot.wholeHeight()));
      document.addPage(page);
      PdfBoxGraphics2D graphics =
          new PdfBoxGraphics2D(document, plot.wholeWidth(), plot.wholeHeight());
      Painter.paint(plot, new AwtCanvas(graphics, plot));
      graphics.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.transform(Matrix.getScaleInstance(SCALE, SCALE));
        content.drawForm(graphics.getXFormObject());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}

package tlsfit.report;

import java.awt.Dimension;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A plot as SVG. */
final class SvgPicture {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  /** Names the DTD of 2001, which viewers would have to fetch and none needs. */
  private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^>]*>\\s*");

  private SvgPicture() {}

  static byte[] of(PlotPainter painter) throws IOException {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment(null);
    context.setPrecision(2);
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(PlotPainter.WIDTH, PlotPainter.HEIGHT));
    painter.paint(graphics);
    Element root = graphics.getRoot();
    root.setAttributeNS(null, "viewBox", "0 0 " + PlotPainter.WIDTH + " " + PlotPainter.HEIGHT);
    StringWriter text = new StringWriter();
    graphics.stream(root, text, true, false);
    graphics.dispose();
    return DOCTYPE
        .matcher(text.toString().replace("\r\n", "\n"))
        .replaceFirst("")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java can make an XML document", e);
    }
  }
}

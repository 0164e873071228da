package tlsfit.picture;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tlsfit.units.Visible;

/**
 * A canvas that becomes SVG: each line one path, texts as texts. In a page the colours are those of
 * its style sheet.
 */
final class SvgCanvas implements Canvas {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;
  private final boolean inPage;
  private final String prefix;
  private int clips;

  /**
   * Begins a picture.
   *
   * @param plot whose size and description it has
   * @param prefix of the ids in a page, which holds several pictures; empty for a file
   */
  private SvgCanvas(Plot plot, String prefix) throws XMLStreamException {
    this.inPage = !prefix.isEmpty();
    this.prefix = prefix;
    xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace(NAMESPACE);
    String size = plot.wholeWidth() + " " + plot.wholeHeight();
    xml.writeAttribute("viewBox", "0 0 " + size);
    if (!inPage) {
      xml.writeAttribute("width", Integer.toString(plot.wholeWidth()));
      xml.writeAttribute("height", Integer.toString(plot.wholeHeight()));
    }
    xml.writeAttribute("role", "img");
    xml.writeAttribute("aria-label", shown(plot.description()));
    xml.writeAttribute("font-family", "Liberation Sans, Arial, Helvetica, sans-serif");
    xml.writeStartElement("title");
    xml.writeCharacters(shown(plot.description()));
    xml.writeEndElement();
    if (!inPage) {
      xml.writeEmptyElement("rect");
      xml.writeAttribute("width", "100%");
      xml.writeAttribute("height", "100%");
      xml.writeAttribute("fill", "#fff");
    }
  }

  /** A plot as the content of a file. */
  static String file(Plot plot) {
    return draw(plot, "");
  }

  /**
   * A plot as an element of a page.
   *
   * @param prefix of its ids, other than that of any other picture there
   */
  static String element(Plot plot, String prefix) {
    return draw(plot, prefix);
  }

  private static String draw(Plot plot, String prefix) {
    try {
      SvgCanvas canvas = new SvgCanvas(plot, prefix);
      Painter.paint(plot, canvas);
      canvas.xml.writeEndElement();
      canvas.xml.writeCharacters("\n");
      canvas.xml.close();
      return canvas.text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory can be written", e);
    }
  }

  /** Words of anybody, without what XML cannot hold and what would steer who reads it. */
  private static String shown(String words) {
    return Visible.of(words).replace('\n', ' ');
  }

  private static String number(double value) {
    return new BigDecimal(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String path(double[] points, boolean closed) {
    StringBuilder d = new StringBuilder();
    boolean down = false;
    for (int i = 0; i + 1 < points.length; i += 2) {
      if (Double.isNaN(points[i]) || Double.isNaN(points[i + 1])) {
        d.append(down && closed ? "Z" : "");
        down = false;
        continue;
      }
      d.append(down ? 'L' : 'M')
          .append(number(points[i]))
          .append(' ')
          .append(number(points[i + 1]));
      down = true;
    }
    return down && closed ? d.append('Z').toString() : d.toString();
  }

  private String colour(int number) {
    return inPage
        ? Colours.inPage(number)
        : String.format(Locale.ROOT, "#%06x", Colours.of(number));
  }

  /** A step that writes. */
  private interface Step {
    void write() throws XMLStreamException;
  }

  private static void write(Step step) {
    try {
      step.write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory can be written", e);
    }
  }

  @Override
  public void line(double[] points, int colour, double width, double... dashes) {
    String d = path(points, false);
    if (d.isEmpty()) {
      return;
    }
    write(
        () -> {
          xml.writeEmptyElement("path");
          xml.writeAttribute("d", d);
          xml.writeAttribute("fill", "none");
          xml.writeAttribute("stroke", colour(colour));
          xml.writeAttribute("stroke-width", number(width));
          if (dashes.length > 0) {
            StringBuilder lengths = new StringBuilder();
            for (double dash : dashes) {
              lengths.append(lengths.isEmpty() ? "" : " ").append(number(dash));
            }
            xml.writeAttribute("stroke-dasharray", lengths.toString());
          }
        });
  }

  @Override
  public void fill(double[] points, int colour, double strength) {
    write(
        () -> {
          xml.writeEmptyElement("path");
          xml.writeAttribute("d", path(points, true));
          xml.writeAttribute("fill", colour(colour));
          if (strength < 1) {
            xml.writeAttribute("fill-opacity", String.format(Locale.ROOT, "%.2f", strength));
          }
        });
  }

  @Override
  public void circle(double x, double y, double radius, int colour, double width, String label) {
    write(
        () -> {
          xml.writeStartElement("circle");
          xml.writeAttribute("cx", number(x));
          xml.writeAttribute("cy", number(y));
          xml.writeAttribute("r", number(radius));
          xml.writeAttribute("fill", width > 0 ? "none" : colour(colour));
          if (width > 0) {
            xml.writeAttribute("stroke", colour(colour));
            xml.writeAttribute("stroke-width", number(width));
          }
          if (!label.isEmpty()) {
            xml.writeStartElement("title");
            xml.writeCharacters(shown(label));
            xml.writeEndElement();
          }
          xml.writeEndElement();
        });
  }

  @Override
  public void text(double x, double y, String words, double size, Anchor anchor, boolean turned) {
    if (words.isEmpty()) {
      return;
    }
    write(
        () -> {
          xml.writeStartElement("text");
          xml.writeAttribute("x", number(x));
          xml.writeAttribute("y", number(y));
          xml.writeAttribute("font-size", number(size));
          xml.writeAttribute("fill", colour(TEXT));
          if (anchor != Anchor.START) {
            xml.writeAttribute("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
          }
          if (turned) {
            xml.writeAttribute("transform", "rotate(-90 " + number(x) + " " + number(y) + ")");
          }
          xml.writeCharacters(shown(words));
          xml.writeEndElement();
        });
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    String id = prefix + "c" + clips++;
    write(
        () -> {
          xml.writeStartElement("clipPath");
          xml.writeAttribute("id", id);
          xml.writeEmptyElement("rect");
          xml.writeAttribute("x", number(x));
          xml.writeAttribute("y", number(y));
          xml.writeAttribute("width", number(width));
          xml.writeAttribute("height", number(height));
          xml.writeEndElement();
          xml.writeStartElement("g");
          xml.writeAttribute("clip-path", "url(#" + id + ")");
        });
  }

  @Override
  public void unclip() {
    write(xml::writeEndElement);
  }
}

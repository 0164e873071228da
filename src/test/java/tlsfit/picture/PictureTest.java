package tlsfit.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import tlsfit.picture.Plot.Corner;
import tlsfit.picture.Plot.Panel;
import tlsfit.picture.Series.Stroke;
import tlsfit.picture.Series.Symbol;

class PictureTest {
  private static final Plot PLOT =
      Plot.of(
          "a shift",
          Axis.logarithmic("Ω (rad/s)", 1e-5, 1e9),
          new Panel(
              Axis.linear("shift (kHz)", -2, 0),
              List.of(
                  new Series.Line(
                      "model",
                      0,
                      Stroke.THICK,
                      new double[] {1e-5, 1, 1e9},
                      new double[] {0, -2, -1}),
                  new Series.Line(
                      "limit",
                      -1,
                      Stroke.DASHED,
                      new double[] {1e-5, 10, 1e9},
                      new double[] {0, Double.NaN, -1}),
                  new Series.Region("ends", 1e7, 1e9),
                  new Series.Points(
                      "data",
                      6,
                      Symbol.DOT,
                      new double[] {1, 100},
                      new double[] {-1, -1.5},
                      new double[] {0.1, 0.2},
                      List.of("a<b>.csv:3", "")),
                  new Series.Mark("lowest", true, 10, Stroke.DOTTED)),
              Corner.BOTTOM_RIGHT));

  @ParameterizedTest
  @EnumSource
  void twoDrawingsAreTheSameBytes(Picture picture) throws Exception {
    assertThat(picture.draw(PLOT)).hasSizeGreaterThan(3000).isEqualTo(picture.draw(PLOT));
  }

  @Test
  void svgIsXmlWithACurveAsOnePath() throws Exception {
    String text = new String(Picture.SVG.draw(PLOT), StandardCharsets.UTF_8);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 720 480");
    NodeList paths = document.getElementsByTagName("path");
    long ofThreePoints = 0;
    for (int i = 0; i < paths.getLength(); i++) {
      String d = paths.item(i).getAttributes().getNamedItem("d").getNodeValue();
      if (d.matches("M[-0-9.]+ [-0-9.]+L[-0-9.]+ [-0-9.]+L[-0-9.]+ [-0-9.]+")) {
        ofThreePoints++;
      }
    }
    assertThat(ofThreePoints).isEqualTo(1);
    assertThat(text).doesNotContain("DOCTYPE").doesNotContain("NaN").doesNotContain("\r");
  }

  @Test
  void pngShowsTheColoursOfTheCurves() throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Picture.PNG.draw(PLOT)));

    assertThat(image.getWidth()).isEqualTo(1440);
    assertThat(image.getHeight()).isEqualTo(960);
    int blue = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        blue += (image.getRGB(x, y) & 0xFFFFFF) == 0x0072B2 ? 1 : 0;
      }
    }
    // a line of 4 pixels over more than the width of the picture
    assertThat(blue).isGreaterThan(2000);
    assertThat(image.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xFFFFFF);
  }

  @Test
  void pdfHasOnePageAndNoDate() throws Exception {
    byte[] bytes = Picture.PDF.draw(PLOT);

    assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    try (PDDocument document = Loader.loadPDF(bytes)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(540);
      assertThat(document.getDocumentInformation().getCreationDate()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"a.svg, SVG", "B.PNG, PNG", "c.x.pdf, PDF"})
  void theNameSaysTheKind(String name, Picture picture) {
    assertThat(Picture.ofFile(name)).contains(picture);
    assertThat(Picture.ofFile(name + "x")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-5, 1e−5", "-3, 0.001", "0, 1", "3, 1000", "4, 10⁴", "10, 10¹º"})
  void decadesAreShort(int exponent, String label) {
    assertThat(Axis.decade(exponent)).isEqualTo(label);
  }

  @Test
  void ticksAreRound() {
    assertThat(Axis.linear("", -400, 400).ticks(9))
        .extracting(Axis.Tick::at)
        .containsExactly(-400.0, -300.0, -200.0, -100.0, 0.0, 100.0, 200.0, 300.0, 400.0);
    assertThat(Axis.linear("", 0.9, 3.1).ticks(9))
        .extracting(Axis.Tick::text)
        .containsExactly("1", "1.5", "2", "2.5", "3");
    assertThat(Axis.logarithmic("", 30, 3000).ticks(8))
        .filteredOn(tick -> !tick.text().isEmpty())
        .extracting(Axis.Tick::text)
        .containsExactly("50", "100", "200", "500", "1000", "2000");
  }

  @Test
  void axesNeedARangeAndSeriesAsManyOfEach() {
    assertThatThrownBy(() -> Axis.logarithmic("x", 0, 1)).hasMessageContaining("no axis");
    assertThatThrownBy(() -> Axis.linear("x", 1, 1)).hasMessageContaining("no axis");
    assertThatThrownBy(() -> new Series.Line("c", 0, Stroke.THIN, new double[1], new double[2]))
        .hasMessageContaining("1 x, 2 y");
  }

  /** Names come from the user's files. */
  @Test
  void namesAreEscaped() {
    String text = SvgCanvas.file(PLOT);
    assertThat(text).contains("a&lt;b>.csv:3").doesNotContain("a<b>");
  }
}

package tlsfit.report;

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
import tlsfit.report.Plot.Corner;
import tlsfit.report.Plot.Curve;
import tlsfit.report.Plot.Kind;
import tlsfit.report.Plot.Scale;

class PictureTest {
  private static final Plot PLOT =
      new Plot(
          new Scale("Ω (rad/s)", true, 1e-5, 1e9),
          new Scale("shift (kHz)", false, -2, 0),
          List.of(
              new Curve("model", Kind.MAIN, new double[] {1e-5, 1, 1e9}, new double[] {0, -2, -1}),
              new Curve(
                  "limit",
                  Kind.COMPARED,
                  new double[] {1e-5, 10, 1e9},
                  new double[] {0, Double.NaN, -1}),
              new Curve("mark", Kind.MARK, new double[] {10, 10}, new double[] {-2, 0})),
          Corner.BOTTOM_RIGHT);

  @ParameterizedTest
  @EnumSource
  void twoDrawingsAreTheSameBytes(Picture picture) throws Exception {
    assertThat(picture.draw(PLOT)).hasSizeGreaterThan(5000).isEqualTo(picture.draw(PLOT));
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
      if (d.matches("M[-0-9.]+ [-0-9.]+ L[-0-9.]+ [-0-9.]+ L[-0-9.]+ [-0-9.]+")) {
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
  @CsvSource({"1e-5, 1e-5", "0.001, 0.001", "1, 1", "1000, 1000", "1e4, 10⁴", "1e10, 10¹º"})
  void decadesAreShort(double value, String label) {
    assertThat(PlotPainter.decade(value)).isEqualTo(label);
  }

  @Test
  void ticksAreRound() {
    assertThat(PlotPainter.ticks(new Scale("", false, -400, 400)))
        .containsExactly(-400, -300, -200, -100, 0, 100, 200, 300, 400);
    assertThat(PlotPainter.ticks(new Scale("", false, 0.9, 3.1)))
        .containsExactly(1, 1.5, 2, 2.5, 3);
  }

  @Test
  void axesNeedARange() {
    assertThatThrownBy(() -> new Scale("x", true, 0, 1)).hasMessageContaining("no axis");
    assertThatThrownBy(() -> new Scale("x", false, 1, 1)).hasMessageContaining("no axis");
    assertThatThrownBy(() -> new Curve("c", Kind.MAIN, new double[1], new double[2]))
        .hasMessageContaining("1 x, 2 y");
  }

  @Test
  void csvQuotesWhereItMust() {
    DataTable table =
        new DataTable(List.of("a,b", "c"), List.of(List.of("say \"x\"", -0.0), List.of("y", 1.5)));

    assertThat(table.toCsv(3)).isEqualTo("\"a,b\",c\n\"say \"\"x\"\"\",0.00e+00\ny,1.50e+00\n");
    assertThatThrownBy(() -> new DataTable(List.of("a"), List.of(List.of(1.0, 2.0))))
        .hasMessageContaining("has not the columns");
  }
}

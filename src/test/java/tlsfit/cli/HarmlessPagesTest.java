package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tlsfit.compare.Comparison;
import tlsfit.page.ComparePage;
import tlsfit.page.IndexPage;
import tlsfit.result.FitResult;
import tlsfit.result.LeftOut;

/**
 * Whatever stands in the names of a result, its pages and pictures have the same elements as with
 * plain names: nothing of a name becomes markup, an address, or part of a script.
 */
class HarmlessPagesTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Keys of a result with words that come from the user's files. */
  private static final Set<String> OF_USERS =
      Set.of(
          "sample", "file", "reason", "source", "id", "description", "calibrationGroup", "table");

  private static final Pattern TAG =
      Pattern.compile("<(/?[a-zA-Z!][^\\s>]*)((?:\\s+[^\\s=>]+(?:=\"[^\"]*\")?)*)\\s*/?>");

  private static final Pattern ATTRIBUTE = Pattern.compile("\\s([^\\s=>]+)(?:=\"([^\"]*)\")?");

  private static final Pattern STEERING =
      Pattern.compile(
          "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private static final Plain PLAIN = Plain.make();

  /** The elements of pages and picture with plain names. */
  private record Plain(
      List<String> page, List<String> index, List<String> compared, List<String> svg) {
    private static Plain make() {
      try {
        FitResult result = named("a-name.csv");
        return new Plain(
            elements(text(ReportFormat.HTML, result)),
            elements(IndexPage.of(List.of(result), List.of("name.html"))),
            elements(HarmlessPagesTest.compared(result, "name.html")),
            elements(xml(ReportFormat.SVG.of(List.of(result), false))));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The fit of al-a, everything in it that a user may name having one name. */
  private static FitResult named(String text) throws IOException {
    ObjectNode tree = (ObjectNode) MAPPER.readTree(Path.of("fits/al-a.json").toFile());
    tree.withArray("excludedReadings").add(LeftOut.firstReading(tree).put("reason", ""));
    rename(tree, text);
    ((ArrayNode) tree.at("/provenance/notes")).removeAll().add(text);
    ((ObjectNode) tree.at("/provenance/options")).removeAll().put("model", text);
    return MAPPER.treeToValue(tree, FitResult.class);
  }

  private static void rename(JsonNode node, String text) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        if (entry.getValue().isTextual() && OF_USERS.contains(entry.getKey())) {
          entry.setValue(new TextNode(text));
        }
      }
    }
    node.forEach(child -> rename(child, text));
  }

  /** The elements of HTML with the names of their attributes, in their order. */
  private static List<String> elements(String html) {
    String markup = html.replaceAll("(?s)(<(script|style)[^>]*>).*?(</\\2>)", "$1$3");
    List<String> elements = new ArrayList<>();
    Matcher tags = TAG.matcher(markup);
    while (tags.find()) {
      StringBuilder element = new StringBuilder(tags.group(1));
      Matcher attributes = ATTRIBUTE.matcher(tags.group(2));
      while (attributes.find()) {
        element.append(' ').append(attributes.group(1));
        boolean address = attributes.group(1).matches("href|src|action");
        if (address && !"data:,".equals(attributes.group(2))) { // the empty icon
          assertThat(attributes.group(2)).doesNotContainPattern("(?i)^\\s*(javascript|data|http)");
        }
      }
      if (!tags.group(1).matches("/?text")) { // as many numbers at axes as the names leave room
        elements.add(element.toString());
      }
    }
    // no angle bracket is left that no tag explains
    assertThat(TAG.matcher(markup).replaceAll("")).doesNotContain("<");
    return elements;
  }

  private static List<String> elements(Node node) {
    List<String> elements = new ArrayList<>();
    if (node instanceof Element element) {
      StringBuilder text = new StringBuilder(element.getTagName());
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        text.append(' ').append(element.getAttributes().item(i).getNodeName());
      }
      elements.add(text.toString());
    }
    for (int i = 0; i < node.getChildNodes().getLength(); i++) {
      elements.addAll(elements(node.getChildNodes().item(i)));
    }
    return elements;
  }

  /** Equal, or else the first difference with what stands before it. */
  private static void assertSame(List<String> actual, List<String> expected) {
    int i = 0;
    while (i < Math.min(actual.size(), expected.size()) && actual.get(i).equals(expected.get(i))) {
      i++;
    }
    assertThat(actual.subList(Math.max(0, i - 5), Math.min(i + 5, actual.size())))
        .isEqualTo(expected.subList(Math.max(0, i - 5), Math.min(i + 5, expected.size())));
  }

  private static String text(ReportFormat format, FitResult result) throws IOException {
    return new String(format.of(List.of(result), true), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void pagesHaveTheElementsOfPlainNames(Hostile input) throws IOException {
    FitResult hostile = named(input.text());
    String page = text(ReportFormat.HTML, hostile);
    assertSame(elements(page), PLAIN.page());
    assertThat(page).doesNotContainPattern(STEERING);
    String link = CompareFormat.address(input.text() + ".html");
    String index = IndexPage.of(List.of(hostile), List.of(link));
    assertSame(elements(index), PLAIN.index());
    assertThat(index).doesNotContainPattern(STEERING);
    String compared = compared(hostile, link);
    assertSame(elements(compared), PLAIN.compared());
    assertThat(compared).doesNotContainPattern(STEERING);
    theScriptReads(input, page);
  }

  private static String compared(FitResult result, String link) {
    List<FitResult> results = List.of(result, result);
    return ComparePage.of(Comparison.of(results), results, List.of(link, link));
  }

  /** The data of the script are JSON that holds the names as they are. */
  private static void theScriptReads(Hostile input, String page) throws IOException {
    Matcher data =
        Pattern.compile("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>")
            .matcher(page);
    assertThat(data.find()).isTrue();
    assertThat(data.group(1)).doesNotContain("<", ">", "\u2028");
    assertThat(MAPPER.readTree(data.group(1)).at("/readings/0/at").textValue())
        .startsWith(input.text() + ":");
  }

  @ParameterizedTest
  @EnumSource
  void picturesHaveTheElementsOfPlainNames(Hostile input) throws Exception {
    FitResult hostile = named(input.text());
    byte[] svg = ReportFormat.SVG.of(List.of(hostile), false);
    assertSame(elements(xml(svg)), PLAIN.svg());
    assertThat(new String(svg, StandardCharsets.UTF_8)).doesNotContainPattern(STEERING);
    try (PDDocument pdf = Loader.loadPDF(ReportFormat.PDF.of(List.of(hostile), false))) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      assertThat(pdf.getPage(0).getAnnotations()).isEmpty();
      assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
    }
  }

  private static Document xml(byte[] svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
  }

  /** Letters that no font has become boxes; there is a picture all the same. */
  @Test
  void pixelsAreDrawnWhateverTheName() throws IOException {
    byte[] png = ReportFormat.PNG.of(List.of(named(Hostile.TERMINAL.text())), false);
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void cellsOfTablesAreNoFormulas(Hostile input) throws IOException {
    FitResult hostile = named(input.text());
    for (ReportFormat format : List.of(ReportFormat.CSV_CURVES, ReportFormat.CSV_PROFILES)) {
      String csv = text(format, hostile);
      assertThat(HarmlessOutputTest.cells(csv))
          .noneMatch(cell -> cell.matches("(?s)[=@].*|[+-](?![0-9.]+e).*"));
      assertThat(csv).doesNotContainPattern(STEERING);
    }
  }
}

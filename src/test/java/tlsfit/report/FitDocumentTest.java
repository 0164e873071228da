package tlsfit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tlsfit.result.FitResult;

/** The reports of fits of each kind in each form; every file has been read before it was kept. */
class FitDocumentTest {
  private static final String CLOSING = "more: the last line";

  /** Hand-made fits of each kind, by the name of their files. */
  static Map<String, FitResult> fits() {
    return Map.of(
        "good", Results.diagnosed(Results.good("al-a", 4.99, 0.0215)),
        "one-sided", Results.openLimit(),
        "undetermined", Results.notDetermined(),
        "rejected", Results.rejected(),
        "bounded", Results.bounded(),
        "excluded", Results.excluded());
  }

  static List<String> names() {
    return fits().keySet().stream().sorted().toList();
  }

  private static FitDocument document(String name) {
    return FitDocument.of(Results.asList(fits().get(name)).get(0), setting -> "<" + setting + ">");
  }

  /** The terminal's report: 45 lines of 80 characters, the result in the first three. */
  @ParameterizedTest
  @MethodSource("names")
  void brief(String name) throws IOException {
    String text = TextRenderer.of(80).render(document(name).brief(CLOSING));
    assertThat(text.lines().count()).isLessThanOrEqualTo(45);
    assertThat(text.lines()).allMatch(line -> PlainText.width(line) <= 80);
    assertThat(text.lines().limit(3)).anyMatch(line -> line.startsWith("  p "));
    Golden.check("brief-" + name + ".txt", text);
  }

  @ParameterizedTest
  @MethodSource("names")
  void verbose(String name) throws IOException {
    Golden.check("full-" + name + ".txt", TextRenderer.of(80).render(document(name).full()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void markdown(String name) throws IOException {
    Golden.check("brief-" + name + ".md", MarkdownRenderer.render(document(name).brief(CLOSING)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void latex(String name) throws IOException {
    Golden.check(
        "parameters-" + name + ".tex",
        LatexTable.of(Results.asList(fits().get(name)), LatexTable.Kind.PLAIN)
            + LatexTable.of(Results.asList(fits().get(name)), LatexTable.Kind.SIUNITX));
  }

  @ParameterizedTest
  @MethodSource("names")
  void csv(String name) throws IOException {
    Golden.check(
        "parameters-" + name + ".csv",
        FitTables.parameters(Results.asList(fits().get(name))).toCsv(6));
  }

  @Test
  void severalSamplesHaveALineEach() {
    assertThat(
            names().stream()
                .map(name -> TextRenderer.of(80).render(document(name).line(8)))
                .toList())
        .allMatch(line -> line.lines().count() == 1)
        .anyMatch(line -> line.startsWith("control   NOT DETERMINED  p is not determined"));
  }
}

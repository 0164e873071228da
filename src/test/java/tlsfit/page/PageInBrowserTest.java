package tlsfit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.model.LogModel;
import tlsfit.model.LzModel;
import tlsfit.model.ShiftModel;
import tlsfit.model.TabulatedIntegral;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.result.FittedReading;

/**
 * The page of al-a in a real browser. Where the environment says {@code TLSFIT_BROWSER=required},
 * as {@code .ci/run} does, a missing one is a failure; elsewhere the tests are skipped then.
 */
class PageInBrowserTest {
  private static final FitResult RESULT = FitResultFile.read(Path.of("fits/al-a.json"));
  private static final String REQUIRED = "required";

  @TempDir private static Path folder;
  private static Path page;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    Optional<Path> program = Browser.installed();
    if (!REQUIRED.equals(System.getenv("TLSFIT_BROWSER"))) {
      Assumptions.assumeTrue(program.isPresent(), "skipped: no Chromium on the path");
    }
    page = folder.resolve("al-a.html");
    Files.writeString(page, FitPage.of(RESULT, setting -> "--" + setting));
    browser =
        Browser.start(program.orElseThrow(), Files.createDirectory(folder.resolve("profile")));
    browser.open(page, 1400, 1000, false);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static JsonNode run(String script) {
    return browser.evaluate(script);
  }

  @ParameterizedTest
  @CsvSource({"1400, false", "1400, true", "360, false", "360, true"})
  void opensWithoutComplaintAndAsksForNothing(int width, boolean dark) throws Exception {
    browser.open(page, width, 900, dark);
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(
            address -> address.equals(page.toUri().toString()) || address.startsWith("data:"));
    assertThat(run("document.querySelectorAll('#charts svg').length").asInt()).isEqualTo(2);
    assertThat(run("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
    // the darker of the two is the paper in the dark alone
    String paper = run("getComputedStyle(document.body).backgroundColor").asText();
    assertThat(paper).isEqualTo(dark ? "rgb(22, 24, 28)" : "rgb(255, 255, 255)");
    assertThat(browser.screenshot()).hasSizeGreaterThan(20_000);
  }

  /** Contrast of at least 4.5 : 1, Web Content Accessibility Guidelines 2.1, 1.4.3. */
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void textIsLegible(boolean dark) throws Exception {
    browser.open(page, 1400, 900, dark);
    JsonNode least =
        run(
            """
            (() => {
              const parse = (c) => c.match(/[0-9.]+/g).map(Number);
              const light = (c) => c.slice(0, 3).map((v) => v / 255)
                  .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
                  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
              const ground = (e) => {
                for (; e; e = e.parentElement) {
                  const c = parse(getComputedStyle(e).backgroundColor);
                  if (c.length < 4 || c[3] > 0) return light(c);
                }
                return 1;
              };
              let least = 99;
              for (const e of document.querySelectorAll("p, td, th, h1, h2, a, button, summary, span")) {
                if (!e.textContent.trim() || e.closest("svg")) continue;
                const a = light(parse(getComputedStyle(e).color)), b = ground(e);
                least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
              }
              return least;
            })()""");
    assertThat(least.asDouble()).isGreaterThan(4.5);
  }

  @Test
  void theSliderMovesCurveAndChiSquare() throws Exception {
    browser.open(page, 1400, 1000, false);
    String before = run("document.getElementById('curve0').getAttribute('d')").asText();
    double best = run("tlsfit.chiSquare()").asDouble();
    assertThat(best).isCloseTo(RESULT.statistics().chiSquare(), within(1e-6 * best));
    run(
        "const input = document.getElementById('input-p'); input.value = '0.3';"
            + " input.dispatchEvent(new Event('input'))");
    String after = run("document.getElementById('curve0').getAttribute('d')").asText();
    assertThat(after).isNotEqualTo(before);
    assertThat(run("tlsfit.chiSquare()").asDouble()).isGreaterThan(10 * best);
    assertThat(run("document.getElementById('live').textContent").asText()).contains("χ²");
    run("document.getElementById('reset').click()");
    assertThat(run("document.getElementById('curve0').getAttribute('d')").asText())
        .isEqualTo(before);
  }

  /** At the fit, at both ends of both sliders, and in between. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 0",
    "3, 1, 1, 0",
    "0.3334, 1, 1, 0",
    "1, 9.99, 1, 0",
    "1, 0.1001, 1, 0",
    "2.9, 0.11, 0.7, 2e4",
    "0.34, 9.8, 2.1, -3e4",
    "0.61, 3.3, 1.3, 1e5"
  })
  void agreesWithTheProgram(double ofDipole, double ofTime, double ofChi, double byFrequency) {
    agrees(new LogModel(new TabulatedIntegral()), ofDipole, ofTime, ofChi, byFrequency);
  }

  /** The same readings and parameters with model lz, whose page carries more tables. */
  @Test
  void agreesWithTheProgramOnModelLz() throws Exception {
    ObjectNode tree = (ObjectNode) new JsonMapper().readTree(Path.of("fits/al-a.json").toFile());
    tree.put("model", LzModel.NAME).put("modelEdition", LzModel.EDITION);
    Path json = Files.writeString(folder.resolve("lz.json"), tree.toString());
    Path lz = folder.resolve("lz.html");
    Files.writeString(lz, FitPage.of(FitResultFile.read(json), setting -> "--" + setting));
    assertThat(Files.size(lz)).isLessThan(500_000);
    browser.open(lz, 1400, 1000, false);
    LzModel model = new LzModel(new TabulatedIntegral());
    double[][] points = {
      {1, 1, 1, 0},
      {1.99, 1, 1, 0},
      {0.503, 1, 1, 0},
      {1, 4.99, 1, 0},
      {1, 0.2001, 1, 0},
      {1.9, 0.21, 0.7, 2e4},
      {0.51, 4.8, 2.1, -3e4},
      {0.61, 3.3, 1.3, 1e5}
    };
    for (double[] at : points) {
      agrees(model, at[0], at[1], at[2], at[3]);
    }
    assertThat(browser.complaints()).isEmpty();
    browser.open(page, 1400, 1000, false);
  }

  private static void agrees(
      ShiftModel model, double ofDipole, double ofTime, double ofChi, double byFrequency) {
    double p = value("dipoleMoment") * ofDipole;
    double time = value("relaxationTime") * ofTime;
    double chi = value("chi") * ofChi;
    double reference = value("referenceFrequency") + byFrequency;
    run("tlsfit.set({p: %s, t10: %s, chi: %s, f: %s})".formatted(p, time, chi, reference) + "; 0");
    JsonNode shifts = run("tlsfit.readingShifts()");
    double sum = 0;
    for (int i = 0; i < RESULT.readings().size(); i++) {
      FittedReading reading = RESULT.readings().get(i);
      double k =
          model.value(
              reading.rabi() * ofDipole,
              reading.sweepRate() * ofDipole,
              2 * Math.PI * reference,
              1 / time);
      double shift = byFrequency - reference * chi * k;
      // to 1e-6 of the shift, and of the largest one where it is small
      assertThat(shifts.get(i).asDouble())
          .as("reading %d", i)
          .isCloseTo(shift, within(1e-6 * Math.abs(reference * chi * k) + 1e-3));
      double residual =
          (shift - (reading.frequency() - value("referenceFrequency"))) / reading.sigmaInForce();
      sum += residual * residual;
    }
    assertThat(run("tlsfit.chiSquare()").asDouble()).isCloseTo(sum, within(1e-6 * sum));
    run("tlsfit.set({...tlsfit.best}); 0");
  }

  private static double value(String name) {
    return RESULT.findParameter(name).map(one -> one.value()).orElseThrow();
  }

  @Test
  void hoveringNamesTheLine() throws Exception {
    browser.open(page, 1400, 1000, false);
    JsonNode dot =
        run(
            """
            (() => {
              const box = document.querySelector("#charts circle.dot").getBoundingClientRect();
              return [box.x + box.width / 2, box.y + box.height / 2];
            })()""");
    browser.send(
        "Input.dispatchMouseEvent",
        "type",
        "mouseMoved",
        "x",
        dot.get(0).asDouble(),
        "y",
        dot.get(1).asDouble());
    String tip = run("document.querySelector('.tip').textContent").asText();
    FittedReading first = RESULT.readings().get(0);
    assertThat(tip).contains(first.file() + ":" + first.line()).contains("dBm").contains("pull");
    browser.send("Input.dispatchKeyEvent", "type", "keyDown", "key", "Tab");
    run("document.querySelector('#charts svg').focus()");
    browser.send("Input.dispatchKeyEvent", "type", "keyDown", "key", "ArrowRight");
    assertThat(run("document.querySelector('.tip').textContent").asText()).isNotEqualTo(tip);
  }

  @Test
  void theAbscissaCanBeSwitchedAndZoomed() throws Exception {
    browser.open(page, 1400, 1000, false);
    run(
        "const choice = document.getElementById('abscissa'); choice.value = 'xi';"
            + " choice.dispatchEvent(new Event('change'))");
    assertThat(run("document.querySelector('#charts svg').textContent").asText()).contains("ξ");
    int all = run("document.querySelectorAll('#charts circle.dot').length").asInt();
    run("document.querySelector('#charts svg').focus()");
    browser.send("Input.dispatchKeyEvent", "type", "keyDown", "key", "+", "text", "+");
    assertThat(run("document.querySelectorAll('#charts circle.dot').length").asInt())
        .isLessThan(all);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void printsOnPagesOfA4() throws Exception {
    browser.open(page, 1400, 1000, true);
    try (PDDocument printed = Loader.loadPDF(browser.pdf())) {
      assertThat(printed.getNumberOfPages()).isBetween(2, 14);
      // 210 mm and 297 mm in points
      assertThat(printed.getPage(0).getMediaBox().getWidth()).isCloseTo(595.3f, within(1f));
      assertThat(printed.getPage(0).getMediaBox().getHeight()).isCloseTo(841.9f, within(1f));
    }
  }
}

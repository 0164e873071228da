package tlsfit.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.result.LeftOut;

/** What the pictures of data and fit show, of results that the repository holds. */
class FitPlotsTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir private Path folder;

  /** al-a with a reading left out 2 MHz high at 0 dBm, beyond its sweep, and other changes. */
  private FitResult changed(double logarithm) throws Exception {
    ObjectNode tree = (ObjectNode) MAPPER.readTree(Path.of("fits/al-a.json").toFile());
    ObjectNode reading = LeftOut.firstReading(tree);
    reading.put("reason", "power > -5 dBm").put("line", 99).put("frequency", 5.014e9);
    ((ObjectNode) reading.get("setting")).put("driveValue", 1e-3);
    tree.withArray("excludedReadings").add(reading);
    ArrayNode logarithms = ((ObjectNode) tree.withArray("curves").get(0)).withArray("logarithm");
    logarithms.set(120, logarithms.numberNode(logarithm));
    logarithms.set(119, logarithms.numberNode(logarithm));
    Path file = folder.resolve("al-a.json");
    Files.writeString(file, MAPPER.writeValueAsString(tree));
    return FitResultFile.read(file);
  }

  private static <T> List<T> series(Plot plot, int stack, int panel, Class<T> kind) {
    return plot.stacks().get(stack).panels().get(panel).series().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static List<Series.Points> struck(Plot plot, int stack) {
    return series(plot, stack, 0, Series.Points.class).stream()
        .filter(points -> points.symbol() == Series.Symbol.STRUCK)
        .toList();
  }

  @Test
  void whatIsLeftOutIsStruckOutInItsOwnSweepWithItsReason() throws Exception {
    Plot plot = FitPlots.data(changed(2));
    Series.Points left = struck(plot, 0).get(0);
    assertThat(left.x()).hasSize(1);
    assertThat(left.x()[0]).isCloseTo(0, within(1e-9)); // 1 mW
    assertThat(left.labels().get(0))
        .contains("al-a-power.csv:99", "power > -5 dBm", "kHz")
        .startsWith("al-a-power.csv");
    Plot.Stack stack = plot.stacks().get(0);
    assertThat(stack.x().to()).isGreaterThan(0);
    // one reading far away does not make the others small: it lies at the border
    Axis y = stack.panels().get(0).y();
    assertThat(left.y()[0]).isLessThan(y.to());
    assertThat(y.to() - y.from()).isLessThan(800); // kHz; the dip has 415
    assertThat(left.name()).contains("beyond");
    assertThat(struck(plot, 1)).isEmpty();
  }

  /** F_AC grows by 10 in 20 dB, whatever the calibration. */
  @Test
  void theFieldIsOnTheUpperAxis() {
    Plot plot = FitPlots.data(FitResultFile.read(Path.of("fits/al-a.json")));
    Plot.Top top = plot.stacks().get(0).top().orElseThrow();
    assertThat(top.label()).contains("V/m");
    assertThat(at(top, "1000") - at(top, "100")).isCloseTo(20, within(1e-6));
    assertThat(plot.stacks().get(1).top().orElseThrow().label()).contains("V/m/s");
  }

  private static double at(Plot.Top top, String text) {
    return top.ticks().stream()
        .filter(tick -> tick.text().equals(text))
        .findFirst()
        .orElseThrow()
        .at();
  }

  @Test
  void thePullsHaveTheBandsOfTheCurveInTheirSigma() {
    FitResult result = FitResultFile.read(Path.of("fits/al-a.json"));
    List<Series.Band> bands = series(FitPlots.data(result), 0, 1, Series.Band.class);
    assertThat(bands).hasSize(2);
    // every σ of this table is 4 kHz, known
    double half = result.curves().get(0).confidence95().get(60) / 4000;
    assertThat(bands.get(0).high()[60]).isCloseTo(half, within(1e-12));
    assertThat(bands.get(0).low()[60]).isCloseTo(-half, within(1e-12));
    assertThat(bands.get(1).high()[60]).isLessThan(half);
  }

  @Test
  void beyondTheTheoryIsHatched() throws Exception {
    assertThat(series(FitPlots.data(changed(2)), 0, 0, Series.Region.class)).isEmpty();
    FitResult result = changed(0.9);
    Series.Region region = series(FitPlots.data(result), 0, 0, Series.Region.class).get(0);
    double last = 10 * Math.log10(result.curves().get(0).setting().get(120) / 1e-3);
    assertThat(region.to()).isCloseTo(last, within(1e-9));
    assertThat(region.from()).isLessThan(last).isGreaterThan(last - 1);
  }

  /** Of a fit that determines nothing, the lowest point of the curve means nothing. */
  @Test
  void theExtremumIsMarkedWhereItIsDetermined() {
    assertThat(lines("al-a")).anyMatch(name -> name.equals("lowest at −29.3 dBm"));
    assertThat(lines("control")).noneMatch(name -> name.contains("lowest"));
  }

  private static List<String> lines(String sample) {
    Plot plot = FitPlots.data(FitResultFile.read(Path.of("fits/" + sample + ".json")));
    return series(plot, 0, 0, Series.Line.class).stream().map(Series.Line::name).toList();
  }
}

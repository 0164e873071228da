package tlsfit.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tlsfit.compare.CompareOptions;
import tlsfit.compare.Comparison;
import tlsfit.compare.Quantity;
import tlsfit.compare.Reference;
import tlsfit.report.Results;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.units.Constants;

class ComparePlotsTest {
  private static final List<FitResult> RESULTS =
      List.of(
          Results.good("al-a", 5, 0.02),
          Results.good("al-b", 5.5, 0.03),
          Results.openLimit(),
          Results.notDetermined());

  private static Plot forest(CompareOptions options) {
    return ComparePlots.forest(Comparison.of(RESULTS, options)).orElseThrow();
  }

  private static List<Series> series(Plot plot, int stack) {
    return plot.stacks().get(stack).panels().get(0).series();
  }

  private static long lines(List<Series> series, Series.Stroke stroke) {
    return series.stream()
        .filter(one -> one instanceof Series.Line line && line.stroke() == stroke)
        .count();
  }

  @Test
  void hasAPanelForEachQuantityAndARowForEachSample() {
    Plot plot = forest(CompareOptions.DEFAULT);
    assertThat(plot.stacks()).hasSize(4);
    assertThat(plot.stacks().get(0).panels().get(0).y().given())
        .extracting(Axis.Tick::text)
        .containsExactly(
            "al-a  5.00(10)\n61 readings, VALID",
            "al-b  5.50(16)\n61 readings, VALID",
            "open  2.20(30)\n72 readings, VALID",
            "control  –\n36 readings, NOT DETERMINED");
    // statistical bars are thick, those with the calibration thin
    assertThat(lines(series(plot, 0), Series.Stroke.THICK)).isEqualTo(3);
    assertThat(lines(series(plot, 0), Series.Stroke.THIN)).isEqualTo(3);
  }

  @Test
  void aLimitIsAnArrowToTheEndOfTheAxis() {
    Plot.Stack times = forest(CompareOptions.DEFAULT).stacks().get(3);
    assertThat(times.panels().get(0).series())
        .anyMatch(
            one ->
                one instanceof Series.Line line
                    && Math.abs(line.x()[0] - 123) < 1
                    && line.x()[1] == times.x().to()
                    && line.y()[0] == -2);
  }

  @Test
  void theMeanIsADiamondAndReferencesAreBands() {
    double debye = Constants.DEBYE;
    Reference band = new Reference("book", Quantity.DIPOLE_MOMENT, 4 * debye, 4.5 * debye, 0);
    Plot plot = forest(CompareOptions.DEFAULT.pooled().withReferences(List.of(band)));
    List<Series> series = series(plot, 0);
    assertThat(series).first().isEqualTo(new Series.Region("book", 4, 4.5));
    // four samples, the mean, and a row for the name of the band
    assertThat(plot.stacks().get(0).panels().get(0).y().given()).hasSize(6);
    assertThat(series)
        .anyMatch(one -> one instanceof Series.Area area && area.y()[0] == -4 && area.y()[1] > -4);
    assertThat(plot.stacks().get(0).x().label()).startsWith("p (D)    Q = ");
  }

  /** fits/al-a.json: dipoleMomentLz 3.036038972281085e-29 C m over scipy's debye, 9.1018 D. */
  @Test
  void theOtherModelsDipoleMomentIsAHollowDiamond() {
    List<FitResult> results =
        List.of(
            FitResultFile.read(Path.of("fits/al-a.json")),
            FitResultFile.read(Path.of("fits/al-c.json")));
    Plot plot = ComparePlots.forest(Comparison.of(results)).orElseThrow();
    assertThat(series(plot, 0))
        .anyMatch(
            one ->
                one instanceof Series.Line line
                    && line.x().length == 5
                    && Math.abs(line.x()[1] - 9.1018) < 1e-3
                    && line.y()[0] == 0);
    assertThat(plot.stacks().get(0).panels().get(0).y().given().get(0).text())
        .endsWith("96 readings, VALID, lz 9.1");
  }

  @Test
  void pAndT10OfAllSamplesAreInOnePicture() {
    Plot plot = ComparePlots.regions(Comparison.of(RESULTS), RESULTS).orElseThrow();
    assertThat(series(plot, 0)).extracting(Series::name).contains("al-a", "al-b");
    List<FitResult> nothing = List.of(Results.notDetermined());
    assertThat(ComparePlots.regions(Comparison.of(nothing), nothing)).isEmpty();
    assertThat(ComparePlots.forest(Comparison.of(nothing))).isEmpty();
  }
}

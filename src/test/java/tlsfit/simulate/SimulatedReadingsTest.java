package tlsfit.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.measurement.Calibration;
import tlsfit.model.LogModel;
import tlsfit.model.ShiftModel;
import tlsfit.model.TabulatedIntegral;

/** Simulated readings of model log: their physics, their noise, their digits. */
class SimulatedReadingsTest {
  private static final ShiftModel LOG = new LogModel(new TabulatedIntegral());
  private static final Settings FIELDS = new Settings(Calibration.NONE, Map.of(), Map.of());
  private static final String SWEEP =
      "t.csv: rabi-frequency=1e7..1e9 1/s, bias-rate=1e16 1/s^2, points=5";

  private static Simulation of(Truth truth, double noise, long seed) {
    return new Simulation("s", truth, FIELDS, LOG, noise, false, seed);
  }

  private static String text(Simulation simulation, String table) {
    return simulation.files(List.of(TablePlan.parse(table)), "made").get(1).text();
  }

  /** Rows of a table: cells as numbers. */
  private static double[][] rows(String text) {
    return text.lines()
        .skip(2)
        .map(row -> Arrays.stream(row.split(",", -1)).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  /** f = f_ref (1 − χ K) with K of the model at ω0 = 2π f_ref, to the last digit of a double. */
  @ParameterizedTest
  @CsvSource({"1e-4, 0", "1e-3, 3.3e5", "1e-5, 1e8"})
  void frequenciesAreThoseOfTheModel(double chi, double relaxationRate) {
    Truth truth = new Truth(chi, 1e-29, relaxationRate, 5e9);
    for (double[] row : rows(text(of(truth, 0, 1), SWEEP))) {
      double k = LOG.shift(row[0], row[1], 2 * Math.PI * 5e9, relaxationRate).value();
      assertThat(row[2]).isEqualTo(5e9 * (1 - chi * k));
      assertThat(row[2]).as("to the red").isLessThan(5e9);
    }
  }

  @Test
  void withoutTwoLevelSystemsNothingMovesTheResonance() {
    for (double[] row : rows(text(of(new Truth(0, 1e-29, 0, 5e9), 0, 1), SWEEP))) {
      assertThat(row[2]).isEqualTo(5e9);
    }
  }

  /** The shift is linear in χ, and rates given as rates know no dipole moment. */
  @Test
  void shiftsAreLinearInTheStrength() {
    double[][] weak = rows(text(of(new Truth(1e-5, 1e-29, 0, 5e9), 0, 1), SWEEP));
    double[][] strong = rows(text(of(new Truth(3e-5, 7e-29, 0, 5e9), 0, 1), SWEEP));
    for (int i = 0; i < weak.length; i++) {
      assertThat(5e9 - strong[i][2]).isCloseTo(3 * (5e9 - weak[i][2]), within(1e-5));
    }
  }

  @Test
  void theSeedDecidesTheNoiseAndNothingElse() {
    Truth truth = new Truth(1e-4, 1e-29, 0, 5e9);
    assertThat(text(of(truth, 100, 1), SWEEP)).isEqualTo(text(of(truth, 100, 1), SWEEP));
    assertThat(text(of(truth, 100, 1), SWEEP)).isNotEqualTo(text(of(truth, 100, 2), SWEEP));
    assertThat(text(of(truth, 0, 1), SWEEP)).isEqualTo(text(of(truth, 0, 2), SWEEP));
  }

  /**
   * 4000 deviates: mean within 4/√n, variance within 4 √(2/n), correlation of neighbours within
   * 4/√n, excess kurtosis within 4 √(24/n) (moments of the normal distribution).
   */
  @Test
  void noiseIsNormalAndIndependent() {
    String table = "t.csv: rabi-frequency=1e7..1e8 1/s, bias-rate=1e16..1e17 1/s^2, points=80x50";
    Truth truth = new Truth(0, 1e-29, 0, 5e9);
    double[] z =
        Arrays.stream(rows(text(of(truth, 250, 20240115), table)))
            .mapToDouble(row -> (row[2] - 5e9) / 250)
            .toArray();
    double n = z.length;
    assertThat(z).hasSize(4000);
    double mean = Arrays.stream(z).average().orElseThrow();
    double variance = Arrays.stream(z).map(x -> (x - mean) * (x - mean)).sum() / (n - 1);
    double fourth = Arrays.stream(z).map(x -> Math.pow(x - mean, 4)).sum() / n;
    double neighbours = 0;
    for (int i = 1; i < z.length; i++) {
      neighbours += (z[i] - mean) * (z[i - 1] - mean) / (n * variance);
    }
    assertThat(mean).isCloseTo(0, within(4 / Math.sqrt(n)));
    assertThat(variance).isCloseTo(1, within(4 * Math.sqrt(2 / n)));
    assertThat(neighbours).isCloseTo(0, within(4 / Math.sqrt(n)));
    assertThat(fourth / (variance * variance) - 3).isCloseTo(0, within(4 * Math.sqrt(24 / n)));
  }

  /** To a thousandth of the noise, and never to tens. */
  @ParameterizedTest
  @CsvSource({"0.02, 5", "1, 3", "9.9, 3", "10, 2", "500, 1", "1000, 0", "2e4, 0"})
  void noiseDecidesTheDecimals(double noise, int decimals) {
    String text = text(of(new Truth(1e-4, 1e-29, 0, 5e9), noise, 1), SWEEP);
    String pattern = ".*,[0-9]{10}" + (decimals == 0 ? "" : "\\.[0-9]{" + decimals + "}");
    assertThat(text.lines().skip(2)).hasSize(5).allMatch(row -> row.matches(pattern));
  }

  /** One stream of noise over all tables of a sample: no two of them share their deviates. */
  @Test
  void tablesOfASampleHaveNoiseOfTheirOwn() {
    Simulation simulation = of(new Truth(0, 1e-29, 0, 5e9), 100, 1);
    List<GeneratedFile> files =
        simulation.files(
            List.of(TablePlan.parse(SWEEP), TablePlan.parse(SWEEP.replace("t.csv", "u.csv"))),
            "made");
    assertThat(files.stream().map(GeneratedFile::name)).containsExactly("s.yaml", "t.csv", "u.csv");
    double[][] first = rows(files.get(1).text());
    double[][] second = rows(files.get(2).text());
    for (int i = 0; i < first.length; i++) {
      assertThat(second[i][0]).isEqualTo(first[i][0]);
      assertThat(second[i][2]).isNotEqualTo(first[i][2]);
    }
  }

  /** L is 0 where Ω_R0 + √v0 = ω0 = 3.14e10 1/s: beyond it there is nothing to simulate. */
  @Test
  void beyondTheTheoryNothingIsMade() {
    Simulation simulation = of(new Truth(1e-4, 1e-29, 0, 5e9), 0, 1);
    String beyond = SWEEP.replace("1e7..1e9", "1e9..3.2e10");
    assertThatThrownBy(() -> text(simulation, beyond)).isInstanceOf(SimulationException.class);
    String near = SWEEP.replace("1e7..1e9", "1e9..3e10");
    assertThat(rows(text(simulation, near))).hasNumberOfRows(5);
    assertThat(simulation.warnings()).hasSize(1);
  }
}

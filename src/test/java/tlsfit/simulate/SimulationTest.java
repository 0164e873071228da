package tlsfit.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tlsfit.measurement.Calibration;
import tlsfit.model.Shift;
import tlsfit.model.ShiftModel;

class SimulationTest {
  // chi = 1e-4, p = 1e-29 C m, no relaxation, 5 GHz
  private static final Truth TRUTH = new Truth(1e-4, 1e-29, 0, 5e9);
  private static final Settings NO_SETTINGS = new Settings(Calibration.NONE, Map.of(), Map.of());

  /** K = Ω/1e8 + v0/1e17, which holds up to Ω = 1e10 1/s and is doubtful from 1e9 1/s. */
  private static final ShiftModel LINEAR =
      new ShiftModel() {
        @Override
        public String name() {
          return "linear";
        }

        @Override
        public Shift shift(double rabi, double sweepRate, double omega0, double relaxationRate) {
          double logarithm = rabi >= 1e10 ? -1 : rabi >= 1e9 ? 0.5 : 2;
          return new Shift(rabi / 1e8 + sweepRate / 1e17, 0, 0, 0, 0, logarithm);
        }
      };

  private static Simulation simulation(double noise, boolean withSigma) {
    return new Simulation("s", TRUTH, NO_SETTINGS, LINEAR, noise, withSigma, 1);
  }

  private static List<String> lines(Simulation simulation, String table) {
    return simulation.files(List.of(TablePlan.parse(table)), "made").get(1).text().lines().toList();
  }

  // f = 5e9 (1 − 1e-4 (Ω/1e8 + v0/1e17)): 5e9 − 5e5 (1 + 1) and 5e9 − 5e5 (2 + 1)
  @Test
  void readingsFollowTheModel() {
    assertThat(
            lines(
                simulation(0, false),
                "t.csv: rabi-frequency=1e8..2e8 1/s, bias-rate=1e17 1/s^2, points=2"))
        .containsExactly(
            "# made",
            "rabi_frequency [1/s],bias_rate [1/s^2],frequency [Hz]",
            "1e8,1e17,4999000000",
            "2e8,1e17,4998500000");
  }

  // Python 3, scipy.constants.hbar: K = 1e-29*100/hbar/1e8 + 2*1e-29*1e11/hbar/1e17
  @Test
  void fieldsActThroughTheDipoleMoment() {
    List<String> lines =
        lines(simulation(0, false), "t.csv: ac-field=100..200 V/m, bias-rate=1e11 V/m/s, points=2");
    String[] cells = lines.get(2).split(",", -1);
    assertThat(cells[0]).isEqualTo("100");
    // 5e5 · (0.09482521562467286 + 0.18965043124934576)
    assertThat(5e9 - Double.parseDouble(cells[2])).isCloseTo(142237.823437, within(2e-6));
  }

  /** Each rate of the bias with all drives, in the order of the file. */
  @Test
  void aGridRunsOverTheDriveFirst() {
    List<String> rows =
        lines(
            simulation(0, false),
            "t.csv: rabi-frequency=1e6..1e7 1/s, bias-rate=1e15..1e16 1/s^2, points=2x2");
    assertThat(rows.stream().skip(2).map(row -> row.substring(0, row.lastIndexOf(','))))
        .containsExactly("1000000,1e15", "1e7,1e15", "1000000,1e16", "1e7,1e16");
  }

  @Test
  void noiseIsWrittenToAThousandthOfItself() {
    List<String> rows =
        lines(
            simulation(20, true),
            "t.csv: rabi-frequency=1e6..1e7 1/s, bias-rate=1e15 1/s^2, points=50");
    assertThat(rows.get(1)).endsWith("frequency [Hz],frequency_sigma [Hz]");
    assertThat(rows.stream().skip(2)).allMatch(row -> row.matches(".*,[0-9]{10}\\.[0-9]{2},20"));
    double[] errors =
        rows.stream()
            .skip(2)
            .map(row -> row.split(",", -1))
            .mapToDouble(
                cells ->
                    Double.parseDouble(cells[2])
                        - 5e9 * (1 - 1e-4 * (Double.parseDouble(cells[0]) / 1e8 + 0.01)))
            .toArray();
    double variance = Arrays.stream(errors).map(e -> e * e).average().orElseThrow();
    // χ² of 50: scipy.stats.chi2.ppf([1e-6, 1 - 1e-6], 50)/50 = 0.32, 2.28
    assertThat(variance / 400).isBetween(0.32, 2.28);
  }

  @Test
  void theSampleFileCarriesTheSettingsAndTheConstants() {
    Map<String, String> resonator = new LinkedHashMap<>();
    resonator.put("gap", "50 nm");
    resonator.put("frequency", "5 GHz");
    Settings settings =
        new Settings(Calibration.NONE, resonator, Map.of("attenuation", "78 dB +- 1 dB"));
    TablePlan laboratory = TablePlan.parse("a.csv: power=-9..0 dBm, bias-rate=16000 V/s, points=3");
    TablePlan fields = TablePlan.parse("b.csv: ac-field=1..9 V/m, bias-rate=1e9 V/m/s, points=3");
    TablePlan photons = TablePlan.parse("c.csv: photons=5, bias-rate=1e9..1e10 V/m/s, points=3");
    assertThat(SampleFileText.of("s", settings, List.of(laboratory, fields, photons), "made"))
        .isEqualTo(
            """
            # made
            sample: s
            description: synthetic, made by tlsfit simulate
            resonator:
              gap: 50 nm
              frequency: 5 GHz
            calibration:
              attenuation: 78 dB +- 1 dB
            tables:
              - file: a.csv
                bias-rate: 16000 V/s
              - file: b.csv
              - file: c.csv
                photons: 5
            """);
  }

  @Test
  void doubtfulReadingsAreCounted() {
    Simulation simulation = simulation(0, false);
    lines(simulation, "t.csv: rabi-frequency=1e8..4e9 1/s, bias-rate=1e17 1/s^2, points=3");
    // Ω = 1e8, 6.3e8, 4e9
    assertThat(simulation.warnings())
        .containsExactly(
            "t.csv: 1 readings are near the end of the theory (L < 1), the first at"
                + " rabi-frequency 4e9 1/s, bias-rate 1e17 1/s^2");
  }

  @Test
  void outsideTheTheoryIsRefused() {
    assertThatThrownBy(
            () ->
                lines(
                    simulation(0, false),
                    "t.csv: rabi-frequency=1e8..2e10 1/s, bias-rate=1e17 1/s^2, points=2"))
        .isInstanceOf(SimulationException.class)
        .hasMessage(
            "t.csv: the theory does not hold at rabi-frequency 2e10 1/s, bias-rate 1e17 1/s^2"
                + " (L = -1.0, where it must be above 0, and well so); take less microwave or a"
                + " slower bias");
  }

  @Test
  void whatTheCalibrationLacksIsNamed() {
    assertThatThrownBy(
            () -> lines(simulation(0, false), "t.csv: photons=1..9, bias-rate=10 V/s, points=2"))
        .isInstanceOf(SimulationException.class)
        .hasMessage("t.csv: the fields cannot be had without --capacitance, --gap");
  }

  @Test
  void twoFilesOfOneNameAreRefused() {
    TablePlan plan = TablePlan.parse("t.csv: ac-field=1..9 V/m, bias-rate=1e9 V/m/s, points=3");
    assertThatThrownBy(() -> simulation(0, false).files(List.of(plan, plan), "made"))
        .isInstanceOf(SimulationException.class)
        .hasMessage("two files would be named t.csv");
    TablePlan same = TablePlan.parse("s.yaml: ac-field=1..9 V/m, bias-rate=1e9 V/m/s, points=3");
    assertThatThrownBy(() -> simulation(0, false).files(List.of(same), "made"))
        .hasMessage("two files would be named s.yaml");
  }
}

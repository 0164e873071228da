package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;
import tlsfit.model.Parameter;
import tlsfit.result.InputFile;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitSetup;
import tlsfit.setup.Loss;
import tlsfit.setup.Prior;
import tlsfit.setup.SigmaUse;

/** What good files become. */
class LoaderTest {
  private static final Path GOOD = Path.of("src/test/resources/tlsfit/load/good");
  private static final Percentage CLOSE = Percentage.withPercentage(1e-10);

  @TempDir Path folder;

  private static double acField(Reading reading) {
    return ((Drive.AcField) reading.drive()).amplitude();
  }

  private static double fieldRate(Reading reading) {
    return ((BiasRate.FieldRate) reading.biasRate()).rate();
  }

  private Measurement load(String name, String text) throws Exception {
    return Loader.load(Files.writeString(folder.resolve(name), text)).measurement();
  }

  private Measurement load(String name, byte[] bytes) throws Exception {
    return Loader.load(Files.write(folder.resolve(name), bytes)).measurement();
  }

  /**
   * Fields from theory section 10 in Python 3.11: W = 2·2400²·P/(3000·2π·5.01e9), F =
   * √(2W/0.35e-12)/50e-9 with P = 1e-4 W/10^7.8; V̇ = 2·4·2000 V/s; 5.01 GHz is the median of the
   * seven frequencies.
   */
  @Test
  void sampleOfThreeTables() {
    Measurement measurement = Loader.load(GOOD.resolve("al-a.yaml")).measurement();

    assertThat(measurement.sample()).isEqualTo("al-a");
    assertThat(measurement.permittivity()).hasValue(10);
    assertThat(measurement.temperature()).hasValue(0.012);
    assertThat(measurement.sweeps())
        .extracting(Sweep::name)
        .containsExactly("power-sweep.csv", "bias-sweep.csv", "loaded-q.tsv");

    List<Reading> power = measurement.sweeps().get(0).readings();
    assertThat(power).extracting(Reading::frequency).containsExactly(5.01e9, 5.0099e9, 5.0097e9);
    assertThat(acField(power.get(0))).isCloseTo(21021.697695897627, CLOSE);
    assertThat(acField(power.get(2))).isCloseTo(21021.697695897627 * Math.sqrt(10), CLOSE);
    assertThat(fieldRate(power.get(0))).isEqualTo(3.2e11);
    assertThat(power.get(0).sigma()).isEmpty();
    assertThat(power.get(2).origin()).isEqualTo(new Origin("power-sweep.csv", 4));

    List<Reading> bias = measurement.sweeps().get(1).readings();
    assertThat(bias).extracting(Reading::frequency).containsExactly(5.01e9, 5.0098e9);
    assertThat(acField(bias.get(0))).isCloseTo(21021.697695897627 * Math.pow(10, -3.5), CLOSE);
    assertThat(fieldRate(bias.get(0))).isCloseTo(3.2e11, CLOSE);
    // the sign of the ramp does not matter
    assertThat(fieldRate(bias.get(1))).isCloseTo(6.4e11, CLOSE);
    // 1.959963984540054 σ hold 95 % of a normal distribution
    assertThat(bias.get(0).sigma().orElseThrow()).isCloseTo(1000, CLOSE);
    assertThat(bias.get(1).origin()).isEqualTo(new Origin("bias-sweep.csv", 5));

    List<Reading> loadedQ = measurement.sweeps().get(2).readings();
    assertThat(acField(loadedQ.get(0))).isCloseTo(21021.697695897627, CLOSE);
    assertThat(acField(loadedQ.get(1))).isCloseTo(21021.697695897627 / 2, CLOSE);
    assertThat(fieldRate(loadedQ.get(1))).isCloseTo(3.2e11, CLOSE);
    assertThat(loadedQ.get(1).sigma()).hasValue(1500);
  }

  @Test
  void calibrationTerms() {
    // one decibel of power is ln(10)/20 of ln F
    assertThat(Loader.load(GOOD.resolve("al-a.yaml")).measurement().calibrationTerms())
        .singleElement()
        .satisfies(
            term -> {
              assertThat(term.source()).isEqualTo("attenuation 78 dB ± 1 dB");
              assertThat(term.acField()).isCloseTo(-0.1151292546497023, within(1e-15));
              assertThat(term.biasRate()).isZero();
            });
  }

  @Test
  void inputsCarryTheirHash() {
    // sha256sum of the fixture
    assertThat(Loader.load(GOOD.resolve("fields.csv")).measurement().inputs())
        .containsExactly(
            new InputFile(
                GOOD.resolve("fields.csv").toString(),
                "f36bcd6e31dc8c364abb79981d8331106cd8b14d3d88ed0c8f5207a352911276",
                2));
    assertThat(Loader.load(GOOD.resolve("al-a.yaml")).measurement().inputs())
        .extracting(InputFile::rows)
        .containsExactly(0, 3, 2, 2);
  }

  @Test
  void notesSayWhatWasUnderstood() {
    assertThat(Loader.load(GOOD.resolve("al-a.yaml")).measurement().notes())
        .contains(
            "power-sweep.csv: 3 rows, comma-separated, header in line 1",
            "power-sweep.csv: \"power [dBm]\" is the power of the source in dBm",
            "power-sweep.csv: the rate of the bias is 3.2e11 V/m/s in all rows",
            "bias-sweep.csv: 2 rows, semicolon-separated, header in line 1",
            "bias-sweep.csv: \"fc error [Hz] 95%\" is the standard deviation of the frequency in"
                + " Hz, given as 95% and divided by 1.95996 to one standard deviation",
            "bias-sweep.csv: not used: \"T\"",
            "loaded-q.tsv: \"frequency\" is the resonance frequency in GHz",
            "loaded-q.tsv: its column of loaded_q stands in for resonator.loaded-q")
        .anyMatch(
            note -> note.endsWith("converted at 5.01000000 GHz, the median measured frequency"));
  }

  @Test
  void tableOfFieldsWithItsHeaderInAComment() {
    Measurement measurement = Loader.load(GOOD.resolve("fields.csv")).measurement();
    String file = GOOD.resolve("fields.csv").toString();
    assertThat(measurement.sample()).isEqualTo("fields");
    assertThat(measurement.permittivity()).isEmpty();
    assertThat(measurement.calibrationTerms()).isEmpty();
    assertThat(measurement.sweeps().get(0).readings())
        .containsExactly(
            new Reading(
                new Drive.AcField(100),
                new BiasRate.FieldRate(1e11),
                5.001e9,
                OptionalDouble.of(1000),
                new Origin(file, 3)),
            new Reading(
                new Drive.AcField(200),
                new BiasRate.FieldRate(2e11),
                5.002e9,
                OptionalDouble.of(2000),
                new Origin(file, 4)));
  }

  @Test
  void tableOfRatesBetweenBlanks() {
    Measurement measurement = Loader.load(GOOD.resolve("rates.txt")).measurement();
    assertThat(measurement.readings())
        .extracting(Reading::drive, Reading::biasRate, Reading::frequency)
        .containsExactly(
            tuple(new Drive.RabiFrequency(1e8), new BiasRate.EnergyRate(1e17), 5.001e9),
            tuple(new Drive.RabiFrequency(2e8), new BiasRate.EnergyRate(2e17), 5.002e9));
  }

  // 12 V/m · √1e4 = 1200 V/m; 5 GHz · (1 - 1e-4); 2 ppm of 5 GHz = 10 kHz
  @Test
  void photonsAndRelativeShift() {
    Measurement measurement = Loader.load(GOOD.resolve("shift.yaml")).measurement();
    Reading first = measurement.sweeps().get(0).readings().get(0);
    assertThat(acField(first)).isCloseTo(1200, CLOSE);
    assertThat(first.frequency()).isCloseTo(4.9995e9, CLOSE);
    assertThat(first.sigma().orElseThrow()).isCloseTo(1e4, CLOSE);
    assertThat(measurement.calibrationTerms())
        .extracting(CalibrationTerm::source)
        .containsExactly("field-per-sqrt-photon 12 V/m ± 0.6 V/m");
  }

  @ParameterizedTest
  @CsvSource({
    "ac_field [V/m]",
    "ac_field (V/m)",
    "ac_field_V/m",
    "AC Field [V/m]",
    "ac-field[V/m]",
    "Ac_Field_V m^-1"
  })
  void spellingsOfAHeader(String header) throws Exception {
    Measurement measurement = load("a.csv", header + ",bias_rate [V/m/s],frequency [GHz]\n7,2,5\n");
    assertThat(acField(measurement.sweeps().get(0).readings().get(0))).isEqualTo(7);
  }

  // 2 σ and 3 σ by definition; 68.27 % by scipy 1.11: norm.isf((1 - 0.6827)/2) = 1.0000217
  @ParameterizedTest
  @CsvSource({
    "[Hz] 2 sigma, 2",
    "[Hz] 3σ, 3",
    "[Hz] k=2, 2",
    "[Hz] (k = 2), 2",
    "[Hz] at 95 %, 1.959963984540054",
    "[Hz] 68.27%, 1.0000217133",
    "_Hz, 1"
  })
  void levelsOfAnUncertainty(String suffix, double sigmas) throws Exception {
    Measurement measurement =
        load(
            "a.tsv",
            "ac_field [V/m]\tbias_rate [V/m/s]\tfrequency [Hz]\tfrequency_sigma"
                + (suffix.startsWith("_") ? suffix : " " + suffix)
                + "\n1\t2\t5e9\t600\n");
    double sigma = measurement.sweeps().get(0).readings().get(0).sigma().orElseThrow();
    assertThat(sigma).isCloseTo(600 / sigmas, within(1e-5));
  }

  @Test
  void aSigmaForAllRowsMayHaveALevel() throws Exception {
    Files.writeString(
        folder.resolve("a.csv"), "ac_field [V/m],bias_rate [V/m/s],frequency [Hz]\n1,2,5e9\n");
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"),
            "sample: a\ntables: [{file: a.csv, sigma: 4 kHz (2 sigma)}]\n");
    Measurement measurement = Loader.load(file).measurement();
    assertThat(measurement.sweeps().get(0).readings().get(0).sigma()).hasValue(2000);
    assertThat(measurement.notes())
        .contains(
            "a.csv: the standard deviation of the frequency is 4 kHz (2 sigma), divided by 2.00000"
                + " to one standard deviation, in all rows");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE, FFFE", "UTF-16BE, FEFF", "UTF-8, EFBBBF", "UTF-8, ''"})
  void encodings(String charset, String mark) throws Exception {
    String text = "ac_field [V/m],bias_rate [V/m/s],frequency [GHz],φ\r\n7,\u22122,5,°\r\n";
    byte[] body = text.getBytes(Charset.forName(charset));
    byte[] head = HexFormat.of().parseHex(mark);
    byte[] bytes = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, bytes, head.length, body.length);
    Reading reading = load("a.csv", bytes).sweeps().get(0).readings().get(0);
    assertThat(acField(reading)).isEqualTo(7);
    assertThat(fieldRate(reading)).isEqualTo(2);
  }

  @Test
  void latin1IsReadWithANote() throws Exception {
    String text = "ac_field [V/m],bias_rate [V/µs/m],frequency [GHz]\n7,2,5\n";
    Measurement measurement = load("a.csv", text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(fieldRate(measurement.sweeps().get(0).readings().get(0))).isEqualTo(2e6);
    assertThat(measurement.notes()).anyMatch(note -> note.contains("read as Windows-1252"));
  }

  @Test
  void quotedFieldsMayHoldSeparatorsQuotesAndLines() throws Exception {
    Measurement measurement =
        load(
            "a.csv",
            """
            remark,"ac_field [V/m]",bias_rate [V/m/s],frequency [GHz]
            "a, ""b""
            c",1,2,5
            ,"3",2,5
            ,,,
            """);
    assertThat(measurement.readings().map(LoaderTest::acField)).containsExactly(1.0, 3.0);
    assertThat(measurement.readings().map(reading -> reading.origin().line()))
        .containsExactly(2, 4);
  }

  @Test
  void aColumnNamedInTheSampleFileWinsOverOnesKnownByThemselves() throws Exception {
    Files.writeString(
        folder.resolve("a.csv"),
        "power [dBm],ac_field [V/m],F_V/m,bias_rate [V/m/s],frequency [GHz]\n-1,2,3,4,5\n");
    Measurement measurement =
        load("a.yaml", "sample: a\ntables: [{file: a.csv, columns: {ac-field: F_V/m}}]\n");
    assertThat(acField(measurement.sweeps().get(0).readings().get(0))).isEqualTo(3);
    assertThat(measurement.notes())
        .contains("a.csv: not used: \"power [dBm]\", \"ac_field [V/m]\"");
  }

  @Test
  void oneFileMayHoldTwoSweepsSideBySide() throws Exception {
    Files.writeString(
        folder.resolve("a.csv"), "ac_field [V/m],f1 [GHz],f2 [GHz]\n1,5,5.001\n2,5.002,5.003\n");
    Measurement measurement =
        load(
            "a.yaml",
            """
            sample: a
            tables:
            - {file: a.csv, bias-rate: 1 V/m/s, columns: {frequency: 'f1 [GHz]'}}
            - {file: a.csv, bias-rate: 2 V/m/s, columns: {frequency: 'f2 [GHz]'}}
            """);
    assertThat(measurement.readings().map(Reading::frequency))
        .containsExactly(5e9, 5.002e9, 5.001e9, 5.003e9);
    assertThat(measurement.readings().map(LoaderTest::fieldRate)).containsExactly(1., 1., 2., 2.);
  }

  @Test
  void biasFractionAndGap() throws Exception {
    Files.writeString(folder.resolve("a.csv"), "ac_field [V/m],frequency [GHz]\n1,5\n");
    Measurement measurement =
        load(
            "a.yaml",
            """
            sample: a
            resonator: {gap: 50 nm +- 2 %}
            calibration: {bias-fraction: 0.5}
            tables: [{file: a.csv, bias-rate: 16 kV/s}]
            """);
    // 0.5 · 16000/50e-9
    assertThat(fieldRate(measurement.sweeps().get(0).readings().get(0))).isCloseTo(1.6e11, CLOSE);
    assertThat(measurement.calibrationTerms())
        .containsExactly(new CalibrationTerm("gap 50 nm ± 1 nm", 0, -0.02));
  }

  @Test
  void hugeLinesAreNoTrouble() throws Exception {
    String remark = "x".repeat(1 << 20);
    String table = "ac_field [V/m],bias_rate [V/m/s],frequency [GHz],r\n1,2,5," + remark + "\n";
    assertThat(load("a.csv", table).readings()).hasSize(1);
    assertThatThrownBy(() -> load("b.csv", table.replace("1,2,5,", remark + ",2,5,")))
        .isInstanceOf(InputException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
  }

  /** Every one of 100,000 rows, the last one with a decimal that a type guesser would miss. */
  @Test
  void hundredThousandRows() throws Exception {
    StringBuilder table = new StringBuilder("ac_field [V/m],bias_rate [V/m/s],frequency [Hz]\n");
    IntStream.range(1, 100_000).forEach(i -> table.append(i).append(",1,5000000000\n"));
    table.append("100000.5,1,5000000000\n");
    List<Reading> readings = load("a.csv", table.toString()).sweeps().get(0).readings();
    assertThat(readings).hasSize(100_000);
    assertThat(acField(readings.get(49_999))).isEqualTo(50_000);
    assertThat(acField(readings.get(99_999))).isEqualTo(100_000.5);
    assertThat(readings.get(99_999).origin().line()).isEqualTo(100_001);
  }

  private FitSetup setup(String section) throws Exception {
    Files.writeString(
        folder.resolve("a.csv"), "ac_field [V/m],bias_rate [V/m/s],frequency [Hz]\n1,2,5e9\n");
    return Loader.load(
            Files.writeString(
                folder.resolve("a.yaml"), "sample: a\ntables: [{file: a.csv}]\n" + section))
        .setup();
  }

  @Test
  void theSectionFitBecomesASetupInSiUnits() throws Exception {
    FitSetup setup =
        setup(
            """
            fit:
              fix: {relaxationTime: 3 us}
              bound: {dipoleMoment: 1 D .. 10 D, fieldExponent: -1 .. 1, referenceFrequency: 4 GHz ..}
              prior: {chi: 1.2e-4 +- 2e-5}
              sigma: per-table
              loss: soft-l1
              calibration: fit
            """);
    assertThat(setup.constraints().fixed())
        .containsExactly(Map.entry(Parameter.RELAXATION_TIME, 3e-6));
    // 1 D = 1e-21/299792458 C m
    assertThat(setup.constraints().bounds())
        .hasEntrySatisfying(
            Parameter.DIPOLE_MOMENT,
            range -> {
              assertThat(range.lower()).isCloseTo(3.33564095198152e-30, CLOSE);
              assertThat(range.upper()).isCloseTo(3.33564095198152e-29, CLOSE);
            });
    assertThat(setup.constraints().bounds())
        .hasSize(3)
        .containsEntry(Parameter.FIELD_EXPONENT, new Bounds(-1, 1))
        .containsEntry(Parameter.REFERENCE_FREQUENCY, new Bounds(4e9, Double.POSITIVE_INFINITY));
    assertThat(setup.constraints().priors())
        .containsExactly(Map.entry(Parameter.CHI, new Prior(1.2e-4, 2e-5)));
    assertThat(setup.sigma()).contains(SigmaUse.PER_TABLE);
    assertThat(setup.loss()).contains(Loss.SOFT_L1);
    assertThat(setup.calibration()).contains(true);
    assertThat(setup.model()).isEmpty();
    assertThat(setup.relaxation()).isEmpty();
  }

  @Test
  void withoutASectionNothingIsAsked() throws Exception {
    assertThat(setup("")).isEqualTo(FitSetup.NONE);
    assertThat(setup("fit: {}\n")).isEqualTo(FitSetup.NONE);
    assertThat(Loader.load(GOOD.resolve("fields.csv")).setup()).isEqualTo(FitSetup.NONE);
    assertThat(setup("fit: {calibration: apart}\n").calibration()).contains(false);
  }

  @Test
  void notesSayWhatTheFitHas() throws Exception {
    setup("fit: {fix: {chi: 1e-4}, loss: cauchy}\n");
    assertThat(Loader.load(folder.resolve("a.yaml")).measurement().notes())
        .anyMatch(note -> note.endsWith("a.yaml: the fit has fix chi 1e-4"))
        .anyMatch(note -> note.endsWith("a.yaml: the fit has loss cauchy"));
  }
}

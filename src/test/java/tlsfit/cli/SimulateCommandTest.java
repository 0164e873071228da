package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.load.Loader;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;

class SimulateCommandTest {
  private static final String FIELDS =
      "t.csv: ac-field=10..1000 V/m, bias-rate=1e9..1e11 V/m/s, points=3x2";

  @TempDir private Path folder;

  private Run simulate(String... more) {
    List<String> args = new ArrayList<>(List.of("simulate", "--sample", "s"));
    args.addAll(List.of("-o", folder.toString()));
    args.addAll(List.of("--set", "chi=1e-4", "--set", "dipoleMoment=5 D"));
    args.addAll(List.of("--set", "referenceFrequency=5 GHz"));
    args.addAll(List.of(more));
    return Run.of(args.toArray(new String[0]));
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  @Test
  void tablesOfFieldsSayAllThemselves() throws IOException {
    Run run = simulate("--table", FIELDS, "--noise", "1 kHz");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .isEqualTo(folder.resolve("s.yaml") + "\n" + folder.resolve("t.csv") + "\n");
    assertThat(text("t.csv").lines().skip(1).limit(1))
        .containsExactly("ac_field [V/m],bias_rate [V/m/s],frequency [Hz],frequency_sigma [Hz]");
    assertThat(text("t.csv").lines().skip(2)).hasSize(6).allMatch(line -> line.endsWith(",1000"));
    Measurement alone = Loader.load(folder.resolve("t.csv")).measurement();
    Measurement sample = Loader.load(folder.resolve("s.yaml")).measurement();
    assertThat(alone.readings().map(Reading::drive))
        .containsExactlyElementsOf(sample.readings().map(Reading::drive).toList());
  }

  @Test
  void theFirstLineTellsTheCommandButNotWhereTheFilesWent() throws IOException {
    simulate("--table", FIELDS, "-q");
    String command =
        "# Synthetic: tlsfit simulate --sample s --set chi=1e-4 --set \"dipoleMoment=5 D\" --set"
            + " \"referenceFrequency=5 GHz\" --table \""
            + FIELDS
            + "\"";
    assertThat(text("t.csv").lines().findFirst()).contains(command);
    assertThat(text("s.yaml").lines().findFirst()).contains(command);
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    simulate("--table", FIELDS, "--noise", "1 kHz", "--seed", "7");
    String first = text("t.csv");
    simulate("--table", FIELDS, "--noise", "1 kHz", "--seed", "7", "--force");
    assertThat(text("t.csv")).isEqualTo(first);
    simulate("--table", FIELDS, "--noise", "1 kHz", "--seed", "8", "--force");
    assertThat(text("t.csv").lines().skip(2))
        .doesNotContainSubsequence(first.lines().skip(2).toList());
  }

  @Test
  void overwritesOnlyWhenTold() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "precious");
    Run run = simulate("--table", FIELDS);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("t.csv is there already; --force overwrites it");
    assertThat(text("t.csv")).isEqualTo("precious");
    assertThat(folder.resolve("s.yaml")).doesNotExist();
  }

  /** F = V/d, V = √(2W/C), W = 2 Q_l² P/(Q_c ω0): −40 dBm behind 78 dB make 636 V/m here. */
  @Test
  void powerAndVoltageGoThroughTheCalibration() throws IOException {
    Run run =
        simulate(
            "--table",
            "t.csv: power=-40 dBm, bias-rate=10..1000 V/s, points=3",
            "--gap",
            "50 nm",
            "--capacitance",
            "0.35 pF",
            "--coupling",
            "notch",
            "--loaded-q",
            "2400",
            "--coupling-q",
            "3000",
            "--attenuation",
            "78 dB +- 1 dB");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(text("s.yaml")).contains("  attenuation: 78 dB +- 1 dB\n", "    power: -40 dBm\n");
    Measurement measurement = Loader.load(folder.resolve("s.yaml")).measurement();
    double w = 2 * 2400.0 * 2400.0 * 1e-7 * Math.pow(10, -7.8) / (3000 * 2 * Math.PI * 5e9);
    double field = Math.sqrt(2 * w / 0.35e-12) / 50e-9;
    assertThat(measurement.readings())
        .hasSize(3)
        .allSatisfy(
            reading ->
                assertThat(((Drive.AcField) reading.drive()).amplitude())
                    .isCloseTo(field, org.assertj.core.data.Percentage.withPercentage(1e-9)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "power=-40 dBm, bias-rate=1..9 V/s, points=5 | without --attenuation, --coupling",
        "ac-field=1..9 V/m, bias-rate=1e9..1e10 V/m/s, points=5 | does not fit 2 ranges",
        "ac-field=1 V/m, bias-rate=1e9 V/m/s, points=5 | does not fit 0 ranges",
        "ac-field=1..9 V/m, bias-rate=1e9 V/m/s, points=1 | two points or more",
        "ac-field=1..9 V/m, points=5 | bias-rate and points",
        "ac-field=1..9 V/m, bias-rate=1e9 V/m/s, points=5, points=6 | given twice",
        "ac-field=1..9 V/m, bias=1e9 V/m/s, points=5 | unknown setting \"bias\"",
        "ac-field=1..9 mm, bias-rate=1e9 V/m/s, points=5 | its unit is one of",
        "ac-field=-1..9 V/m, bias-rate=1e9 V/m/s, points=5 | above zero",
        "ac-field=1..b V/m, bias-rate=1e9 V/m/s, points=5 | does not begin with a number",
        "rabi-frequency=1..9 MHz, bias-rate=1e9 V/m/s, points=5 | its unit is one of",
        "ac-field=1..9e6 V/m, bias-rate=1e9 V/m/s, points=5 | the theory does not hold at"
      })
  void refusesTablesThatMakeNoSense(String table, String message) {
    Run run = simulate("--table", "t.csv: " + table);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--set chi=2e-4 | --set gives chi twice",
        "--set foo=2e-4 | is not a parameter",
        "--set relaxationTime=3 | relaxationTime: ",
        "--noise 2 | --noise: ",
        "--gap 5mV | --gap: ",
        "--table ../t.csv:points=3 | does not begin with a file name",
        "--sample a/b | letters, digits"
      })
  void refusesSettingsThatMakeNoSense(String options, String message) {
    List<String> args = new ArrayList<>(List.of("--table", FIELDS));
    args.addAll(List.of(options.split(" ", -1)));
    Run run = simulate(args.toArray(new String[0]));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("error: ");
    if (!options.startsWith("--sample")) {
      assertThat(run.err()).contains(message);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void jsonNamesTheFiles() {
    assertThat(simulate("--table", FIELDS, "--json").out()).contains("\"files\"", "t.csv");
  }

  @Test
  void warnsNearTheEndOfTheTheory() {
    Run run =
        simulate("--table", "t.csv: rabi-frequency=1e10..2e10 1/s, bias-rate=1e17 1/s^2, points=3");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).contains("warning: t.csv: ").contains("L < 1");
  }

  @Test
  void photonsGiveTheField() throws IOException {
    simulate(
        "--table",
        "t.csv: photons=1..100, bias-rate=1e10 V/m/s, points=3",
        "--field-per-sqrt-photon",
        "12 V/m");
    Measurement measurement = Loader.load(folder.resolve("s.yaml")).measurement();
    assertThat(measurement.readings().map(reading -> ((Drive.AcField) reading.drive()).amplitude()))
        .containsExactly(12.0, 12 * Math.sqrt(10), 120.0);
  }
}

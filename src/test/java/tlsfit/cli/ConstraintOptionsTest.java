package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.units.Constants;

/** Bounds, priors, losses, noise of each table and fitted calibrations, from the command line. */
class ConstraintOptionsTest {
  private static final double DEBYE = Constants.DEBYE;

  @TempDir private Path folder;

  /** A table of a sample of 5 D without relaxation. */
  private Path table(String name, String drive, String noise) {
    return SimulatedTable.of(folder, name, drive, noise);
  }

  private Path table(String name) {
    return table(name, SimulatedTable.DRIVE, SimulatedTable.NOISE);
  }

  private Run fit(Path sample, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "fit",
                sample.toString(),
                "-o",
                folder.resolve("out").toString(),
                "--relaxation",
                "off"));
    arguments.addAll(Arrays.asList(more));
    return Run.of(arguments.toArray(new String[0]));
  }

  private JsonNode result(String name) throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(folder.resolve("out").resolve(name + ".json")));
  }

  private static JsonNode parameter(JsonNode result, String name) {
    for (JsonNode parameter : result.at("/parameters")) {
      if (parameter.at("/name").asText().equals(name)) {
        return parameter;
      }
    }
    throw new AssertionError("no " + name);
  }

  @Test
  void aParameterAtItsBoundIsValidAndWarnedOf() throws IOException {
    Run run = fit(table("a"), "--bound", "dipoleMoment=1..4.9 D");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.words())
        .startsWith("a: VALID")
        .contains("p = 4.9 D, at its upper bound")
        .contains("The dipole moment p lies at its upper bound of 4.9 D")
        .containsPattern("p 4\\.9 at bound 4\\.[0-9]+ – 4\\.9[0-9]* D");
    JsonNode p = parameter(result("a"), "dipoleMoment");
    assertThat(p.at("/atBound").asText()).isEqualTo("upper");
    assertThat(p.at("/value").asDouble()).isCloseTo(4.9 * DEBYE, within(1e-40));
    assertThat(p.at("/standardError").isNull()).isTrue();
    assertThat(p.at("/interval/lower").asDouble()).isLessThan(p.at("/value").asDouble());
    assertThat(p.at("/interval/upper").asDouble()).isCloseTo(4.9 * DEBYE, within(1e-40));
    assertThat(p.at("/determined").asBoolean()).isTrue();
    assertThat(parameter(result("a"), "chi").at("/atBound").isNull()).isTrue();
    assertThat(result("a").at("/provenance/options/bound dipoleMoment").asText())
        .matches("3\\.3.*e-30\\.\\.1\\.6.*e-29 C m|3\\.3.*E-30\\.\\.1\\.6.*E-29 C m");
  }

  @Test
  void aPriorIsShownAndWritten() throws IOException {
    Run run = fit(table("a"), "--prior", "dipoleMoment=4.9 D +- 2 %");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("p with the prior 4.90 ± 0.10 D");
    JsonNode prior = parameter(result("a"), "dipoleMoment").at("/prior");
    assertThat(prior.at("/value").asDouble()).isCloseTo(4.9 * DEBYE, within(1e-40));
    assertThat(prior.at("/sigma").asDouble()).isCloseTo(0.098 * DEBYE, within(1e-40));
  }

  @Test
  void aPriorThatTheDataContradictIsWarnedOf() {
    assertThat(fit(table("a"), "--prior", "chi=1.2e-4 +- 1e-6").words())
        .containsPattern("the strength χ is fitted [0-9.]+ standard uncertainties below its prior");
  }

  // A weak field determines the product of chi and p alone (theory, section 4).
  @Test
  void whatOnlyThePriorDeterminesIsSaid() {
    Path weak = table("weak", "ac-field=20..60 V/m", "300 Hz");
    assertThat(fit(weak).status()).isEqualTo(4);
    Run run = fit(weak, "--prior", "dipoleMoment=5 D +- 0.2 D");
    assertThat(run.out())
        .contains("The dipole moment p is known from its prior, not from the readings")
        .contains("The strength χ is known only together with the prior of the dipole moment p");
    assertThat(fit(table("a"), "--prior", "dipoleMoment=5 D +- 0.2 D").out())
        .doesNotContain("not from the readings");
  }

  @Test
  void outliersAreNamedByTheirLines() throws IOException {
    Path file = table("a");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int row = lines.size() - 5;
    String[] cells = lines.get(row).split(",", -1);
    int column = Arrays.asList(lines.get(1).split(",", -1)).indexOf("frequency [Hz]");
    cells[column] = String.valueOf(Double.parseDouble(cells[column]) + 60e3);
    lines.set(row, String.join(",", cells));
    Files.write(file, lines);
    assertThat(fit(file).status()).isEqualTo(4);
    Run run = fit(file, "--loss", "Cauchy");
    assertThat(run.status()).as(run.out()).isZero();
    assertThat(run.out())
        .containsPattern(
            "1 outlier down-weighted: .*a.csv:" + (row + 1) + " \\([+-][23][0-9.]+ σ\\)");
    assertThat(result("a").at("/outliers")).hasSize(1);
    assertThat(result("a").at("/outliers/0/line").asInt()).isEqualTo(row + 1);
    assertThat(result("a").at("/outliers/0/residual").asDouble()).isLessThan(-20);
    assertThat(result("a").at("/statistics/loss").asText()).isEqualTo("cauchy");
    // a clean table has none
    assertThat(fit(table("b"), "--loss", "soft-l1").out()).contains("no outlier down-weighted");
  }

  @Test
  void eachTableMayHaveItsOwnNoise() throws IOException {
    table("a");
    Path loud = table("b", "ac-field=20..20000 V/m", "10 kHz");
    Files.writeString(loud, Files.readString(loud).replace(",10000", ",2000"));
    Path sample = folder.resolve("both.yaml");
    Files.writeString(sample, "sample: both\ntables: [{file: a.csv}, {file: b.csv}]\n");
    Run run = fit(sample, "--sigma", "per-table");
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(run.words())
        .containsPattern("σ scaled by [0-9.]+ in a.csv, [45678][0-9.]* in b.csv");
    JsonNode factors = result("both").at("/statistics/noiseFactors");
    assertThat(factors.at("/0/table").asText()).isEqualTo("a.csv");
    assertThat(factors.at("/0/factor").asDouble()).isBetween(0.6, 1.4);
    assertThat(factors.at("/1/factor").asDouble()).isBetween(3.0, 7.0);
  }

  @Test
  void aTableTooSmallForItsOwnNoiseIsNamed() throws IOException {
    table("a");
    Files.writeString(
        folder.resolve("small.csv"),
        "ac_field [V/m],bias_rate [V/m/s],frequency [Hz]\n100,3e10,5e9\n");
    Path sample = folder.resolve("both.yaml");
    Files.writeString(sample, "sample: both\ntables: [{file: a.csv}, {file: small.csv}]\n");
    Run run = fit(sample, "--sigma", "per-table");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("small.csv has too few readings (1)");
  }

  // al-a has p = 5.00 ± 0.04 D: 5.2 D is five standard errors off.
  @Test
  void aBoundThatTheDataContradictIsWarnedOf() {
    Run run =
        Run.of(
            "fit",
            "sample-data/al-a.yaml",
            "-o",
            folder.toString(),
            "--bound",
            "dipoleMoment=5.2..10 D");
    assertThat(run.out()).containsPattern("The readings contradict the bounds by [45]\\.");
  }

  // ± 1 dB is ± 1 D whatever the fit may not leave.
  @Test
  void boundsDoNotCutSystematicErrorsOff() throws IOException {
    Path out = folder.resolve("out");
    Run.of("fit", "sample-data/al-a.yaml", "-o", out.toString());
    double without = result("al-a").at("/systematics/0/changes/dipoleMoment").asDouble();
    Run.of(
        "fit", "sample-data/al-a.yaml", "-o", out.toString(), "--bound", "dipoleMoment=4.8..5.2 D");
    assertThat(result("al-a").at("/systematics/0/changes/dipoleMoment").asDouble())
        .isCloseTo(without, within(1e-6 * without));
    assertThat(without).isGreaterThan(0.8 * DEBYE);
  }

  // al-a was made with model log: lz leaves a shape in the residuals, which Cauchy's loss forgives.
  @Test
  void aRobustLossDoesNotHideAWrongModel() {
    Run run =
        Run.of(
            "fit",
            "sample-data/al-a.yaml",
            "-o",
            folder.toString(),
            "--model",
            "lz",
            "--loss",
            "cauchy");
    assertThat(run.status()).isEqualTo(4);
    assertThat(run.out()).contains("NOT VALID", "runs").doesNotContain("χ² tests the fit");
  }

  @Test
  void tooFewReplicatesForTheLevelAreWarnedOf() {
    Run run =
        Run.of(
            "fit",
            "sample-data/al-b.yaml",
            "-o",
            folder.toString(),
            "--intervals",
            "bootstrap",
            "--replicates",
            "100");
    assertThat(run.words()).contains("Only 2.5 of 100 replicates", "400 replicates are enough");
  }

  @Test
  void aFittedCalibrationIsInsideTheIntervals() throws IOException {
    Path out = folder.resolve("out");
    Run apart = Run.of("fit", "sample-data/al-a.yaml", "-o", out.toString());
    double statistical = parameter(result("al-a"), "dipoleMoment").at("/standardError").asDouble();
    JsonNode systematics = result("al-a").at("/systematics");
    assertThat(systematics.get(1).at("/source").asText()).isEqualTo("calibration");
    double total = systematics.get(1).at("/changes/dipoleMoment").asDouble();
    assertThat(apart.out()).contains("(calib.)");
    Run jointly = Run.of("fit", "sample-data/al-a.yaml", "-o", out.toString(), "--fit-calibration");
    assertThat(jointly.out())
        .doesNotContain("(calib.)")
        .contains("(stat. and calib.)", "Fitted jointly: attenuation 78 dB ± 1 dB moved by +0.53");
    JsonNode result = result("al-a");
    assertThat(result.at("/systematics").findValuesAsText("kind"))
        .isNotEmpty()
        .doesNotContain("calibration");
    assertThat(result.at("/nuisances")).isNotEmpty();
    double both = parameter(result, "dipoleMoment").at("/standardError").asDouble();
    // the data know something of the attenuation, too
    assertThat(both).isBetween(2 * statistical, 1.01 * Math.hypot(statistical, total));
  }

  @Test
  void aCalibrationWithoutUncertaintyIsWarnedOf() {
    Run run = fit(table("a"), "--fit-calibration");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("The calibration was to be fitted, but none of its numbers is");
  }

  @Test
  void theSampleFileSaysTheSameAndTheCommandLineWins() throws IOException {
    table("a");
    Path sample = folder.resolve("s.yaml");
    Files.writeString(
        sample,
        """
        sample: s
        tables: [{file: a.csv}]
        fit:
          fix: {referenceFrequency: 5 GHz}
          bound: {dipoleMoment: 1 D .. 4.9 D, relaxationTime: 1 us ..}
          prior: {chi: 1.2e-4 +- 2e-5}
          sigma: relative
          loss: soft-l1
        """);
    Run run = fit(sample);
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    JsonNode options = result("s").at("/provenance/options");
    assertThat(options.at("/loss").asText()).isEqualTo("soft-l1");
    assertThat(options.at("/sigma").asText()).isEqualTo("relative");
    assertThat(options.at("/prior chi").asText()).isEqualTo("1.2E-4 +- 2.0E-5 1");
    assertThat(options.at("/fix referenceFrequency").asText()).isEqualTo("5.0E9 Hz");
    assertThat(parameter(result("s"), "dipoleMoment").at("/atBound").asText()).isEqualTo("upper");
    // --relaxation off leaves no relaxation time to bound
    assertThat(options.has("bound relaxationTime")).isFalse();

    fit(
        sample,
        "--loss",
        "linear",
        "--sigma",
        "absolute",
        "--bound",
        "dipoleMoment=..20 D",
        "--fix",
        "chi=1e-4",
        "--prior",
        "referenceFrequency=5 GHz +- 1 kHz");
    JsonNode others = result("s").at("/provenance/options");
    assertThat(others.at("/loss").asText()).isEqualTo("linear");
    assertThat(others.at("/sigma").asText()).isEqualTo("absolute");
    assertThat(others.at("/fix chi").asText()).isEqualTo("1.0E-4 1");
    assertThat(others.has("prior chi")).isFalse();
    assertThat(others.has("fix referenceFrequency")).isFalse();
    assertThat(parameter(result("s"), "dipoleMoment").at("/atBound").isNull()).isTrue();

    assertThat(Run.of("check", sample.toString()).out())
        .contains("the fit has bound dipoleMoment 1 D .. 4.9 D", "the fit has loss soft-l1");
  }

  @Test
  void theSampleFileMayHaveTheCalibrationFitted() throws IOException {
    Path sample = Path.of("sample-data/al-a.yaml").toAbsolutePath();
    Path copy = folder.resolve("c.yaml");
    Files.writeString(
        copy,
        Files.readString(sample).replace("file: ", "file: " + sample.getParent() + "/")
            + "fit: {calibration: fit}\n");
    String out = folder.resolve("out").toString();
    Run.of("fit", copy.toString(), "-o", out);
    assertThat(result("al-a").at("/nuisances")).hasSize(1);
    Run.of("fit", copy.toString(), "-o", out, "--no-fit-calibration");
    assertThat(result("al-a").at("/nuisances")).isEmpty();
    assertThat(result("al-a").at("/systematics").findValuesAsText("kind")).contains("calibration");
  }

  @Test
  void aPriorOfAWidthThatIsNotThereIsRefused() throws IOException {
    table("a");
    Path sample = folder.resolve("s.yaml");
    Files.writeString(
        sample, "sample: s\ntables: [{file: a.csv}]\nfit: {prior: {dipoleWidth: 0.5 +- 0.1}}\n");
    Run run = fit(sample);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("prior of dipoleWidth needs --dipole-width");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--bound chi | is no parameter with a value",
        "--bound dipole=1..2 D | is not a parameter",
        "--bound chi=1e-4 | has no \"..\"",
        "--bound chi=2e-4..1e-4 | begins at or above its end",
        "--bound chi=-1..1 | leave the lower end out",
        "--bound chi=..-1 | must be above zero",
        "--bound dipoleMoment=1..2 s | a dipole moment is expected",
        "--bound chi=..1 --bound chi=..2 | gives chi twice",
        "--bound dipoleWidth=..1 | needs --dipole-width",
        "--bound dipoleWidth=9.. --dipole-width | at most",
        "--bound relaxationTime=..1us --relaxation off | exclude each other",
        "--prior relaxationTime=3+-1us --relaxation off | exclude each other",
        "--prior chi=1e-4 | has no uncertainty",
        "--prior chi=-1e-4+-1e-5 | must be above zero",
        "--prior chi=1e-4+-1e-5 --fix chi=1e-4 | exclude each other for chi",
        "--bound chi=..1e-4 --fix chi=1e-4 | exclude each other for chi",
        "--prior dipoleWidth=0.5+-0.1 | needs --dipole-width",
        "--prior fieldExponent=2+-0.1 | needs --field-power-law",
        "--fit-calibration --no-fit-calibration | exclude each other",
        "--loss huber | is not one of linear, soft-l1, cauchy",
        "--sigma per-row | per-table"
      })
  void wrongOptionsAreExplained(String options, String message) {
    List<String> arguments = new ArrayList<>(List.of("fit", "x.yaml"));
    for (String word : options.split(" (?=--)", -1)) {
      arguments.addAll(Arrays.asList(word.split(" ", 2)));
    }
    Run run = Run.of(arguments.toArray(new String[0]));
    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }
}

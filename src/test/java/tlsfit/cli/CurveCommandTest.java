package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.result.ParameterEstimate;

class CurveCommandTest {
  private static final String SWEEP = "--sweep-rate=1e17 1/s^2";
  private static final String OVER_RABI = "--over=rabi=1e7..1e10 1/s";
  private static final String FREQUENCY = "--set=referenceFrequency=5 GHz";

  /** S at 60 points by adaptive quadrature in higher precision, good to 1e-13. */
  private static final Path CERTIFIED = Path.of("src/test/resources/tlsfit/model/integral.csv");

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("points.csv"), text, StandardCharsets.UTF_8);
  }

  @Test
  void atGivesTheCertifiedIntegral() throws IOException {
    CurveRun run = CurveRun.of("--at", CERTIFIED.toString());

    assertThat(run.status()).isZero();
    assertThat(run.header()).containsExactly("xi", "eta", "S", "dS_dlnxi", "dS_dlneta");
    List<String[]> certified =
        Files.readAllLines(CERTIFIED).stream().skip(1).map(line -> line.split(",", -1)).toList();
    double[] s = run.column("S");
    assertThat(s).hasSize(certified.size());
    for (int i = 0; i < s.length; i++) {
      String[] row = certified.get(i);
      assertThat(run.column("xi")[i]).isEqualTo(Double.parseDouble(row[0]));
      assertThat(run.column("eta")[i]).isEqualTo(Double.parseDouble(row[1]));
      // the tables of the integral promise 1e-12
      assertThat(s[i])
          .as("S(%s, %s)", row[0], row[1])
          .isCloseTo(Double.parseDouble(row[2]), Percentage.withPercentage(1e-10));
    }
  }

  @Test
  void atGivesDerivativesByTheLogarithms() throws IOException {
    double d = 1e-4;
    Path points =
        file(
            "eta,xi\n2,3\n2,%s\n2,%s\n%s,3\n%s,3\n"
                .formatted(3 * Math.exp(d), 3 * Math.exp(-d), 2 * Math.exp(d), 2 * Math.exp(-d)));

    CurveRun run = CurveRun.of("--at", points.toString());

    double[] s = run.column("S");
    // central differences, exact to d²/6
    assertThat(run.value("dS_dlnxi")).isCloseTo((s[1] - s[2]) / (2 * d), within(1e-8));
    assertThat(run.value("dS_dlneta")).isCloseTo((s[3] - s[4]) / (2 * d), within(1e-8));
  }

  @Test
  void atPrintsSeventeenDigitsAndZeroWithoutSign() throws IOException {
    CurveRun run = CurveRun.of("--at", file("xi,eta\n0.1,0\n0,0\n").toString());

    assertThat(run.out().lines().skip(1).flatMap(line -> List.of(line.split(",", -1)).stream()))
        .hasSize(10)
        .allMatch(cell -> cell.matches("-?[0-9]\\.[0-9]{16}e[+-][0-9]{2}"))
        .noneMatch(cell -> cell.matches("-0\\.0+e.*"));
  }

  /** Values of lz-constant.csv and lz-finite-field.csv, by adaptive quadrature, good to 1e-10. */
  @Test
  void atGivesTheCertifiedTermsOfModelLz() throws IOException {
    List<String[]> constants = certified("lz-constant.csv");
    List<String[]> fields = certified("lz-finite-field.csv");
    StringBuilder points = new StringBuilder("zeta,xi,eta\n");
    constants.forEach(row -> points.append("0.01,").append(row[0] + "," + row[1] + "\n"));
    fields.forEach(row -> points.append(row[0] + ",1," + row[1] + "\n"));

    CurveRun run = CurveRun.of("--model=lz", "--at", file(points.toString()).toString());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.header()).containsExactly("xi", "eta", "zeta", "S", "C", "F", "D", "K");
    for (int i = 0; i < constants.size(); i++) {
      assertThat(run.column("S")[i])
          .isCloseTo(Double.parseDouble(constants.get(i)[2]), Percentage.withPercentage(1e-8));
      assertThat(run.column("C")[i])
          .isCloseTo(Double.parseDouble(constants.get(i)[3]), within(3e-10));
    }
    for (int i = 0; i < fields.size(); i++) {
      assertThat(run.column("D")[constants.size() + i])
          .isCloseTo(Double.parseDouble(fields.get(i)[2]), within(3e-8));
    }
  }

  private static List<String[]> certified(String name) throws IOException {
    return Files.readAllLines(CERTIFIED.resolveSibling(name)).stream()
        .filter(line -> !line.startsWith("#") && !line.startsWith("xi") && !line.isBlank())
        .map(line -> line.split(",", -1))
        .toList();
  }

  /** K simulated at ω0/√v0 = 99.3459, Ω_R0/√v0 = 3 (EnsembleSimulation 99.3459 3 0): 1.16672. */
  @Test
  void atAndOverAgreeOnModelLz() throws IOException {
    double ratio = 2 * Math.PI * 5e9 / Math.sqrt(1e17);
    CurveRun over =
        CurveRun.of(
            "--model=lz",
            "--over=rabi=" + 3 * Math.sqrt(1e17) + "..1e9 1/s",
            SWEEP,
            FREQUENCY,
            "--points=2");
    Path points = file("xi,eta,zeta\n" + 4.5 * Math.PI + ",0," + 3 / ratio + "\n0,0,0.1\n1,0,0\n");

    CurveRun at = CurveRun.of("--model=lz", "--at", points.toString());

    assertThat(over.value("K")).isCloseTo(1.16672, within(3e-4));
    assertThat(at.value("K")).isCloseTo(over.value("K"), within(1e-12));
    assertThat(at.column("K")[1]).isZero(); // F is
    assertThat(at.column("K")[2]).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void atTellsAllThatIsWrongTogether() throws IOException {
    Path points = file("xi,eta [s],note\n1,0,a\nn/a,-1,b\n\"1,5\",,c\n1,2\n");

    CurveRun run = CurveRun.of("--at", points.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().replace(points.toString(), "points.csv").lines())
        .containsExactly(
            "error: points.csv:1: column 2 \"eta [s]\": the unit s; plain numbers are needed",
            "error: points.csv:3: column 1 \"xi\": found \"n/a\"; a number is needed: remove the"
                + " row or write the value",
            "error: points.csv:3: column 2 \"eta [s]\": found \"-1\"; 0 or a number above is"
                + " needed: remove the row",
            "error: points.csv:4: column 1 \"xi\": found \"1,5\"; write a decimal point, 1.5",
            "error: points.csv:4: column 2 \"eta [s]\": found an empty cell; a number is needed:"
                + " remove the row or write the value",
            "error: points.csv:5: found 2 fields; the header has 3: write one for each column");
  }

  @ParameterizedTest
  @CsvSource({
    "'xi,S\n1,2\n', no column eta",
    "'xi,eta,XI\n1,2,3\n', a second column",
    "'xi,eta\n', no row follows",
    "'', the file is empty",
  })
  void atRefusesFilesWithoutTheColumns(String text, String message) throws IOException {
    CurveRun run = CurveRun.of("--at", file(text).toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("points.csv").contains(message);
  }

  @Test
  void atRefusesAMissingFile() {
    CurveRun run = CurveRun.of("--at", folder.resolve("none.csv").toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("there is no such file");
  }

  // The loss is zero at ξ = 0.5786296943743 (mpmath, see LossTangentTest).
  @Test
  void lossTurnsToGain() {
    CurveRun run =
        CurveRun.of("--over=xi=0.5786296943743..1000 1", SWEEP, FREQUENCY, "--loss", "--points=5");
    assertThat(run.status()).as(run.err()).isZero();
    double[] ratio = run.column("loss_ratio");
    assertThat(ratio[0]).isCloseTo(0, within(1e-11));
    assertThat(ratio[4]).isBetween(-1.0, -0.9);
  }

  @Test
  void lasingWantsTheGainAboveTheOtherLosses() {
    // tan δ0 = π 1e-4/3 = 1.047e-4
    String[] low = {OVER_RABI, SWEEP, FREQUENCY, "--set=chi=1e-4", "--loss", "--other-loss=1e-5"};
    assertThat(CurveRun.of(low).err()).contains("lasing can set in, from xi = 0.");
    String[] high = {OVER_RABI, SWEEP, FREQUENCY, "--set=chi=1e-4", "--loss", "--other-loss=1e-3"};
    assertThat(CurveRun.of(high).err()).contains("no lasing");
    CurveRun alone = CurveRun.of(OVER_RABI, SWEEP, FREQUENCY, "--other-loss=1e-5");
    assertThat(alone.status()).isEqualTo(2);
  }

  @Test
  void overPrintsTheModelAlongTheRange() {
    CurveRun run = CurveRun.of(OVER_RABI, SWEEP, FREQUENCY, "--set=chi=1e-4", "--points=31");

    assertThat(run.status()).isZero();
    assertThat(run.header())
        .containsExactly(
            "rabi_frequency [1/s]", "xi", "eta", "K", "frequency_shift", "frequency [Hz]", "L");
    double[] rabi = run.column("rabi_frequency [1/s]");
    double[] k = run.column("K");
    assertThat(rabi).hasSize(31).isSorted();
    assertThat(rabi[0]).isEqualTo(1e7);
    assertThat(rabi[30]).isEqualTo(1e10);
    for (int i = 0; i < 31; i++) {
      double l = Math.log(2 * Math.PI * 5e9 / (rabi[i] + Math.sqrt(1e17)));
      assertThat(run.column("L")[i]).isCloseTo(l, within(1e-12));
      assertThat(run.column("xi")[i])
          .isCloseTo(Math.PI * rabi[i] * rabi[i] / 2e17, Percentage.withPercentage(1e-10));
      assertThat(run.column("frequency [Hz]")[i]).isCloseTo(5e9 * (1 - 1e-4 * k[i]), within(1e-5));
    }
  }

  /** κ of theory.md, section 5, found there by an independent program. */
  @ParameterizedTest
  @CsvSource({"1e12, 3.8763", "1e14, 3.3800", "1e16, 2.7939", "1e17, 2.4480", "1e18, 2.0455"})
  void extremumHasTheKappaOfTheTable(String rate, double kappa) {
    CurveRun run =
        CurveRun.of(
            "--over=xi=1e-2..1e3", "--sweep-rate=" + rate + " 1/s^2", FREQUENCY, "--extremum");

    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.value("kappa")).isCloseTo(kappa, within(1e-4));
  }

  @Test
  void fieldsActThroughTheDipoleMoment() {
    // p = 5 D: Ω = p F/ħ and v0 = 2 p F'/ħ with p/ħ = 1.58154e5 m/(V s)
    double scale = 5 * 3.33564095198152e-30 / 1.054571817646156e-34;
    CurveRun fields =
        CurveRun.of(
            "--over=ac-field=100..10000 V/m",
            "--bias-rate=3.2e11 V/m/s",
            FREQUENCY,
            "--set=dipoleMoment=5 D",
            "--set=relaxationTime=3 us");
    CurveRun rates =
        CurveRun.of(
            "--over=rabi=" + 100 * scale + ".." + 10000 * scale + " 1/s",
            "--sweep-rate=" + 2 * 3.2e11 * scale + " 1/s^2",
            FREQUENCY,
            "--set=relaxationTime=3 us");

    assertThat(fields.column("K")).hasSize(200);
    for (int i = 0; i < 200; i++) {
      assertThat(fields.column("K")[i])
          .isCloseTo(rates.column("K")[i], Percentage.withPercentage(1e-8));
    }
  }

  @Test
  void pointsOutsideTheTheoryAreLeftOutAndSaidSo() {
    CurveRun run = CurveRun.of("--over=rabi=2e9..2e12 1/s", SWEEP, FREQUENCY, "--points=4");

    assertThat(run.status()).isZero();
    assertThat(run.column("L")).hasSize(2).satisfies(l -> assertThat(l[1]).isPositive());
    assertThat(run.err()).contains("2 of 4 points are left out").contains("no longer leads: 1");
  }

  @Test
  void aRangeOutsideTheTheoryIsRefused() {
    CurveRun run = CurveRun.of("--over=rabi=1e12..1e13 1/s", SWEEP, FREQUENCY);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("the theory says nothing there");
  }

  @Test
  void noExtremumIsSaidSo() {
    CurveRun run = CurveRun.of("--over=rabi=1e7..1e8 1/s", SWEEP, FREQUENCY, "--extremum");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.err()).contains("no extremum within");
  }

  @Test
  void jsonHoldsTheSameTable() {
    CurveRun run = CurveRun.of(OVER_RABI, SWEEP, FREQUENCY, "--points=2", "--json");

    assertThat(run.out())
        .contains("\"columns\" : [ \"rabi_frequency [1/s]\", \"xi\"")
        .contains("1.0E7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.svg", "a.PNG", "a.pdf", "a.csv"})
  void writesByTheEndOfTheName(String name) {
    Path file = folder.resolve(name);

    CurveRun run = CurveRun.of(OVER_RABI, SWEEP, FREQUENCY, "-o", file.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("wrote").contains(name);
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void theCurvesOfAFitAreThoseOfItsSample() throws IOException {
    Path file = folder.resolve("a.svg");
    CurveRun drawn = CurveRun.of("--fit=fits/al-a.json", "-o", file.toString());
    assertThat(drawn.status()).as(drawn.err()).isZero();
    assertThat(Files.readString(file)).contains("power of the source (dBm)", "bias rate (V/s)");

    CurveRun printed = CurveRun.of("--fit=fits/al-a.json", "--digits=9");
    // F_AC at the setting of a table follows the square root of its power
    String[] first = printed.out().lines().toList().get(1).split(",", -1);
    String[] last = printed.out().lines().toList().get(121).split(",", -1);
    double powers = Double.parseDouble(last[4]) / Double.parseDouble(first[4]);
    double fields = Double.parseDouble(last[7]) / Double.parseDouble(first[7]);
    assertThat(first[2]).isEqualTo("power");
    assertThat(fields / Math.sqrt(powers)).isCloseTo(1, within(1e-6));
  }

  /** At the parameters of a fit, the model over its sample is the fitted curve. */
  @Test
  void theModelOverASampleIsThatOfItsFitAtTheSameParameters() throws IOException {
    FitResult result = FitResultFile.read(Path.of("fits/al-a.json"));
    List<String> options = new ArrayList<>(List.of("--sample=sample-data/al-a.yaml"));
    for (ParameterEstimate one : result.parameters()) {
      options.add("--set=" + one.name() + "=" + one.value() + " " + one.unit().replace("1", ""));
    }
    CurveRun over = CurveRun.of(options.toArray(new String[0]));
    CurveRun fitted = CurveRun.of("--fit=fits/al-a.json");
    assertThat(over.status()).as(over.err()).isZero();
    for (String name : List.of("setting", "frequency [Hz]", "L", "ac_field [V/m]")) {
      double[] expected = fitted.column(name);
      double[] found = over.column(name);
      assertThat(found).hasSameSizeAs(expected);
      for (int i = 0; i < found.length; i++) {
        assertThat(found[i]).isCloseTo(expected[i], Percentage.withPercentage(1e-11));
      }
    }
    // χ² of data and model is that of the fit, whose σ are absolute
    String told = over.err().replaceAll("(?s).*about the model: ([0-9.]+).*", "$1");
    assertThat(Double.parseDouble(told))
        .isCloseTo(result.statistics().chiSquare(), Percentage.withPercentage(1e-3));

    Path file = folder.resolve("a.svg");
    options.add("-o");
    options.add(file.toString());
    assertThat(CurveRun.of(options.toArray(new String[0])).status()).isZero();
    assertThat(Files.readString(file))
        .contains("power of the source (dBm)", "model log, nothing fitted", "pull (σ)")
        .doesNotContain("confidence");
  }

  @Test
  void aSampleThatIsRefusedIsSaidSo() {
    CurveRun run = CurveRun.of("--sample=" + folder.resolve("none.yaml"), "--set=chi=1e-4");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("none.yaml");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsSaidSo() {
    CurveRun run = CurveRun.of("--figure=5", "-o", folder.resolve("x/a.svg").toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("cannot be written");
  }

  @Test
  void picturesOfChiAreInFrequencyAndOfFallingRangesNotMirrored() throws IOException {
    String[] ends = {"1e7..1e10", "1e10..1e7"};
    String[] pictures = new String[2];
    for (int i = 0; i < 2; i++) {
      Path file = folder.resolve(i + ".svg");
      CurveRun run =
          CurveRun.of(
              "--over=rabi=" + ends[i] + " 1/s",
              SWEEP,
              FREQUENCY,
              "--set=chi=1e-4",
              "-o",
              file.toString());
      assertThat(run.status()).isZero();
      // the points of the curve stand in the other order; axes and legend are the same
      pictures[i] = Files.readString(file).replaceAll("d=\"M[^Z\"]*\"", "");
    }
    assertThat(pictures[0]).isEqualTo(pictures[1]);
    CurveRun.of(OVER_RABI, SWEEP, FREQUENCY, "-o", folder.resolve("k.svg").toString());
    assertThat(Files.readString(folder.resolve("k.svg"))).isNotEqualTo(pictures[0]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| one of --over, --sample, --figure, --at, --fit is needed",
        "--sample=sample-data/al-a.yaml --set=referenceFrequency=5_GHz --set=chi=1e-4 |"
            + " --set dipoleMoment=... is missing",
        "--sample=sample-data/al-a.yaml --set=dipoleMoment=5_D | --set chi=... is missing",
        "--sample=sample-data/al-a.yaml --set=dipoleWidth=0.3 | that of one dipole moment",
        "--sample=sample-data/al-a.yaml --ac-field=5_V/m | --ac-field: only with --over",
        "--figure=3 --set=chi=1 | --set: only with --over or --sample",
        "--fit=fits/al-a.json --model=lz | a result has the model",
        "--fit=fits/al-a.json --points=5 | --points: only with --over",
        "--fit=fits/al-a.json --figure=3 | --figure and --fit exclude each other",
        "--figure=3 --over=xi=1..2 | --over and --figure exclude each other",
        "--figure=1 | 2 to 6 exist",
        "--figure=3 --points=5 | --points: only with --over",
        "--figure=3 --rabi=1e8_1/s --extremum | --rabi, --extremum: only with --over",
        "--figure=3 -o=a.txt | must end in .svg, .png, .pdf or .csv",
        "--figure=3 --digits=18 | 1 to 17 are possible",
        "--figure=3 --model=exact | --model",
        "--over=xi | is no range",
        "--over=power=1..2 | there are rabi, ac-field, xi, sweep-rate, bias-rate",
        "--over=rabi=1e6..1e10_GHz | counts cycles",
        "--over=rabi=1e6..1e10_V/m | is an electric field",
        "--over=rabi=0..1e10_1/s | is not above zero",
        "--over=xi=1..1 | is one value",
        "--over=xi=1..2 | needs --sweep-rate or --bias-rate",
        "--over=xi=1..2 --rabi=1e8_1/s | --rabi and --over xi exclude each other",
        "--over=sweep-rate=1..2_1/s^2 --rabi=1_1/s --ac-field=1_V/m | one of them",
        "--over=xi=1..2 --sweep-rate=1e17_1/s^2 | --set referenceFrequency=... is missing",
        "--over=xi=1..2 --bias-rate=1_V/m/s | --set dipoleMoment=... is missing",
        "--over=xi=1..2 --sweep-rate=1e17_1/s^2 --set=chi=1 --set=chi=2 | chi twice",
        "--over=xi=1..2 --sweep-rate=1e17_1/s^2 --set=mass=1 | is not a parameter",
        "--over=xi=1..2 --sweep-rate=1e17_Hz | --sweep-rate",
        "--over=xi=1..2 --points=1 | --points 1",
      })
  void wrongCommandLinesAreRefused(String options, String message) {
    String[] args =
        options == null
            ? new String[0]
            : List.of(options.split(" ", -1)).stream()
                .map(option -> option.replace('_', ' '))
                .toArray(String[]::new);

    CurveRun run = CurveRun.of(args);

    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }
}

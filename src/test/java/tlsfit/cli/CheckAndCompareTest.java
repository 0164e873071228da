package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckAndCompareTest {
  @TempDir private Path folder;

  @Test
  void checkTellsWhatIsThere() {
    Run run = Run.of("check", "sample-data/al-a.yaml", "sample-data/control.yaml");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("al-a-power.csv, 71 readings")
        .contains("A minimum of the frequency over the power is seen")
        .contains("The bias rate is swept (26 bias rates)")
        .contains("without a sweep of the bias rate (1 bias\n    rate, at least 3)");
  }

  @Test
  void checkTakesAnAssumedDipoleMoment() throws IOException {
    Run run =
        Run.of(
            "check",
            "sample-data/al-a.yaml",
            "--json",
            "--fix",
            "dipoleMoment=5 D",
            "--fix",
            "relaxationTime=1 us");
    JsonNode coverage = new ObjectMapper().readTree(run.out()).at("/coverage");
    assertThat(coverage).hasSize(1);
    assertThat(coverage.at("/0/relaxationTime").asDouble()).isEqualTo(1e-6);
    // At 2000 V/s over 50 nm v0 = 1.265e16 1/s²; at 10 V/s η = ω0/(v0 T10) is 200 times that.
    assertThat(coverage.at("/0/eta/highest").asDouble()).isBetween(497.0, 499.0);
  }

  @Test
  void checkTellsEachReadingInSi() throws IOException {
    Run run = Run.of("check", "sample-data/al-a.yaml", "--json");
    JsonNode document = new ObjectMapper().readTree(run.out());
    assertThat(document.at("/readings")).hasSize(96);
    JsonNode first = document.at("/readings/0");
    assertThat(first.at("/file").asText()).isEqualTo("al-a-power.csv");
    assertThat(first.at("/line").asInt()).isEqualTo(3);
    assertThat(first.at("/frequency").asDouble()).isEqualTo(5011996263.0);
    assertThat(first.at("/sigma").asDouble()).isEqualTo(4000);
    assertThat(first.at("/powerDbm").asDouble()).isEqualTo(-80);
    assertThat(first.at("/photons").isNull()).isTrue();
    assertThat(first.at("/voltageRate").asDouble()).isEqualTo(2000);
    // 2000 V/s over 50 nm
    assertThat(first.at("/biasRate").asDouble()).isEqualTo(4e10);
    // W = 2 Q_l^2 P/(Q_c w0), F = sqrt(2 W/C)/d: python3 -c "import math; P=1e-11*10**-7.8;
    // W=2*2400**2*P/3000/(2*math.pi*5.012e9); print(math.sqrt(2*W/0.35e-12)/50e-9)"
    assertThat(first.at("/acField").asDouble()).isCloseTo(6.646318022241161, within(1e-9));
  }

  @Test
  void checkRefusesWhatAFitRefuses() {
    Run run = Run.of("check", "src/test/resources/tlsfit/load/faults/ragged.csv");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error: src/test/resources/tlsfit/load/faults/ragged.csv:");
  }

  @Test
  void checkFindsWhatAFitWouldMiss() throws IOException {
    Path file = folder.resolve("rates.csv");
    Files.writeString(
        file,
        """
        rabi_frequency [1/s],bias_rate [1/s^2],frequency [Hz]
        1e8,1e17,5.0001e9
        1e10,1e21,5.0000e9
        """);
    assertThat(Run.of("check", file.toString()).out())
        .contains("2 readings are too few", "(--fix)")
        .contains("The dipole moment p cannot be determined")
        .contains("No reading has a σ")
        .contains("beyond the theory");
  }

  @Test
  void comparePutsSamplesSideBySide() throws IOException {
    String[] files = {"fits/al-a.json", "fits/al-c.json", "fits/control.json"};
    Run run = Run.of("compare", files[0], files[1], files[2]);
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("al-c / al-a")
        .contains("of control: its readings do not determine it")
        .contains("attenuation 78 dB ± 1 dB: al-a, al-c");
    Run machine = Run.of("compare", "--json", files[0], files[1], files[2]);
    JsonNode json = new ObjectMapper().readTree(machine.out());
    assertThat(json.at("/samples")).hasSize(3);
    assertThat(json.at("/samples/0/otherModel/dipoleMoment").asDouble())
        .isEqualTo(3.036038972281085e-29); // dipoleMomentLz of fits/al-a.json
    JsonNode pairs = json.at("/quantities/0/pairs");
    assertThat(pairs.at("/0/ratio").asDouble()).isBetween(1.75, 1.85);
    assertThat(pairs.at("/0/standardError").asDouble()).isBetween(0.018, 0.024);
    assertThat(pairs.at("/1/ratio").isNull()).isTrue();
    assertThat(pairs.at("/1/obstacle").asText()).isEqualTo("not-determined");
  }

  @Test
  void compareKeepsTheOrderUnlessAskedToSort() {
    Run run = Run.of("compare", "fits/al-c.json", "fits/al-a.json");
    assertThat(run.out()).contains("al-a / al-c");
    assertThat(Run.of("compare", "--sort", "p", "fits/al-c.json", "fits/al-a.json").out())
        .contains("al-c / al-a");
    assertThat(Run.of("compare", "--ratio-to", "al-a", "fits/al-c.json", "fits/al-a.json").out())
        .contains("al-c / al-a");
  }

  @Test
  void compareIsNotDoneWhereNothingCanBeCompared() {
    assertThat(Run.of("compare", "fits/al-a.json", "fits/control.json").status()).isEqualTo(4);
  }

  @Test
  void compareWritesFilesByTheirEndings() throws IOException {
    Path csv = folder.resolve("c.csv");
    Path matrix = folder.resolve("c-ratios.csv");
    Path tex = folder.resolve("c.tex");
    Path md = folder.resolve("c.md");
    Run run =
        Run.of(
            "compare",
            "-o",
            csv.toString(),
            "-o",
            tex.toString(),
            "-o",
            md.toString(),
            "fits/al-a.json",
            "fits/al-b.json",
            "fits/al-c.json",
            "fits/control.json");
    assertThat(run.status()).isZero();
    // the ratio of al-c and al-b is that of the list of pairs, either way round
    assertThat(Files.readAllLines(matrix)).hasSize(7);
    assertThat(Files.readAllLines(matrix).get(3)).startsWith("dipoleMoment,al-c,1.79389682");
    assertThat(Files.readAllLines(matrix).get(2)).contains(",1.0,1.0,1.0,0.2447248");
    assertThat(Files.readString(md)).contains("| al-c | 1.794 (1.754 to 1.835) |");
    assertThat(Files.readAllLines(csv)).hasSize(5).last().asString().startsWith("control,");
    assertThat(Files.readString(folder.resolve("c-pairs.csv"))).contains("\nchi,al-a,al-b,2.5");
    assertThat(Files.readString(tex)).contains("al-b & $2.195(6)(", "& $>112$ ");
    assertThat(Files.readString(md)).contains("| control | - | - |", "| NOT DETERMINED |");
  }

  @Test
  void compareDrawsPicturesAndAPageWithLinks() throws IOException {
    Files.copy(Path.of("fits/al-a.json"), folder.resolve("al-a.json"));
    Files.writeString(folder.resolve("al-a.html"), "the page of a fit");
    Path page = folder.resolve("compare.html");
    Path svg = folder.resolve("forest.svg");
    Run run =
        Run.of(
            "compare",
            "-o",
            page.toString(),
            "-o",
            svg.toString(),
            folder.resolve("al-a.json").toString(),
            "fits/al-c.json");
    assertThat(run.status()).isZero();
    assertThat(Files.readString(page))
        .contains("<a href=\"al-a.html\">al-a</a>", "<span>al-c</span>", "<svg", "Ratios of p")
        .doesNotContain("<script");
    assertThat(Files.readString(svg)).contains("<svg", "al-c");
    assertThat(folder.resolve("forest-regions.svg")).exists();
  }

  @Test
  void compareFitsTheKeptReadingsJointly() throws IOException {
    Run run =
        Run.of("compare", "--json", "--joint", "dipoleMoment", "fits/al-a.json", "fits/al-c.json");
    assertThat(run.status()).isZero();
    JsonNode joint = new ObjectMapper().readTree(run.out()).at("/joint");
    assertThat(joint.at("/samples")).hasSize(2);
    assertThat(joint.at("/degreesOfFreedom").asInt()).isOne();
    assertThat(joint.at("/pValue").asDouble()).isLessThan(1e-15);
    assertThat(joint.at("/nuisances")).hasSize(1);
    assertThat(joint.at("/shared/0/profile")).hasSize(25);
    Run none = Run.of("compare", "--joint", "relaxationTime", "fits/al-a.json", "fits/al-b.json");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("--joint relaxationTime: fewer than two samples");
  }

  /** A sample is fitted as tlsfit fit does, so that both ways give the same numbers. */
  @Test
  void compareFitsSamplesJointlyWithResults() throws IOException {
    String[] mixed = {"sample-data/al-a.yaml", "fits/al-c.json"};
    Run run = Run.of("compare", "--json", "--joint", "dipoleMoment", mixed[0], mixed[1]);
    assertThat(run.status()).isZero();
    Run kept =
        Run.of("compare", "--json", "--joint", "dipoleMoment", "fits/al-a.json", "fits/al-c.json");
    JsonNode joint = new ObjectMapper().readTree(run.out()).at("/joint");
    JsonNode of = new ObjectMapper().readTree(kept.out()).at("/joint");
    assertThat(joint.at("/readings").asInt()).isEqualTo(192);
    for (String key : List.of("/chiSquare", "/separateChiSquare", "/shared/0/value")) {
      assertThat(joint.at(key).asDouble())
          .isCloseTo(of.at(key).asDouble(), within(1e-7 * of.at(key).asDouble()));
    }
    Run refused = Run.of("compare", mixed[0], mixed[1]);
    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.err()).contains("found a sample or a table, not a result");
  }

  @Test
  void compareRefusesOptionsThatCannotBe() {
    String[][] wrong = {
      {"--ratio-to", "nobody"},
      {"--sort", "colour"},
      {"--level", "95"},
      {"--reference", "4 D"},
      {"--reference", "book=4 GHz"},
      {"--reference", "book=-4 D"},
      {"--against", "thickness"},
      {"--joint", "lossTangent"},
      {"--format", "svg"},
      {"-o", "compare.doc"}
    };
    for (String[] option : wrong) {
      Run run = Run.of("compare", option[0], option[1], "fits/al-a.json", "fits/al-c.json");
      assertThat(run.status()).as(option[0] + " " + option[1]).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains(option[0]);
    }
  }

  @Test
  void compareRefusesOtherFiles() throws IOException {
    Path text = folder.resolve("text.json");
    Files.writeString(text, "{\"schema\": \"other\"}");
    Run run = Run.of("compare", "fits/al-a.json", text.toString(), "fits/nowhere.json");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(2).allMatch(line -> line.startsWith("error: "));
  }
}

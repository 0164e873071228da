package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitCommandTest {
  @TempDir private Path folder;
  private Path out = Path.of("out");

  @BeforeEach
  void folders() {
    out = folder.resolve("out");
  }

  /** A table alone, few points and no relaxation: the quickest fit there is. */
  private Path table(String name, String... more) {
    return SimulatedTable.of(folder, name, SimulatedTable.DRIVE, SimulatedTable.NOISE, more);
  }

  private Run fit(Path sample, String... more) {
    return Run.of(
        Stream.concat(
                Stream.of("fit", sample.toString(), "-o", out.toString(), "--relaxation", "off"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private List<String> written() throws IOException {
    if (!Files.exists(out)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void reportsAndWritesTheResult() throws IOException {
    Run run = fit(table("a"));
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("a: VALID");
    assertThat(run.err()).contains("wrote " + out.resolve("a.json"));
    assertThat(written()).containsExactly("a.html", "a.json");
    JsonNode result = json(Files.readString(out.resolve("a.json")));
    assertThat(result.at("/verdict/valid").asBoolean()).isTrue();
    assertThat(result.at("/provenance/options/sigma").asText()).isEqualTo("absolute");
  }

  @Test
  void jsonIsTheResultFile() throws IOException {
    Run run = fit(table("a"), "--json", "-q");
    assertThat(run.out()).isEqualTo(Files.readString(out.resolve("a.json")));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void jsonOfSeveralIsAnArrayOfThoseThatWereFitted() throws IOException {
    Run run =
        Run.of(
            "fit",
            table("a").toString(),
            folder.resolve("nowhere.csv").toString(),
            "-o",
            out.toString(),
            "--relaxation",
            "off",
            "--json");
    assertThat(run.status()).isEqualTo(3);
    JsonNode array = json(run.out());
    assertThat(array.isArray()).isTrue();
    assertThat(array).hasSize(1);
    assertThat(array.get(0).at("/sample").asText()).isEqualTo("a");
  }

  @Test
  void whatIsNotDeterminedEndsWith4AndIsWritten() throws IOException {
    Run run = fit(Path.of("sample-data/control.yaml"));
    assertThat(run.status()).isEqualTo(4);
    assertThat(run.out()).startsWith("control: NOT DETERMINED");
    JsonNode verdict = json(Files.readString(out.resolve("control.json"))).at("/verdict");
    assertThat(verdict.at("/determined").asBoolean()).isFalse();
    assertThat(verdict.at("/problems/0").asText())
        .contains("the dipole moment p are not determined")
        .doesNotContain("--");
    assertThat(run.words()).contains("no shift is seen");
  }

  @Test
  void allFaultsOfRefusedInputAreNamedAndNothingIsWritten() throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(
        file,
        """
        ac_field [V/m],bias_rate [V/m/s],frequency [Hz]
        1,1e11,5e9
        2,x,5e9
        3,1e11,5 9
        """);
    Run run = fit(file);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("error: " + file + ":3: column 2 "))
        .anyMatch(line -> line.startsWith("error: " + file + ":4: column 3 "));
    assertThat(written()).isEmpty();
  }

  @Test
  void theWorstOfSeveralSamplesCounts() throws IOException {
    Run run =
        Run.of(
            "fit",
            folder.resolve("nowhere.csv").toString(),
            "sample-data/control.yaml",
            table("a").toString(),
            "-o",
            out.toString(),
            "--relaxation",
            "off");
    assertThat(run.status()).isEqualTo(3);
    assertThat(written()).containsExactly("a.html", "a.json", "control.html", "control.json");
  }

  @Test
  void twoSamplesOfOneNameAreNotOverwritten() throws IOException {
    Path table = table("a");
    Files.createDirectory(folder.resolve("b"));
    Path same = Files.copy(table, folder.resolve("b/A.csv"));
    Run run =
        Run.of(
            "fit", table.toString(), same.toString(), "-o", out.toString(), "--relaxation", "off");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("error: " + same).contains("would overwrite");
    assertThat(written()).containsExactly("a.html", "a.json");
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws IOException {
    Files.writeString(out, "in the way");
    Run run = fit(table("a"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(out + ": is a file, not a folder");
  }

  @Test
  void withoutSigmaTheScatterIsUsedAndSaid() {
    Run run = fit(table("a", "--no-sigma"));
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("no σ used; scatter about the fit");
  }

  @Test
  void relativeSigmaAreSaid() {
    assertThat(fit(table("a"), "--sigma", "relative").out())
        .containsPattern("σ scaled by [0-9.]+ \\(relative\\)");
  }

  @Test
  void sigmaThatIsAskedForMustBeThere() throws IOException {
    Run run = fit(table("a", "--no-sigma"), "--sigma", "absolute");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("--sigma absolute needs a sigma for every reading; no sigma in a.csv: ");
    assertThat(written()).isEmpty();
  }

  @Test
  void someSigmaMissingIsRefusedUnlessNoneIsUsed() throws IOException {
    table("a");
    table("b", "--no-sigma");
    Path mixed = folder.resolve("mixed.yaml");
    Files.writeString(mixed, "sample: mixed\ntables: [{file: a.csv}, {file: b.csv}]\n");
    Run run = fit(mixed);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("no sigma in b.csv, but in other tables: ", "--sigma none");
    assertThat(fit(mixed, "--sigma", "none").status()).isZero();
  }

  @Test
  void aFixedParameterIsShownAsFixed() throws IOException {
    Run run = fit(table("a"), "--fix", "dipoleMoment=5 D", "--level", "0.9");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).containsPattern("p +5 +fixed").contains("90 % CI");
    JsonNode result = json(Files.readString(out.resolve("a.json")));
    assertThat(result.at("/provenance/options/fix dipoleMoment").asText()).endsWith("C m");
  }

  @Test
  void tooFewReadingsAreRefused() throws IOException {
    Path file = folder.resolve("few.csv");
    Files.writeString(
        file,
        """
        ac_field [V/m],bias_rate [V/m/s],frequency [Hz]
        100,1e10,5.0001e9
        200,1e10,5.0000e9
        """);
    Run run = fit(file);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("2 readings cannot determine 3 parameters", "(--fix)");
  }
}

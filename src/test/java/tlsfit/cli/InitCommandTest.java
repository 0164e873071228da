package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tlsfit.load.SampleSchema;

/** From tables to a sample file, and on to a fit with no editing, as the guide shows it. */
class InitCommandTest {
  private static final Path TABLES = Path.of("src/test/resources/tlsfit/cli/init");
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

  @TempDir private Path folder;

  private void copyTables() throws IOException {
    for (String name : List.of("SN12_power.csv", "SN12_triangle.csv")) {
      Files.copy(TABLES.resolve(name), folder.resolve(name));
    }
  }

  /** The run of a command whose files are in the folder, as if it were made there. */
  private Run run(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      String word = matcher.group().replace("\"", "");
      words.add(
          word.endsWith(".csv") || word.endsWith(".yaml") ? folder.resolve(word).toString() : word);
    }
    words.remove(0);
    if (words.get(0).equals("fit")) {
      words.addAll(List.of("-o", folder.resolve("fits").toString()));
    }
    Run run = Run.of(words.toArray(new String[0]));
    return new Run(run.status(), run.out().replace(folder + "/", ""), run.err());
  }

  @Test
  void theTranscriptOfTheGuideIsWhatHappens() throws IOException {
    copyTables();
    String guide = Files.readString(Path.of("src/site/markdown/user-guide.md"));
    String block = guide.substring(guide.indexOf("```session\n") + 11);
    String session = block.substring(0, block.indexOf("```")).replace("\\\n", " ");
    String[] commands = session.split("\\$ ");
    assertThat(commands).hasSize(4);
    for (int i = 1; i < commands.length; i++) {
      List<String> lines = commands[i].lines().toList();
      Run run = run(lines.get(0));
      assertThat(run.status()).as(run.err()).isZero();
      List<String> printed = run.out().lines().toList();
      int at = 0;
      for (String line : lines.subList(1, lines.size())) {
        if (!line.equals("...")) {
          int found = printed.subList(at, printed.size()).indexOf(line);
          assertThat(found).as("the line \"%s\" in:%n%s", line, run.out()).isNotNegative();
          at += found + 1;
        }
      }
    }
    // what the tables were simulated with: sample-data/al-a.yaml
    assertThat(Files.readString(folder.resolve("fits/SN12.json"))).contains("\"valid\" : true");
  }

  @Test
  void whatIsNotKnownIsALineToAnswerAndTheRestIsFilledIn() throws IOException {
    copyTables();
    Run run = run("tlsfit init SN12_power.csv SN12_triangle.csv --set gap=\"50 nm\"");
    assertThat(run.status()).isZero();
    assertThat(Files.readString(folder.resolve("SN12.yaml")))
        .contains("sample: SN12\n", "  gap: 50 nm   #", "      frequency: \"f0 (GHz)\"\n")
        .contains("    # ? power: -80 dBm", "  # ? coupling: notch", "# ? calibration:")
        .contains("      # ? frequency: {column: fr, unit: GHz}\n");
    assertThat(run.out()).contains("# ? SN12_power.csv: rate of the bias").contains("next: answer");
  }

  /** Each "# ?" taken away is the answer it shows. */
  @Test
  void theLinesToAnswerAreAnswersOnceTheMarkIsTakenAway() throws IOException {
    copyTables();
    assertThat(run("tlsfit init SN12_power.csv SN12_triangle.csv").status()).isZero();
    Path file = folder.resolve("SN12.yaml");
    Files.writeString(file, Files.readString(file).replace("# ? ", ""));
    Run run = run("tlsfit check SN12.yaml");
    assertThat(run.status()).as(run.err()).isZero();
  }

  @Test
  void aFileThatIsThereStaysAndAWrongTableIsRefused() throws IOException {
    copyTables();
    Files.writeString(folder.resolve("SN12.yaml"), "mine");
    Run there = run("tlsfit init SN12_power.csv SN12_triangle.csv");
    assertThat(there.status()).isEqualTo(ExitStatus.WRONG_COMMAND_LINE);
    assertThat(there.err()).contains("is there already").contains("--force");
    assertThat(folder.resolve("SN12.yaml")).hasContent("mine");
    Files.writeString(folder.resolve("x.csv"), "1,2\n3,4\n");
    Run wrong = run("tlsfit init x.csv");
    assertThat(wrong.status()).isEqualTo(ExitStatus.INPUT_REFUSED);
    assertThat(wrong.err()).contains("found numbers where the header should be");
    assertThat(folder.resolve("x.yaml")).doesNotExist();
    assertThat(run("tlsfit init SN12_power.csv --force --set gab=3").err())
        .contains("there is no such value");
  }

  /** Names that YAML would read as something else, or cut. */
  @Test
  void headersAndNamesAreQuoted() throws IOException {
    Files.writeString(
        folder.resolve("film #3.csv"),
        """
        E_ac [V/m],"ramp: ""fast"" # [V/m/s]",dF/dt [V/m/s],f0 [GHz]
        1,2,3,5.01
        4,5,6,5.02
        """);
    Run run = Run.of("init", folder.resolve("film #3.csv").toString());
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(Files.readString(folder.resolve("film #3.yaml")))
        .contains("sample: \"film #3\"")
        .contains("file: \"film #3.csv\"");
    assertThat(Run.of("check", folder.resolve("film #3.yaml").toString()).out())
        .startsWith("film #3: readable");
  }

  @Test
  void theSchemaIsPrintedWithoutTables() {
    Run run = Run.of("init", "--schema");
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo(SampleSchema.text());
  }

  /** What a wide table holds across and in its cells is neither asked nor named again. */
  /** A first sample file of a table, whose calibration is told. */
  private static String[] init(Path table, String... options) {
    List<String> command = new ArrayList<>(List.of("init", table.toString()));
    for (String number : List.of("gap=50 nm", "attenuation=78 dB", "field-per-sqrt-watt=1e9 V/m")) {
      command.addAll(List.of("--set", number));
    }
    command.addAll(List.of(options));
    return command.toArray(String[]::new);
  }

  @Test
  void aWideTableIsUnderstood() throws IOException {
    Path table = folder.resolve("w.csv");
    Files.writeString(
        table, "P_VNA [dBm],f0 [GHz] @ 10 V/s,f0 [GHz] @ 20 V/s\n-60,5.01,5.02\n-50,5.03,5.04\n");
    Run run = Run.of(init(table));
    assertThat(run.out() + run.err())
        .contains("each row holds 2 readings, of bias_rate [V/s] 10, 20")
        .doesNotContain("# ?");
    Run check = Run.of("check", folder.resolve("w.yaml").toString());
    assertThat(check.out()).as(check.err()).contains("w.csv, 4 readings");
  }

  /** Headers that are numbers without a name are asked for, and not named as columns. */
  @Test
  void whatBareNumbersInHeadersAreIsAsked() throws IOException {
    Path table = folder.resolve("b.csv");
    Files.writeString(table, "P_VNA [dBm],10,20\n-60,5.01,5.02\n-50,5.03,5.04\n");
    assertThat(Run.of(init(table, "--force")).out())
        .contains("# ? b.csv: what the numbers in the headers are, 10, 20, as bias-rate [V/s]")
        .contains("# ? b.csv: what stands below them, as frequency [Hz]")
        .doesNotContain("bias, in all rows", "the column of");
    assertThat(folder.resolve("b.yaml"))
        .content()
        .contains("# ? layout: {across: \"bias-rate [V/s]\", cells: \"frequency [Hz]\"}");
    String[] answered =
        init(table, "--force", "--across", "bias-rate [kV/s]", "--cells", "frequency [GHz]");
    assertThat(Run.of(answered).out()).doesNotContain("# ?");
    Run check = Run.of("check", folder.resolve("b.yaml").toString(), "--explain", "3");
    assertThat(check.out())
        .as(check.err())
        .containsSubsequence("dV/dt = 20000 V/s", "f = 5.040000000 GHz");
  }
}

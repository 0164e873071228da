package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.table.InputProblem;

/** Files that are to hang the program, to fill its memory, or to carry a slip through it. */
@Timeout(20)
class HostileInputTest {
  private static final String HEADER = "ac_field [V/m],bias_rate [V/m/s],frequency [Hz]";
  private static final String ROWS =
      IntStream.rangeClosed(1, 30)
          .mapToObj(i -> i + "," + i + "e4,5e9\n")
          .collect(Collectors.joining());

  @TempDir private Path folder;

  private String refused(String name, String text) throws IOException {
    return refused(Files.writeString(folder.resolve(name), text));
  }

  private static String refused(Path file) {
    InputException refused = catchThrowableOfType(InputException.class, () -> Loader.load(file));
    assertThat(refused).isNotNull();
    assertThat(refused.problems())
        .allSatisfy(problem -> assertThat(problem.toString()).hasSizeLessThan(1000));
    return refused.problems().stream()
        .map(InputProblem::toString)
        .collect(Collectors.joining("\n"));
  }

  private static String sample(String extra) {
    return """
        sample: s
        resonator: {frequency: 5 GHz, gap: 50 nm, capacitance: 0.5 pF, coupling: notch,
          loaded-q: 2400, coupling-q: 3000}
        calibration: {attenuation: 78 dB}
        """
        + extra;
  }

  @Test
  void devicesWithoutEndAreReadToTheLimit() throws IOException {
    Path zero = Path.of("/dev/zero");
    if (Files.exists(zero)) {
      Path link = Files.createSymbolicLink(folder.resolve("z.yaml"), zero);
      assertThat(refused(link)).contains("larger than 1 MiB");
    }
  }

  @Test
  void aLineWithoutEndIsNoRow() throws IOException {
    Path table = folder.resolve("long.csv");
    Files.writeString(table, "ac_field [V/m],bias_rate [V/m/s]\n1," + "7".repeat(1 << 22));
    assertThat(refused(table)).contains("long.csv: line 2 is longer than 2 MiB");
  }

  @Test
  void aSampleIsNoTableOfItselfAndNothingIsMergedIntoIt() throws IOException {
    assertThat(refused("s.yaml", sample("tables: [{file: s.yaml}]\n")))
        .contains("s.yaml:5: no row");
    assertThat(refused("m.yaml", sample("<<: {sample: other}\ntables: [{file: t.csv}]\n")))
        .contains("unknown key \"<<\"");
  }

  @Test
  void aSampleFileIsWrittenByHand() throws IOException {
    assertThat(refused("s.yaml", sample("description: " + "a".repeat(2_000_000))))
        .contains("larger than 1 MiB");
  }

  @Test
  void tagsMakeNoObjectsAndAliasesAreNotFollowed() throws IOException {
    refused("s.yaml", "sample: !!javax.script.ScriptEngineManager [x]\n");
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + before + ", " + before + "]\n");
    }
    assertThat(refused("s.yaml", bomb.toString())).contains("alias");
    refused("s.yaml", "sample: " + "[".repeat(100_000));
  }

  @Test
  void manyBracketsAndManyColumnsTakeNoTime() throws IOException {
    for (String bracket : new String[] {"(", "["}) {
      Path file = folder.resolve("b.csv");
      Files.writeString(file, bracket.repeat(20_000) + "," + HEADER + "\n" + inFront(ROWS));
      assertThatCode(() -> Loader.load(file)).doesNotThrowAnyException();
    }
  }

  @Test
  void aTableOfATraceInColumnsIsRefused() throws IOException {
    String more = ",c".repeat(20_000);
    assertThat(refused("t.csv", HEADER + more + "\n" + ("1,1e4,5e9" + more + "\n").repeat(5)))
        .contains("found 20003 columns");
  }

  private static String inFront(String rows) {
    return rows.lines().map(row -> "1," + row + "\n").collect(Collectors.joining());
  }

  @Test
  void aNumberOfManyDigitsIsQuotedInShort() throws IOException {
    assertThat(refused("t.csv", HEADER + "\n" + ROWS + "1".repeat(100_000) + "x,1e4,5e9\n"))
        .hasSizeLessThan(500);
  }

  @Test
  void theSameBytesUnderAnotherNameAreNotFittedTwice() throws IOException {
    Files.writeString(folder.resolve("a.csv"), HEADER + "\n" + ROWS);
    Files.writeString(folder.resolve("b.csv"), HEADER + "\n" + ROWS);
    assertThat(refused("s.yaml", "sample: s\ntables: [{file: a.csv}, {file: b.csv}]\n"))
        .contains("b.csv holds the same as a.csv");
    assertThat(refused("s.yaml", "sample: s\ntables: [{file: a.csv}, {file: ./a.csv}]\n"))
        .contains("holds the same as");
  }

  @ParameterizedTest
  @CsvSource({
    "1e-7, 1e4",
    "1e13, 1e4",
    "1, 1e-4",
    "1, 1e26",
    "1, 1e-300",
    "1, 1e-320",
    "1, 2e203",
  })
  void fieldsThatNoLaboratoryHasAreRefusedAtTheirRow(String field, String rate) throws IOException {
    String table = HEADER + "\n" + ROWS + field + "," + rate + ",5e9\n";
    assertThat(refused("t.csv", table)).startsWith(folder.resolve("t.csv") + ":32:");
  }

  /** A minus that was forgotten. */
  @Test
  void aPowerThatNoSourceHasIsRefusedAtItsRow() throws IOException {
    Files.writeString(
        folder.resolve("a.csv"), "power [dBm],frequency [Hz]\n-80,5e9\n75,5e9\n-70,5e9\n");
    assertThat(refused("s.yaml", sample("tables: [{file: a.csv, bias-rate: 2000 V/s}]\n")))
        .contains("a.csv:3: ", "+50 dBm");
  }

  @ParameterizedTest
  @CsvSource({"1e-300 V/s", "1e-320 V/s", "2e203 V/s"})
  void ratesOfASampleFileAsWell(String rate) throws IOException {
    Files.writeString(
        folder.resolve("a.csv"), "power [dBm],frequency [Hz]\n-60,5e9\n-50,5e9\n-40,5e9\n");
    assertThat(refused("s.yaml", sample("tables: [{file: a.csv, bias-rate: \"" + rate + "\"}]\n")))
        .contains(".");
  }
}

package tlsfit.load;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tlsfit.table.InputProblem;
import tlsfit.table.TextFile;

/** What faulty files are refused with: one small fixture a fault, every line of its message. */
class FaultsTest {
  private static final Path FAULTS = Path.of("src/test/resources/tlsfit/load/faults");

  @TempDir Path folder;

  private static List<String> refusal(Path file) {
    InputException e = catchThrowableOfType(InputException.class, () -> Loader.load(file));
    assertThat(e).as("loading %s must fail", file).isNotNull();
    String prefix = file.getParent() + file.getFileSystem().getSeparator();
    return e.problems().stream().map(problem -> problem.toString().replace(prefix, "")).toList();
  }

  static Stream<Arguments> messages() throws IOException {
    // one block a fixture: its name, then its messages, then a blank line
    String text = Files.readString(FAULTS.resolve("messages.txt"));
    return Arrays.stream(text.strip().split("\n\n"))
        .map(block -> block.lines().toList())
        .map(lines -> Arguments.of(lines.get(0), lines.subList(1, lines.size())));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void fixture(String name, List<String> messages) {
    assertThat(refusal(FAULTS.resolve(name))).containsExactlyElementsOf(messages);
  }

  @Test
  void everyFixtureHasItsMessages() throws IOException {
    List<String> named = messages().map(arguments -> (String) arguments.get()[0]).toList();
    try (Stream<Path> files = Files.list(FAULTS)) {
      List<String> there =
          files
              .map(file -> file.getFileName().toString())
              // a good table, which faulty sample files name
              .filter(name -> !List.of("messages.txt", "ok.csv").contains(name))
              .toList();
      assertThat(named).containsExactlyInAnyOrderElementsOf(there);
    }
  }

  @Test
  void missingFileAndFolder() throws IOException {
    assertThat(refusal(folder.resolve("none.csv")))
        .containsExactly("none.csv: there is no such file; check its name and folder");
    assertThat(refusal(folder.resolve("none.yaml")))
        .containsExactly("none.yaml: there is no such file; check its name and folder");
    Files.createDirectory(folder.resolve("a.csv"));
    assertThat(refusal(folder.resolve("a.csv")))
        .containsExactly("a.csv: found a folder; name a file in it");
  }

  // through the exception itself: the superuser may read every file
  @Test
  void noPermission() {
    assertThat(TextFile.unreadable(new AccessDeniedException("a.csv")).found())
        .isEqualTo("you may not read the file");
  }

  @Test
  void placesAreNumbers() {
    InputException e =
        catchThrowableOfType(
            InputException.class, () -> Loader.load(FAULTS.resolve("bad-cells.csv")));
    assertThat(e.problems().get(0))
        .isEqualTo(
            new InputProblem(
                FAULTS.resolve("bad-cells.csv").toString(),
                3,
                3,
                "frequency [Hz]",
                "found \"five\"",
                "a number is needed: remove the row or write the value"));
  }

  @Test
  void messageShowsFiftyProblemsAndCountsTheRest() throws IOException {
    String table =
        "ac_field [V/m],bias_rate [V/m/s],frequency [Hz]\n"
            + IntStream.range(0, 73).mapToObj(i -> "x" + i + ",1,5e9\n").collect(joining());
    Path file = Files.writeString(folder.resolve("a.csv"), table);
    assertThatThrownBy(() -> Loader.load(file))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.problems()).hasSize(73);
              assertThat(String.valueOf(e.getMessage()).lines())
                  .hasSize(51)
                  .last()
                  .isEqualTo("and 23 more");
            });
  }

  @Test
  void aNameMustBeAFileName() {
    for (String name : List.of("", " ", ".", "..", "a/b", "a\\b", "a:b", "-a", "a\n", "a.")) {
      assertThat(SampleFile.objectionToName(name)).as(name).isPresent();
    }
    assertThat(SampleFile.objectionToName("Al 3, wafer_2 (ä)")).isEmpty();
  }
}

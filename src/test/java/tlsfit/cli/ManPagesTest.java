package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The manual pages hold what {@code --help} says, in the language of man. */
class ManPagesTest {
  private static final Map<String, String> PAGES = ManPages.all();

  @TempDir private Path folder;

  private static String page(String name) {
    return Objects.requireNonNull(PAGES.get(name), name);
  }

  static Stream<String> names() {
    return PAGES.keySet().stream();
  }

  @Test
  void thereIsOneForTheProgramAndForEachCommand() throws IOException {
    ManPages.main(new String[] {folder.resolve("man1").toString()});

    try (Stream<Path> files = Files.list(folder.resolve("man1"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(PAGES.keySet())
          .contains("tlsfit.1", "tlsfit-fit.1", "tlsfit-curve.1", "tlsfit-explain.1");
    }
    assertThat(folder.resolve("man1/tlsfit-fit.1")).hasContent(page("tlsfit-fit.1"));
  }

  /** Lines of text that begin with a point or an apostrophe would be requests. */
  @ParameterizedTest
  @MethodSource("names")
  void allRequestsAreOnesOfMan(String name) {
    assertThat(page(name).lines().filter(line -> line.startsWith(".")))
        .allMatch(line -> line.matches("[.](TH|SH|SS) \".*|[.](TP|PP|nf|fi)"));
    assertThat(page(name).lines()).noneMatch(line -> line.startsWith("'"));
    // a backslash begins one of the escapes that are meant, and no variable of picocli is left
    assertThat(page(name).replaceAll("\\\\(f[BIR]|e|-|&|\\((ti|ha|dq))", ""))
        .doesNotContain("\\")
        .doesNotContain("${");
  }

  @Test
  void everyOptionOfACommandIsThere() {
    CommandLine program = Main.program();
    program
        .getSubcommands()
        .forEach(
            (name, command) -> {
              String page = page("tlsfit-" + name + ".1").replace("\\-", "-");
              for (OptionSpec option : command.getCommandSpec().options()) {
                if (!option.hidden()) {
                  assertThat(page).contains("\\fB" + option.longestName() + "\\fR");
                }
              }
            });
  }

  /** What groff, or mandoc, makes of it, where it is installed. */
  @Test
  void manShowsTheWordsOfTheHelp() throws Exception {
    Path page = Files.writeString(folder.resolve("tlsfit-fit.1"), page("tlsfit-fit.1"));
    String shown = man(page);
    assertThat(shown.replaceAll("\\s+", " "))
        .contains("NAME tlsfit-fit - ")
        .contains("--fix=NAME=VALUE")
        .contains("EXIT STATUS 0 Done and valid.")
        .contains("tlsfit fit sample-data/al-a.yaml")
        .contains("relaxationTime=\"3 us +- 1 us\"");
  }

  private static String man(Path page) throws Exception {
    for (List<String> words :
        List.of(
            List.of("mandoc", "-T", "ascii", page.toString()),
            List.of("groff", "-man", "-Tascii", "-ww", "-P-cbou", page.toString()))) {
      try {
        Process process = new ProcessBuilder(words).start();
        String shown =
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replaceAll(".\b", "");
        String warned =
            new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .collect(Collectors.joining("\n"));
        assertThat(process.waitFor()).as(warned).isZero();
        assertThat(warned).isEmpty();
        return shown;
      } catch (IOException notInstalled) {
        // the next one
      }
    }
    assumeThat(false).as("neither mandoc nor groff is installed").isTrue();
    return "";
  }
}

package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands shown to users do what is shown. */
class DocumentedCommandsTest {
  private static final List<Path> PAGES =
      List.of(Path.of("README.md"), Path.of("src/site/markdown/user-guide.md"));

  @TempDir private Path folder;

  static List<Documented> commands() throws IOException {
    List<Documented> commands = new ArrayList<>();
    for (Path page : PAGES) {
      commands.addAll(Documented.in(page));
    }
    return commands.stream().filter(command -> command.isOf("tlsfit")).toList();
  }

  @Test
  void thereAreCommandsInEachPage() throws IOException {
    for (Path page : PAGES) {
      assertThat(Documented.in(page)).as(page.toString()).isNotEmpty();
    }
  }

  /** Each line shown must be printed, in this order; "..." stands for lines left out. */
  @ParameterizedTest
  @MethodSource("commands")
  void printsWhatIsShown(Documented command) {
    Run run = Run.of(command.argumentsWritingTo(folder));
    assertThat(run.status()).as(run.err()).isIn(0, 4);
    List<String> printed = run.out().lines().toList();
    int at = 0;
    for (String line : command.output()) {
      if (line.equals("...") || line.isEmpty()) {
        continue;
      }
      int found = printed.subList(at, printed.size()).indexOf(line);
      assertThat(found).as("the line \"%s\" in:%n%s", line, run.out()).isNotNegative();
      at += found + 1;
    }
  }
}

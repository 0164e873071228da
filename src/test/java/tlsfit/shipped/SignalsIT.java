package tlsfit.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A run that is interrupted or terminated ends at once, says so, and leaves the disk as it was,
 * whatever it was about. Reading and printing are held up by pipes that nobody writes to or reads
 * from, the stages of a fit are told by the program.
 */
@EnabledOnOs(OS.LINUX) // env --default-signal: what starts the tests may have signals ignored
class SignalsIT {
  private static final String SAID =
      "error: ended by a signal before it was done; files that were written are whole\n";

  @TempDir private Path temporary;

  private Program program;

  @BeforeEach
  void prepare() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("work"));
    program = Program.in(folder).after("env", "--default-signal=INT,TERM");
    program.copySample("control");
  }

  @Test
  void whileItReads() throws IOException, InterruptedException {
    Path table = program.folder().resolve("control-power.csv");
    Files.delete(table);
    assertThat(new ProcessBuilder("mkfifo", table.toString()).start().waitFor()).isZero();
    Map<String, String> before = program.contents();
    Program.Running run = program.start("fit", "-v", "control.yaml", "-o", "new/results");
    run.waitFor("results go to");
    run.signal("INT");
    Program.Ended ended = run.end();
    assertThat(ended.status()).isEqualTo(130);
    assertThat(ended.err()).endsWith(SAID).doesNotContain("bug");
    assertThat(program.contents()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "INT, fit, control",
    "TERM, intervals, control",
    "INT, bootstrap, al-a --intervals bootstrap --replicates 1000000"
  })
  void whileItFits(String signal, String stage, String sample)
      throws IOException, InterruptedException {
    program.copySample("al-a");
    String[] words = sample.split(" ");
    Path results = Files.createDirectory(program.folder().resolve("results"));
    Files.copy(Path.of("fits/" + words[0] + ".json"), results.resolve(words[0] + ".json"));
    Map<String, String> before = program.contents();
    List<String> line = new ArrayList<>(List.of("fit", "-v", "--force", "-o", "results"));
    line.add(words[0] + ".yaml");
    line.addAll(List.of(words).subList(1, words.length));
    Program.Running run = program.start(line.toArray(String[]::new));
    run.waitFor(stage + " begins");
    run.signal(signal);
    Program.Ended ended = run.end();
    assertThat(ended.status()).isEqualTo(signal.equals("INT") ? 130 : 143);
    assertThat(ended.err()).endsWith(SAID).doesNotContain("bug");
    assertThat(program.contents()).isEqualTo(before);
  }

  /** Standard output and standard error may be one pipe that is full: the end waits for neither. */
  @Test
  void whileNobodyTakesWhatItPrints() throws IOException, InterruptedException {
    Path saved = Path.of("fits/al-a.json").toAbsolutePath();
    Program.Running run =
        program
            .after("env", "--default-signal=INT,TERM", "sh", "-c", "exec \"$@\" 2>&1", "sh")
            .startUnread("report", "--json", saved.toString());
    while (run.process().getInputStream().available() < 60_000) {
      assertThat(run.process().isAlive()).isTrue();
      Thread.sleep(5);
    }
    run.signal("TERM");
    assertThat(run.end().status()).isEqualTo(143);
  }
}

package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all commands. */
class MainTest {
  private static final String CONTROL = "sample-data/control.yaml";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"fit", "check", "compare", "simulate"})
  void helpIsNoError(String command) {
    Run run = Run.of(command, "--help");
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("Usage: tlsfit " + command).contains("--log-file", "--json");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void tellsItsVersion() {
    Run run = Run.of("--version");
    assertThat(run.status()).isZero();
    assertThat(run.out()).containsPattern("^tlsfit [0-9]+\\.[0-9]+\\.[0-9]+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fti",
        "fit",
        "fit x.yaml --nonsense",
        "fit x.yaml --level 95",
        "fit x.yaml --level high",
        "fit x.yaml --model foo",
        "fit x.yaml --fix dipoleMoment",
        "fit x.yaml --fix dipole=5",
        "fit x.yaml --fix dipoleMoment=5",
        "fit x.yaml --fix chi=-1",
        "fit x.yaml --fix chi=1e-4+-1e-5",
        "fit x.yaml --fix chi=1 --fix chi=2",
        "fit x.yaml --fix relaxationTime=3us --relaxation off",
        "fit x.yaml --fix chi=1 --fix dipoleMoment=5D --fix relaxationTime=3us --fix"
            + " referenceFrequency=5GHz",
        "check x.yaml --fix chi=1",
        "compare",
        "simulate"
      })
  void wrongCommandLine(String line) {
    Run run = Run.of(line.isEmpty() ? new String[0] : line.split(" ", -1));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error: ").contains("--help").doesNotContain("\tat ");
  }

  @Test
  void aLogFileTakesEverythingWithTimes() throws IOException {
    Path log = folder.resolve("run.log");
    Run first = Run.of("check", CONTROL, "-q", "--log-file", log.toString());
    assertThat(first.err()).isEmpty();
    Run second = Run.of("fit", "nowhere.yaml", "--log-file", log.toString());
    assertThat(second.status()).isEqualTo(3);
    assertThat(Files.readString(log))
        .containsPattern("(?m)^20[0-9-]+T[0-9:.]+\\+05:45 DEBUG tlsfit [0-9.]+: check " + CONTROL)
        .containsPattern("(?m)^20.* ERROR nowhere.yaml: there is no such file");
  }

  @Test
  void aLogFileThatCannotBeWrittenIsAWrongCommandLine() {
    Run run = Run.of("check", CONTROL, "--log-file", folder.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--log-file " + folder + " cannot be written");
  }

  @Test
  void aReaderThatGoesAwayIsNoFailure() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    PrintStream out = new PrintStream(closed, false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    assertThat(Main.run(out, err, "check", CONTROL)).isZero();
  }

  @Test
  void anUnexpectedFailureIsOneLineUnlessMoreIsAskedFor() {
    String plain = failing("check", CONTROL);
    assertThat(plain.lines())
        .singleElement()
        .asString()
        .startsWith("error: unexpected failure, this is a bug of tlsfit: ")
        .endsWith("IllegalStateException: nobody expects this");
    assertThat(failing("check", CONTROL, "-v")).contains("\tat tlsfit.cli.");
  }

  private static String failing(String... args) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new IllegalStateException("nobody expects this");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.run(
            new PrintStream(broken, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args);
    assertThat(status).isEqualTo(1);
    return err.toString(StandardCharsets.UTF_8);
  }
}

package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
    assertThat(run.err()).startsWith("error: ").contains("--help").doesNotContain(" at tlsfit");
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
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(Main.run(closed, err, "check", CONTROL)).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "check " + CONTROL, "curve --figure 2", "fit --help"})
  void outputThatCannotBeWrittenIsTold(String line) {
    OutputStream full =
        new OutputStream() {
          private int left = 20;

          @Override
          public void write(int b) throws IOException {
            if (left-- == 0) {
              throw new IOException("No space left on device");
            }
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(Main.run(full, err, line.split(" ", -1))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("error: standard output could not be written")
        .endsWith("No space left on device\n");
  }

  @Test
  @EnabledOnOs(OS.LINUX) // has the device
  void aLogFileThatTakesNothingIsTold() {
    Run run = Run.of("check", CONTROL, "--log-file", "/dev/full");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("error: the log file could not be written");
  }

  /** From an argument, as from every other text of somebody else. */
  @Test
  void nothingSteersTheTerminal() {
    Run run = Run.of("check", "\u001b]0;x\u0007\u009b2J\u202e\u200b\ufeff\rok.yaml");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("\\u001b]0;x\\u0007\\u009b2J\\u202e\\u200b\\ufeff\\u000dok.yaml")
        .matches("[\\x20-\\x7e\\n]*");
  }

  @Test
  void anUnexpectedFailureIsOneLineUnlessMoreIsAskedFor() {
    String plain = failing("check", CONTROL);
    assertThat(plain.lines())
        .singleElement()
        .asString()
        .startsWith("error: unexpected failure, this is a bug of tlsfit: ")
        .endsWith("IllegalStateException: nobody expects this");
    assertThat(failing("check", CONTROL, "-v")).contains("    at tlsfit.cli.");
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
    int status = Main.run(broken, err, args);
    assertThat(status).isEqualTo(1);
    return err.toString(StandardCharsets.UTF_8);
  }
}

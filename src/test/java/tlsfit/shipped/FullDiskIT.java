package tlsfit.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command that writes, where the disk takes no more in the middle of its file: the file that
 * was there is as it was, nothing is left behind, and the exit status says so. The limit on the
 * size of a file, which every user may set for his shell, stands for the end of the disk.
 */
@DisabledOnOs(OS.WINDOWS)
class FullDiskIT {
  @TempDir private Path temporary;

  private Program program;

  @BeforeEach
  void prepare() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("work"));
    program = Program.in(folder);
    program.copySample("control");
    Files.copy(Path.of("fits/control.json"), folder.resolve("saved.json"));
    Files.copy(Path.of("fits/al-a.json"), folder.resolve("other.json"));
  }

  /** A command line whose values have _ for blanks and ; for commas. */
  private static String[] words(String line) {
    return Stream.of(line.split(" "))
        .map(word -> word.replace('_', ' ').replace(';', ','))
        .toArray(String[]::new);
  }

  /** Blocks of 512 bytes; the target, which is there before; the command. */
  @ParameterizedTest
  @CsvSource({
    "64, control.json, fit -q --force --intervals wald control.yaml -o .",
    "1, plan.yaml, simulate --force --sample plan --set chi=1e-4 --set dipoleMoment=5_D --set"
        + " relaxationTime=3_us --set referenceFrequency=5_GHz --table"
        + " plan.csv:_ac-field=10..20000_V/m;_bias-rate=3e10_V/m/s;_points=40 -o .",
    "8, curve.csv, curve --figure 2 -o curve.csv",
    "8, page.html, report saved.json -o page.html",
    "8, table.html, compare -q saved.json other.json -o table.html",
    "1, control.yaml, init --force --no-input control-power.csv"
  })
  void theOldFileStays(int blocks, String target, String command)
      throws IOException, InterruptedException {
    Path old = program.folder().resolve(target);
    if (!Files.exists(old)) {
      Files.writeString(old, "old\n");
    }
    Map<String, String> before = program.contents();
    Program.Ended ended =
        program
            .after("sh", "-c", "ulimit -f " + blocks + " && exec \"$@\"", "sh")
            .run(words(command));
    assertThat(ended.status()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains("cannot be written: ").doesNotContain("bug");
    assertThat(program.contents()).isEqualTo(before);
  }

  /** Java reads fonts from files, and so copies that of a picture to one. */
  @ParameterizedTest
  @ValueSource(strings = {"report saved.json -o x.png", "compare saved.json other.json -o x.pdf"})
  void aPictureNeedsTheFolderOfTemporaryFiles(String command)
      throws IOException, InterruptedException {
    Map<String, String> before = program.contents();
    Program.Ended ended =
        program.with("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=/dev/null").run(command.split(" "));
    assertThat(ended.status()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains("temporary files, /dev/null").doesNotContain("bug");
    assertThat(program.contents()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX) // has the device
  @ValueSource(
      strings = {"fit --no-report --intervals wald --json control.yaml -o .", "report saved.json"})
  void whatCannotBePrintedIsTold(String command) throws IOException, InterruptedException {
    Program.Ended ended =
        program.after("sh", "-c", "exec \"$@\" > /dev/full", "sh").run(command.split(" "));
    assertThat(ended.status()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains("error: standard output could not be written");
    if (command.startsWith("fit")) {
      assertThat(program.folder().resolve("control.json")).isNotEmptyFile();
    }
  }
}

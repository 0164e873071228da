package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import tlsfit.result.FitResultFile;

/** One sample's failure is one sample's; a result is replaced only by its own. */
class BoundaryTest {
  @TempDir private Path folder;

  @Test
  void aFailureOfJavaIsAStatus() {
    assertThat(Boundary.around("a", () -> ExitStatus.NOT_VALID)).isEqualTo(4);
    assertThat(status(new IllegalStateException("x"))).isEqualTo(1);
    assertThat(status(new StackOverflowError())).isEqualTo(1);
    assertThat(status(new CompletionException(new OutOfMemoryError("Java heap space"))))
        .isEqualTo(3);
    ParameterException wrong =
        new ParameterException(new CommandLine(CommandSpec.create()), "wrong");
    assertThatThrownBy(() -> status(wrong)).isSameAs(wrong);
  }

  private static int status(Throwable failure) {
    return Boundary.around(
        "a",
        () -> {
          if (failure instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) failure;
        });
  }

  @Test
  void aRefusedSampleBetweenOthersTakesNothingFromThem() throws IOException {
    Path bad = folder.resolve("bad.yaml");
    String text = Files.readString(Path.of("sample-data/control.yaml"));
    Files.writeString(bad, text.replaceFirst("(?m)^sample:.*", "sample: [no name]"));
    Run run =
        Run.of(
            "check", "--json", "sample-data/control.yaml", bad.toString(), "sample-data/al-a.yaml");
    assertThat(run.status()).isEqualTo(3);
    JsonNode list = new ObjectMapper().readTree(run.out());
    assertThat(list).hasSize(2);
    assertThat(list.at("/1/sample").asText()).isEqualTo("al-a");
  }

  @Test
  void aResultThatCannotBeReadTakesNothingFromTheOthers() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.json"), "{");
    String[] files = {"fits/al-a.json", bad.toString(), "fits/control.json"};
    Run lines = Run.of("report", files[0], files[1], files[2]);
    assertThat(lines.status()).isEqualTo(3);
    assertThat(lines.out().lines()).hasSize(2);
    assertThat(lines.err().lines()).hasSize(1).first().asString().contains(bad + ":1:");
    Run none = Run.of("report", folder.resolve("none.json").toString());
    assertThat(none.err()).contains("none.json: there is no such file");
    Run json = Run.of("report", "--json", files[0], files[1]);
    assertThat(new ObjectMapper().readTree(json.out())).hasSize(1);
    Path pages = Files.createDirectory(folder.resolve("pages"));
    Run written =
        Run.of("report", files[0], files[1], "--format", "markdown", "-o", pages.toString());
    assertThat(written.status()).isEqualTo(3);
    assertThat(pages.resolve("al-a.md")).isNotEmptyFile();
    Path all = folder.resolve("all.tex"); // whose reader would not see that one is missing
    assertThat(Run.of("report", files[0], files[1], "-o", all.toString()).status()).isEqualTo(3);
    assertThat(all).doesNotExist();
  }

  @Test
  void aReportThatFailsTakesNothingFromTheOthers() throws IOException {
    List<String> printed = new ArrayList<>();
    Subcommand command =
        new Subcommand() {
          @Override
          void print(String text) {
            if (text.contains("\"al-a\"")) {
              throw new IllegalStateException("x");
            }
            printed.add(text);
          }

          @Override
          public Integer call() {
            return ExitStatus.OK;
          }
        };
    List<CompareFormat.Saved> saved = new ArrayList<>();
    for (String name : List.of("al-a", "control")) {
      Path file = Path.of("fits/" + name + ".json");
      saved.add(new CompareFormat.Saved(file, FitResultFile.read(file)));
    }
    assertThat(new ReportOutput(command, saved).json(true)).isEqualTo(1);
    assertThat(String.join("", printed)).contains("\"control\"").endsWith("]\n");
  }

  @Test
  void ofManyFaultsTwentyAreTold() throws IOException {
    Path table = folder.resolve("t.csv");
    Files.writeString(table, manyFaults());
    Run run = Run.of("check", table.toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err().lines()).hasSize(21);
    assertThat(run.err()).endsWith(table + ": and 485 more\n");
  }

  /** A thousand rows, each second with a field that is no number. */
  private static String manyFaults() {
    StringBuilder text = new StringBuilder("ac_field [V/m],bias_rate [V/m/s],frequency [Hz]\n");
    for (int i = 0; i < 1010; i++) {
      text.append(i + 1).append(",1e4,5e9").append(i % 2 == 0 ? "" : "x" + i).append('\n');
    }
    return text.toString();
  }

  @Test
  void aResultOfAnotherSampleStaysUnlessForced() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Path there = Files.copy(Path.of("fits/al-a.json"), out.resolve("control.json"));
    byte[] before = Files.readAllBytes(there);
    Run refused = Run.of("fit", "sample-data/control.yaml", "-o", out.toString());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("--force", "al-a-power.csv");
    assertThat(Files.readAllBytes(there)).isEqualTo(before);
    Run forced = Run.of("fit", "sample-data/control.yaml", "-o", out.toString(), "--force");
    assertThat(forced.status()).as(forced.err()).isIn(0, 4);
    assertThat(Files.readAllBytes(there)).isNotEqualTo(before);
    assertThat(forced.err())
        .isEqualTo("wrote " + there + "\nwrote " + out.resolve("control.html") + "\n");
  }

  @Test
  void aFolderThatCannotBeMadeIsToldBeforeAnythingIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Run run = Run.of("fit", "nowhere.yaml", "-o", file.resolve("out").toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("is a file, not a folder").doesNotContain("nowhere");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // where not every user may make links
  void norIsALinkThatLeadsNowhere() throws IOException {
    Path loop = folder.resolve("loop");
    Files.createSymbolicLink(loop, loop);
    for (Path out : List.of(loop, loop.resolve("deeper"))) {
      Run run = Run.of("fit", "nowhere.yaml", "-o", out.toString());
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains(loop + ": is a link that leads nowhere");
    }
  }

  @Test
  void threadsAndReplicatesHaveLimits() {
    Run threads = Run.of("fit", "nowhere.yaml", "--threads", "40000");
    assertThat(threads.status()).isEqualTo(2);
    Run replicates =
        Run.of("fit", "nowhere.yaml", "--intervals", "bootstrap", "--replicates", "2147483647");
    assertThat(replicates.status()).isEqualTo(2);
    assertThat(replicates.err()).contains("--replicates");
  }
}

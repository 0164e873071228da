package tlsfit.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Input that needs more memory than Java has is told in a sentence, and takes nothing from others.
 */
@DisabledOnOs(OS.WINDOWS) // the launcher is a shell script
class LittleMemoryIT {
  private static final String SAID = "does not suffice; give it more";

  @TempDir private Path temporary;

  private Program program;

  @BeforeEach
  void prepare() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("work"));
    program = Program.in(folder).with("JDK_JAVA_OPTIONS", "-Xmx48m");
    program.copySample("control");
  }

  /** A line of 60 MB, without an end. */
  private void writeLarge(String name) throws IOException {
    String piece = "7".repeat(1 << 20);
    try (BufferedWriter out = Files.newBufferedWriter(program.folder().resolve(name))) {
      out.write("ac_field [V/m],bias_rate [V/m/s],frequency [Hz]\n");
      for (int i = 0; i < 60; i++) {
        out.write(piece);
      }
    }
  }

  @Test
  void aLineWithoutEnd() throws IOException, InterruptedException {
    writeLarge("line.csv");
    Program.Ended ended = program.run("check", "line.csv");
    assertThat(ended.status()).as(ended.err()).isEqualTo(3);
    assertThat(ended.err()).contains(SAID, "line.csv: ").doesNotContain("bug", "at java");
  }

  @Test
  void betweenOtherSamples() throws IOException, InterruptedException {
    writeLarge("line.csv");
    String text = Files.readString(program.folder().resolve("control.yaml"));
    for (String name : List.of("large", "last")) {
      String table = name.equals("large") ? "line.csv" : "control-power.csv";
      Files.writeString(
          program.folder().resolve(name + ".yaml"),
          text.replaceFirst("(?m)^sample:.*", "sample: " + name)
              .replaceFirst("control-power[.]csv\\n", table + "\n"));
    }
    Program.Ended ended =
        program.run(
            "fit",
            "--json",
            "--no-report",
            "--intervals",
            "wald",
            "-o",
            "results",
            "control.yaml",
            "large.yaml",
            "last.yaml");
    assertThat(ended.status()).as(ended.err()).isEqualTo(3);
    assertThat(ended.err()).contains("large.yaml: ", SAID).doesNotContain("bug");
    JsonNode list = new ObjectMapper().readTree(ended.out());
    assertThat(list.findValuesAsText("sample")).contains("control", "last");
    assertThat(list).hasSize(2);
    assertThat(program.folder().resolve("results/last.json")).isNotEmptyFile();
  }
}

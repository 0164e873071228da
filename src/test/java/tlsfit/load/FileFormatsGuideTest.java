package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tlsfit.measurement.Measurement;

/** The examples of the guide, run as they stand there. */
class FileFormatsGuideTest {
  @TempDir Path folder;

  private static String guide() throws IOException {
    return Files.readString(Path.of("src/site/markdown/file-formats.md")).replace("\r\n", "\n");
  }

  private static String block(String start) throws IOException {
    String rest = guide().substring(guide().indexOf("```" + start) + 3 + start.indexOf('\n') + 1);
    return rest.substring(0, rest.indexOf("```"));
  }

  @Test
  void tableAndSampleFileOfTheGuideLoad() throws IOException {
    Files.writeString(
        folder.resolve("power-sweep.csv"),
        block("\npower [dBm]")
            .replace(",410", "")
            .replace(",395", "")
            .replace(",frequency_sigma [Hz]", ""));
    Files.writeString(
        folder.resolve("bias-sweep.csv"), "ramp [V/s],fc [GHz],fc error [Hz] 95%\n1e4,5.012,400\n");
    Files.writeString(
        folder.resolve("triangle-sweep.csv"), "power [dBm],frequency [GHz]\n-30,5.012\n");
    Files.writeString(folder.resolve("no-names.txt"), "-30\t1\t5,012\n");
    Path file = Files.writeString(folder.resolve("al-a.yaml"), block("yaml\nsample"));

    Measurement measurement = Loader.load(file).measurement();

    assertThat(measurement.sample()).isEqualTo("al-a");
    assertThat(measurement.readings()).hasSize(5);
  }

  @Test
  void theSectionFitOfTheGuideLoads() throws IOException {
    Files.writeString(
        folder.resolve("a.csv"), "ac_field [V/m],bias_rate [V/m/s],frequency [Hz]\n1,2,5e9\n");
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"), "sample: a\ntables: [{file: a.csv}]\n" + block("yaml\nfit:"));
    assertThat(
            Loader.load(file).measurement().notes().stream().filter(n -> n.contains("the fit has")))
        .hasSize(6);
  }

  @Test
  void everyFaultOfTheGuideIsRealOutput() throws IOException {
    String real = Files.readString(Path.of("src/test/resources/tlsfit/load/faults/messages.txt"));
    assertThat(block("\nbad-cells.csv").lines()).hasSize(8).allMatch(real::contains);
  }
}

package tlsfit.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a fuzzer calls: reads bytes as a table of any kind, or as a sample file. Whatever they are,
 * they are read or refused with a reason; nothing else is thrown. The command that runs it for an
 * hour stands in the page on contributing.
 */
public final class ReadingFuzz {
  private static final String SAMPLE =
      "sample: s\nresonator: {frequency: 5 GHz, gap: 50 nm, capacitance: 0.35 pF, coupling: notch,"
          + " loaded-q: 2400, coupling-q: 3000}\ncalibration: {attenuation: 78 dB}\n"
          + "tables: [{file: table.csv}]\n";
  private static final String TABLE =
      "power [dBm],bias_rate [V/s],frequency [GHz],T_mxc [mK]\n-40,1e4,5.01,12\n-30,1e4,5.011,12\n";

  private static @Nullable Path folder;

  private ReadingFuzz() {}

  /**
   * Reads bytes.
   *
   * @param data a sample file where it begins with s, as in {@code sample: a}; else a table
   */
  public static void fuzzerTestOneInput(byte[] data) {
    read(data, data.length == 0 || data[0] != 's');
  }

  /**
   * Reads bytes as a table, or as a sample file.
   *
   * @return whether they were read; else they were refused
   */
  static boolean read(byte[] bytes, boolean table) {
    try {
      Path here = folder();
      Path sample = here.resolve("s.yaml");
      byte[] text = SAMPLE.getBytes(StandardCharsets.UTF_8);
      Files.write(sample, table ? text : bytes);
      Files.write(
          here.resolve("table.csv"), table ? bytes : TABLE.getBytes(StandardCharsets.UTF_8));
      Loader.load(sample);
      return true;
    } catch (InputException e) {
      if (e.problems().isEmpty()) {
        throw new IllegalStateException("refused without a reason", e);
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized Path folder() throws IOException {
    Path made = folder;
    if (made == null) {
      made = Files.createTempDirectory("tlsfit-fuzz");
      made.toFile().deleteOnExit();
      folder = made;
    }
    return made;
  }
}

package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A short run of what is run for an hour by a command: results and command lines altered at random,
 * and those that once were a bug.
 */
class CommandFuzzTest {
  private static final Path SEEDS = Path.of("src/test/resources/tlsfit/cli/fuzz");

  private static byte[] bytes(SplittableRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static List<Path> seeds(String kind) throws IOException {
    try (Stream<Path> files = Files.list(SEEDS)) {
      return files.filter(file -> file.getFileName().toString().startsWith(kind)).sorted().toList();
    }
  }

  @Test
  void alteredResultsAreRefusedOrShown() throws IOException {
    SplittableRandom random = new SplittableRandom(14);
    int read = 0;
    int rounds = Integer.getInteger("rounds", 60);
    for (int i = 0; i < rounds; i++) {
      byte[] data = bytes(random, random.nextInt(4, 20));
      data[0] = (byte) (data[0] & 127);
      if (ResultFuzz.read(data)) {
        read++;
      }
    }
    assertThat(read).isBetween(1, rounds - 1);
    for (Path seed : seeds("result")) {
      ResultFuzz.read(Files.readAllBytes(seed));
    }
  }

  @Test
  void resultsAlteredInOnePlaceAreRefusedOrShown() {
    ResultEdits.Count count = ResultEdits.run(3, 499);
    assertThat(count.made()).isGreaterThan(50);
    assertThat(count.shown()).isBetween(1, count.made() - 1);
  }

  @Test
  void commandLinesAreDoneOrRefused() throws IOException {
    SplittableRandom random = new SplittableRandom(14);
    int refused = 0;
    int rounds = Integer.getInteger("rounds", 60);
    for (int i = 0; i < rounds; i++) {
      if (OptionsFuzz.run(bytes(random, random.nextInt(1, 16))) == ExitStatus.WRONG_COMMAND_LINE) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1, rounds - 1);
    for (Path seed : seeds("options")) {
      OptionsFuzz.run(Files.readAllBytes(seed));
    }
  }
}

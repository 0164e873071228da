package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Good files with bytes changed, left out, doubled and exchanged are read or refused. */
class ReadingFuzzTest {
  private static final Path SEEDS = Path.of("src/test/resources/tlsfit/load/fuzz");
  private static final int ROUNDS = 5;

  static List<Path> seeds() throws IOException {
    try (Stream<Path> files = Files.list(SEEDS)) {
      return files.sorted().toList();
    }
  }

  /** What is seldom met by chance. */
  private static final List<String> WORDS =
      List.of("1e309", "nan", "\"", "\r", "\uFEFF", ";", ",,", "-", "&a *a", "{", "..", "9.91e37");

  private static byte[] changed(byte[] bytes, SplittableRandom random) {
    byte[] result = bytes;
    for (int times = random.nextInt(1, 5); times > 0; times--) {
      int from = random.nextInt(result.length + 1);
      int to = Math.min(result.length, from + random.nextInt(1, 9));
      byte[] piece =
          switch (random.nextInt(4)) {
            case 0 -> new byte[] {(byte) random.nextInt(256)};
            case 1 -> new byte[0];
            case 2 -> Arrays.copyOfRange(result, from, Math.min(result.length, from + 40));
            default -> WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
          };
      byte[] next = new byte[from + piece.length + result.length - to];
      System.arraycopy(result, 0, next, 0, from);
      System.arraycopy(piece, 0, next, from, piece.length);
      System.arraycopy(result, to, next, from + piece.length, result.length - to);
      result = next;
    }
    return result;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverIsChangedIsReadOrRefused(Path seed) throws IOException {
    byte[] bytes = Files.readAllBytes(seed);
    boolean table = !seed.toString().endsWith(".yaml");
    assertThat(ReadingFuzz.read(bytes, table)).as(seed.toString()).isTrue();
    SplittableRandom random = new SplittableRandom(seed.getFileName().toString().hashCode());
    List<Boolean> read = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      read.add(ReadingFuzz.read(changed(bytes, random), table));
    }
    assertThat(read).contains(false);
  }
}

package tlsfit.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A few of the moments that {@link KillStudy} looks at by the hundred. */
@DisabledOnOs(OS.WINDOWS) // where a file that is open cannot be replaced
class KilledIT {
  @TempDir private Path temporary;

  private Path folder;

  @BeforeEach
  void prepare() throws IOException {
    folder = Files.createDirectory(temporary.resolve("work"));
  }

  @Test
  void aFitThatIsKilledLeavesTheOldResultOrTheNewOne() throws IOException, InterruptedException {
    Map<String, Integer> seen = KillStudy.inFits(folder, 2, new SplittableRandom(14));
    assertThat(seen.keySet()).isSubsetOf("old", "new");
    assertThat(seen.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
  }

  @Test
  void aWriteThatIsKilledLeavesAWholeFileAndTheNextOneTidiesUp()
      throws IOException, InterruptedException {
    Map<String, Integer> seen = KillStudy.inWrites(folder, 4, new SplittableRandom(14));
    assertThat(seen).containsEntry("whole", 4).doesNotContainKey("CUT");
    assertThat(seen).containsEntry("left behind after the next write", 0);
  }
}

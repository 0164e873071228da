package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tlsfit.setup.SlowChange;
import tlsfit.setup.SlowChange.Kind;

/** The keys of a table for slow changes of its frequency. */
class SlowKeysTest {
  @TempDir private Path folder;

  @BeforeEach
  void tables() throws IOException {
    Files.createDirectories(folder.resolve("runs"));
    String rows = "ac_field [V/m],bias_rate [V/m/s],frequency [Hz]\n1,2,5e9\n2,2,5e9\n3,2,5e9\n";
    Files.writeString(folder.resolve("a.csv"), rows);
    Files.writeString(folder.resolve("runs").resolve("b.csv"), rows.replace("5e9", "5.001e9"));
  }

  private Path sample(String tables) throws IOException {
    return Files.writeString(folder.resolve("s.yaml"), "sample: s\ntables:\n" + tables);
  }

  @Test
  void keysBecomeTheSetupOfTheirTable() throws IOException {
    LoadedSample loaded =
        Loader.load(
            sample(
                """
                  - {file: a.csv, baseline: quadratic}
                  - {file: runs/b.csv, reference: own, drift: linear}
                """));
    assertThat(loaded.setup().slow().tables())
        .containsExactly(
            new SlowChange("a.csv", Kind.QUADRATIC_BASELINE),
            new SlowChange("b.csv", Kind.OWN_REFERENCE),
            new SlowChange("b.csv", Kind.LINEAR_DRIFT));
    assertThat(loaded.setup().resolve(loaded.measurement()).slow()).hasSize(3);
    assertThat(loaded.measurement().notes())
        .contains(
            "a.csv: fitted with baseline: quadratic",
            "runs/b.csv: fitted with reference: own",
            "runs/b.csv: fitted with drift: linear");
  }

  @Test
  void otherValuesAreRefusedWithTheirPlace() throws IOException {
    Path file =
        sample(
            """
              - {file: a.csv, baseline: cubic}
              - {file: runs/b.csv, reference: shared, drift: {rows: linear}}
            """);
    InputException refused = catchThrowableOfType(InputException.class, () -> Loader.load(file));
    String name = file.toString();
    assertThat(refused.problems().stream().map(problem -> problem.toString().replace(name, "s")))
        .containsExactly(
            "s:3:29: found \"cubic\" for baseline; write one of linear, quadratic, sqrt, or leave"
                + " it out",
            "s:4:35: found \"shared\" for reference; write reference: own, or leave it out",
            "s:4:50: found keys with values for drift; write one value");
  }
}

package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionOptionsTest {
  @TempDir private Path folder;

  @BeforeEach
  void sample() {
    SimulatedTable.of(folder, "a", SimulatedTable.DRIVE, SimulatedTable.NOISE);
  }

  private Run fit(String... more) {
    return Run.of(
        Stream.concat(
                Stream.of(
                    "fit",
                    folder.resolve("a.csv").toString(),
                    "--json",
                    "--relaxation",
                    "off",
                    "-o",
                    folder.resolve("out").toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static double dipoleMoment(Run run) throws IOException {
    assertThat(run.status()).as(run.err()).isIn(0, 4);
    for (JsonNode parameter : new ObjectMapper().readTree(run.out()).get("parameters")) {
      if (parameter.get("name").asText().equals("dipoleMoment")) {
        return parameter.get("value").asDouble();
      }
    }
    throw new AssertionError("no dipoleMoment in " + run.out());
  }

  // With p² weights the typical dipole moment lies below the one that is seen, by about exp(-2 σ²).
  @Test
  void aWidthLowersTheTypicalDipoleMoment() throws IOException {
    double one = dipoleMoment(fit());
    double typical = dipoleMoment(fit("--fix", "dipoleWidth=0.4"));
    assertThat(typical / one).isBetween(0.6, 0.9);
  }

  @Test
  void theWidthIsAParameterOfTheResult() throws IOException {
    JsonNode result = new ObjectMapper().readTree(fit("--dipole-width").out());
    assertThat(result.get("parameters").findValuesAsText("name")).contains("dipoleWidth");
    assertThat(result.at("/provenance/options/dipole-width").asText()).isEqualTo("log-normal");
  }

  // All at twice the field is the same as twice the dipole moment in the Rabi frequency: a table
  // with
  // one line s = 1 changes nothing, by volume or by energy.
  @ParameterizedTest
  @ValueSource(strings = {"volume", "energy"})
  void aTableOfOneFieldChangesNothing(String weight) throws IOException {
    Path table = folder.resolve("fields.csv");
    Files.writeString(table, "s,weight\n1,3\n");
    double one = dipoleMoment(fit());
    double same = dipoleMoment(fit("--field-table", table.toString(), "--field-weight", weight));
    assertThat(Math.abs(same / one - 1)).isLessThan(1e-6);
  }

  @Test
  void strongerLocalFieldsLowerTheDipoleMoment() throws IOException {
    double one = dipoleMoment(fit());
    double uneven =
        dipoleMoment(
            fit("--field-power-law", "5", "--field-weight", "energy", "--fix", "fieldExponent=2"));
    assertThat(uneven).isLessThan(0.8 * one);
  }

  @Test
  void faultsOfTheTableAreNamed() throws IOException {
    Path table = folder.resolve("fields.csv");
    Files.writeString(table, "s,weight\n1,x\n");
    Run run = fit("--field-table", table.toString(), "--field-weight", "energy");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("fields.csv:2").contains("column 2").contains("\"x\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--field-power-law 5",
        "--field-weight energy",
        "--fix fieldExponent=2",
        "--fix dipoleWidth=3",
        "--field-power-law 0.5 --field-weight energy",
      })
  void wrongCombinationsAreRefused(String options) {
    Run run = fit(options.split(" ", -1));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("error:");
  }
}

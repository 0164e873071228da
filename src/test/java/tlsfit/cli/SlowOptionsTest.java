package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slow changes of the frequency from the command line and the sample file. */
class SlowOptionsTest {
  @TempDir private Path folder;

  /** Two tables, the second 12 kHz higher and with a drift of 40 kHz in row order. */
  private Path sample(String first, String second) throws IOException {
    Path low = SimulatedTable.of(folder, "low", SimulatedTable.DRIVE, SimulatedTable.NOISE);
    Path high = SimulatedTable.of(folder, "high", SimulatedTable.DRIVE, "2 kHz", "--seed", "5");
    List<String> lines = Files.readAllLines(high);
    int header = 0;
    while (!lines.get(header).contains("frequency")) {
      header++;
    }
    int column = List.of(lines.get(header).split(",", -1)).indexOf("frequency [Hz]");
    List<String> moved = new ArrayList<>(lines.subList(0, header + 1));
    int rows = lines.size() - header - 1;
    for (int k = 0; k < rows; k++) {
      String[] cells = lines.get(header + 1 + k).split(",", -1);
      double frequency = Double.parseDouble(cells[column]) + 12e3 + 40e3 * (k / (rows - 1.0) - 0.5);
      cells[column] = String.format(Locale.ROOT, "%.3f", frequency);
      moved.add(String.join(",", cells));
    }
    Files.write(high, moved);
    return Files.writeString(
        folder.resolve("both.yaml"),
        "sample: both\ntables:\n  - {file: "
            + low.getFileName()
            + first
            + "}\n  - {file: "
            + high.getFileName()
            + second
            + "}\n");
  }

  private Run fit(Path sample, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("fit", sample.toString(), "-o", folder.resolve("out").toString()));
    arguments.addAll(List.of("--relaxation", "off", "--fix", "dipoleMoment=5 D"));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(new String[0]));
  }

  private JsonNode result() throws IOException {
    return new ObjectMapper().readTree(Files.readString(folder.resolve("out/both.json")));
  }

  @Test
  void keysOfTheFileAreFittedShownAndWritten() throws IOException {
    Run run = fit(sample("", ", reference: own, drift: linear"));
    assertThat(run.status()).as(run.err()).isZero();
    JsonNode changes = result().at("/slowChanges");
    assertThat(changes).hasSize(2);
    assertThat(changes.at("/0/table").asText()).isEqualTo("high.csv");
    assertThat(changes.at("/0/kind").asText()).isEqualTo("own-reference");
    assertThat(changes.at("/0/value").asDouble())
        .isCloseTo(12e3, within(4 * changes.at("/0/standardError").asDouble()));
    assertThat(changes.at("/1/value").asDouble())
        .isCloseTo(40e3, within(4 * changes.at("/1/standardError").asDouble()));
    assertThat(changes.at("/1/standardError").asDouble()).isBetween(500.0, 5000.0);
    assertThat(result().at("/statistics/freeParameters").asInt()).isEqualTo(4);
    assertThat(result().at("/statistics/degreesOfFreedom").asInt()).isEqualTo(48 - 4);
    assertThat(result().at("/provenance/options/drift high.csv").asText()).isEqualTo("linear");
    assertThat(run.words())
        .containsPattern(
            "Fitted jointly: own f_ref of high\\.csv .*; drift in high\\.csv [34][0-9]{4} ±");
    JsonNode last = result().at("/readings/47");
    assertThat(last.at("/fitted").asDouble())
        .isCloseTo(last.at("/frequency").asDouble(), within(10e3));
  }

  @Test
  void optionsAreForAllTablesAndCountBeforeTheFile() throws IOException {
    Path sample = sample(", drift: linear", "");
    fit(sample, "--reference", "per-table", "--drift", "none");
    assertThat(result().at("/slowChanges")).hasSize(1);
    assertThat(result().at("/slowChanges/0/table").asText()).isEqualTo("high.csv");
    assertThat(result().at("/slowChanges/0/kind").asText()).isEqualTo("own-reference");
    fit(sample, "--baseline", "sqrt");
    assertThat(result().findValuesAsText("kind"))
        .contains("sqrt-baseline", "linear-drift")
        .doesNotContain("own-reference");
    assertThat(result().at("/slowChanges")).hasSize(3);
  }

  @Test
  void otherValuesAreRefused() {
    assertThat(fit(folder.resolve("a.csv"), "--baseline", "cubic"))
        .satisfies(
            run -> {
              assertThat(run.status()).isEqualTo(2);
              assertThat(run.err())
                  .contains("--baseline: \"cubic\" is not one of none, linear, quadratic, sqrt");
            });
    assertThat(fit(folder.resolve("a.csv"), "--reference", "own").err())
        .contains("--reference: \"own\" is not one of shared, per-table");
  }

  @Test
  void aBaselineNeedsPowers() throws IOException {
    Path one =
        Files.writeString(
            folder.resolve("one.csv"),
            "ac_field [V/m],bias_rate [V/m/s],frequency [Hz]\n"
                + "2000,1e10,5e9\n2000,2e10,5.001e9\n2000,4e10,5e9\n".repeat(3));
    assertThat(fit(one, "--baseline", "linear").err()).contains("one.csv is measured at one power");
  }
}

package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tlsfit.statistics.StopReason;

/** The sample data follow from the commands beside them, and the results kept from the data. */
class SampleDataTest {
  private static final Path SAMPLES = Path.of("sample-data");
  private static final Path RESULTS = Path.of("fits");

  /** Other processors differ in the last digits of exp and log. */
  private static final double SAME = 1e-8;

  /** Finer than anybody sees in a picture. */
  private static final double DRAWN = 1e-4;

  @TempDir private Path folder;

  private static List<Documented> commands(String name) throws IOException {
    return Documented.in(SAMPLES.resolve("README.md")).stream()
        .filter(command -> command.isOf("tlsfit") && command.words().get(1).equals(name))
        .toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".html")) // pages are made with results, and not kept
          .sorted()
          .toList();
    }
  }

  @Test
  void samplesFollowFromTheirCommands() throws IOException {
    for (Documented command : commands("simulate")) {
      Run run = Run.of(command.argumentsWritingTo(folder));
      assertThat(run.status()).as(run.err()).isZero();
    }
    assertThat(names(SAMPLES))
        .filteredOn(name -> !name.equals("README.md"))
        .isEqualTo(names(folder))
        .isNotEmpty();
    for (String name : names(folder)) {
      assertThat(folder.resolve(name)).hasSameBinaryContentAs(SAMPLES.resolve(name));
    }
  }

  @Test
  void resultsFollowFromTheSamples() throws IOException {
    List<Documented> commands = commands("fit");
    assertThat(commands).hasSize(1);
    Run run = Run.of(commands.get(0).argumentsWritingTo(folder));
    assertThat(run.status()).as("the control is not determined").isEqualTo(4);
    assertThat(names(folder)).isEqualTo(names(RESULTS)).isNotEmpty();
    ObjectMapper mapper = new ObjectMapper();
    for (String name : names(folder)) {
      compare(
          name,
          mapper.readTree(folder.resolve(name).toFile()),
          mapper.readTree(RESULTS.resolve(name).toFile()));
    }
  }

  private static void compare(String place, JsonNode found, JsonNode kept) {
    if (kept.isObject()) {
      assertThat(keys(found)).as(place).isEqualTo(keys(kept));
      Iterator<Map.Entry<String, JsonNode>> fields = kept.properties().iterator();
      while (fields.hasNext()) {
        Map.Entry<String, JsonNode> field = fields.next();
        compare(place + "/" + field.getKey(), found.get(field.getKey()), field.getValue());
      }
    } else if (kept.isArray()) {
      assertThat(found.size()).as(place).isEqualTo(kept.size());
      for (int i = 0; i < kept.size(); i++) {
        compare(place + "/" + i, found.get(i), kept.get(i));
      }
    } else if (kept.isNumber()) {
      // correlations lie between -1 and 1 and may be near 0
      double scale = place.contains("/matrix/") ? 1 : Math.abs(kept.asDouble());
      // a minimisation finds its place to the root of what it finds its value to
      boolean drawn = place.contains("/profiles/") || place.contains("/likelihood/");
      assertThat(found.asDouble())
          .as(place)
          .isCloseTo(kept.asDouble(), Offset.offset(drawn ? DRAWN * (1 + scale) : SAME * scale));
    } else if (stopsOfAMinimum().contains(kept.asText())) {
      // by which of its tests a fit converged hangs on the last digits
      assertThat(found.asText()).as(place).isIn(stopsOfAMinimum());
    } else if (place.contains("/problems/")) {
      assertThat(found.asText()).as(place).isNotEmpty(); // English, of the findings beside it
    } else {
      assertThat(found).as(place).isEqualTo(kept);
    }
  }

  private static List<String> stopsOfAMinimum() {
    return Arrays.stream(StopReason.values())
        .filter(StopReason::isolated)
        .map(StopReason::key)
        .toList();
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new java.util.ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** A result that a newcomer reads first must hold the truth that made it. */
  @Test
  void theTruthLiesWithinTheLimits() throws IOException {
    Map<String, Double> debye = Map.of("al-a", 5.0, "al-b", 2.2, "al-c", 9.0);
    for (Map.Entry<String, Double> truth : debye.entrySet()) {
      JsonNode result =
          new ObjectMapper().readTree(RESULTS.resolve(truth.getKey() + ".json").toFile());
      JsonNode p = result.at("/parameters/1");
      assertThat(p.at("/name").asText()).isEqualTo("dipoleMoment");
      assertThat(truth.getValue() * 3.33564e-30)
          .isBetween(p.at("/interval/lower").asDouble(), p.at("/interval/upper").asDouble());
    }
  }
}

package tlsfit.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tlsfit.report.Results;

class FitResultFileTest {
  private static final FitResult RESULT = Results.diagnosed(Results.good("al-a", 5, 0.02));

  @TempDir private Path folder;

  private static UnreadableResultException fault(Path file) {
    try {
      FitResultFile.read(file);
    } catch (UnreadableResultException e) {
      return e;
    }
    throw new AssertionError("read");
  }

  @Test
  void readsBackWhatItWrites() throws IOException {
    for (FitResult result :
        List.of(
            RESULT,
            Results.notDetermined(),
            Results.openLimit(),
            Results.fixed(),
            Results.bootstrapped())) {
      Path file = FitResultFile.write(result, folder.resolve("new"));
      assertThat(FitResultFile.read(file)).isEqualTo(result);
    }
  }

  /** Brackets and quotes in names of files end no list, and a key in another place is no list. */
  @Test
  void leavesOutLongListsAndNothingElse() throws IOException {
    var tree = (ObjectNode) new ObjectMapper().readTree(Path.of("fits/al-a.json").toFile());
    ((ObjectNode) tree.withArray("readings").get(0)).put("file", "a]}\"\\ [{\\");
    ((ObjectNode) tree.get("about")).put("description", "\"curves\": [1");
    Path file = Files.writeString(folder.resolve("x.json"), tree.toPrettyString());
    FitResult whole = FitResultFile.read(file);
    assertThat(FitResultFile.read(file, EnumSet.allOf(LongList.class))).isEqualTo(whole);
    assertThat(FitResultFile.read(file, Set.of(LongList.READINGS)).readings())
        .isEqualTo(whole.readings())
        .isNotEmpty();
    FitResult abridged = FitResultFile.read(file, Set.of());
    for (String list : List.of("readings", "curves", "profiles", "regions")) {
      tree.putArray(list);
    }
    ((ObjectNode) tree.get("likelihood")).putArray("rise");
    assertThat(new ObjectMapper().readTree(FitResultFile.toJson(abridged))).isEqualTo(tree);
    assertThat(whole.regions()).isNotEmpty();
  }

  @Test
  void isWholeOrNotThere() throws IOException {
    Path file = FitResultFile.write(RESULT, folder.resolve("new"));
    FitResultFile.write(RESULT, folder.resolve("new")); // over the old one
    try (var files = Files.list(folder.resolve("new"))) {
      assertThat(files.toList()).containsExactly(file); // and nothing temporary beside it
    }
  }

  @Test
  void keysAreThoseThatScriptsRead() throws IOException {
    var tree = new ObjectMapper().readTree(FitResultFile.toJson(RESULT));
    assertThat(tree.path("schema").asText()).isEqualTo("tlsfit-fit/2");
    assertThat(tree.path("modelEdition").asInt()).isEqualTo(1);
    var finding = tree.path("verdict").path("findings").get(1);
    assertThat(finding.path("code").asText()).isEqualTo("runs");
    assertThat(finding.path("kind").asText()).isEqualTo("check");
    assertThat(finding.path("holds").asBoolean()).isFalse();
    assertThat(finding.path("value").asDouble()).isEqualTo(12);
    assertThat(finding.path("pValue").asDouble()).isEqualTo(2.3e-5);
    assertThat(tree.path("verdict").path("shape").asText()).isEqualTo("extremum");
    assertThat(tree.path("systematics").get(0).path("kind").asText()).isEqualTo("calibration");
    assertThat(tree.path("modelComparison").path("entries").get(3).path("outcome").asText())
        .isEqualTo("no-width");
  }

  @Test
  void aMissingKeyIsRefused() throws IOException {
    var tree = (ObjectNode) new ObjectMapper().readTree(FitResultFile.toJson(RESULT));
    tree.remove("parameters");
    Path file = Files.writeString(folder.resolve("short.json"), tree.toString());
    assertThat(fault(file).reason()).isEqualTo(UnreadableResultException.Reason.MISSING);
    assertThat(fault(file).key()).isEqualTo("parameters");
  }

  @Test
  void anotherSchemaIsTold() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("old.json"),
            FitResultFile.toJson(RESULT).replace(FitResult.SCHEMA, "tlsfit-fit/1"));
    assertThat(fault(file).reason()).isEqualTo(UnreadableResultException.Reason.SCHEMA);
    assertThat(fault(file).found()).isEqualTo("tlsfit-fit/1");
    assertThat(fault(file).file()).isEqualTo(file.toString());
  }

  @Test
  void aFaultOfSyntaxHasItsPlace() throws IOException {
    Path file =
        Files.writeString(folder.resolve("x.json"), "{\"schema\": \"tlsfit-fit/2\",\n oops}");
    assertThat(fault(file).reason()).isEqualTo(UnreadableResultException.Reason.SYNTAX);
    assertThat(fault(file).line()).isEqualTo(2);
    assertThat(fault(file).column()).isPositive();
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    Path none = folder.resolve("none.json");
    assertThatThrownBy(() -> FitResultFile.read(none)).hasMessageContaining("none.json");
    assertThat(fault(none).reason()).isEqualTo(UnreadableResultException.Reason.ABSENT);
  }
}

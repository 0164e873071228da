package tlsfit.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.explain.UnreadableText;
import tlsfit.report.Results;
import tlsfit.result.UnreadableResultException.Reason;

/** Results altered by hand, cut, or of another kind: each is refused, the file and key named. */
class AlteredResultTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String GOOD =
      FitResultFile.toJson(Results.diagnosed(Results.good("al-a", 5, 0.02)));

  @TempDir private Path folder;

  private UnreadableResultException refused(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("x.json"), content);
    UnreadableResultException fault =
        catchThrowableOfType(UnreadableResultException.class, () -> FitResultFile.read(file));
    assertThat(fault).as(new String(content, StandardCharsets.UTF_8)).isNotNull();
    assertThat(UnreadableText.of(fault)).startsWith(file.toString()).hasSizeLessThan(600);
    UnreadableResultException abridged =
        catchThrowableOfType(
            UnreadableResultException.class, () -> FitResultFile.read(file, Set.of()));
    assertThat(abridged).as("without long lists").isNotNull();
    assertThat(List.of(abridged.reason(), abridged.key(), abridged.line()))
        .isEqualTo(List.of(fault.reason(), fault.key(), fault.line()));
    return fault;
  }

  private UnreadableResultException refused(String content) throws IOException {
    return refused(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String with(String pointer, String json) throws IOException {
    JsonNode tree = MAPPER.readTree(GOOD);
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = tree.at(pointer.substring(0, slash));
    String last = pointer.substring(slash + 1);
    String marker = "\"here\"";
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), MAPPER.readTree(marker));
    } else {
      ((ObjectNode) parent).set(last, MAPPER.readTree(marker));
    }
    String text = tree.toString();
    assertThat(text).contains(marker);
    return text.replace(marker, json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/parameters; null; NULL",
        "/parameters; [null]; NULL",
        "/parameters; []; MISSING",
        "/verdict; null; NULL",
        "/verdict; []; KIND",
        "/sample; null; NULL",
        "/sample; \"\"; NAME",
        "/sample; \"a\\nb\"; NAME",
        "/sample; \"../../evil\"; NAME",
        "/sample; \"\\u001b[2J\"; NAME",
        "/sample; 5; KIND",
        "/model; null; NULL",
        "/model; \"\"; NAME",
        "/relaxation; -7; KIND",
        "/relaxation; \"true\"; KIND",
        "/modelEdition; 1.5; KIND",
        "/modelEdition; 99999999999; KIND",
        "/modelEdition; 0; RANGE",
        "/parameters/1/value; \"NaN\"; KIND",
        "/parameters/1/value; \"-Infinity\"; KIND",
        "/parameters/1/value; \"5\"; KIND",
        "/parameters/1/value; 1e999; RANGE",
        "/parameters/1/value; 0; RANGE",
        "/parameters/1/value; -1; RANGE",
        "/parameters/1/value; 1e308; RANGE",
        "/parameters/1/value; true; KIND",
        "/parameters/1/value; {}; KIND",
        "/parameters/1/standardError; 1e308; RANGE",
        "/parameters/1/standardError; -1; RANGE",
        "/parameters/1/unit; \"m\"; UNIT",
        "/parameters/1/unit; null; NULL",
        "/parameters/1/name; \"chi\"; MISSING",
        "/parameters/1/name; \"dipole\"; MISSING",
        "/parameters/2/name; \"dipole\"; RANGE",
        "/parameters/2/name; \"chi\"; TWICE",
        "/parameters/1/interval/level; 5; RANGE",
        "/parameters/1/interval/level; 95; RANGE",
        "/parameters/1/interval/lower; 1; ORDER",
        "/parameters/1/interval; null; NULL",
        "/statistics/points; -3; RANGE",
        "/statistics/pValue; 1.5; RANGE",
        "/provenance/inputs/0/rows; \"x\"; KIND",
        "/readings; {}; KIND",
        "/derived/0/details; []; KIND",
      })
  void isRefused(String pointer, String json, Reason reason) throws IOException {
    assertThat(refused(with(pointer, json)).reason()).isEqualTo(reason);
  }

  /** Of the first two parameters one number exchanged for the other's, as by a wrong line. */
  @ParameterizedTest
  @ValueSource(strings = {"name", "unit", "value", "interval", "standardError"})
  void exchangedNumbers(String key) throws IOException {
    JsonNode tree = MAPPER.readTree(Files.readString(Path.of("fits/al-a.json")));
    ObjectNode first = (ObjectNode) tree.at("/parameters/0");
    ObjectNode second = (ObjectNode) tree.at("/parameters/1");
    JsonNode kept = first.get(key);
    first.set(key, second.get(key));
    second.set(key, kept);
    assertThat(refused(tree.toString()).key()).startsWith("parameters");
  }

  @Test
  void aValueOfNothingWhereItIsDetermined() throws IOException {
    ObjectNode tree = (ObjectNode) MAPPER.readTree(GOOD);
    ObjectNode parameter = (ObjectNode) tree.at("/parameters/1");
    parameter.putNull("value");
    ((ObjectNode) parameter.get("interval")).putNull("lower").putNull("upper");
    assertThat(refused(tree.toString()).key()).isEqualTo("parameters[1].value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "[]", "5", "\"x\"", "{}", "\u0000\u0000", "{\"a\":"})
  void whatIsNoResult(String text) throws IOException {
    assertThat(refused(text).file()).endsWith("x.json");
  }

  @Test
  void textAfterItsEndAKeyTwiceAndAnotherEncoding() throws IOException {
    assertThat(refused(GOOD + "x").reason()).isEqualTo(Reason.SYNTAX);
    assertThat(refused(GOOD + GOOD).reason()).isEqualTo(Reason.SYNTAX);
    assertThat(refused(GOOD.replaceFirst("\\{", "{\"model\": \"lz\",")).reason())
        .isEqualTo(Reason.SYNTAX);
    refused(GOOD.getBytes(StandardCharsets.UTF_16));
    refused(GOOD.getBytes(StandardCharsets.UTF_16LE));
    byte[] broken = GOOD.getBytes(StandardCharsets.UTF_8);
    broken[GOOD.indexOf("al-a")] = (byte) 0xff;
    assertThat(refused(broken).reason()).isEqualTo(Reason.ENCODING);
    assertThat(refused(with("/parameters/1/value", "1" + "0".repeat(400))).found()).isNotEmpty();
    refused("[".repeat(100_000));
  }

  /** Cut at each hundredth byte. */
  @Test
  void aCutResult() throws IOException {
    for (int length = 0; length < GOOD.length() - 2; length += 100) {
      refused(GOOD.substring(0, length));
    }
  }

  @Test
  void whatIsNoEndOfAFileIsRefusedAtItsBeginning() {
    Path zero = Path.of("/dev/zero");
    if (Files.exists(zero)) {
      UnreadableResultException fault =
          catchThrowableOfType(UnreadableResultException.class, () -> FitResultFile.read(zero));
      assertThat(fault.reason()).isEqualTo(Reason.SYNTAX);
    }
  }

  /** Every value of a result in turn, by null and by values of other kinds: never a bug. */
  @Test
  void everyValueAltered() throws IOException {
    List<String> pointers = new ArrayList<>();
    collect(MAPPER.readTree(GOOD), "", pointers);
    assertThat(pointers).hasSizeGreaterThan(200);
    for (String pointer : pointers) {
      for (String json : List.of("null", "[1]", "{\"a\":1}", "1e200", "\"1\"")) {
        Path file = Files.writeString(folder.resolve("y.json"), with(pointer, json));
        try {
          FitResultFile.read(file);
        } catch (UnreadableResultException e) {
          assertThat(e.file()).isEqualTo(file.toString());
        }
      }
    }
  }

  private static void collect(JsonNode node, String pointer, List<String> pointers) {
    if (node.isObject()) {
      node.properties().forEach(e -> collect(e.getValue(), pointer + "/" + e.getKey(), pointers));
    } else if (node.isArray()) {
      for (int i = 0; i < Math.min(node.size(), 2); i++) {
        collect(node.get(i), pointer + "/" + i, pointers);
      }
    }
    if (!pointer.isEmpty()) {
      pointers.add(pointer);
    }
  }
}

package tlsfit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tlsfit.compare.Comparison;
import tlsfit.picture.FitPlots;
import tlsfit.report.Results;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.result.UnreadableResultException;

/**
 * What a fuzzer calls: a result file that was altered, or bytes that are none. Whatever they are,
 * they are refused with the file named, or every form of report and comparison can be made of them;
 * nothing else is thrown. The command that runs it for an hour stands in the page on robustness.
 */
public final class ResultFuzz {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What a value may become; a number of any bits is one more. */
  static final List<String> VALUES =
      List.of(
          "null",
          "[]",
          "{}",
          "true",
          "0",
          "-0.0",
          "1",
          "-1",
          "2147483647",
          "1e-300",
          "1e99",
          "-1e99",
          "1e200",
          "1e999",
          "NaN",
          "0.95",
          "\"\"",
          "\"NaN\"",
          "\"chi\"",
          "\"dipoleMoment\"",
          "\"lz\"",
          "\"\\u001b[2J\\n\"",
          "[null]",
          "[1]",
          "[[]]",
          "[{}]");

  /** A copy of a part in itself doubles the whole. */
  private static final int MOST_EDITS = 8;

  /** Slow, and drawn from the same lines as SVG. */
  private static final Set<ReportFormat> PICTURES = EnumSet.of(ReportFormat.PDF, ReportFormat.PNG);

  private static final List<CompareFormat> COMPARED =
      List.of(
          CompareFormat.TEXT,
          CompareFormat.JSON,
          CompareFormat.CSV,
          CompareFormat.LATEX,
          CompareFormat.MARKDOWN,
          CompareFormat.HTML,
          CompareFormat.SVG);

  private static final FitResult ANOTHER = Results.good("another", 4, 0.03);

  /** Good results, to be altered. */
  static final List<JsonNode> BASES = bases();

  /** Where there is something in each of them. */
  static final List<List<String>> POINTERS = BASES.stream().map(ResultFuzz::pointers).toList();

  private static @Nullable Path file;

  private ResultFuzz() {}

  /**
   * Reads good results first. The classes that they need are instrumented when they are loaded,
   * which takes longer than one input may on a busy machine.
   */
  public static void fuzzerInitialize() {
    for (int base = 0; base < BASES.size(); base++) {
      read(new byte[] {(byte) base});
    }
  }

  /**
   * Reads a result that is altered as the bytes say, or made of them.
   *
   * @param data the result itself where they begin with { or with a byte above 127; else the first
   *     chooses a good result, and the others what is altered in it
   */
  public static void fuzzerTestOneInput(byte[] data) {
    read(data);
  }

  /**
   * The same.
   *
   * @return whether it was read; else it was refused
   */
  static boolean read(byte[] data) {
    boolean whole = data.length == 0 || data[0] == '{' || data[0] < 0;
    try {
      Path here = file();
      if (whole) {
        Files.write(here, data);
      } else {
        Files.writeString(here, altered(ByteBuffer.wrap(data)));
      }
      show(here, FitResultFile.read(here));
      return true;
    } catch (UnreadableResultException e) {
      if (e.file().isEmpty()) {
        throw new IllegalStateException("refused without a file", e);
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void show(Path here, FitResult result) throws IOException {
    for (ReportFormat format : EnumSet.complementOf(EnumSet.copyOf(PICTURES))) {
      if (!format.isPicture() || FitPlots.possible(result)) {
        format.of(List.of(result), true);
        format.of(List.of(result), false);
      }
    }
    Comparison comparison = Comparison.of(List.of(result, ANOTHER));
    List<CompareFormat.Saved> saved =
        List.of(new CompareFormat.Saved(here, result), new CompareFormat.Saved(here, ANOTHER));
    for (CompareFormat format : COMPARED) {
      format.files(Path.of("x." + format.name().toLowerCase(Locale.ROOT)), comparison, saved);
    }
  }

  private static String altered(ByteBuffer data) {
    int base = data.get() % BASES.size();
    JsonNode tree = BASES.get(base).deepCopy();
    List<String> pointers = POINTERS.get(base);
    for (int edits = 0; edits < MOST_EDITS && data.remaining() >= 3; edits++) {
      String pointer = pointers.get(Short.toUnsignedInt(data.getShort()) % pointers.size());
      int kind = Byte.toUnsignedInt(data.get());
      alter(tree, pointer, kind, data, pointers);
    }
    return tree.toString();
  }

  private static void alter(
      JsonNode tree, String pointer, int kind, ByteBuffer data, List<String> pointers) {
    int slash = pointer.lastIndexOf('/');
    String key = pointer.substring(slash + 1);
    JsonNode parent = tree.at(pointer.substring(0, slash));
    JsonNode value = tree.at(pointer);
    if (kind < 20) {
      remove(parent, key);
    } else if (kind < 40 && value instanceof ArrayNode array) {
      while (array.size() > kind % 4) {
        array.remove(array.size() - 1);
      }
    } else if (kind < 60 && value instanceof ArrayNode array && !array.isEmpty()) {
      array.add(array.get(0).deepCopy());
    } else if (kind < 100 && data.remaining() >= 2) {
      String other = pointers.get(Short.toUnsignedInt(data.getShort()) % pointers.size());
      put(parent, key, tree.at(other).deepCopy());
    } else if (kind < 140 && data.remaining() >= 8) {
      put(parent, key, raw(String.valueOf(data.getDouble())));
    } else if (kind < 180 && value.isNumber() && data.hasRemaining()) {
      put(parent, key, raw(String.valueOf(value.asDouble() * data.get())));
    } else {
      put(parent, key, raw(VALUES.get(kind % VALUES.size())));
    }
  }

  private static JsonNode raw(String json) {
    return MAPPER.getNodeFactory().rawValueNode(new RawValue(json));
  }

  private static void remove(JsonNode parent, String key) {
    if (parent instanceof ObjectNode object) {
      object.remove(key);
    } else if (parent instanceof ArrayNode array && isElement(array, key)) {
      array.remove(Integer.parseInt(key));
    }
  }

  private static void put(JsonNode parent, String key, JsonNode value) {
    if (parent instanceof ObjectNode object) {
      object.set(key, value);
    } else if (parent instanceof ArrayNode array && isElement(array, key)) {
      array.set(Integer.parseInt(key), value);
    }
  }

  /** An earlier edit may have put a list where there was none. */
  private static boolean isElement(ArrayNode array, String key) {
    return key.matches("[0-9]{1,6}") && Integer.parseInt(key) < array.size();
  }

  /** Results of every kind, and one that a fit gave. */
  private static List<JsonNode> bases() {
    List<JsonNode> bases = new ArrayList<>();
    try {
      for (FitResult result : Results.ofEveryKind()) {
        bases.add(MAPPER.readTree(FitResultFile.toJson(result)));
      }
      bases.add(MAPPER.readTree(Files.readString(Path.of("fits/control.json"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bases;
  }

  /** Of lists the first two elements stand for all. */
  private static List<String> pointers(JsonNode tree) {
    List<String> pointers = new ArrayList<>();
    collect(tree, "", pointers);
    return pointers;
  }

  private static void collect(JsonNode node, String pointer, List<String> pointers) {
    if (!pointer.isEmpty()) {
      pointers.add(pointer);
    }
    if (node.isObject()) {
      node.properties()
          .forEach(
              entry -> {
                String key = entry.getKey().replace("~", "~0").replace("/", "~1");
                collect(entry.getValue(), pointer + "/" + key, pointers);
              });
    } else if (node.isArray()) {
      for (int i = 0; i < Math.min(node.size(), 2); i++) {
        collect(node.get(i), pointer + "/" + i, pointers);
      }
    }
  }

  private static synchronized Path file() throws IOException {
    Path made = file;
    if (made == null) {
      made = Files.createTempFile("tlsfit-fuzz", ".json");
      made.toFile().deleteOnExit();
      file = made;
    }
    return made;
  }
}

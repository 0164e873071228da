package tlsfit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every result that differs from a good one in one place, in turn: another value, nothing, a list
 * of one element, one more, or turned about. A fuzzer comes across these by chance. Each is refused
 * or shown, as {@link ResultFuzz} holds it to. The command that runs all stands in the page on
 * robustness.
 */
public final class ResultEdits {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ResultEdits() {}

  /**
   * Counts.
   *
   * @param made how many results were made
   * @param shown of these, how many were read and shown; the others were refused
   */
  record Count(int made, int shown) {}

  /** Makes all of them and prints how many there were. */
  public static void main(String[] args) {
    System.out.println(run(0, 1));
  }

  /**
   * Makes one of several.
   *
   * @param first number of the first one, from 0
   * @param every how many to go on
   */
  static Count run(int first, int every) {
    int number = 0;
    int made = 0;
    int shown = 0;
    for (int base = 0; base < ResultFuzz.BASES.size(); base++) {
      JsonNode good = ResultFuzz.BASES.get(base);
      for (String pointer : ResultFuzz.POINTERS.get(base)) {
        for (Consumer<JsonNode> edit : edits(pointer, good.at(pointer))) {
          if (number++ % every == first) {
            JsonNode altered = good.deepCopy();
            edit.accept(altered);
            made++;
            shown += isShown(altered, base + " " + pointer) ? 1 : 0;
          }
        }
      }
    }
    return new Count(made, shown);
  }

  private static boolean isShown(JsonNode altered, String place) {
    try {
      return ResultFuzz.read(altered.toString().getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      throw new IllegalStateException("good result " + place, e);
    }
  }

  private static List<Consumer<JsonNode>> edits(String pointer, JsonNode value) {
    int slash = pointer.lastIndexOf('/');
    String parent = pointer.substring(0, slash);
    String key = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
    List<Consumer<JsonNode>> edits = new ArrayList<>();
    for (String json : ResultFuzz.VALUES) {
      edits.add(tree -> put(tree.at(parent), key, json));
    }
    edits.add(tree -> remove(tree.at(parent), key));
    if (value.isArray() && value.size() > 1) {
      edits.add(tree -> keepFirst((ArrayNode) tree.at(pointer)));
      edits.add(tree -> ((ArrayNode) tree.at(pointer)).add(value.get(0).deepCopy()));
      edits.add(tree -> turnAbout((ArrayNode) tree.at(pointer)));
    }
    return edits;
  }

  private static void put(JsonNode parent, String key, String json) {
    JsonNode raw = MAPPER.getNodeFactory().rawValueNode(new RawValue(json));
    if (parent instanceof ObjectNode object) {
      object.set(key, raw);
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(key), raw);
    }
  }

  private static void remove(JsonNode parent, String key) {
    if (parent instanceof ObjectNode object) {
      object.remove(key);
    } else {
      ((ArrayNode) parent).remove(Integer.parseInt(key));
    }
  }

  private static void keepFirst(ArrayNode list) {
    while (list.size() > 1) {
      list.remove(1);
    }
  }

  private static void turnAbout(ArrayNode list) {
    List<JsonNode> elements = new ArrayList<>();
    list.forEach(elements::add);
    Collections.reverse(elements);
    list.removeAll();
    elements.forEach(list::add);
  }
}

package tlsfit.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Results as JSON text and files. */
public final class FitResultFile {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private FitResultFile() {}

  /** A result as JSON, ending in a line feed; the same bytes on every machine. */
  public static String toJson(FitResult result) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    try {
      return MAPPER.writer(printer).writeValueAsString(result) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result must be writable", e);
    }
  }

  /**
   * Writes {@code <folder>/<sample>.json}, making the folder if need be. The file is there whole or
   * not at all: it is written under another name and then moved.
   *
   * @return the file written
   * @throws IOException if it cannot be written
   */
  public static Path write(FitResult result, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path target = folder.resolve(result.sample() + ".json");
    // Not createTempFile, whose files only their owner may read.
    Path temporary =
        folder.resolve("." + result.sample() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.write(temporary, toJson(result).getBytes(StandardCharsets.UTF_8));
      try {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
    return target;
  }

  /** Keys that came after the first files of this schema. */
  private static void addWhatOlderVersionsLeftOut(ObjectNode root) {
    root.putIfAbsent("checks", MAPPER.createArrayNode());
    root.putIfAbsent("tables", MAPPER.createArrayNode());
    ObjectNode none = MAPPER.createObjectNode();
    none.putArray("entries");
    none.putArray("tests");
    root.putIfAbsent("modelComparison", none);
  }

  /**
   * Reads a result.
   *
   * @throws UnreadableResultException if the file is no result of this schema
   */
  public static FitResult read(Path file) {
    try {
      JsonNode tree = MAPPER.readTree(Files.readAllBytes(file));
      if (tree instanceof ObjectNode root) {
        addWhatOlderVersionsLeftOut(root);
      }
      FitResult result = MAPPER.treeToValue(tree, FitResult.class);
      if (!FitResult.SCHEMA.equals(result.schema())) {
        throw new UnreadableResultException(
            file
                + ": found schema \""
                + result.schema()
                + "\"; "
                + FitResult.SCHEMA
                + " is needed");
      }
      return result;
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null
              ? ""
              : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
      throw new UnreadableResultException(
          file + place + ": not a result of tlsfit fit: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UnreadableResultException(file + ": cannot be read: " + e.getMessage());
    }
  }
}

package tlsfit.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tlsfit.files.OutputFolder;
import tlsfit.files.WholeFile;
import tlsfit.result.UnreadableResultException.Reason;

/** Results as JSON text and files. */
public final class FitResultFile {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /** How the names of all schemas of results begin. */
  private static final String FAMILY = "tlsfit-fit/";

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
   * not at all ({@link WholeFile}).
   *
   * @return the file written
   * @throws IOException if it cannot be written
   */
  public static Path write(FitResult result, Path folder) throws IOException {
    OutputFolder.make(folder);
    Path target = folder.resolve(result.sample() + ".json");
    WholeFile.write(target, toJson(result).getBytes(StandardCharsets.UTF_8));
    return target;
  }

  /**
   * Reads a result.
   *
   * @throws UnreadableResultException if the file is no result of this schema
   */
  public static FitResult read(Path file) {
    try {
      JsonNode tree = MAPPER.readTree(Files.readAllBytes(file));
      String schema = tree.path("schema").asText();
      if (!FitResult.SCHEMA.equals(schema) && schema.startsWith(FAMILY)) {
        throw new UnreadableResultException(file, Reason.SCHEMA, 0, 0, schema);
      }
      return MAPPER.treeToValue(tree, FitResult.class);
    } catch (JsonProcessingException e) {
      boolean placed = e.getLocation() != null;
      throw new UnreadableResultException(
          file,
          Reason.SYNTAX,
          placed ? e.getLocation().getLineNr() : 0,
          placed ? e.getLocation().getColumnNr() : 0,
          e.getOriginalMessage());
    } catch (IOException e) {
      throw new UnreadableResultException(file, Reason.FILE, 0, 0, String.valueOf(e.getMessage()));
    }
  }
}

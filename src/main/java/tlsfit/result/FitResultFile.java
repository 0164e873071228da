package tlsfit.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tlsfit.files.OutputFolder;
import tlsfit.files.WholeFile;
import tlsfit.result.UnreadableResultException.Reason;

/** Results as JSON text and files. */
public final class FitResultFile {
  private static final long LARGEST = 1L << 30; // bytes; a reading needs about 500
  private static final int LONGEST_NUMBER = 30;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int DEEPEST = 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .maxDocumentLength(LARGEST)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
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

  /** The file of a sample's result in a folder: {@code <folder>/<sample>.json}. */
  public static Path of(String sample, Path folder) {
    return folder.resolve(sample + ".json");
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
    Path target = of(result.sample(), folder);
    WholeFile.write(target, toJson(result).getBytes(StandardCharsets.UTF_8));
    return target;
  }

  /**
   * Reads a result, and holds it to what the records of a result say ({@link ResultCheck}).
   *
   * @throws UnreadableResultException if the file is no result of this schema
   */
  public static FitResult read(Path file) {
    return read(file, EnumSet.allOf(LongList.class));
  }

  /**
   * Reads a result without the long lists that are not needed, which are empty then. All else is
   * held to the same rules.
   *
   * @param needed long lists to be read
   * @throws UnreadableResultException if the file is no result of this schema
   */
  public static FitResult read(Path file, Set<LongList> needed) {
    JsonNode tree = tree(file, needed);
    String schema = tree.path("schema").asText();
    if (!FitResult.SCHEMA.equals(schema) && schema.startsWith(FAMILY)) {
      throw new UnreadableResultException(file, Reason.SCHEMA, 0, 0, schema);
    }
    try {
      ResultCheck.checkKinds(tree, FitResult.class);
      FitResult result = MAPPER.treeToValue(tree, FitResult.class);
      ResultCheck.checkConsistency(result);
      return result;
    } catch (ResultCheck.Fault e) {
      throw e.in(file);
    } catch (JsonProcessingException e) {
      throw new UnreadableResultException(file, Reason.SYNTAX, 0, 0, e.getOriginalMessage());
    }
  }

  /**
   * The files that a result was made from, whatever its schema; empty where they are not told.
   *
   * @throws UnreadableResultException if the file is no JSON
   */
  public static List<InputFile> inputs(Path file) {
    List<InputFile> inputs = new ArrayList<>();
    for (JsonNode input : tree(file, Set.of()).path("provenance").path("inputs")) {
      inputs.add(
          new InputFile(
              input.path("file").asText(),
              input.path("sha256").asText(),
              input.path("rows").asInt()));
    }
    return inputs;
  }

  /** The text, decoded strictly: no replacement stands for what cannot be decoded. */
  private static Reader reader(Path file, Set<LongList> left) throws IOException {
    boolean whole = left.isEmpty() || !Files.isRegularFile(file);
    InputStream bytes =
        whole
            ? Files.newInputStream(file)
            : new ByteArrayInputStream(AbridgedText.of(Files.readAllBytes(file), left));
    return new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
  }

  private static JsonNode tree(Path file, Set<LongList> needed) {
    if (Files.isDirectory(file)) {
      throw new UnreadableResultException(file, Reason.FOLDER, 0, 0, "");
    }
    try {
      if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
        throw new UnreadableResultException(
            file, Reason.SIZE, 0, 0, String.valueOf(Files.size(file)));
      }
      try (Reader reader = reader(file, LongList.without(needed))) {
        return MAPPER.readTree(reader);
      }
    } catch (CharacterCodingException e) {
      throw new UnreadableResultException(file, Reason.ENCODING, 0, 0, "");
    } catch (JsonProcessingException e) {
      boolean placed = e.getLocation() != null;
      throw new UnreadableResultException(
          file,
          Reason.SYNTAX,
          placed ? e.getLocation().getLineNr() : 0,
          placed ? e.getLocation().getColumnNr() : 0,
          e.getOriginalMessage());
    } catch (NoSuchFileException e) {
      throw new UnreadableResultException(file, Reason.ABSENT, 0, 0, "");
    } catch (AccessDeniedException e) {
      throw new UnreadableResultException(file, Reason.DENIED, 0, 0, "");
    } catch (IOException e) {
      throw new UnreadableResultException(file, Reason.FILE, 0, 0, String.valueOf(e.getMessage()));
    }
  }
}

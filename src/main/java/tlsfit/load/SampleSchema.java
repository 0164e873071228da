package tlsfit.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The sample file's JSON Schema (draft 07), by which an editor completes keys, explains them and
 * marks what is wrong. It holds the keys, the words and the forms of values; whether a unit fits,
 * and a number is believable, only {@link Loader} knows.
 */
public final class SampleSchema {
  private static final String RESOURCE = "sample.schema.json";

  private SampleSchema() {}

  /** The schema, as it is shipped. */
  public static String text() {
    try (@Nullable InputStream resource = SampleSchema.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("the program comes without " + RESOURCE);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

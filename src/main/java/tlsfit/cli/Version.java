package tlsfit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, from a file that the build fills in: a jar is not always there. */
final class Version implements IVersionProvider {

  /** Such as {@code 0.1.0}. */
  static String get() {
    try (InputStream stream = Version.class.getResourceAsStream("version.txt")) {
      if (stream == null) {
        throw new IllegalStateException("the program is incomplete: version.txt is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {"tlsfit " + get(), "Java " + System.getProperty("java.version")};
  }
}

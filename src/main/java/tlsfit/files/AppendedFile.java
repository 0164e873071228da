package tlsfit.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that grows, such as a log: what is in it stays. */
public final class AppendedFile {
  private AppendedFile() {}

  /**
   * Opens a file to write behind its end; makes it where it is missing.
   *
   * @throws IOException if it cannot be opened
   */
  public static OutputStream open(Path file) throws IOException {
    return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}

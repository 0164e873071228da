package tlsfit.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** The numbers of an interpolation table, a resource beside this class. */
final class TableResource {
  private TableResource() {}

  /**
   * Reads a resource.
   *
   * @param name its name
   * @return its bytes, big-endian
   */
  static ByteBuffer read(String name) {
    try (InputStream in = TableResource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return ByteBuffer.wrap(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable resource " + name, e);
    }
  }
}

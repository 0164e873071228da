package tlsfit.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A folder for results, made and tried before hours of calculation depend on it. Closing it takes
 * away again what was made for it and stayed empty.
 */
public final class OutputFolder implements AutoCloseable {
  private final Path path;
  private final Deque<Path> made; // the innermost first

  private OutputFolder(Path path, Deque<Path> made) {
    this.path = path;
    this.made = made;
  }

  /**
   * Makes a folder, with those around it, where it is missing, and tries whether files can be made
   * in it.
   *
   * @throws IOException if it cannot be made or written to
   */
  public static OutputFolder prepare(Path path) throws IOException {
    Deque<Path> made = new ArrayDeque<>();
    Deque<Path> missing = new ArrayDeque<>();
    Path at = path.toAbsolutePath();
    while (at != null && !Files.isDirectory(at)) {
      if (Files.exists(at)) {
        throw new FileSystemException(at.toString(), null, "is a file, not a folder");
      }
      if (Files.isSymbolicLink(at)) {
        throw new FileSystemException(at.toString(), null, "is a link that leads nowhere");
      }
      missing.push(at);
      at = at.getParent();
    }
    OutputFolder folder = new OutputFolder(path, made);
    try {
      if (!missing.isEmpty()) {
        TemporaryFile.whenTheProgramIsEnded(folder::leave);
      }
      for (Path one : missing) {
        Files.createDirectories(one); // somebody else may have made it meanwhile
        made.push(one);
      }
      TemporaryFile.in(path).close();
      return folder;
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  /**
   * Makes a folder, with those around it, where it is missing.
   *
   * @throws IOException if it cannot be made
   */
  public static void make(Path path) throws IOException {
    Files.createDirectories(path);
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** When the program is ended by a signal: half a file in it would keep it. */
  private void leave() {
    TemporaryFile.removeOpen();
    close();
  }

  /** Takes away what was made and is empty. */
  @Override
  public synchronized void close() {
    while (!made.isEmpty()) {
      try {
        Files.delete(made.pop());
      } catch (IOException e) {
        made.clear(); // it holds something, as do those around it
      }
    }
  }
}

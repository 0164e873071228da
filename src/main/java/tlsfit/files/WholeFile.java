package tlsfit.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file written whole or not at all: its bytes go to a {@link TemporaryFile} beside it, are forced
 * to the disk and then moved to its name in one step. Whoever reads the name sees the old file or
 * the new one. A link of that name is replaced, never followed. What is left of an attempt that
 * failed is taken away, and so is what runs that were killed left in the folder.
 */
public final class WholeFile {
  /** Another program may take a temporary file away that it holds for a dead run's. */
  private static final int ATTEMPTS = 3;

  private WholeFile() {}

  /**
   * Writes one file.
   *
   * @param target its name; the folder must be there
   * @param content its bytes
   * @throws IOException if it cannot be written: then a file of this name is as it was
   */
  public static void write(Path target, byte[] content) throws IOException {
    writeAll(Map.of(target, content));
  }

  /**
   * Writes several files that belong together: none is moved to its name before all are on the
   * disk, so that a full disk changes none of them.
   *
   * @param contents the bytes by name, written in this order; the folders must be there
   * @throws IOException if one cannot be written
   */
  public static void writeAll(Map<Path, byte[]> contents) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        writeOnce(contents);
        return;
      } catch (NoSuchFileException e) {
        boolean folderGone =
            contents.keySet().stream().anyMatch(target -> !Files.isDirectory(folder(target)));
        if (folderGone || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static void writeOnce(Map<Path, byte[]> contents) throws IOException {
    List<TemporaryFile> open = new ArrayList<>();
    try {
      Map<TemporaryFile, Path> targets = new LinkedHashMap<>();
      for (Map.Entry<Path, byte[]> entry : contents.entrySet()) {
        Path target = entry.getKey();
        refuseWhatIsNoFile(target);
        TemporaryFile.removeOfDeadRuns(folder(target));
        TemporaryFile temporary = TemporaryFile.in(folder(target));
        open.add(temporary);
        fill(temporary.channel(), entry.getValue());
        targets.put(temporary, target);
      }
      for (Map.Entry<TemporaryFile, Path> entry : targets.entrySet()) {
        move(entry.getKey().path(), entry.getValue());
      }
    } finally {
      for (TemporaryFile temporary : open) {
        temporary.close();
      }
    }
    contents.keySet().stream().map(WholeFile::folder).distinct().forEach(WholeFile::force);
  }

  /** The folder of a file. */
  static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  /** A folder, a pipe or a device is nothing to be replaced by a file. */
  private static void refuseWhatIsNoFile(Path target) throws IOException {
    boolean other =
        Files.exists(target, LinkOption.NOFOLLOW_LINKS)
            && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
            && !Files.isSymbolicLink(target);
    if (other) {
      throw new FileSystemException(
          target.toString(), null, Files.isDirectory(target) ? "is a folder" : "is no plain file");
    }
  }

  private static void fill(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(content);
    while (left.hasRemaining()) {
      channel.write(left);
    }
    channel.force(true);
  }

  private static void move(Path temporary, Path target) throws IOException {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Forces the names in a folder to the disk, where the system lets folders be opened. */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows and some network file systems cannot: the file itself is on the disk all the same.
    }
  }
}

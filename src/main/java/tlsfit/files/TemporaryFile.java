package tlsfit.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/**
 * A temporary file, open and empty, under a name that nobody else has: 128 random bits, made only
 * if it is not there, so that no link is followed and no two processes meet, whatever their process
 * numbers. While it is open a lock on it says that its run lives; the system releases the lock when
 * the process ends, however it ends. The permissions are those of any new file.
 */
final class TemporaryFile implements AutoCloseable {
  private static final String PREFIX = ".tlsfit-";
  private static final String SUFFIX = ".tmp";
  private static final String PATTERN = PREFIX + "*" + SUFFIX;

  /** Where locks are not possible, only a file of this age is a dead run's. */
  private static final Duration SURELY_DEAD = Duration.ofDays(1);

  /** Those of this process that are open; also the monitor of what follows. */
  private static final Set<Path> OPEN = new HashSet<>();

  private static boolean hooked;
  private static boolean ending;

  private final Path path;
  private final FileChannel channel;

  private TemporaryFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes one.
   *
   * @param folder where
   * @throws IOException if none can be made there, or the program is being ended
   */
  static TemporaryFile in(Path folder) throws IOException {
    UUID random = UUID.randomUUID();
    String digits =
        HexFormat.of().toHexDigits(random.getMostSignificantBits())
            + HexFormat.of().toHexDigits(random.getLeastSignificantBits());
    Path path = folder.resolve(PREFIX + digits + SUFFIX);
    synchronized (OPEN) {
      if (ending) {
        throw new IOException("the program is being ended");
      }
      removeWhenTheProgramIsEnded();
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      OPEN.add(path);
      try {
        channel.tryLock();
      } catch (IOException e) {
        // A file system without locks: its age has to do.
      }
      return new TemporaryFile(path, channel);
    }
  }

  /** An interrupt or a termination in the middle of a write leaves nothing behind, either. */
  private static void removeWhenTheProgramIsEnded() throws IOException {
    if (!hooked) {
      whenTheProgramIsEnded(TemporaryFile::removeOpen);
      hooked = true;
    }
  }

  /**
   * Has something done at the end, also where a signal brings it.
   *
   * @throws IOException if this is the end
   */
  static void whenTheProgramIsEnded(Runnable work) throws IOException {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(work));
    } catch (IllegalStateException e) {
      throw new IOException("the program is being ended", e);
    }
  }

  /** From now on none can be made. */
  static void removeOpen() {
    synchronized (OPEN) {
      ending = true;
      for (Path path : OPEN) {
        try {
          Files.deleteIfExists(path);
        } catch (IOException e) {
          // The next run in this folder removes it.
        }
      }
    }
  }

  /**
   * Removes what runs left in a folder that were killed while they wrote. What cannot be removed
   * stays: it is in nobody's way.
   */
  static void removeOfDeadRuns(Path folder) {
    synchronized (OPEN) {
      try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, PATTERN)) {
        for (Path path : paths) {
          if (!OPEN.contains(path)
              && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
              && isDead(path)) {
            Files.deleteIfExists(path);
          }
        }
      } catch (IOException | DirectoryIteratorException e) {
        // Nothing depends on it.
      }
    }
  }

  private static boolean isDead(Path path) throws IOException {
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      Instant written = Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
      return written.plus(SURELY_DEAD).isBefore(Instant.now());
    }
  }

  /** Its name. */
  Path path() {
    return path;
  }

  /** What to write to. */
  FileChannel channel() {
    return channel;
  }

  /** Closes it, and takes it away unless it was moved to another name. */
  @Override
  public void close() throws IOException {
    synchronized (OPEN) {
      OPEN.remove(path);
      try {
        channel.close();
      } finally {
        Files.deleteIfExists(path);
      }
    }
  }
}

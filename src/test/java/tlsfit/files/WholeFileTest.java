package tlsfit.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void replacesAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("a.json");
    WholeFile.write(file, "old, and longer".getBytes(UTF_8));
    WholeFile.write(file, "new".getBytes(UTF_8));
    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("a.json");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void othersMayReadIt() throws IOException {
    Path plain = Files.write(folder.resolve("plain"), new byte[1]);
    WholeFile.write(folder.resolve("a"), new byte[1]);
    assertThat(Files.getPosixFilePermissions(folder.resolve("a")))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkIsReplacedAndNeverFollowed() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    Path link = Files.createSymbolicLink(folder.resolve("a.json"), precious);
    WholeFile.write(link, "new".getBytes(UTF_8));
    assertThat(precious).hasContent("mine");
    assertThat(link).hasContent("new");
    assertThat(Files.isSymbolicLink(link)).isFalse();
  }

  @Test
  void aFolderIsNotReplaced() throws IOException {
    Path target = Files.createDirectory(folder.resolve("a.json"));
    assertThatThrownBy(() -> WholeFile.write(target, new byte[1]))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("is a folder");
    assertThat(names()).containsExactly("a.json");
  }

  /** Whether by a full disk or by a folder in the way: files that belong together stay together. */
  @Test
  void ofSeveralFilesNoneIsChangedWhereOneCannotBe() throws IOException {
    Path first = Files.writeString(folder.resolve("a"), "old");
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    contents.put(first, "new".getBytes(UTF_8));
    contents.put(Files.createDirectory(folder.resolve("b")), new byte[1]);
    assertThatThrownBy(() -> WholeFile.writeAll(contents)).isInstanceOf(IOException.class);
    assertThat(first).hasContent("old");
    assertThat(names()).containsExactly("a", "b");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whereItMayNotWriteTheOldFileStays() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Path file = Files.writeString(closed.resolve("a"), "old");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      if (!Files.isWritable(closed)) { // the superuser may
        assertThatThrownBy(() -> WholeFile.write(file, new byte[1]))
            .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> OutputFolder.prepare(closed)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");
      }
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void removesWhatADeadRunLeftAndNothingOfALivingOne() throws IOException {
    Path dead = Files.writeString(folder.resolve(".tlsfit-0123.tmp"), "half");
    Path other = Files.writeString(folder.resolve(".al-a.17.tmp"), "not ours");
    try (TemporaryFile living = TemporaryFile.in(folder)) {
      WholeFile.write(folder.resolve("a"), new byte[1]);
      assertThat(dead).doesNotExist();
      assertThat(other).exists();
      assertThat(living.path()).exists();
    }
    assertThat(names()).containsExactly(".al-a.17.tmp", "a");
  }

  /** The lock is what another process sees; within one Java it shows as overlapping. */
  @Test
  void aLockedTemporaryFileIsLeftAlone() throws IOException {
    Path held = Files.writeString(folder.resolve(".tlsfit-4567.tmp"), "half");
    try (FileChannel channel = FileChannel.open(held, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      WholeFile.write(folder.resolve("a"), new byte[1]);
      assertThat(held).exists();
    }
  }

  /** Four writers and a reader: a hundred writes of 100 kB, each seen whole. */
  @Test
  void aReaderSeesWholeFilesOnly() throws Exception {
    Path file = folder.resolve("a");
    WholeFile.write(file, content(0));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> writers =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(
                  number ->
                      threads.submit(
                          () -> {
                            for (int i = 0; i < 25; i++) {
                              WholeFile.write(file, content(number));
                            }
                            return null;
                          }))
              .toList();
      while (!writers.stream().allMatch(Future::isDone)) {
        byte[] seen = Files.readAllBytes(file);
        assertThat(seen).hasSize(100_000);
        assertThat(seen).isEqualTo(content(seen[0]));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(names()).containsExactly("a");
  }

  private static byte[] content(int number) {
    byte[] content = new byte[100_000];
    Arrays.fill(content, (byte) number);
    return content;
  }

  @Test
  void aFolderIsMadeTriedAndTakenAwayAgainIfNothingCame() throws IOException {
    Path inner = folder.resolve("a/b/c");
    try (OutputFolder made = OutputFolder.prepare(inner)) {
      assertThat(made.path()).isEmptyDirectory();
    }
    assertThat(names()).isEmpty();
    try (OutputFolder made = OutputFolder.prepare(inner)) {
      WholeFile.write(made.path().resolve("x"), new byte[1]);
    }
    assertThat(inner.resolve("x")).exists();
    try (OutputFolder there = OutputFolder.prepare(folder.resolve("a"))) {
      assertThat(there.path()).exists();
    }
    assertThat(inner.resolve("x")).exists();
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    assertThatThrownBy(() -> OutputFolder.prepare(file.resolve("b")))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("is a file, not a folder");
    assertThat(file).hasContent("old");
  }
}

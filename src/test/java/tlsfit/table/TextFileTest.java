package tlsfit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
  @TempDir private Path folder;

  // sha256 of "abc": FIPS 180-2, appendix B.1
  @Test
  void hashIsThatOfTheBytes() throws Exception {
    TextFile file = TextFile.of("abc".getBytes(StandardCharsets.US_ASCII));
    assertThat(file.text()).isEqualTo("abc");
    assertThat(file.encoding()).isEmpty();
    assertThat(file.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws Exception {
    byte[] marked = "\ufeffµ".getBytes(StandardCharsets.UTF_8);
    assertThat(marked).hasSize(5);
    assertThat(TextFile.of(marked).text()).isEqualTo("µ");
    assertThat(TextFile.of("\ufeffµ".getBytes(StandardCharsets.UTF_16LE)).text()).isEqualTo("µ");
    assertThat(TextFile.of("\ufeffµ".getBytes(StandardCharsets.UTF_16BE)).text()).isEqualTo("µ");
  }

  @Test
  void whatIsNoUtf8IsWesternEuropean() throws Exception {
    TextFile file = TextFile.of("5 µs €".getBytes(Charset.forName("windows-1252")));
    assertThat(file.text()).isEqualTo("5 µs €");
    assertThat(file.encoding()).isEqualTo("no UTF-8; read as Windows-1252 (Western European)");
  }

  @Test
  void binaryDataIsRefused() {
    TextFile.Unreadable e =
        catchThrowableOfType(
            TextFile.Unreadable.class, () -> TextFile.of(new byte[] {'P', 'X', 3, 4, 0, 0}));
    assertThat(e.found()).isEqualTo("the file holds binary data, a NUL (zero byte) in line 1");
    assertThat(e.mend())
        .isEqualTo("text is needed: save a workbook as CSV, other data as a table of numbers");
  }

  @Test
  void anEmptyFileIsAnEmptyText() throws Exception {
    Path file = Files.createFile(folder.resolve("a.csv"));
    assertThat(TextFile.read(file).text()).isEmpty();
  }

  @Test
  void reasonsInTheWordsOfUsers() {
    assertThat(TextFile.unreadable(new NoSuchFileException("a")).found())
        .isEqualTo("there is no such file");
    assertThat(TextFile.unreadable(new AccessDeniedException("a")).mend())
        .isEqualTo("ask for the permission to read it");
    assertThat(TextFile.unreadable(new IOException("Input/output error")).found())
        .isEqualTo("the file cannot be read (Input/output error)");
    assertThat(TextFile.unreadable(new IOException()).found())
        .isEqualTo("the file cannot be read (IOException)");
  }

  @Test
  void foldersAndMissingFiles() {
    assertThat(catchThrowableOfType(TextFile.Unreadable.class, () -> TextFile.read(folder)).found())
        .isEqualTo("found a folder");
    assertThat(
            catchThrowableOfType(
                    TextFile.Unreadable.class, () -> TextFile.read(folder.resolve("none")))
                .mend())
        .isEqualTo("check its name and folder");
  }
}

package tlsfit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Compressed tables, known by their content, with limits against bombs. */
class ArchiveTest {
  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
      stream.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream stream = new ZipOutputStream(bytes)) {
      for (String name : names) {
        stream.putNextEntry(new ZipEntry(name));
        stream.write(("of " + name).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static String found(byte[] bytes) {
    TextFile.Unreadable e =
        catchThrowableOfType(TextFile.Unreadable.class, () -> TextFile.of(bytes));
    assertThat(e).isNotNull();
    return e.found();
  }

  @Test
  void oneTableIsUnpacked() throws Exception {
    TextFile file = TextFile.of(gzip("a,µ\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(file.text()).isEqualTo("a,µ\n1,2\n");
    assertThat(file.encoding()).isEqualTo("unpacked from gzip");
    TextFile zipped = TextFile.of(zip("folder/", "folder/a.csv", "__MACOSX/._a.csv"));
    assertThat(zipped.text()).isEqualTo("of folder/a.csv");
  }

  @Test
  void severalTablesAreNamed() throws Exception {
    assertThat(found(zip("a.csv", "b.csv")))
        .isEqualTo("the zip file holds several files, \"a.csv\", \"b.csv\"");
    assertThat(found(zip("a.csv", "inner.zip"))).contains("another archive, \"inner.zip\"");
    assertThat(found(zip("[Content_Types].xml", "xl/workbook.xml"))).contains("workbook");
    assertThat(found(zip("a.npy"))).contains("numpy");
  }

  @Test
  void whatIsDamagedIsRefused() throws Exception {
    byte[] broken = gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    broken[broken.length - 8] ^= 1; // its checksum
    assertThat(found(broken)).contains("gzip file is damaged");
    assertThat(found(Arrays.copyOf(zip("a.csv"), 40))).contains("damaged");
    byte[] encrypted = zip("a.csv");
    encrypted[6] |= 1; // general purpose flag, bit 0 (APPNOTE.TXT, 4.4.4)
    assertThat(found(encrypted)).contains("encrypted");
  }

  @Test
  void aBombIsNotUnpacked() throws Exception {
    assertThat(found(gzip(new byte[(128 << 20) + 1]))).contains("more than 128 MiB");
    assertThat(found(gzip(gzip(new byte[10])))).contains("another archive");
  }

  @Test
  void otherKindsAreNamed() {
    assertThat(found("\u0089HDF\r\n\u001a\n\0".getBytes(StandardCharsets.ISO_8859_1)))
        .contains("HDF5");
    assertThat(found("MATLAB 5.0 MAT-file, Platform".getBytes(StandardCharsets.US_ASCII)))
        .contains("MATLAB");
  }
}

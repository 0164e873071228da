package tlsfit.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A compressed file unpacked, known by its content and not by its name: gzip, or a zip of one file.
 */
final class Archive {
  /** What a compressed table may become [bytes]: a million rows of ten columns. */
  private static final int LARGEST = 128 << 20;

  private static final int MOST_FILES = 1000;
  private static final int CHUNK = 1 << 16;

  private final byte[] bytes;
  private final String note;

  private Archive(byte[] bytes, String note) {
    this.bytes = bytes;
    this.note = note;
  }

  /** What was in it; not to be written to. */
  byte[] bytes() {
    return bytes;
  }

  /** What it was. */
  String note() {
    return note;
  }

  static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
  }

  static boolean isZip(byte[] bytes) {
    return bytes.length > 4
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && ((bytes[2] == 3 && bytes[3] == 4) || (bytes[2] == 5 && bytes[3] == 6));
  }

  /**
   * Whether a zip file is a workbook (.xlsx).
   *
   * @throws TextFile.Unreadable if it is damaged, or unpacks to more than is read
   */
  static boolean isWorkbook(byte[] bytes) throws TextFile.Unreadable {
    byte[] chunk = new byte[CHUNK];
    boolean workbook = false;
    long size = 0;
    int files = 0;
    try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
        workbook |= entry.getName().equals("xl/workbook.xml");
        for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
          size += read;
          if (size > LARGEST) {
            throw tooLarge("it");
          }
        }
        if (++files > MOST_FILES) {
          return false;
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw damaged("zip", e);
    }
    return workbook;
  }

  private static TextFile.Unreadable tooLarge(String name) {
    return new TextFile.Unreadable(
        name + " unpacks to more than " + (LARGEST >> 20) + " MiB",
        "a table of resonance frequencies is needed");
  }

  /** The content of a gzip file. */
  static Archive ofGzip(byte[] bytes) throws TextFile.Unreadable {
    try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return single(unpacked(stream, "it"), "unpacked from gzip", "the gzip file");
    } catch (IOException e) {
      throw damaged("gzip", e);
    }
  }

  /** The content of a zip file with one file in it; hidden files and folders are left aside. */
  static Archive ofZip(byte[] bytes) throws TextFile.Unreadable {
    List<String> names = new ArrayList<>();
    byte[] content = new byte[0];
    try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
        if (!isHidden(entry)) {
          names.add(entry.getName());
          BinaryKind.refuseMember(entry.getName());
        }
        if (names.size() == 1 && content.length == 0 && !isHidden(entry)) {
          content = unpacked(stream, entry.getName());
        }
        if (names.size() > MOST_FILES) {
          break;
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw damaged("zip", e);
    }
    if (names.size() != 1) {
      throw new TextFile.Unreadable(
          names.isEmpty()
              ? "the zip file holds no file, or is damaged"
              : "the zip file holds several files, " + shown(names),
          "a table alone is needed: unpack it and name the file");
    }
    return single(content, "unpacked from zip, " + Texts.quoted(names.get(0)), names.get(0));
  }

  private static String shown(List<String> names) {
    String first = String.join(", ", names.stream().limit(8).map(Texts::quoted).toList());
    return names.size() > 8 ? first + " and " + (names.size() - 8) + " more" : first;
  }

  private static boolean isHidden(ZipEntry entry) {
    String name = entry.getName();
    String last = name.substring(name.lastIndexOf('/') + 1);
    return entry.isDirectory() || name.startsWith("__MACOSX/") || last.startsWith(".");
  }

  private static byte[] unpacked(InputStream stream, String name)
      throws IOException, TextFile.Unreadable {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
      if (content.size() + read > LARGEST) {
        throw tooLarge(name);
      }
      content.write(chunk, 0, read);
    }
    return content.toByteArray();
  }

  private static Archive single(byte[] content, String note, String name)
      throws TextFile.Unreadable {
    if (isGzip(content) || isZip(content)) {
      throw new TextFile.Unreadable(
          name + " holds another archive or a workbook", "unpack it once and name what was in it");
    }
    return new Archive(content, note);
  }

  private static TextFile.Unreadable damaged(String kind, Exception e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    if (reason.toLowerCase(Locale.ROOT).contains("encrypted")) {
      return new TextFile.Unreadable(
          "the " + kind + " file is encrypted with a password", "unpack it and name the table");
    }
    boolean known = e instanceof ZipException || e instanceof EOFException;
    return new TextFile.Unreadable(
        "the " + kind + " file is damaged" + (known ? " (" + reason + ")" : ""),
        "pack or copy it again");
  }
}

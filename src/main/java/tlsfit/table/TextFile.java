package tlsfit.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A text file read whole.
 *
 * @param text its text, without byte order mark
 * @param sha256 SHA-256 of its bytes, in hexadecimal
 * @param encoding how it was decoded, where that had to be guessed, and what was left out; else
 *     empty
 */
public record TextFile(String text, String sha256, String encoding) {
  private static final int LARGEST = 256 << 20;
  private static final int LONGEST_LINE = 1 << 21; // bytes, of which UTF-16 has two a character
  private static final int LARGEST_SAMPLE = 1 << 20;

  /** Why a file cannot be read: what was found, and what to do. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String mend;

    /**
     * Makes the exception.
     *
     * @param found what is wrong
     * @param mend what to do
     */
    public Unreadable(String found, String mend) {
      super(found);
      this.mend = mend;
    }

    /** What is wrong. */
    public String found() {
      return String.valueOf(getMessage());
    }

    /** What to do. */
    public String mend() {
      return mend;
    }
  }

  /**
   * Reads a file of at most 256 MiB, gzip and a zip of one file unpacked: UTF-8 or UTF-16, else
   * Windows-1252.
   *
   * @param path the file
   * @throws Unreadable if it cannot be read, is too large, or holds binary data
   */
  public static TextFile read(Path path) throws Unreadable {
    return of(bytes(path));
  }

  /**
   * Reads a sample file, of at most 1 MiB: it is written by hand.
   *
   * @throws Unreadable as for any file
   */
  public static TextFile readSample(Path path) throws Unreadable {
    return of(
        bytes(path, LARGEST_SAMPLE, "1 MiB", "a sample file says in some lines what is where"));
  }

  /** All bytes of a file of at most 256 MiB. */
  static byte[] bytes(Path path) throws Unreadable {
    return bytes(path, LARGEST, "256 MiB", "a table of resonance frequencies is needed");
  }

  /** What has no end, such as a device, is read up to the limit and not on. */
  private static byte[] bytes(Path path, int limit, String size, String mend) throws Unreadable {
    try {
      if (Files.isDirectory(path)) {
        throw new Unreadable("found a folder", "name a file in it");
      }
      byte[] bytes = new byte[0];
      if (Files.size(path) <= limit) {
        try (InputStream stream = Files.newInputStream(path)) {
          bytes = stream.readNBytes(limit + 1);
        }
      }
      if (bytes.length > limit || Files.size(path) > limit) {
        throw new Unreadable("the file is larger than " + size, mend);
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The reason for which a file could not be read, in the words of users. */
  public static Unreadable unreadable(IOException e) {
    if (e instanceof NoSuchFileException) {
      return new Unreadable("there is no such file", "check its name and folder");
    }
    if (e instanceof AccessDeniedException) {
      return new Unreadable("you may not read the file", "ask for the permission to read it");
    }
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new Unreadable("the file cannot be read (" + reason + ")", "check the disk");
  }

  /** Decodes the bytes of a file. */
  static TextFile of(byte[] bytes) throws Unreadable {
    List<String> notes = new ArrayList<>();
    byte[] content = bytes;
    if (Archive.isGzip(bytes) || Archive.isZip(bytes)) {
      Archive archive = Archive.isGzip(bytes) ? Archive.ofGzip(bytes) : Archive.ofZip(bytes);
      content = archive.bytes();
      notes.add(archive.note());
    }
    BinaryKind.refuse(content);
    refuseALineWithoutEnd(content);
    DecodedText decoded = DecodedText.of(content);
    notes.addAll(decoded.notes());
    return new TextFile(decoded.text(), sha256(bytes), String.join("; ", notes));
  }

  /** No table has rows so long, and to look for fields in one of 200 MB takes a minute. */
  private static void refuseALineWithoutEnd(byte[] bytes) throws Unreadable {
    int feeds = 0;
    int returns = 0;
    int begin = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        feeds += bytes[i] == '\n' ? 1 : 0;
        returns += bytes[i] == '\r' ? 1 : 0;
        begin = i + 1;
      } else if (i - begin >= LONGEST_LINE) {
        int line = 1 + (feeds > 0 ? feeds : returns);
        throw new Unreadable(
            "line " + line + " is longer than 2 MiB", "a table of resonance frequencies is needed");
      }
    }
  }

  /** SHA-256 of bytes, in hexadecimal. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

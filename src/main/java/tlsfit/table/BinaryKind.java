package tlsfit.table;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Binary files that are known by their first bytes and are no tables that can be read.
 *
 * @param first the first bytes, each a character
 * @param what it is
 * @param mend what to do
 */
record BinaryKind(String first, String what, String mend) {
  private static final String HDF5 = "\u0089HDF\r\n\u001a\n";
  private static final String AS_TEXT = "save the numbers as text, as CSV";
  private static final List<BinaryKind> KNOWN =
      List.of(
          new BinaryKind(
              "\u00d0\u00cf\u0011\u00e0", "an old workbook (.xls), binary", "save it as CSV"),
          new BinaryKind(HDF5, "an HDF5 file, binary", AS_TEXT),
          new BinaryKind("\u0093NUMPY", "an array of numpy (.npy), binary", AS_TEXT),
          new BinaryKind("MATLAB 5.0 MAT-file", "a MATLAB file (.mat), binary", AS_TEXT),
          new BinaryKind("CDF\u0001", "a netCDF file, binary", AS_TEXT),
          new BinaryKind("CDF\u0002", "a netCDF file, binary", AS_TEXT),
          new BinaryKind("%PDF-", "a PDF document", AS_TEXT),
          new BinaryKind("\u0089PNG", "a picture", "a table of numbers is needed"),
          new BinaryKind("BZh", "a bzip2 file", "unpack it, or pack it with gzip"),
          new BinaryKind("\u00fd7zXZ", "an xz file", "unpack it, or pack it with gzip"),
          new BinaryKind("7z\u00bc\u00af", "a 7z archive", "unpack it, or pack it with gzip"),
          new BinaryKind("Rar!", "a rar archive", "unpack it, or pack it with gzip"));

  /** Whether a file is HDF5. */
  static boolean isHdf5(byte[] bytes) {
    return start(bytes).startsWith(HDF5);
  }

  private static String start(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, 32), StandardCharsets.ISO_8859_1);
  }

  /** Refuses a file that is one of the known kinds. */
  static void refuse(byte[] bytes) throws TextFile.Unreadable {
    String start = new String(bytes, 0, Math.min(bytes.length, 32), StandardCharsets.ISO_8859_1);
    for (BinaryKind kind : KNOWN) {
      if (start.startsWith(kind.first)) {
        throw new TextFile.Unreadable("found " + kind.what, kind.mend);
      }
    }
  }

  /** Refuses an archive of which a member tells that it is no packed table. */
  static void refuseMember(String name) throws TextFile.Unreadable {
    if (name.equals("[Content_Types].xml") || name.startsWith("xl/")) {
      throw new TextFile.Unreadable("found a workbook (.xlsx), binary", "save the sheet as CSV");
    }
    if (name.endsWith(".npy")) {
      throw new TextFile.Unreadable("found arrays of numpy (.npz), binary", AS_TEXT);
    }
    if (name.endsWith(".zip") || name.endsWith(".gz")) {
      throw new TextFile.Unreadable(
          "the zip file holds another archive, " + Texts.quoted(name),
          "unpack it once and name what was in it");
    }
  }
}

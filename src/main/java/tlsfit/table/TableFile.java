package tlsfit.table;

import java.nio.file.Path;

/**
 * A file with one table in it: text, compressed text, a workbook or HDF5, known by its content.
 *
 * @param table the table
 * @param sha256 SHA-256 of the file's bytes, in hexadecimal
 * @param note how it was decoded and unpacked, where that had to be guessed; else empty
 */
public record TableFile(RawTable table, String sha256, String note) {

  /**
   * Reads a file of at most 256 MiB.
   *
   * @param path the file
   * @param choice what is known of its layout
   * @throws TextFile.Unreadable if it cannot be read, is too large, or holds other data
   * @throws RawTable.NoTable if it holds no table
   */
  public static TableFile read(Path path, LayoutChoice choice)
      throws TextFile.Unreadable, RawTable.NoTable {
    return source(path, choice).read();
  }

  /** What the table is read from: of text without its bytes, which are as much again. */
  private interface Source {
    TableFile read() throws TextFile.Unreadable, RawTable.NoTable;
  }

  private static Source source(Path path, LayoutChoice choice) throws TextFile.Unreadable {
    byte[] bytes = TextFile.bytes(path);
    if (Archive.isZip(bytes) && Archive.isWorkbook(bytes)) {
      return () ->
          new TableFile(new WorkbookReader(choice).read(bytes), TextFile.sha256(bytes), "");
    }
    if (BinaryKind.isHdf5(bytes)) {
      return () -> new TableFile(new Hdf5Reader(choice).read(bytes), TextFile.sha256(bytes), "");
    }
    TextFile text = TextFile.of(bytes);
    if (choice.sheet().isPresent() || choice.range().isPresent()) {
      throw new TextFile.Unreadable(
          "a sheet or a range is said, but this is text", "leave them out, or name a workbook");
    }
    return () -> new TableFile(RawTable.of(text.text(), choice), text.sha256(), text.encoding());
  }
}

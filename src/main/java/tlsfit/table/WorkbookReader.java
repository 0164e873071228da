package tlsfit.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * Reads the table in a workbook (.xlsx): of the sheet that is said, or of the only one with one.
 */
final class WorkbookReader {
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

  private final LayoutChoice choice;

  WorkbookReader(LayoutChoice choice) {
    this.choice = choice;
  }

  /**
   * The table. Its lines are the rows of the sheet, its columns those of the sheet from A.
   *
   * @param bytes of a file whose unpacked size is known to be bounded
   * @throws TextFile.Unreadable if it is no workbook, or the table's sheet is not clear
   * @throws RawTable.NoTable if the sheet that is meant holds no table
   */
  RawTable read(byte[] bytes) throws TextFile.Unreadable, RawTable.NoTable {
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS)) {
      List<Sheet> sheets = workbook.getSheets().toList();
      Optional<String> wanted = choice.sheet();
      if (wanted.isPresent()) {
        return table(named(sheets, wanted.get()));
      }
      List<Sheet> shown =
          sheets.stream().filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).toList();
      return shown.size() == 1 ? table(shown.get(0)) : only(shown);
    } catch (IOException | RuntimeException e) {
      throw new TextFile.Unreadable(
          "the workbook is damaged (" + reason(e) + ")", "open and save it again, or as CSV");
    }
  }

  private static String reason(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return Texts.oneBlank(message.lines().findFirst().orElse(""));
  }

  private static Sheet named(List<Sheet> sheets, String name) throws TextFile.Unreadable {
    for (Sheet sheet : sheets) {
      if (sheet.getName().strip().equals(name)) {
        return sheet;
      }
    }
    throw new TextFile.Unreadable(
        "the workbook has no sheet " + Texts.quoted(name), "its sheets are " + names(sheets));
  }

  private static String names(List<Sheet> sheets) {
    return sheets.stream().map(Sheet::getName).map(Texts::quoted).collect(Collectors.joining(", "));
  }

  private RawTable only(List<Sheet> sheets) throws IOException, TextFile.Unreadable {
    List<Sheet> holding = new ArrayList<>();
    @Nullable RawTable found = null;
    for (Sheet sheet : sheets) {
      try {
        RawTable table = table(sheet);
        if (table.header().stream().anyMatch(name -> choice.weight().applyAsInt(name) > 0)) {
          holding.add(sheet);
          found = table;
        }
      } catch (RawTable.NoTable e) {
        // notes, a plot: not meant
      }
    }
    if (holding.size() == 1 && found != null) {
      return found;
    }
    throw new TextFile.Unreadable(
        "the workbook has several sheets, " + names(holding.isEmpty() ? sheets : holding),
        "say in the sample file which one is meant, as sheet: "
            + Texts.quoted((holding.isEmpty() ? sheets : holding).get(0).getName()));
  }

  private RawTable table(Sheet sheet) throws IOException, RawTable.NoTable {
    List<TableRecord> records = new ArrayList<>();
    List<Integer> hidden = new ArrayList<>();
    int width = 0;
    try (Stream<Row> rows = sheet.openStream()) {
      for (Row row : (Iterable<Row>) rows::iterator) {
        List<String> fields = fields(row);
        if (fields.isEmpty()) {
          continue;
        }
        if (row.isHidden()) {
          hidden.add(row.getRowNum());
        }
        width = Math.max(width, fields.size());
        records.add(new TableRecord(row.getRowNum(), false, "", fields));
      }
    }
    for (TableRecord record : records) {
      while (record.fields().size() < width) {
        record.fields().add("");
      }
    }
    List<String> notes =
        hidden.isEmpty()
            ? List.of()
            : List.of("hidden rows are read as the others: " + TableBody.lines(hidden));
    return new TableTextReader(choice)
        .assemble(records, '\0', "sheet " + Texts.quoted(sheet.getName()), notes);
  }

  // up to the last cell that is not empty
  private List<String> fields(Row row) {
    List<String> fields = new ArrayList<>();
    for (@Nullable Cell cell : row) {
      if (cell == null) {
        continue;
      }
      int column = cell.getColumnIndex();
      boolean within =
          choice.range().isEmpty() || choice.range().get().holds(row.getRowNum(), column);
      String text = within ? Cells.clean(SheetCell.text(cell)) : "";
      if (!text.isEmpty()) {
        while (fields.size() < column) {
          fields.add("");
        }
        fields.add(text);
      }
    }
    return fields;
  }
}

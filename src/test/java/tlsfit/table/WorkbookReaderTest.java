package tlsfit.table;

import static java.lang.String.format;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Workbooks made of the few parts that one needs (ECMA-376, part 1, clause 18). */
class WorkbookReaderTest {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** Text cells are written in place; styles: 1 percent, 2 a date. */
  private static byte[] workbook(Map<String, String> sheets) throws IOException {
    StringBuilder names = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      int id = 0;
      for (Map.Entry<String, String> sheet : sheets.entrySet()) {
        id++;
        names.append(
            format(
                Locale.ROOT,
                "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"/>",
                sheet.getKey(),
                id,
                id));
        relations.append(
            format(
                Locale.ROOT,
                "<Relationship Id=\"r%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>",
                id,
                OFFICE,
                id));
        write(
            zip,
            "xl/worksheets/sheet" + id + ".xml",
            format(
                Locale.ROOT,
                "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>",
                MAIN,
                sheet.getValue()));
      }
      write(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
              + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
              + "<Override PartName=\"/xl/styles.xml\" ContentType=\""
              + "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
              + "</Types>");
      write(
          zip,
          "xl/workbook.xml",
          format(
              Locale.ROOT,
              "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>",
              MAIN,
              OFFICE,
              names));
      write(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + relations
              + "</Relationships>");
      write(
          zip,
          "xl/styles.xml",
          format(
                  Locale.ROOT,
                  "<styleSheet xmlns=\"%s\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf",
                  MAIN)
              + " numFmtId=\"14\"/></cellXfs></styleSheet>");
    }
    return bytes.toByteArray();
  }

  private static void write(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String place, String text) {
    return format(Locale.ROOT, "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>", place, text);
  }

  private static String number(String place, String value) {
    return format(Locale.ROOT, "<c r=\"%s\"><v>%s</v></c>", place, value);
  }

  private static String row(int number, String... cells) {
    return format(Locale.ROOT, "<row r=\"%d\">%s</row>", number, String.join("", cells));
  }

  private static final String RUN =
      row(1, text("B1", "run 7"))
          + row(3, text("B3", "power"), text("C3", "frequency"))
          + row(4, text("B4", "dBm"), text("C4", "GHz"))
          + row(5, number("B5", "-62.5"), number("C5", "5.0119425940000001"))
          + row(6, number("B6", "-57"), "<c r=\"C6\" t=\"e\"><v>#N/A</v></c>")
          + row(7, text("B7", "-51,5"), "<c r=\"C7\"><f>A1/2</f><v>5.01</v></c>")
          + row(8, number("B8", "-46"), "<c r=\"C8\"><f>A1/2</f></c>")
          + row(9, "<c r=\"B9\" s=\"2\"><v>45363</v></c>", "<c r=\"C9\" s=\"1\"><v>-2E-5</v></c>");

  private static final LayoutChoice NAMES =
      LayoutChoice.knowing(text -> List.of("power", "frequency").contains(text) ? 1 : 0);

  private static LayoutChoice chosen(Optional<String> sheet, Optional<CellRange> range) {
    return new LayoutChoice(
        Optional.empty(),
        Optional.empty(),
        false,
        OptionalInt.empty(),
        sheet,
        range,
        Arrangement.GUESSED,
        Optional.empty(),
        List.of(),
        NAMES.weight());
  }

  @Test
  void cellsSayAllThatIsStored() throws Exception {
    RawTable table = new WorkbookReader(NAMES).read(workbook(Map.of("Run", RUN)));
    assertThat(table.layout().description())
        .isEqualTo("sheet \"Run\", header in line 3, units in line 4");
    assertThat(table.header()).containsExactly("", "power", "frequency");
    assertThat(table.units()).containsExactly("", "dBm", "GHz");
    assertThat(table.rows())
        .containsExactly(
            new RawTable.Row(5, List.of("", "-62.5", "5.0119425940000001")),
            new RawTable.Row(6, List.of("", "-57", "#N/A")),
            new RawTable.Row(7, List.of("", "-51,5", "5.01")),
            new RawTable.Row(8, List.of("", "-46", "=A1/2 (not computed)")),
            new RawTable.Row(9, List.of("", "a date, stored as 45363", "-0.002 %")));
  }

  @Test
  void theSheetThatIsMeantMustBeClear() throws Exception {
    Map<String, String> sheets = new TreeMap<>(Map.of("a", RUN, "b", RUN, "notes", row(1)));
    byte[] workbook = workbook(sheets);
    TextFile.Unreadable e =
        catchThrowableOfType(
            TextFile.Unreadable.class, () -> new WorkbookReader(NAMES).read(workbook));
    assertThat(e.found()).isEqualTo("the workbook has several sheets, \"a\", \"b\"");
    assertThat(e.mend()).endsWith("as sheet: \"a\"");
    sheets.remove("a");
    assertThat(new WorkbookReader(NAMES).read(workbook(sheets)).separator())
        .isEqualTo("sheet \"b\"");
    assertThat(new WorkbookReader(chosen(Optional.of("b"), Optional.empty())).read(workbook).rows())
        .hasSize(5);
    assertThat(
            catchThrowableOfType(
                    TextFile.Unreadable.class,
                    () ->
                        new WorkbookReader(chosen(Optional.of("c"), Optional.empty()))
                            .read(workbook))
                .mend())
        .isEqualTo("its sheets are \"a\", \"b\", \"notes\"");
  }

  @Test
  void aRangeIsAllThatIsRead() throws Exception {
    RawTable table =
        new WorkbookReader(chosen(Optional.empty(), CellRange.of("B3:C6")))
            .read(workbook(Map.of("Run", RUN)));
    assertThat(table.rows()).extracting(RawTable.Row::line).containsExactly(5, 6);
    assertThat(CellRange.of("$C$3:aa16")).hasValue(new CellRange(2, 3, 26, 16));
    assertThat(CellRange.of("F16:C3")).isEmpty();
    assertThat(CellRange.of("C3")).isEmpty();
  }

  @Test
  void whatIsNoWorkbookIsDamaged() throws Exception {
    byte[] broken = workbook(Map.of("Run", "<row r=\"1\">"));
    assertThat(
            catchThrowableOfType(
                    TextFile.Unreadable.class, () -> new WorkbookReader(NAMES).read(broken))
                .found())
        .startsWith("the workbook is damaged");
  }
}

package tlsfit.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts a text into a table: fields, header, units, rows, decimal marks. */
final class TableTextReader {
  /** What a spreadsheet writes to tell itself the separator. */
  private static final Pattern SEPARATOR_LINE =
      Pattern.compile(
          "\"?sep=(?<separator>[^\"\\r\\n])\"?[ \\t]*[\\r\\n]", Pattern.CASE_INSENSITIVE);

  /** Rows that the usual width is taken from. */
  private static final int COUNTED = 1000;

  private static final String NEEDED = "a header line and rows of numbers are needed";

  private final LayoutChoice choice;

  TableTextReader(LayoutChoice choice) {
    this.choice = choice;
  }

  RawTable read(String text) throws RawTable.NoTable {
    if (text.isBlank()) {
      throw new RawTable.NoTable(0, "the file is empty", NEEDED);
    }
    Matcher said = SEPARATOR_LINE.matcher(text);
    boolean saysSeparator = said.lookingAt();
    char separator =
        choice
            .separator()
            .orElseGet(
                () -> saysSeparator ? said.group("separator").charAt(0) : SeparatorGuess.of(text));
    List<TableRecord> records = records(text, separator);
    return assemble(
        saysSeparator ? records.subList(1, records.size()) : records,
        separator,
        Layout.word(separator) + "-separated",
        List.of());
  }

  /**
   * Makes a table of lines that are cut already.
   *
   * @param separator of the fields
   * @param source what the fields were cut by, or where they stood, in words
   * @param notes what is to be told of the lines
   */
  RawTable assemble(List<TableRecord> records, char separator, String source, List<String> notes)
      throws RawTable.NoTable {
    if (records.stream().allMatch(TableRecord::comment)) {
      throw new RawTable.NoTable(0, "the file holds comments only", NEEDED);
    }
    if (!choice.headerless()
        && choice.headerLine().isEmpty()
        && choice.arrangement().mayBe(Arrangement.Kind.TRANSPOSED)) {
      Transposition transposition = new Transposition(records, separator, choice);
      boolean said = choice.arrangement().kind() == Arrangement.Kind.TRANSPOSED;
      if (said || transposition.isSure()) {
        return assembleTurned(transposition, source, said, notes);
      }
    }
    return assembleRows(records, separator, source, notes);
  }

  private RawTable assembleTurned(
      Transposition transposition, String source, boolean said, List<String> notes)
      throws RawTable.NoTable {
    List<String> more = new ArrayList<>(notes);
    if (!said) {
      more.add(
          "rows are quantities, so that columns are taken for readings, and told by their numbers"
              + " in place of lines; if not, say layout: rows");
    }
    List<TableRecord> turned = transposition.records();
    if (turned.isEmpty()) {
      throw new RawTable.NoTable(0, "no row holds a quantity", "leave out layout: transposed");
    }
    RawTable table = assembleRows(turned, '\0', source + Transposition.WORD, more);
    return new RawTable(
        table.layout(),
        table.header(),
        table.units(),
        table.remarks(),
        table.rows(),
        transposition.origins(),
        table.sections());
  }

  private RawTable assembleRows(
      List<TableRecord> records, char separator, String source, List<String> notes)
      throws RawTable.NoTable {
    int width = usualWidth(records);
    HeaderSearch search = new HeaderSearch(records, separator, choice, width);
    HeaderSearch.Header header =
        choice.headerless() ? headerless(records, width) : header(search, records, width);
    TableBody body = new TableBody(records, search, header);
    body.read();
    if (body.rows().isEmpty()) {
      throw new RawTable.NoTable(
          line(records, header), "no row follows the header", "write at least one row of numbers");
    }
    return table(records, source, notes, header, body);
  }

  private static int line(List<TableRecord> records, HeaderSearch.Header header) {
    return header.index() < 0 ? 0 : records.get(header.index()).line();
  }

  private static List<TableRecord> records(String text, char separator) throws RawTable.NoTable {
    TextRecords records = new TextRecords(text);
    RecordReader reader = new RecordReader(text, separator);
    while (reader.next()) {
      if (reader.brokenQuote() > 0) {
        throw openQuote(reader.brokenQuote());
      }
      if (reader.addPieces(records)) {
        continue;
      }
      List<String> fields = reader.record();
      if (reader.isComment()) {
        records.addOther(new TableRecord(reader.line(), true, fields.get(0), List.of()));
      } else {
        if (!(fields instanceof SlicedFields)
            && fields.stream().anyMatch(field -> hidesRows(field, separator))) {
          throw openQuote(reader.line());
        }
        records.addOther(new TableRecord(reader.line(), false, "", fields));
      }
    }
    return records;
  }

  private static RawTable.NoTable openQuote(int line) {
    return new RawTable.NoTable(line, "a quotation mark is not closed", "close or remove it");
  }

  // a line break in a quoted field is text; a row of numbers behind it was never meant to be
  private static boolean hidesRows(String field, char separator) {
    return field.indexOf('\n') >= 0
        && field
            .lines()
            .skip(1)
            .map(line -> new TableRecord(0, false, "", RecordReader.split(line, separator)))
            .anyMatch(record -> record.width() > 1 && record.isData());
  }

  private static int usualWidth(List<TableRecord> records) {
    Map<Integer, Integer> counts = new HashMap<>();
    records.stream()
        .filter(record -> !record.comment() && record.isData())
        .limit(COUNTED)
        .forEach(record -> counts.merge(record.width(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseGet(
            () ->
                records.stream()
                    .filter(record -> !record.comment())
                    .findFirst()
                    .map(TableRecord::width)
                    .orElse(0));
  }

  private static HeaderSearch.Header headerless(List<TableRecord> records, int width) {
    int columns =
        records.stream()
            .filter(record -> !record.comment() && record.width() == width)
            .mapToInt(record -> record.fields().size())
            .min()
            .orElse(width);
    List<String> names =
        IntStream.rangeClosed(1, columns).mapToObj(column -> "column " + column).toList();
    return new HeaderSearch.Header(-1, names);
  }

  private static HeaderSearch.Header header(
      HeaderSearch search, List<TableRecord> records, int width) throws RawTable.NoTable {
    Optional<HeaderSearch.Header> found = search.find();
    if (found.isPresent()) {
      return found.get();
    }
    TableRecord first =
        records.stream()
            .filter(record -> !record.comment() && record.width() == width)
            .findFirst()
            .orElseThrow();
    throw new RawTable.NoTable(
        first.line(),
        "found numbers where the header should be",
        "write the names and units of the columns in a line above, or say in a sample file which"
            + " is which, as header: none, columns: {frequency: {column: 3, unit: GHz}}");
  }

  private RawTable table(
      List<TableRecord> records,
      String source,
      List<String> notes,
      HeaderSearch.Header header,
      TableBody body) {
    TableEdges edges = new TableEdges(header.names(), body.rows());
    List<String> names = edges.names();
    List<RawTable.Row> rows = edges.rows();
    boolean shifted = names.size() > header.names().size();
    List<String> units = shifted && !body.units().isEmpty() ? padded(body.units()) : body.units();
    List<ColumnDecimals> decimals =
        choice
            .decimal()
            .map(
                mark ->
                    names.stream()
                        .map(
                            name ->
                                mark == DecimalMark.COMMA
                                    ? ColumnDecimals.COMMA
                                    : ColumnDecimals.POINT)
                        .toList())
            .orElseGet(() -> new DecimalGuess(rows).columns(names.size()));
    Layout layout =
        new Layout(
            source,
            line(records, header),
            header.index() >= 0 && records.get(header.index()).comment(),
            body.unitsLine(),
            decimals,
            Stream.concat(notes.stream(), body.skipped().stream()).toList());
    List<RawTable.Section> sections =
        body.sections().stream()
            .map(
                section ->
                    shifted
                        ? new RawTable.Section(section.line(), padded(section.header()))
                        : section)
            .toList();
    return new RawTable(
        layout, names, units, remarks(body, names.size()), rows, List.of(), sections);
  }

  private static List<String> padded(List<String> units) {
    List<String> padded = new ArrayList<>(units);
    padded.add(0, "");
    return padded;
  }

  private static List<String> remarks(TableBody body, int columns) {
    List<List<String>> rows = body.remarks();
    if (rows.isEmpty()) {
      return List.of();
    }
    return IntStream.range(0, columns)
        .mapToObj(
            column ->
                rows.stream()
                    .filter(row -> column < row.size())
                    .map(row -> row.get(column))
                    .filter(text -> !text.isEmpty())
                    .reduce((a, b) -> a + " " + b)
                    .orElse(""))
        .toList();
  }
}

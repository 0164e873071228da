package tlsfit.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines below a header: units, remarks, rows, and what is none of them. */
final class TableBody {
  private static final int SHOWN = 5;
  private static final Pattern BRACKETS =
      Pattern.compile("\\s*(?:\\[[^\\[\\]]*\\]|\\([^()]*\\))\\s*$");

  private final List<TableRecord> records;
  private final HeaderSearch search;
  private final HeaderSearch.Header header;
  private final SortedRows rows;
  private final List<List<String>> remarks = new ArrayList<>();
  private final List<Integer> behindMarks = new ArrayList<>();
  private final List<Integer> repeated = new ArrayList<>();
  private final List<Integer> remarkLines = new ArrayList<>();
  private final List<RawTable.Section> sections = new ArrayList<>();
  private List<String> units = List.of();
  private int unitsLine;

  TableBody(List<TableRecord> records, HeaderSearch search, HeaderSearch.Header header) {
    this.records = records;
    this.rows = new SortedRows(records);
    this.search = search;
    this.header = header;
  }

  /**
   * Sorts the lines.
   *
   * @throws RawTable.NoTable where a second header differs from the first
   */
  void read() throws RawTable.NoTable {
    for (int i = header.index() + 1; i < records.size(); i++) {
      TableRecord record = records.get(i);
      if (record.comment()) {
        comment(record);
      } else if (rows.isEmpty() && units.isEmpty() && isUnits(record.fields())) {
        units = record.fields();
        unitsLine = record.line();
      } else if (record.isData()) {
        rows.addRecord(i);
      } else if (!record.isEmpty() && !record.isRule()) {
        if (isHeaderAgain(record)) {
          repeated.add(record.line());
        } else {
          text(record, i);
        }
      }
    }
  }

  private void comment(TableRecord record) throws RawTable.NoTable {
    List<String> names = search.namesOf(record);
    TableRecord cut = new TableRecord(record.line(), false, "", names);
    if (isHeaderAgain(cut)) {
      repeated.add(record.line());
    } else if (rows.isEmpty() && units.isEmpty() && isUnits(names)) {
      units = names;
      unitsLine = record.line();
    } else if (names.size() == header.names().size() && cut.isData()) {
      behindMarks.add(record.line());
    }
  }

  // the names again, or names again in another order or with other units
  private boolean isHeaderAgain(TableRecord record) throws RawTable.NoTable {
    List<String> names = search.namesOf(record);
    if (names.equals(header.names())) {
      if (!sections.isEmpty()) {
        sections.add(new RawTable.Section(record.line(), names));
      }
      return true;
    }
    if (Math.abs(names.size() - header.names().size()) > 1) {
      return false;
    }
    if (!rows.isEmpty() && header.index() >= 0 && search.looksLikeHeader(names)) {
      if (bare(names).equals(bare(header.names()))) {
        sections.add(new RawTable.Section(record.line(), names));
        return true;
      }
      throw new RawTable.NoTable(
          record.line(),
          "found a second header that differs from that in line "
              + records.get(header.index()).line(),
          "put what stands below it into a file of its own, or give both the same columns");
    }
    return false;
  }

  // without what stands in brackets at their ends, and only where that is there or not in both
  private static List<String> bare(List<String> names) {
    return names.stream().map(name -> BRACKETS.matcher(name).replaceFirst(" []")).toList();
  }

  /** Where the header stands again with other units. */
  List<RawTable.Section> sections() {
    return sections;
  }

  private boolean isUnits(List<String> fields) {
    return UnitsRow.isUnits(fields, header.names().size());
  }

  private void text(TableRecord record, int number) {
    boolean above = rows.isEmpty();
    if (record.fields().equals(units)) {
      return; // below a header that is repeated
    }
    if (above && record.width() > 1 && hasWords(record)) {
      remarks.add(record.fields());
    } else if (record.width() == 1 && header.names().size() > 1 && isWord(record)) {
      remarkLines.add(record.line());
    } else {
      rows.addRecord(number);
    }
  }

  // "source, ramp, fit, 95 %" below the units, as Origin's row of comments; not "n/a, x, 3"
  private static boolean hasWords(TableRecord record) {
    return record.fields().stream()
            .allMatch(
                field ->
                    field.isEmpty() || Character.isLetter(field.charAt(0)) || field.contains(" "))
        && record.fields().stream().noneMatch(NumberLook::isMissingWord);
  }

  // END, not a row in which a separator is wrong
  private static boolean isWord(TableRecord record) {
    String text = record.fields().get(0);
    long digits = text.chars().filter(Character::isDigit).count();
    return text.chars().filter(Character::isLetter).count() > digits;
  }

  /** The rows, in the order of the file. */
  List<RawTable.Row> rows() {
    return rows;
  }

  /** The row of units; empty where there is none. */
  List<String> units() {
    return units;
  }

  /** Line of the units; 0 where there is none. */
  int unitsLine() {
    return unitsLine;
  }

  /** Rows of words between the header and the first row. */
  List<List<String>> remarks() {
    return remarks;
  }

  /** What was left out, one sentence each. */
  List<String> skipped() {
    List<String> sentences = new ArrayList<>();
    if (!behindMarks.isEmpty()) {
      sentences.add(
          "left out as comments: " + lines(behindMarks) + ", behind a comment mark like #");
    }
    if (!repeated.isEmpty()) {
      sentences.add(
          "the header stands again in "
              + lines(repeated)
              + (sections.isEmpty()
                  ? ""
                  : "; units are read anew from line " + sections.get(0).line() + " on"));
    }
    if (!remarkLines.isEmpty()) {
      sentences.add("left out as remarks: " + lines(remarkLines));
    }
    return sentences;
  }

  /** Lines in words. */
  static String lines(List<Integer> lines) {
    StringBuilder text = new StringBuilder(lines.size() == 1 ? "line " : "lines ");
    for (int i = 0; i < Math.min(SHOWN, lines.size()); i++) {
      text.append(i == 0 ? "" : ", ").append(lines.get(i));
    }
    return lines.size() > SHOWN
        ? text.append(" and ").append(lines.size() - SHOWN).append(" more").toString()
        : text.toString();
  }
}

package tlsfit.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Looks for the header of a table among the lines of its file, comments among them: the line with
 * most names that are known; where none is known, the line right above the first row, or else the
 * last comment there that has as many fields.
 */
final class HeaderSearch {
  /** Lines below which no header is looked for. */
  private static final int DEEPEST = 1000;

  private final List<TableRecord> records;
  private final char separator;
  private final LayoutChoice choice;
  private final int width;

  /**
   * Prepares the search.
   *
   * @param width number of fields of most rows
   */
  HeaderSearch(List<TableRecord> records, char separator, LayoutChoice choice, int width) {
    this.records = records;
    this.separator = separator;
    this.choice = choice;
    this.width = width;
  }

  /**
   * A header.
   *
   * @param index of its record
   * @param names its fields
   */
  record Header(int index, List<String> names) {}

  /** The header; empty where there is none. */
  Optional<Header> find() {
    if (choice.headerLine().isPresent()) {
      return inLine(choice.headerLine());
    }
    Optional<Header> known = mostKnown();
    return known.or(this::numbersAsNames).or(this::aboveTheRows);
  }

  private Optional<Header> inLine(OptionalInt line) {
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i).line() == line.getAsInt()) {
        return Optional.of(new Header(i, namesOf(records.get(i))));
      }
    }
    return Optional.empty();
  }

  private Optional<Header> mostKnown() {
    Optional<Header> best = Optional.empty();
    Optional<Header> ofOtherWidth = Optional.empty();
    int most = 0;
    for (int i = 0; i < Math.min(records.size(), DEEPEST); i++) {
      TableRecord record = records.get(i);
      if (!record.comment() && record.isData()) {
        continue;
      }
      List<String> names = namesOf(record);
      int weight = weight(names);
      if (fits(names.size()) && weight > most) {
        most = weight;
        best = Optional.of(new Header(i, names));
      } else if (ofOtherWidth.isEmpty() && looksLikeHeader(names)) {
        ofOtherWidth = Optional.of(new Header(i, names));
      }
    }
    // rows cut by decimal commas are wider than their header; each of them tells so
    return best.isPresent() ? best : ofOtherWidth;
  }

  // "power [dBm],1000 V/s,10000 V/s": the first line, with a name that is known and numbers
  private Optional<Header> numbersAsNames() {
    if (!choice.arrangement().mayBe(Arrangement.Kind.WIDE)) {
      return Optional.empty();
    }
    for (int i = 0; i < Math.min(records.size(), DEEPEST); i++) {
      TableRecord record = records.get(i);
      if (record.comment() || !record.isData()) {
        continue;
      }
      List<String> names = namesOf(record);
      boolean whole =
          fits(names.size())
              && weight(names) > 0
              && names.stream()
                  .allMatch(
                      name ->
                          choice.weight().applyAsInt(name) > 0
                              || name.isEmpty()
                              || NumberLook.isNumeric(name));
      return whole ? Optional.of(new Header(i, names)) : Optional.empty();
    }
    return Optional.empty();
  }

  private int weight(List<String> names) {
    return names.stream().mapToInt(choice.weight()).sum();
  }

  private Optional<Header> aboveTheRows() {
    int first = 0;
    while (first < records.size()
        && (records.get(first).comment()
            || !records.get(first).isData()
            || records.get(first).width() != width)) {
      first++;
    }
    Optional<Header> comment = Optional.empty();
    Optional<Header> text = Optional.empty();
    for (int i = 0; i < first; i++) {
      List<String> names = namesOf(records.get(i));
      if (!fits(names.size()) || isUnits(names)) {
        continue;
      }
      if (!records.get(i).comment() && text.isEmpty()) {
        text = Optional.of(new Header(i, names));
      } else if (records.get(i).comment() && names.size() == width) {
        comment = Optional.of(new Header(i, names));
      }
    }
    return text.isPresent() ? text : comment;
  }

  /** Whether two names at least, and half of them, are known. */
  boolean looksLikeHeader(List<String> names) {
    long known = names.stream().filter(name -> choice.weight().applyAsInt(name) > 0).count();
    return known >= 2 && 2 * known >= names.size();
  }

  private static boolean isUnits(List<String> names) {
    return UnitsRow.isUnits(names, names.size());
  }

  // one more for a separator at the end, one less where rows begin with a name of their own
  private boolean fits(int size) {
    return Math.abs(size - width) <= 1;
  }

  /** The fields of a line as names: behind a mark, or between blanks with units in brackets. */
  List<String> namesOf(TableRecord record) {
    if (!record.comment()) {
      return separator == RecordReader.BLANKS ? betweenBlanks(record.fields()) : record.fields();
    }
    List<String> names = split(record.text(), separator);
    if (names.size() == width) {
      return names;
    }
    // numpy.savetxt takes the header as it is, whatever separates the numbers
    for (char other : new char[] {'\t', ';', ',', RecordReader.BLANKS}) {
      List<String> cut = split(record.text(), other);
      if (cut.size() == width) {
        return cut;
      }
    }
    return names;
  }

  private List<String> split(String line, char by) {
    List<String> cells = RecordReader.split(line, by);
    return by == RecordReader.BLANKS ? betweenBlanks(cells) : cells;
  }

  // "power [dBm] frequency [Hz]" between blanks is two columns, not four
  static List<String> betweenBlanks(List<String> cells) {
    List<String> joined = new ArrayList<>();
    boolean open = false;
    for (String cell : cells) {
      boolean begins = cell.startsWith("[") || cell.startsWith("(");
      if ((open || begins) && !joined.isEmpty()) {
        joined.set(joined.size() - 1, joined.get(joined.size() - 1) + " " + cell);
        open = !(cell.endsWith("]") || cell.endsWith(")"));
      } else {
        joined.add(cell);
      }
    }
    return joined;
  }
}

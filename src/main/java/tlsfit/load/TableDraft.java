package tlsfit.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tlsfit.measurement.Channel;
import tlsfit.table.InputProblem;
import tlsfit.table.RawTable;
import tlsfit.table.TableFile;
import tlsfit.table.TextFile;
import tlsfit.table.Unfolding;
import tlsfit.units.Unit;

/**
 * What a table tells of itself, for the draft of a sample file: the columns that are sure, and what
 * is not known.
 */
final class TableDraft {
  private final String file;
  private final RawTable table;
  private final List<ColumnHeader> headers;
  private final Map<Role, TableColumn> sure = new EnumMap<>(Role.class);
  private final Map<Role, Integer> withoutUnit = new EnumMap<>(Role.class);

  private final Optional<Unfolding> unfolding;
  private final Optional<BareHeaders> bare;

  private TableDraft(String file, RawTable table, Optional<Unfolding> unfolding) {
    this.file = file;
    this.unfolding = unfolding;
    this.table = table;
    this.bare = BareHeaders.of(table, TableEntry.alone(file));
    this.headers = table.header().stream().map(ColumnHeader::of).toList();
    match();
  }

  /**
   * Looks at a table.
   *
   * @param file its name in the sample file
   * @throws TextFile.Unreadable if it cannot be read
   * @throws RawTable.NoTable if it holds no table
   */
  static TableDraft of(String file, Path path) throws TextFile.Unreadable, RawTable.NoTable {
    TableEntry entry = TableEntry.alone(file);
    RawTable table = TableFile.read(path, entry.layoutToLookFor()).table();
    // a wide table that is not clear is told by check, with the line that says what it holds
    TableProblems unused = new TableProblems(file, table, new ArrayList<>());
    Optional<Unfolding> unfolding = new WideTable(entry, table, unused).unfolding();
    return new TableDraft(file, unfolding.map(one -> one.of(table)).orElse(table), unfolding);
  }

  private void match() {
    // what is wrong with them is told by check; here it only means that they are not sure
    List<InputProblem> unused = new ArrayList<>();
    TableProblems problems = new TableProblems(file, table, unused);
    Map<Role, Integer> places =
        new ColumnMatching(TableEntry.alone(file), table, headers, problems).places();
    for (int i = 0; i < headers.size(); i++) {
      Optional<Role> role = headers.get(i).fieldRole().filter(Role::isQuality);
      if (role.isPresent() && !places.containsValue(i)) {
        places.putIfAbsent(role.get(), i);
      }
    }
    ColumnUnits units = new ColumnUnits(table, places.containsKey(Role.FREQUENCY_SHIFT), problems);
    places.forEach(
        (role, index) -> {
          Optional<TableColumn> column =
              units.column(role, index, headers.get(index).withUnitSplit(), Optional.empty());
          if (column.isPresent()) {
            sure.put(role, column.get());
          } else {
            withoutUnit.put(role, index);
          }
        });
  }

  String file() {
    return file;
  }

  /** What was understood: a line for the table, then one for each column that is used. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add(file + ": " + table.rows().size() + " rows, " + table.layout().description());
    unfolding.map(WideTable::note).ifPresent(note -> lines.add("  " + note));
    sure.forEach(
        (role, column) ->
            lines.add(
                "  "
                    + column.header().text()
                    + " -> "
                    + role.description()
                    + (column.unit().equals(Unit.ONE) ? "" : " in " + column.unit())));
    return lines;
  }

  /** Headers that are numbers, of which is to be asked what they are. */
  Optional<BareHeaders> bare() {
    return bare;
  }

  /** What the drive is given as; empty where that is not sure. */
  Optional<Channel> drive() {
    return sure.entrySet().stream()
        .filter(column -> column.getKey().isDrive())
        .findFirst()
        .flatMap(column -> column.getKey().channel(column.getValue().unit().dimension()));
  }

  boolean has(Role role) {
    return sure.containsKey(role);
  }

  boolean hasDrive() {
    return Role.DRIVES.stream().anyMatch(role -> has(role) || withoutUnit.containsKey(role));
  }

  boolean hasBias() {
    return has(Role.BIAS_RATE)
        || withoutUnit.containsKey(Role.BIAS_RATE)
        || (has(Role.BIAS_AMPLITUDE) && has(Role.BIAS_FREQUENCY));
  }

  boolean hasFrequency() {
    return has(Role.FREQUENCY)
        || has(Role.FREQUENCY_SHIFT)
        || withoutUnit.containsKey(Role.FREQUENCY);
  }

  /** The columns that need to be named, with their headers: those of field names and of no unit. */
  Map<Role, String> columns() {
    Map<Role, String> named = new LinkedHashMap<>();
    sure.forEach(
        (role, column) -> {
          // what a wide table holds across and in its cells stands in no header of its own
          boolean inHeader = !isUnfolded(column.header().text());
          if (headers.get(column.index()).role().isEmpty() && inHeader) {
            named.put(role, column.header().text());
          }
        });
    return named;
  }

  private boolean isUnfolded(String header) {
    return unfolding
        .filter(one -> one.across().equals(header) || one.cells().contains(header))
        .isPresent();
  }

  /** The columns whose unit is not known, with their headers. */
  Map<Role, String> withoutUnits() {
    Map<Role, String> asked = new LinkedHashMap<>();
    withoutUnit.forEach((role, index) -> asked.put(role, headers.get(index).text()));
    return asked;
  }

  /** All headers. */
  List<String> headers() {
    return headers.stream().map(ColumnHeader::text).toList();
  }
}

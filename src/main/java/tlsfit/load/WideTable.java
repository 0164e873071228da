package tlsfit.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.table.Arrangement;
import tlsfit.table.DecimalMark;
import tlsfit.table.RawTable;
import tlsfit.table.Texts;
import tlsfit.table.Unfolding;
import tlsfit.units.Unit;

/**
 * The columns of a wide table: the power goes down the rows, and the rate of the bias across, in
 * the headers; or the other way. It is unfolded where headers and sample file say all of it.
 */
final class WideTable {
  private static final String EXAMPLE =
      "layout: {across: \"bias-rate [V/s]\", cells: \"frequency [Hz]\"}";

  private final TableEntry entry;
  private final RawTable table;
  private final TableProblems problems;
  private final Arrangement said;
  private final Map<Integer, WideHeader> wide = new TreeMap<>();

  WideTable(TableEntry entry, RawTable table, TableProblems problems) {
    this.entry = entry;
    this.table = table;
    this.problems = problems;
    this.said = entry.layout().arrangement();
    for (int i = 0; i < table.header().size(); i++) {
      int column = i;
      WideHeader.of(table.header().get(i), said.across())
          .map(header -> withCells(header, column))
          .ifPresent(header -> wide.put(column, header));
    }
  }

  /** What the cells are, where a header does not say it: said, or by the unit below. */
  private WideHeader withCells(WideHeader header, int column) {
    if (!header.cells().isEmpty() && (!lacksUnit(header, column) || said.cells().isEmpty())) {
      return header;
    }
    String below = table.unitBelow(column);
    @Nullable Unit unit = Unit.find(below);
    boolean frequency = unit != null && below.contains("Hz") && fits(unit);
    String cells =
        said.cells().orElse(frequency ? Role.FREQUENCY.column() + " [" + below + "]" : "");
    return new WideHeader(header.across(), header.number(), header.unit(), cells);
  }

  // a frequency whose unit stands neither in the header nor below it
  private boolean lacksUnit(WideHeader header, int column) {
    ColumnHeader cells = ColumnHeader.of(header.cells()).withUnitSplit();
    return cells.unit().isEmpty()
        && table.unitBelow(column).isEmpty()
        && role(cells).equals(Optional.of(Role.FREQUENCY));
  }

  private static boolean fits(Unit unit) {
    return Role.FREQUENCY.objection(unit).isEmpty();
  }

  /** How it is unfolded; empty where it is not wide, or where problems were added. */
  Optional<Unfolding> unfolding() {
    boolean asked = said.kind() == Arrangement.Kind.WIDE;
    if (!asked && (said.kind() != Arrangement.Kind.GUESSED || !looksWide())) {
      if (said.kind() == Arrangement.Kind.GUESSED) {
        BareHeaders.of(table, entry).ifPresent(this::ask);
      }
      return Optional.empty();
    }
    if (wide.isEmpty()) {
      problems.addTable(
          "no header of this wide table holds a number with its unit",
          "say what they are, as " + EXAMPLE);
      return Optional.empty();
    }
    if (!table.sections().isEmpty()) {
      problems.addTable(
          "the header stands again with other units in line " + table.sections().get(0).line(),
          "put what stands below it into a file of its own");
      return Optional.empty();
    }
    List<WideHeader> headers = List.copyOf(wide.values());
    WideHeader first = headers.get(0);
    boolean unclear =
        wide.entrySet().stream()
            .anyMatch(
                one -> one.getValue().cells().isEmpty() || lacksUnit(one.getValue(), one.getKey()));
    if (unclear) {
      problems.addTable(
          "several readings stand in each row, at " + numbers(), "say what they are, as " + line());
      return Optional.empty();
    }
    if (headers.stream()
        .anyMatch(one -> one.across() != first.across() || !one.unit().equals(first.unit()))) {
      problems.addTable("the headers give " + numbers(), "write all of them in one unit");
      return Optional.empty();
    }
    if (entry.gives(first.across()) || entry.columns().values().stream().anyMatch(this::numbered)) {
      problems.addTable(
          "the headers give " + first.across().description() + ", " + numbers(),
          "leave it out of the sample file, name columns by their headers, or say layout: rows");
      return Optional.empty();
    }
    return groups(first);
  }

  private void ask(BareHeaders bare) {
    problems.addTable(
        "there is no column of the frequency, and headers are numbers without a name: "
            + bare.shown(),
        "where several readings stand in each row, say what the numbers and the cells below are, as "
            + BareHeaders.line(
                Texts.quoted(bare.exampleAcross()), Texts.quoted(BareHeaders.exampleCells())));
  }

  private boolean numbered(ColumnChoice choice) {
    return choice.number().isPresent() && !table.header().contains(choice.header());
  }

  /** Whether two headers at least hold numbers of one kind, and nothing else gives that. */
  private boolean looksWide() {
    if (wide.size() < 2) {
      return false;
    }
    Role across = wide.values().iterator().next().across();
    boolean named =
        entry.columns().values().stream()
            .anyMatch(
                choice ->
                    choice.number().isPresent()
                        || wide.keySet().stream()
                            .anyMatch(i -> header(i).text().equals(choice.header())));
    boolean elsewhere = false;
    boolean frequency = entry.columns().keySet().stream().anyMatch(Role::isFrequency);
    for (int i = 0; i < table.header().size(); i++) {
      Optional<Role> role = wide.containsKey(i) ? Optional.empty() : role(header(i));
      elsewhere |= role.equals(Optional.of(across)) || (isTriangle(role) && !across.isDrive());
      frequency |= role.map(Role::isFrequency).orElse(false);
    }
    boolean read =
        wide.values().stream()
            .map(one -> role(ColumnHeader.of(one.cells())))
            .anyMatch(role -> role.map(Role::isFrequency).orElse(false));
    boolean bare = wide.values().stream().allMatch(one -> one.cells().isEmpty());
    return !named && !elsewhere && !entry.gives(across) && !frequency && (read || bare);
  }

  private static boolean isTriangle(Optional<Role> role) {
    return role.map(Role::isTriangle).orElse(false);
  }

  private static Optional<Role> role(ColumnHeader header) {
    return header.role().or(header::fieldRole);
  }

  private ColumnHeader header(int column) {
    return ColumnHeader.of(table.header().get(column));
  }

  private Optional<Unfolding> groups(WideHeader first) {
    Map<String, List<Integer>> columns = new LinkedHashMap<>();
    Map<String, List<String>> cells = new LinkedHashMap<>();
    boolean whole = true;
    for (Map.Entry<Integer, WideHeader> one : wide.entrySet()) {
      WideHeader header = one.getValue();
      if (isAmbiguous(header.number())) {
        problems.addHeader(
            one.getKey(),
            "the number may be " + header.number().replace(".", "") + ", with thousands",
            "write it without, or say decimal: \".\" in the sample file");
        whole = false;
      }
      String key = value(header.number());
      List<String> before = cells.computeIfAbsent(key, any -> new ArrayList<>());
      if (before.contains(header.cells())) {
        problems.addHeader(
            one.getKey(),
            "there is another column of " + header.number() + " " + header.unit(),
            "leave one of them out, or give each a table of its own");
        whole = false;
      }
      before.add(header.cells());
      columns.computeIfAbsent(key, any -> new ArrayList<>()).add(one.getKey());
    }
    List<String> ofFirst = cells.values().iterator().next();
    if (whole && cells.values().stream().anyMatch(one -> !one.equals(ofFirst))) {
      problems.addTable(
          "the columns of " + numbers() + " differ in what they hold",
          "give each number the same columns, in one order and in the same units");
      whole = false;
    }
    if (!whole || !rowsAreWhole()) {
      return Optional.empty();
    }
    List<Unfolding.Group> groups =
        columns.values().stream()
            .map(
                list ->
                    new Unfolding.Group(
                        Objects.requireNonNull(wide.get(list.get(0))).number(), list))
            .toList();
    String unit = first.unit().isEmpty() ? "" : " [" + first.unit() + "]";
    return Optional.of(new Unfolding(first.across().column() + unit, groups, ofFirst));
  }

  private boolean isAmbiguous(String number) {
    return number.matches("[-+]?[1-9][0-9]{0,2}\\.[0-9]{3}")
        && !entry.layout().decimal().equals(Optional.of(DecimalMark.POINT));
  }

  private static String value(String number) {
    return String.valueOf(Double.parseDouble(number.replace('\u2212', '-')));
  }

  // a cell too many would belong to another number
  private boolean rowsAreWhole() {
    boolean whole = true;
    for (RawTable.Row row : table.rows()) {
      if (row.fields().size() != table.header().size() && !entry.excludes(row.line())) {
        problems.addRagged(row);
        whole = false;
      }
    }
    return whole;
  }

  private String numbers() {
    return wide.values().stream()
        .map(one -> (one.number() + " " + one.unit()).strip())
        .distinct()
        .limit(5)
        .collect(Collectors.joining(", "));
  }

  private String line() {
    WideHeader first = wide.values().iterator().next();
    String unit = first.unit().isEmpty() ? "" : " [" + first.unit() + "]";
    return "layout: {across: "
        + Texts.quoted(first.across().key() + unit)
        + ", cells: \"frequency [Hz]\"}";
  }

  /** What is told of it. */
  static String note(Unfolding unfolding) {
    return "each row holds "
        + unfolding.groups().size()
        + " readings, of "
        + unfolding.across()
        + " "
        + unfolding.groups().stream()
            .map(Unfolding.Group::number)
            .limit(5)
            .collect(Collectors.joining(", "))
        + (unfolding.groups().size() > 5 ? " and more" : "");
  }
}

package tlsfit.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tlsfit.setup.SlowChange;
import tlsfit.table.LayoutChoice;
import tlsfit.units.Quantity;

/**
 * What a sample file says about one table.
 *
 * @param file the table's file, as written
 * @param place where the entry stands; empty for a table alone
 * @param layout how the table is laid out, where it is not to be guessed
 * @param keepsRepeats whether rows that are equal in every cell are readings of their own
 * @param constants what holds for all rows
 * @param columns which column is what, where its header does not say
 * @param exclude rows that are left out of the fit
 * @param slow slow changes of the frequency in it that are to be fitted
 */
record TableEntry(
    String file,
    Optional<YamlNode.Scalar> place,
    LayoutChoice layout,
    boolean keepsRepeats,
    Map<Role, Constant> constants,
    Map<Role, ColumnChoice> columns,
    List<Exclusion> exclude,
    List<SlowChange.Kind> slow) {
  /** Weight of a header that is named here, against one that is known by itself. */
  private static final int NAMED = 100;

  /** A number for all rows, with the text it was written as. */
  record Constant(Quantity quantity, String text) {}

  static TableEntry alone(String file) {
    return new TableEntry(
        file, Optional.empty(), LayoutChoice.NONE, false, Map.of(), Map.of(), List.of(), List.of());
  }

  /** Whether a row is left out by its line. */
  boolean excludes(int line) {
    return !exclude.isEmpty() && exclude.stream().anyMatch(one -> one.names(line));
  }

  /** Whether what it is stands in a named column, or is one number for all rows. */
  boolean gives(Role role) {
    return columns.containsKey(role) || constants.containsKey(role);
  }

  /** The layout, with the headers that are looked for: those named here, and the known ones. */
  LayoutChoice layoutToLookFor() {
    List<String> named = columns.values().stream().map(ColumnChoice::header).toList();
    return layout.with(
        named.stream().filter(name -> name.startsWith("/")).toList(),
        text -> {
          ColumnHeader header = ColumnHeader.of(text);
          return named.contains(header.text()) ? NAMED : header.isKnown() ? 1 : 0;
        });
  }
}

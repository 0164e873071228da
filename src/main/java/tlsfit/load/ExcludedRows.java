package tlsfit.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tech.tablesaw.selection.BitmapBackedSelection;
import tech.tablesaw.selection.Selection;

/** The rows of a table that its entry leaves out of the fit, taken apart from the others. */
final class ExcludedRows {
  private final LoadedTable table;
  private final List<String> reasons = new ArrayList<>();
  private final TreeMap<Integer, String> rows = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();

  ExcludedRows(LoadedTable table, List<Integer> dropped) {
    this.table = table;
    for (Exclusion exclusion : table.entry().exclude()) {
      List<Integer> lines = new ArrayList<>();
      for (int i = 0; i < table.rows(); i++) {
        if (isMeant(exclusion, i)) {
          rows.putIfAbsent(i, exclusion.text());
          lines.add(table.line(i));
        }
      }
      dropped.stream().filter(exclusion::names).forEach(lines::add);
      lines.sort(null);
      notes.add(
          lines.isEmpty()
              ? "exclude: " + exclusion.text() + " leaves out no row"
              : "excluded by " + exclusion.text() + ": " + Lines.of(lines));
    }
    rows.values().forEach(reasons::add);
  }

  private boolean isMeant(Exclusion exclusion, int row) {
    if (exclusion instanceof Exclusion.Condition condition) {
      return condition.comparisons().stream().allMatch(one -> holds(one, row));
    }
    return exclusion.names(table.line(row));
  }

  private boolean holds(Exclusion.Comparison comparison, int row) {
    Optional<double[]> values = table.values(comparison.role());
    return values.isPresent() && comparison.sign().holds(values.get()[row], comparison.limit());
  }

  /** Conditions on what the table does not have, in words; empty where there is none. */
  Optional<String> missing() {
    String missing =
        table.entry().exclude().stream()
            .filter(Exclusion.Condition.class::isInstance)
            .flatMap(condition -> ((Exclusion.Condition) condition).comparisons().stream())
            .map(Exclusion.Comparison::role)
            .filter(role -> table.values(role).isEmpty())
            .map(Role::key)
            .distinct()
            .collect(Collectors.joining(", "));
    return missing.isEmpty() ? Optional.empty() : Optional.of(missing);
  }

  /** One sentence for each exclusion. */
  List<String> notes() {
    return notes;
  }

  /** The rows that stay. */
  NumberColumns kept() {
    return table.data().where(selection().flip(0, table.rows()));
  }

  /** The rows that are left out. */
  NumberColumns left() {
    return table.data().where(selection());
  }

  /** Why each is left out, in their order. */
  List<String> reasons() {
    return reasons;
  }

  private Selection selection() {
    return new BitmapBackedSelection(rows.keySet().stream().mapToInt(Integer::intValue).toArray());
  }
}

package tlsfit.setup;

import java.util.List;
import tlsfit.model.FieldTable;

/**
 * A table of local fields by its name.
 *
 * @param name the file it is from, or what else identifies it, for the record of a fit
 * @param entries its lines: s = local field over F_AC [1] and weight [1]
 */
public record FieldEntries(String name, List<FieldTable.Entry> entries) {
  /** Copies. */
  public FieldEntries {
    entries = List.copyOf(entries);
  }

  /** Whether there is something to average over. */
  boolean hasWeight() {
    return entries.stream().anyMatch(entry -> entry.weight() > 0);
  }
}

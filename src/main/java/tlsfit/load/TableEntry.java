package tlsfit.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tlsfit.setup.SlowChange;
import tlsfit.units.Quantity;

/**
 * What a sample file says about one table.
 *
 * @param file the table's file, as written
 * @param place where the entry stands; empty for a table alone
 * @param constants what holds for all rows
 * @param headers which column is what, where its header does not say
 * @param slow slow changes of the frequency in it that are to be fitted
 */
record TableEntry(
    String file,
    Optional<YamlNode.Scalar> place,
    Map<Role, Constant> constants,
    Map<Role, YamlNode.Scalar> headers,
    List<SlowChange.Kind> slow) {

  /** A number for all rows, with the text it was written as. */
  record Constant(Quantity quantity, String text) {}

  static TableEntry alone(String file) {
    return new TableEntry(file, Optional.empty(), Map.of(), Map.of(), List.of());
  }
}

package tlsfit.table;

import java.util.List;
import tlsfit.units.Unit;

/** Tells a row of units below a header from other rows of text. */
final class UnitsRow {
  private UnitsRow() {}

  /**
   * Whether fields are units: one for each column, at least half of those that are not empty known
   * as units or put in brackets, and no number but 1 among them.
   */
  static boolean isUnits(List<String> fields, int columns) {
    boolean empty = fields.stream().skip(columns).allMatch(String::isEmpty);
    if (fields.size() < columns || !empty) {
      return false;
    }
    int filled = 0;
    int units = 0;
    boolean known = false;
    for (String field : fields) {
      if (field.isEmpty() || field.equals("-") || field.equals("1")) {
        continue;
      }
      if (NumberLook.isNumber(field)) {
        return false;
      }
      filled++;
      boolean unit = Unit.find(Texts.bare(field)) != null;
      known |= unit;
      units += unit || !Texts.bare(field).equals(field.strip()) ? 1 : 0;
    }
    return known && 2 * units >= filled;
  }
}

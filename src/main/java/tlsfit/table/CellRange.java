package tlsfit.table;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rectangle of a sheet, such as C3:F16.
 *
 * @param firstColumn the first being 0
 * @param firstRow the first being 1
 * @param lastColumn inclusive
 * @param lastRow inclusive
 */
public record CellRange(int firstColumn, int firstRow, int lastColumn, int lastRow) {
  private static final Pattern FORM =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7}):\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");

  /** The range that a text names; empty where it names none. */
  public static Optional<CellRange> of(String text) {
    Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    CellRange range =
        new CellRange(
            column(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            column(matcher.group(3)),
            Integer.parseInt(matcher.group(4)));
    return range.firstColumn <= range.lastColumn && range.firstRow <= range.lastRow
        ? Optional.of(range)
        : Optional.empty();
  }

  private static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = 26 * column + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  /** Whether a cell lies within. */
  boolean holds(int row, int column) {
    return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
  }
}

package tlsfit.table;

import java.math.BigDecimal;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** The text of a cell of a sheet, so that nothing of its meaning is lost. */
final class SheetCell {
  private SheetCell() {}

  /**
   * What a cell says: the digits stored for a number, with % behind them where it is shown in
   * percent; for a date, and for a formula that no program computed, words that are no number.
   */
  static String text(Cell cell) {
    @Nullable String raw = cell.getRawValue();
    return switch (cell.getType()) {
      case EMPTY -> "";
      case NUMBER -> raw == null ? "" : number(cell, raw);
      case STRING, ERROR, BOOLEAN -> raw == null ? "" : shownText(cell, raw);
      case FORMULA -> formula(cell, raw);
    };
  }

  private static String shownText(Cell cell, String raw) {
    @Nullable String text = cell.getText();
    return text == null ? raw : text;
  }

  private static String formula(Cell cell, @Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return "=" + cell.getFormula() + " (not computed)";
    }
    return cell.getValue() instanceof BigDecimal ? number(cell, raw) : raw;
  }

  private static String number(Cell cell, String raw) {
    @Nullable String format = cell.getDataFormatString();
    @Nullable Integer id = cell.getDataFormatId();
    if (isDate(id == null ? 0 : id, format == null ? "" : format)) {
      return "a date, stored as " + raw;
    }
    if (format != null && format.endsWith("%")) {
      return new BigDecimal(raw).movePointRight(2).toString() + " %";
    }
    // stored numbers have no thousands: 2.125 beside 400 is not two thousand
    return NumberShape.of(raw) == NumberShape.POINT_OR_THOUSANDS ? raw + "E0" : raw;
  }

  // ECMA-376, part 1, 18.8.30: numbers of the formats that are built in
  private static boolean isDate(int id, String format) {
    if ((id >= 14 && id <= 22) || (id >= 45 && id <= 47)) {
      return true;
    }
    String letters =
        format
            .toLowerCase(Locale.ROOT)
            .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|general|e[+-]", "");
    return letters.matches(".*[ymdhs].*");
  }
}

package tlsfit.load;

import java.util.regex.Pattern;
import tlsfit.table.Texts;

/** What to say of a cell that holds no number. */
final class CellText {
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("[+\u2212-]?[0-9]+,[0-9]+([eE][+-]?[0-9]+)?");

  private CellText() {}

  /** What was found: the text in quotes, or that there is none. */
  static String found(String cell) {
    return cell.isEmpty() ? "found an empty cell" : "found " + Texts.quoted(cell);
  }

  /** What to do where a number is needed: a decimal comma becomes a point. */
  static String mend(String cell) {
    return DECIMAL_COMMA.matcher(cell).matches()
        ? "write a decimal point, " + cell.replace(',', '.')
        : "a number is needed: remove the row or write the value";
  }
}

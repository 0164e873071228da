package tlsfit.table;

import java.util.Locale;
import java.util.Set;

/** Whether a cell looks like a number, whatever its decimal mark, or like a missing one. */
public final class NumberLook {
  /** Words for a number that is not there, in lower case. */
  private static final Set<String> MISSING =
      Set.of(
          "",
          "-",
          "--",
          "---",
          "\u2013",
          "\u2014",
          "\u2212",
          "*",
          "?",
          ".",
          "nan",
          "+nan",
          "-nan",
          "na",
          "n/a",
          "#n/a",
          "#na",
          "#nv",
          "<na>",
          "<n/a>",
          "nil",
          "null",
          "none",
          "nat",
          "missing",
          "inf",
          "+inf",
          "-inf",
          "\u2212inf",
          "infinity",
          "+infinity",
          "-infinity",
          "1.#qnan",
          "-1.#ind",
          "1.#ind",
          "1.#inf",
          "-1.#inf",
          "nan(ind)",
          "-nan(ind)",
          "#div/0!",
          "#value!",
          "#num!",
          "#ref!",
          "#name?",
          "#null!");

  private static final int LONGEST_UNIT = 12;
  private static final int GROUP = 3;

  private NumberLook() {}

  /**
   * Whether a cell says that its number is missing: {@code nan}, {@code --}, {@code n/a}, nothing.
   */
  public static boolean isMissing(String cell) {
    if (cell.isEmpty()) {
      return true;
    }
    char first = cell.charAt(0);
    if (first >= '0' && first <= '9' && first != '1') {
      return false; // 1.#QNAN
    }
    return MISSING.contains(cell.toLowerCase(Locale.ROOT));
  }

  /** Whether a cell begins as a number does, with at most a unit or an error behind it. */
  static boolean isNumber(String cell) {
    int at = 0;
    if (at < cell.length() && CellNumber.isSign(cell.charAt(at))) {
      at++;
    }
    if (at < cell.length() && (cell.charAt(at) == '.' || cell.charAt(at) == ',')) {
      at++;
    }
    int digits = at;
    while (at < cell.length() && isBody(cell, at)) {
      at++;
    }
    if (at == digits || !Character.isDigit(cell.charAt(digits))) {
      return false;
    }
    if (at == cell.length()) {
      return true;
    }
    return isTail(cell.substring(at));
  }

  private static boolean isBody(String cell, int at) {
    char c = cell.charAt(at);
    if ((c >= '0' && c <= '9') || c == '.' || c == ',') {
      return true;
    }
    // a blank or an apostrophe between groups of digits
    boolean group = c == '\'' || c == '\u2019' || c == '_' || (c != '\t' && Cells.isBlank(c));
    return group
        && at + GROUP < cell.length()
        && cell.substring(at + 1, at + 1 + GROUP).chars().allMatch(Character::isDigit);
  }

  // an exponent, a unit, an error; not the rest of a date, a time or a version
  private static boolean isTail(String tail) {
    char c = tail.charAt(0);
    if ("eEdD×(±+".indexOf(c) >= 0) {
      return tail.length() <= 2 * LONGEST_UNIT;
    }
    String unit = tail.strip();
    if (unit.isEmpty()) {
      return true; // blanks that no table has, such as a vertical tab
    }
    return unit.length() <= LONGEST_UNIT
        && (Character.isLetter(unit.charAt(0)) || "%±×x*·".indexOf(unit.charAt(0)) >= 0);
  }

  /** Whether a cell says in a word or sign that its number is missing. */
  static boolean isMissingWord(String cell) {
    return !cell.isEmpty() && isMissing(cell);
  }

  /** Whether a cell looks like a number or says that one is missing; empty cells do neither. */
  static boolean isNumeric(String cell) {
    return !cell.isEmpty() && (isMissing(cell) || isNumber(cell));
  }
}

package tlsfit.table;

/** Numbers as programs write them: {@code -1.25e-3}, digits with a point at most. */
final class PlainNumber {
  private PlainNumber() {}

  /** Whether a text is such a number. */
  static boolean is(String text) {
    NumberScan scan = new NumberScan(text, text.length());
    return scan.at(0) && scan.end() == text.length();
  }

  /**
   * The nearest double to such a number.
   *
   * @return not a number where the text is none
   */
  static double parse(String text) {
    NumberScan scan = new NumberScan(text, text.length());
    return scan.at(0) && scan.end() == text.length() ? scan.value() : Double.NaN;
  }
}

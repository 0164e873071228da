package tlsfit.table;

/** Numbers as programs write them: {@code -1.25e-3}, digits with a point at most. */
final class PlainNumber {
  private static final char END = '\n';

  private PlainNumber() {}

  /** Whether a text is such a number. */
  static boolean is(String text) {
    return fills(text, new NumberScan());
  }

  /**
   * The nearest double to such a number.
   *
   * @return not a number where the text is none
   */
  static double parse(String text) {
    NumberScan scan = new NumberScan();
    return fills(text, scan) ? scan.value() : Double.NaN;
  }

  private static boolean fills(String text, NumberScan scan) {
    return scan.at((text + END).toCharArray(), 0) && scan.end() == text.length();
  }
}

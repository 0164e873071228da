package tlsfit.report;

/** Colours of a terminal (ECMA-48, select graphic rendition). */
enum Colour {
  PLAIN(""),
  BOLD("1"),
  GREEN("1;32"),
  YELLOW("1;33"),
  RED("1;31");

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  /** A text in this colour, or as it is. */
  String of(String text, boolean wanted) {
    return wanted && !code.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}

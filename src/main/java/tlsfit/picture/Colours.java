package tlsfit.picture;

/**
 * The colours of series, after Okabe and Ito, which people who confuse red and green can tell
 * apart; neighbours differ in lightness too, so that they differ in grey.
 */
final class Colours {
  private static final int[] SERIES = {
    0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000, 0x8C510A
  };

  /** That of text and of comparisons. */
  static final int GREY = 6;

  private Colours() {}

  /** The colour on paper, as 0xRRGGBB. */
  static int of(int number) {
    return switch (number) {
      case Canvas.TEXT -> 0x303030;
      case Canvas.PAPER -> 0xFFFFFF;
      default -> SERIES[Math.floorMod(number, SERIES.length)];
    };
  }

  /** The colour in a page, whose style sheet decides on the shade, light or dark. */
  static String inPage(int number) {
    return switch (number) {
      case Canvas.TEXT -> "var(--ink)";
      case Canvas.PAPER -> "var(--paper)";
      default -> "var(--s" + Math.floorMod(number, SERIES.length) + ")";
    };
  }
}

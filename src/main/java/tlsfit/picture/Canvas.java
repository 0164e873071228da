package tlsfit.picture;

/** Something to paint on, in pixels from the upper left corner; colours by number as in series. */
interface Canvas {
  /** The colour of text and axes. */
  int TEXT = -1;

  /** The colour of the paper. */
  int PAPER = -2;

  /** Where a text stands beside its place. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /**
   * A line through points.
   *
   * @param points x and y in turn; no number breaks it
   * @param width [px]
   * @param dashes lengths of strokes and gaps in turn [px]; none for a full line
   */
  void line(double[] points, int colour, double width, double... dashes);

  /**
   * A closed area.
   *
   * @param points its corners, x and y in turn
   * @param strength from 0 to 1
   */
  void fill(double[] points, int colour, double strength);

  /** A circle; filled, or a line of so many pixels where the width is above 0. */
  void circle(double x, double y, double radius, int colour, double width, String label);

  /** A text on one line, upright or turned to the left about its place. */
  void text(double x, double y, String text, double size, Anchor anchor, boolean turned);

  /** What follows is seen within a rectangle alone, until {@link #unclip}. */
  void clip(double x, double y, double width, double height);

  /** Ends {@link #clip}. */
  void unclip();

  /** A rectangle's corners. */
  static double[] rectangle(double x, double y, double width, double height) {
    return new double[] {x, y, x + width, y, x + width, y + height, x, y + height};
  }
}

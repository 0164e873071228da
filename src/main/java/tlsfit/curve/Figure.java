package tlsfit.curve;

import java.util.List;

/**
 * A figure as numbers.
 *
 * @param xHeader header of the column over which the curves run
 * @param yHeader header of the other
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series the curves
 */
public record Figure(String xHeader, String yHeader, Axis x, Axis y, List<Series> series) {

  /** Copies the list. */
  public Figure {
    series = List.copyOf(series);
  }

  /**
   * An axis.
   *
   * @param label quantity and unit
   * @param logarithmic whether it is divided in decades
   * @param from its beginning
   * @param to its end
   */
  public record Axis(String label, boolean logarithmic, double from, double to) {}

  /** What a series is to the figure. */
  public enum Kind {
    /** What the figure shows. */
    MODEL,
    /** An approximation or another case, to compare with. */
    COMPARED,
    /** A place on the horizontal axis. */
    MARK
  }

  /**
   * A curve.
   *
   * @param name in the legend and in the column of names
   * @param kind what it is
   * @param x its points; never written to
   * @param y its points, as many; never written to
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers to draw, never compared
  public record Series(String name, Kind kind, double[] x, double[] y) {}
}

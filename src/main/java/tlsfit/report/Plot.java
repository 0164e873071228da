package tlsfit.report;

import java.util.List;

/**
 * Curves over one axis, to be drawn.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param curves what is drawn, the last on top; the legend keeps this order
 * @param legend the corner of the legend, where no curve runs
 */
public record Plot(Scale x, Scale y, List<Curve> curves, Corner legend) {

  /** Copies the list. */
  public Plot {
    curves = List.copyOf(curves);
  }

  /** A corner of the frame. */
  public enum Corner {
    /** Left, above. */
    TOP_LEFT,
    /** Right, above. */
    TOP_RIGHT,
    /** Left, below. */
    BOTTOM_LEFT,
    /** Right, below. */
    BOTTOM_RIGHT
  }

  /**
   * An axis.
   *
   * @param label quantity and unit
   * @param logarithmic whether it is divided in decades
   * @param from its value at the left or at the bottom; above 0 where it is logarithmic
   * @param to its value at the right or at the top, above {@code from}
   */
  public record Scale(String label, boolean logarithmic, double from, double to) {

    /** Checks the range. */
    public Scale {
      if (!(from < to && (!logarithmic || from > 0) && to < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(label + ": no axis from " + from + " to " + to);
      }
    }

    /** Where a value lies along the axis, 0 at its beginning and 1 at its end. */
    double place(double value) {
      return logarithmic
          ? Math.log(value / from) / Math.log(to / from)
          : (value - from) / (to - from);
    }
  }

  /** What a curve is, which decides how it looks. */
  public enum Kind {
    /** What the picture is about: a thick line. */
    MAIN,
    /** What it is compared with: a thin dashed line. */
    COMPARED,
    /** A place on an axis: a thin dotted line. */
    MARK
  }

  /**
   * A curve.
   *
   * @param name for the legend
   * @param kind what it is
   * @param x its points, in their order; never written to
   * @param y its points, as many; never written to
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers to draw, never compared
  public record Curve(String name, Kind kind, double[] x, double[] y) {

    /** Checks that there is a y for each x. */
    public Curve {
      if (x.length != y.length) {
        throw new IllegalArgumentException(name + ": " + x.length + " x, " + y.length + " y");
      }
    }
  }
}

package tlsfit.picture;

import java.util.List;

/**
 * Something drawn in a panel, in the values of its axes; the last of a panel lies on top. A series
 * with an empty name is not in the legend. Arrays are not copied: do not write.
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to draw, never compared
public sealed interface Series {

  /** Its name in the legend; empty for none. */
  String name();

  /** Its colour, by number, in the legend and elsewhere; −1 is that of text. */
  int colour();

  /** How a line is drawn. */
  enum Stroke {
    /** What the picture is about. */
    THICK,
    /** A thin full line. */
    THIN,
    /** What it is compared with. */
    DASHED,
    /** Compared too, and told from the first. */
    LONG_DASHED,
    /** A place on an axis. */
    DOTTED
  }

  /** How a point is drawn. */
  enum Symbol {
    /** A full dot. */
    DOT,
    /** A circle around another point. */
    RING,
    /** A square, half as strong: of another kind than the dots. */
    SQUARE,
    /** A cross through an open dot: taken out. */
    STRUCK,
    /** A cross, of a place found. */
    CROSS
  }

  /**
   * A line through points; broken where one is no number.
   *
   * @param name in the legend
   * @param colour by number
   * @param stroke how it is drawn
   * @param x its points
   * @param y its points, as many
   */
  record Line(String name, int colour, Stroke stroke, double[] x, double[] y) implements Series {
    /** Checks that there is a y for each x. */
    public Line {
      same(name, x, y);
    }
  }

  /**
   * The area between two curves.
   *
   * @param name in the legend
   * @param colour by number
   * @param strength from 0, not seen, to 1, full
   * @param x common to both
   * @param low the lower one
   * @param high the upper one
   */
  record Band(String name, int colour, double strength, double[] x, double[] low, double[] high)
      implements Series {
    /** Checks that there are as many of each. */
    public Band {
      same(name, x, low);
      same(name, x, high);
    }
  }

  /**
   * Points with error bars.
   *
   * @param name in the legend
   * @param colour by number
   * @param symbol how they are drawn
   * @param x their places
   * @param y their places, as many
   * @param error half-length of the bars upwards and downwards; empty for none
   * @param labels what each is, for pages that show it; empty for nothing
   */
  record Points(
      String name,
      int colour,
      Symbol symbol,
      double[] x,
      double[] y,
      double[] error,
      List<String> labels)
      implements Series {
    /** Checks that there are as many of each. */
    public Points {
      same(name, x, y);
      if (error.length > 0) {
        same(name, x, error);
      }
      labels = List.copyOf(labels);
    }
  }

  /**
   * A place marked by a line across the panel.
   *
   * @param name beside the line, within the panel
   * @param vertical whether it marks a place on the horizontal axis
   * @param at the place
   * @param stroke how it is drawn
   */
  record Mark(String name, boolean vertical, double at, Stroke stroke) implements Series {
    @Override
    public int colour() {
      return -1;
    }
  }

  /**
   * A hatched part of the horizontal axis, from bottom to top.
   *
   * @param name in the legend
   * @param from its left end
   * @param to its right end
   */
  record Region(String name, double from, double to) implements Series {
    @Override
    public int colour() {
      return -1;
    }
  }

  /**
   * Closed areas.
   *
   * @param name in the legend
   * @param colour by number
   * @param strength of the filling, from 0 to 1
   * @param outlined whether they have a border
   * @param x their corners; no number between two areas
   * @param y their corners, as many
   */
  record Area(String name, int colour, double strength, boolean outlined, double[] x, double[] y)
      implements Series {
    /** Checks that there is a y for each x. */
    public Area {
      same(name, x, y);
    }
  }

  private static void same(String name, double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(name + ": " + x.length + " x, " + y.length + " y");
    }
  }
}

package tlsfit.picture;

import java.util.List;
import java.util.Optional;

/**
 * A picture: stacks of panels beside and below each other.
 *
 * @param description of what is seen, for those who do not see it
 * @param stacks from left to right, row after row
 * @param perRow how many stand beside each other
 * @param width of one stack [px]
 * @param height of one stack [px]
 */
public record Plot(String description, List<Stack> stacks, int perRow, int width, int height) {
  /** The usual size [px]. */
  static final int WIDTH = 720;

  static final int HEIGHT = 480;

  /** Copies the list. */
  public Plot {
    stacks = List.copyOf(stacks);
    if (stacks.isEmpty() || perRow < 1) {
      throw new IllegalArgumentException(description + ": no panel");
    }
  }

  /** A picture of one panel, of the usual size. */
  public static Plot of(String description, Axis x, Panel panel) {
    return new Plot(
        description, List.of(new Stack("", x, Optional.empty(), List.of(panel))), 1, WIDTH, HEIGHT);
  }

  /** Width of the whole [px]. */
  public int wholeWidth() {
    return width * Math.min(perRow, stacks.size());
  }

  /** Height of the whole [px]. */
  public int wholeHeight() {
    return height * ((stacks.size() + perRow - 1) / perRow);
  }

  /** Where in a panel a legend stands. */
  public enum Corner {
    /** Left, above. */
    TOP_LEFT,
    /** In the middle, above. */
    TOP,
    /** Right, above. */
    TOP_RIGHT,
    /** Left, below. */
    BOTTOM_LEFT,
    /** Right, below. */
    BOTTOM_RIGHT
  }

  /**
   * Panels below each other over one horizontal axis.
   *
   * @param title above them; empty for none
   * @param x the axis, at the foot of the lowest
   * @param top another scale of the same axis, at the head of the highest
   * @param panels from the highest to the lowest
   */
  public record Stack(String title, Axis x, Optional<Top> top, List<Panel> panels) {
    /** Copies the list. */
    public Stack {
      panels = List.copyOf(panels);
    }
  }

  /**
   * A second scale of a horizontal axis.
   *
   * @param label quantity and unit
   * @param ticks at values of the axis itself
   */
  public record Top(String label, List<Axis.Tick> ticks) {
    /** Copies the list. */
    public Top {
      ticks = List.copyOf(ticks);
    }
  }

  /**
   * A panel.
   *
   * @param y its vertical axis
   * @param share of the height of its stack, in relation to the others
   * @param series what is drawn, the last on top; the legend keeps this order
   * @param legend the corner of the legend; empty for none
   */
  public record Panel(Axis y, double share, List<Series> series, Optional<Corner> legend) {
    /** Copies the list. */
    public Panel {
      series = List.copyOf(series);
    }

    /** A panel that has the whole height, with a legend. */
    public Panel(Axis y, List<Series> series, Corner legend) {
      this(y, 1, series, Optional.of(legend));
    }
  }
}

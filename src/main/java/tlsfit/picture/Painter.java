package tlsfit.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tlsfit.picture.Canvas.Anchor;
import tlsfit.picture.Plot.Panel;
import tlsfit.picture.Plot.Stack;

/**
 * The painter of plots: lays out stacks and panels and paints axes; {@link SeriesPainter} what is
 * in them.
 */
final class Painter {
  private static final double TICK = 5;
  private static final double SMALL = 12;
  private static final double SECOND = 10;
  private static final double LINE = 12;
  private static final double LABEL = 13;
  private static final double LEFT = 74;
  static final double RIGHT = 18;
  private static final double FOOT = 50;
  private static final double GAP = 10;
  private static final double TITLE = 24;
  private static final double TOP_SCALE = 44;
  private static final double PIXELS_PER_TICK = 62;
  private static final int FEW = 6;
  private static final double NONE = Double.NaN; // a gap in a line

  private final Plot plot;
  private final Canvas canvas;

  private Painter(Plot plot, Canvas canvas) {
    this.plot = plot;
    this.canvas = canvas;
  }

  static void paint(Plot plot, Canvas canvas) {
    Painter painter = new Painter(plot, canvas);
    for (int k = 0; k < plot.stacks().size(); k++) {
      double x = (double) (k % plot.perRow()) * plot.width();
      int row = k / plot.perRow();
      double y = (double) row * plot.height();
      painter.stack(plot.stacks().get(k), x, y);
    }
  }

  private void stack(Stack stack, double x, double y) {
    double head =
        12 + (stack.title().isEmpty() ? 0 : TITLE) + (stack.top().isPresent() ? TOP_SCALE : 0);
    double margin = margin(stack);
    double left = x + margin;
    double width = plot.width() - margin - RIGHT;
    double height = plot.height() - head - FOOT - GAP * (stack.panels().size() - 1);
    double shares = stack.panels().stream().mapToDouble(Panel::share).sum();
    if (!stack.title().isEmpty()) {
      canvas.text(left + width / 2, y + 20, stack.title(), LABEL, Anchor.MIDDLE, false);
    }
    double top = y + head;
    for (int k = 0; k < stack.panels().size(); k++) {
      Panel panel = stack.panels().get(k);
      Frame frame =
          new Frame(left, top, width, height * panel.share() / shares, stack.x(), panel.y());
      new SeriesPainter(frame, canvas).paint(panel);
      axes(frame, k == stack.panels().size() - 1, margin);
      if (k == 0) {
        stack.top().ifPresent(scale -> top(frame, scale));
      }
      top += frame.height() + GAP;
    }
  }

  /** The room to the left of the panels, as wide as the longest text beside a tick needs. */
  private static double margin(Stack stack) {
    return stack.panels().stream()
        .flatMap(panel -> panel.y().ticks(FEW).stream())
        .mapToDouble(tick -> margin(tick.text()))
        .max()
        .orElse(LEFT);
  }

  /** The same for one text [px]. */
  static double margin(String text) {
    double widest = 0;
    double size = SMALL;
    for (String line : text.lines().toList()) {
      widest = Math.max(widest, 0.565 * size * line.length());
      size = SECOND; // of all but the first
    }
    return Math.max(LEFT, 34 + widest);
  }

  private void axes(Frame frame, boolean last, double margin) {
    double right = frame.left() + frame.width();
    double bottom = frame.top() + frame.height();
    canvas.line(
        new double[] {
          frame.left(),
          frame.top(),
          right,
          frame.top(),
          right,
          bottom,
          frame.left(),
          bottom,
          frame.left(),
          frame.top()
        },
        Canvas.TEXT,
        1);
    List<Double> marks = new ArrayList<>();
    int most = (int) Math.max(2, frame.width() / PIXELS_PER_TICK);
    for (Axis.Tick tick : frame.x().ticks(most)) {
      double at = frame.across(tick.at());
      if (Double.isNaN(at)) {
        continue; // on an axis of more than 300 decades
      }
      double length = tick.text().isEmpty() ? TICK - 2 : TICK;
      marks.addAll(List.of(at, bottom, at, bottom - length, NONE, NONE));
      if (last && !tick.text().isEmpty()) {
        canvas.text(at, bottom + 17, tick.text(), SMALL, Anchor.MIDDLE, false);
      }
    }
    int upwards = (int) Math.max(2, frame.height() / 40);
    for (Axis.Tick tick : frame.y().ticks(upwards)) {
      double at = frame.up(tick.at());
      if (Double.isNaN(at)) {
        continue;
      }
      double length = tick.text().isEmpty() ? TICK - 2 : TICK;
      marks.addAll(List.of(frame.left(), at, frame.left() + length, at, NONE, NONE));
      marks.addAll(List.of(right, at, right - length, at, NONE, NONE));
      if (!tick.text().isEmpty()) {
        beside(frame.left() - 6, at + 4, tick.text());
      }
    }
    marks(marks);
    double middle = frame.top() + frame.height() / 2;
    canvas.text(frame.left() - margin + 18, middle, frame.y().label(), LABEL, Anchor.MIDDLE, true);
    if (last) {
      double centre = frame.left() + frame.width() / 2;
      canvas.text(centre, bottom + 38, frame.x().label(), LABEL, Anchor.MIDDLE, false);
    }
  }

  /** A text that ends at a place, further lines of it below and smaller. */
  private void beside(double x, double y, String text) {
    List<String> lines = text.lines().toList();
    double at = y - LINE * (lines.size() - 1) / 2;
    canvas.text(x, at, lines.get(0), SMALL, Anchor.END, false);
    for (int k = 1; k < lines.size(); k++) {
      canvas.text(x, at + LINE * k, lines.get(k), SECOND, Anchor.END, false);
    }
  }

  private void top(Frame frame, Plot.Top scale) {
    List<Double> marks = new ArrayList<>();
    double free = Double.NEGATIVE_INFINITY;
    for (Axis.Tick tick : inOrder(scale.ticks(), frame)) {
      double at = frame.across(tick.at());
      if (at < frame.left() - 0.5 || at > frame.left() + frame.width() + 0.5) {
        continue;
      }
      double length = tick.text().isEmpty() ? TICK - 2 : TICK;
      marks.addAll(List.of(at, frame.top(), at, frame.top() + length, NONE, NONE));
      double half = 3.6 * tick.text().length();
      if (!tick.text().isEmpty() && at - half > free) {
        canvas.text(at, frame.top() - 6, tick.text(), SMALL, Anchor.MIDDLE, false);
        free = at + half + 6;
      }
    }
    marks(marks);
    canvas.text(
        frame.left() + frame.width() / 2,
        frame.top() - 25,
        scale.label(),
        LABEL,
        Anchor.MIDDLE,
        false);
  }

  /** Ticks as one line with gaps. */
  private void marks(List<Double> points) {
    canvas.line(points.stream().mapToDouble(Double::doubleValue).toArray(), Canvas.TEXT, 1);
  }

  private static List<Axis.Tick> inOrder(List<Axis.Tick> ticks, Frame frame) {
    return ticks.stream()
        .sorted(Comparator.comparingDouble(tick -> frame.across(tick.at())))
        .toList();
  }
}

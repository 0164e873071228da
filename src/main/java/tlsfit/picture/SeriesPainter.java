package tlsfit.picture;

import java.util.ArrayList;
import java.util.List;
import tlsfit.picture.Canvas.Anchor;
import tlsfit.picture.Plot.Corner;
import tlsfit.picture.Plot.Panel;
import tlsfit.picture.Series.Stroke;
import tlsfit.picture.Series.Symbol;

/** The painter of the series and the legend of one panel. */
final class SeriesPainter {
  private static final double DOT = 2.8;
  private static final double CAP = 2.5;
  private static final double GAP = Double.NaN;
  private static final double HATCH = 9;
  private static final double LINE = 17;
  private static final double TEXT = 12;
  private static final double SAMPLE = 26;

  private final Frame frame;
  private final Canvas canvas;

  SeriesPainter(Frame frame, Canvas canvas) {
    this.frame = frame;
    this.canvas = canvas;
  }

  void paint(Panel panel) {
    // a line that runs along the border is seen whole
    canvas.clip(frame.left(), frame.top() - 2, frame.width(), frame.height() + 4);
    panel.series().forEach(this::series);
    canvas.unclip();
    panel.legend().ifPresent(corner -> legend(panel.series(), corner));
  }

  private void series(Series series) {
    if (series instanceof Series.Line line) {
      stroke(frame.points(line.x(), line.y()), line.colour(), line.stroke());
    } else if (series instanceof Series.Band band) {
      fill(band);
    } else if (series instanceof Series.Area area) {
      double[] corners = frame.points(area.x(), area.y());
      canvas.fill(corners, area.colour(), area.strength());
      if (area.outlined()) {
        canvas.line(closed(corners), area.colour(), 1.2);
      }
    } else if (series instanceof Series.Points points) {
      points(points);
    } else if (series instanceof Series.Mark mark) {
      mark(mark);
    } else if (series instanceof Series.Region region) {
      hatch(frame.across(region.from()), frame.top(), frame.across(region.to()), frame.bottom());
    }
  }

  private static double[] closed(double[] corners) {
    double[] all = java.util.Arrays.copyOf(corners, corners.length + 2);
    if (corners.length > 1) {
      all[corners.length] = corners[0];
      all[corners.length + 1] = corners[1];
    }
    return all;
  }

  private void fill(Series.Band band) {
    int n = band.x().length;
    double[] corners = new double[4 * n];
    double[] above = frame.points(band.x(), band.high());
    double[] below = frame.points(band.x(), band.low());
    System.arraycopy(above, 0, corners, 0, 2 * n);
    for (int i = 0; i < n; i++) {
      corners[2 * n + 2 * i] = below[2 * (n - 1 - i)];
      corners[2 * n + 2 * i + 1] = below[2 * (n - 1 - i) + 1];
    }
    canvas.fill(corners, band.colour(), band.strength());
  }

  private void points(Series.Points points) {
    double[] places = frame.points(points.x(), points.y());
    canvas.line(errors(points, places), points.colour(), 1);
    for (int i = 0; i < points.x().length; i++) {
      if (!Double.isNaN(places[2 * i])) {
        String label = i < points.labels().size() ? points.labels().get(i) : "";
        symbol(places[2 * i], places[2 * i + 1], points.symbol(), points.colour(), label);
      }
    }
  }

  /** All error bars with their ends, as one line with gaps. */
  private double[] errors(Series.Points points, double[] places) {
    List<Double> bars = new ArrayList<>();
    for (int i = 0; i < points.error().length; i++) {
      double x = places[2 * i];
      if (!Double.isNaN(x) && points.error()[i] > 0) {
        double high = frame.up(points.y()[i] + points.error()[i]);
        double low = frame.up(points.y()[i] - points.error()[i]);
        bars.addAll(List.of(x, low, x, high, GAP, GAP));
        bars.addAll(List.of(x - CAP, low, x + CAP, low, GAP, GAP));
        bars.addAll(List.of(x - CAP, high, x + CAP, high, GAP, GAP));
      }
    }
    return bars.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private void symbol(double x, double y, Symbol symbol, int colour, String label) {
    switch (symbol) {
      case DOT -> canvas.circle(x, y, DOT, colour, 0, label);
      case RING -> canvas.circle(x, y, 7, colour, 1.4, label);
      case SQUARE ->
          canvas.fill(Canvas.rectangle(x - DOT, y - DOT, 2 * DOT, 2 * DOT), colour, 0.75);
      case STRUCK -> {
        canvas.circle(x, y, DOT + 0.5, colour, 1.1, label);
        canvas.line(new double[] {x - 5, y + 5, x + 5, y - 5}, colour, 1.3);
      }
      case CROSS -> {
        canvas.line(new double[] {x - 5, y, x + 5, y}, colour, 1.8);
        canvas.line(new double[] {x, y - 5, x, y + 5}, colour, 1.8);
      }
    }
  }

  private void mark(Series.Mark mark) {
    if (mark.vertical()) {
      double x = frame.across(mark.at());
      stroke(new double[] {x, frame.top(), x, frame.bottom()}, Canvas.TEXT, mark.stroke());
      boolean left = x > frame.left() + 0.7 * frame.width();
      canvas.text(
          left ? x - 5 : x + 5,
          frame.bottom() - 8,
          mark.name(),
          TEXT - 1,
          left ? Anchor.END : Anchor.START,
          false);
    } else {
      double y = frame.up(mark.at());
      stroke(new double[] {frame.left(), y, frame.right(), y}, Canvas.TEXT, mark.stroke());
      canvas.text(frame.right() - 5, y - 4, mark.name(), TEXT - 1, Anchor.END, false);
    }
  }

  private void hatch(double left, double top, double right, double bottom) {
    double from = Math.max(left, frame.left());
    double to = Math.min(right, frame.right());
    double height = bottom - top;
    List<Double> lines = new ArrayList<>();
    for (double x = from - height; x < to; x += HATCH) {
      double start = Math.max(x, from);
      double end = Math.min(x + height, to);
      if (end > start) {
        lines.addAll(List.of(start, bottom - (start - x), end, bottom - (end - x)));
        lines.addAll(List.of(Double.NaN, Double.NaN));
      }
    }
    canvas.line(lines.stream().mapToDouble(Double::doubleValue).toArray(), Canvas.TEXT, 0.5);
  }

  private void stroke(double[] points, int colour, Stroke stroke) {
    switch (stroke) {
      case THICK -> canvas.line(points, colour, 2);
      case THIN -> canvas.line(points, colour, 1);
      case DASHED -> canvas.line(points, colour, 1.4, 7, 4);
      case LONG_DASHED -> canvas.line(points, colour, 1.4, 9, 3, 2, 3);
      case DOTTED -> canvas.line(points, colour, 1.4, 2, 3);
    }
  }

  private void legend(List<Series> all, Corner corner) {
    List<Series> named =
        all.stream()
            .filter(series -> !series.name().isEmpty() && !(series instanceof Series.Mark))
            .toList();
    if (named.isEmpty()) {
      return;
    }
    int longest = named.stream().mapToInt(series -> series.name().length()).max().orElse(0);
    double width = SAMPLE + 12 + 6.1 * longest;
    double height = LINE * named.size() + 6;
    double x =
        switch (corner) {
          case TOP_LEFT, BOTTOM_LEFT -> frame.left() + 9;
          case TOP -> (frame.left() + frame.right() - width) / 2;
          case TOP_RIGHT, BOTTOM_RIGHT -> frame.right() - 9 - width;
        };
    double y =
        switch (corner) {
          case TOP_LEFT, TOP, TOP_RIGHT -> frame.top() + 9;
          case BOTTOM_LEFT, BOTTOM_RIGHT -> frame.bottom() - 9 - height;
        };
    canvas.fill(Canvas.rectangle(x, y, width, height), Canvas.PAPER, 0.85);
    for (int k = 0; k < named.size(); k++) {
      double middle = y + 3 + LINE * (k + 0.5);
      sample(named.get(k), x + 4, middle);
      canvas.text(x + SAMPLE + 9, middle + 4, named.get(k).name(), TEXT, Anchor.START, false);
    }
  }

  private void sample(Series series, double x, double y) {
    double[] across = {x, y, x + SAMPLE, y};
    if (series instanceof Series.Line line) {
      stroke(across, line.colour(), line.stroke());
    } else if (series instanceof Series.Points points) {
      if (points.error().length > 0) {
        canvas.line(
            new double[] {x + SAMPLE / 2, y - 6, x + SAMPLE / 2, y + 6}, points.colour(), 1);
      }
      symbol(x + SAMPLE / 2, y, points.symbol(), points.colour(), "");
    } else if (series instanceof Series.Band band) {
      canvas.fill(Canvas.rectangle(x, y - 5, SAMPLE, 10), band.colour(), band.strength());
    } else if (series instanceof Series.Area area) {
      canvas.fill(Canvas.rectangle(x, y - 5, SAMPLE, 10), area.colour(), area.strength());
      canvas.line(closed(Canvas.rectangle(x, y - 5, SAMPLE, 10)), area.colour(), 1.2);
    } else if (series instanceof Series.Region) {
      for (double k = 0; k < SAMPLE; k += 6) {
        canvas.line(
            new double[] {x + k, y + 5, x + Math.min(k + 10, SAMPLE), y - 5}, Canvas.TEXT, 0.5);
      }
    }
  }
}

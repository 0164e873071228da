package tlsfit.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tlsfit.cli.CurveTables.Scales;
import tlsfit.curve.Curve;
import tlsfit.curve.CurvePoint;
import tlsfit.curve.Figure;
import tlsfit.curve.Range;
import tlsfit.picture.Axis;
import tlsfit.picture.Plot;
import tlsfit.picture.Plot.Corner;
import tlsfit.picture.Series;
import tlsfit.picture.Series.Stroke;

/** Curves as plots to draw. */
final class CurvePlots {
  /** How much longer the vertical axis is than the curve. */
  private static final double MARGIN = 1.1;

  /** Names of frequencies from which on. */
  private record FrequencyUnit(String name, double size) {}

  private static final List<FrequencyUnit> UNITS =
      List.of(
          new FrequencyUnit("MHz", 1e6), new FrequencyUnit("kHz", 1e3), new FrequencyUnit("Hz", 1));

  /** The colour of what is compared. */
  private static final int GUIDE = -1;

  private CurvePlots() {}

  static Plot of(Figure figure) {
    List<Series> series = new ArrayList<>();
    int colour = 0;
    int compared = 0;
    for (Figure.Series one : figure.series()) {
      boolean guide = one.kind() == Figure.Kind.COMPARED;
      Stroke stroke =
          switch (one.kind()) {
            case MODEL -> Stroke.THICK;
            case COMPARED -> compared++ % 2 == 0 ? Stroke.DASHED : Stroke.LONG_DASHED;
            case MARK -> Stroke.DOTTED;
          };
      series.add(
          new Series.Line(
              FigureText.name(figure, one), guide ? GUIDE : colour++, stroke, one.x(), one.y()));
    }
    return Plot.of(
        FigureText.y(figure) + " over " + FigureText.x(figure),
        axis(FigureText.x(figure), figure.x()),
        new Plot.Panel(
            axis(FigureText.y(figure), figure.y()),
            series,
            emptyCorner(figure.series().get(0).y())));
  }

  private static Axis axis(String label, Figure.Axis axis) {
    return new Axis(label, axis.logarithmic(), axis.from(), axis.to());
  }

  /** At the end where the curve lies nearer to 0, on the side that it does not come from. */
  private static Corner emptyCorner(double[] y) {
    boolean negative = Arrays.stream(y).sum() < 0;
    boolean left = Math.abs(y[0]) <= Math.abs(y[y.length - 1]);
    if (negative) {
      return left ? Corner.BOTTOM_LEFT : Corner.BOTTOM_RIGHT;
    }
    return left ? Corner.TOP_LEFT : Corner.TOP_RIGHT;
  }

  /** The change of frequency, or without χ what it is in units of χ. */
  static Plot of(Range range, Curve curve, Scales scales) {
    ToDoubleFunction<CurvePoint> y = point -> -point.shift().value();
    String label = FigureText.SHIFT;
    if (scales.chi().isPresent()) {
      double largest =
          curve.points().stream()
              .mapToDouble(point -> Math.abs(scales.shift(point)) * scales.referenceFrequency())
              .max()
              .orElse(0);
      FrequencyUnit unit =
          UNITS.stream()
              .filter(one -> largest >= one.size())
              .findFirst()
              .orElse(UNITS.get(UNITS.size() - 1));
      y = point -> scales.shift(point) * scales.referenceFrequency() / unit.size();
      label = "shift of the frequency (" + unit.name() + ")";
    }
    double[] xs = curve.points().stream().mapToDouble(CurvePoint::value).toArray();
    double[] ys = curve.points().stream().mapToDouble(y).toArray();
    double lowest = MARGIN * Arrays.stream(ys).min().orElse(-1);
    List<Series> series = new ArrayList<>();
    series.add(new Series.Line("model", 0, Stroke.THICK, xs, ys));
    curve
        .extremum()
        .ifPresent(
            point ->
                series.add(
                    new Series.Line(
                        String.format(Locale.ROOT, "lowest at %.4g", point.value()),
                        1,
                        Stroke.DOTTED,
                        new double[] {point.value(), point.value()},
                        new double[] {lowest, 0})));
    boolean rising = range.from() < range.to();
    double[] leftToRight = ys.clone();
    if (!rising) {
      for (int i = 0; i < ys.length; i++) {
        leftToRight[i] = ys[ys.length - 1 - i];
      }
    }
    return Plot.of(
        label + " over " + VariableText.label(range.variable()),
        Axis.logarithmic(
            VariableText.label(range.variable()),
            Math.min(range.from(), range.to()),
            Math.max(range.from(), range.to())),
        new Plot.Panel(Axis.linear(label, lowest, 0), series, emptyCorner(leftToRight)));
  }
}

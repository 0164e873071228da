package tlsfit.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tlsfit.picture.Plot.Corner;
import tlsfit.picture.Plot.Panel;
import tlsfit.picture.Plot.Stack;
import tlsfit.picture.Series.Stroke;
import tlsfit.picture.Series.Symbol;
import tlsfit.result.ExcludedReading;
import tlsfit.result.FitResult;
import tlsfit.result.FittedReading;
import tlsfit.result.SweepCurve;
import tlsfit.units.NumberText;

/**
 * The plots of data and fit: frequency over what was swept, with the curve and its confidence
 * bands, and the pulls below. A shift is f − f_ref, negative where two-level systems pull the
 * frequency down, in these as in all figures.
 */
public final class FitPlots {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 560;
  private static final double LARGE_PULL = 3;
  private static final int MOST = 12;

  /** How far what is left out may stretch the vertical axis, in its length without that. */
  private static final double MOST_BEYOND = 0.5;

  private static final double MARGIN = 0.06;

  private final DataAndCurves drawn;
  private final double reference;
  private final FrequencyUnit unit;

  private FitPlots(DataAndCurves drawn) {
    this.drawn = drawn;
    this.reference = drawn.reference();
    double largest =
        drawn.readings().stream()
            .mapToDouble(reading -> Math.abs(reading.frequency() - reference))
            .max()
            .orElse(1);
    this.unit = FrequencyUnit.of(largest);
  }

  /** Whether there is anything to draw. */
  public static boolean possible(FitResult result) {
    return !result.curves().isEmpty();
  }

  /** All sweeps of a fit. */
  public static Plot data(FitResult result) {
    return data(
        DataAndCurves.of(result),
        result.sample()
            + ": resonance frequency over what was swept, the fitted curve with its 68 % and 95 %"
            + " confidence bands, and the pulls below");
  }

  /**
   * All sweeps.
   *
   * @param title what the picture shows
   */
  public static Plot data(DataAndCurves drawn, String title) {
    FitPlots plots = new FitPlots(drawn);
    List<Stack> stacks = drawn.curves().stream().limit(MOST).map(plots::stack).toList();
    return new Plot(title, stacks, Math.min(2, stacks.size()), WIDTH, HEIGHT);
  }

  private Stack stack(SweepCurve curve) {
    SweptQuantity quantity = SweptQuantity.of(curve.quantity(), curve.unit());
    double[] x = curve.setting().stream().mapToDouble(quantity::show).toArray();
    List<ExcludedReading> left = LeftOut.along(curve, drawn.excluded());
    Axis axis = SweepAxes.axis(quantity, x, SweepAxes.places(curve, quantity, left));
    List<FittedReading> readings = curve.readings().stream().map(drawn.readings()::get).toList();
    return new Stack(
        title(curve),
        axis,
        SweepAxes.top(curve, x, quantity, left),
        List.of(shifts(curve, quantity, x, readings, left), pulls(curve, quantity, x, readings)));
  }

  /** The table of a curve, and the other of drive and bias there. */
  public static String title(SweepCurve curve) {
    Double other = curve.other();
    return other == null
        ? curve.file()
        : curve.file()
            + " at "
            + SweptQuantity.of(curve.otherQuantity(), curve.otherUnit()).text(other, 4);
  }

  private Panel shifts(
      SweepCurve curve,
      SweptQuantity quantity,
      double[] x,
      List<FittedReading> readings,
      List<ExcludedReading> left) {
    double[] y = shift(curve.frequency());
    List<Series> series = new ArrayList<>();
    theoryEnds(curve, x).ifPresent(series::add);
    band("95 % confidence", 0.2, x, y, curve.confidence95()).ifPresent(series::add);
    band("68 % confidence", 0.4, x, y, curve.confidence68()).ifPresent(series::add);
    series.add(new Series.Line(drawn.legend(), 0, Stroke.THICK, x, y));
    double[] px = settings(curve, quantity, readings);
    double[] py =
        readings.stream()
            .mapToDouble(one -> (one.frequency() - one.slow() - reference) / unit.size())
            .toArray();
    double[] error = readings.stream().mapToDouble(one -> drawn.sigma(one) / unit.size()).toArray();
    series.add(
        new Series.Points(
            "data with σ",
            6,
            Symbol.DOT,
            px,
            py,
            error,
            readings.stream().map(this::label).toList()));
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < py.length; i++) {
      low = Math.min(low, py[i] - error[i]);
      high = Math.max(high, py[i] + error[i]);
    }
    for (double value : y) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double[] struck =
        left.stream().mapToDouble(one -> (one.frequency() - reference) / unit.size()).toArray();
    double least = low - MOST_BEYOND * (high - low);
    double most = high + MOST_BEYOND * (high - low);
    for (double value : struck) {
      low = Math.min(low, Math.max(value, least));
      high = Math.max(high, Math.min(value, most));
    }
    AxisRange range = AxisRange.linear(new double[] {low, high}, MARGIN);
    if (struck.length > 0) {
      double[] lx = SweepAxes.places(curve, quantity, left);
      series.add(LeftOut.struck(left, lx, struck, range, unit.name()));
    }
    SweepCurve.Extremum extremum = curve.extremum();
    if (extremum != null && drawn.determined(curve)) { // else it may be anywhere
      double place = quantity.show(extremum.setting());
      series.add(
          new Series.Line(
              "lowest at " + quantity.text(extremum.setting(), 3),
              -1,
              Stroke.DOTTED,
              new double[] {place, place},
              new double[] {range.from(), range.to()}));
    }
    Corner corner = y[0] < y[y.length - 1] ? Corner.TOP_LEFT : Corner.BOTTOM_LEFT;
    return new Panel(
        range.axis("f − f_ref (" + unit.name() + ")"), 2.6, series, Optional.of(corner));
  }

  private double[] shift(List<Double> frequency) {
    return frequency.stream().mapToDouble(f -> (f - reference) / unit.size()).toArray();
  }

  private static double[] settings(
      SweepCurve curve, SweptQuantity quantity, List<FittedReading> readings) {
    return readings.stream().mapToDouble(one -> quantity.show(setting(curve, one))).toArray();
  }

  /** The value of what a curve sweeps at a reading [SI]. */
  public static double setting(SweepCurve curve, FittedReading reading) {
    return curve.quantity().equals(reading.setting().drive())
        ? reading.setting().driveValue()
        : reading.setting().biasValue();
  }

  private String label(FittedReading reading) {
    return reading.file()
        + ":"
        + reading.line()
        + ", "
        + NumberText.significant((reading.frequency() - reference) / unit.size(), 5)
        + " "
        + unit.name()
        + ", pull "
        + NumberText.significant(drawn.pull(reading), 2);
  }

  private Optional<Series> band(
      String name, double strength, double[] x, double[] y, List<Double> half) {
    if (half.isEmpty()) {
      return Optional.empty();
    }
    double[] low = new double[y.length];
    double[] high = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      low[i] = y[i] - half.get(i) / unit.size();
      high[i] = y[i] + half.get(i) / unit.size();
    }
    return Optional.of(new Series.Band(name, 0, strength, x, low, high));
  }

  /** The part of the axis where the leading logarithm does not reach 1. */
  private static Optional<Series> theoryEnds(SweepCurve curve, double[] x) {
    int first = -1;
    int last = -1;
    for (int k = 0; k < x.length; k++) {
      if (curve.logarithm().get(k) < 1) {
        first = first < 0 ? k : first;
        last = k;
      }
    }
    return first < 0
        ? Optional.empty()
        : Optional.of(new Series.Region("the theory ends (L < 1)", x[first], x[last]));
  }

  /** A band in the σ of the readings nearby, as wide as the pulls would move with the curve. */
  private Optional<Series> pullBand(
      double strength, double[] x, double[] px, List<FittedReading> readings, List<Double> half) {
    if (half.isEmpty()) {
      return Optional.empty();
    }
    double[] high = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      int nearest = 0;
      for (int i = 1; i < px.length; i++) {
        nearest = Math.abs(px[i] - x[k]) < Math.abs(px[nearest] - x[k]) ? i : nearest;
      }
      high[k] = half.get(k) / drawn.sigma(readings.get(nearest));
    }
    double[] low = Arrays.stream(high).map(v -> -v).toArray();
    return Optional.of(new Series.Band("", 0, strength, x, low, high));
  }

  private Panel pulls(
      SweepCurve curve, SweptQuantity quantity, double[] x, List<FittedReading> readings) {
    double[] px = settings(curve, quantity, readings);
    double[] pulls = readings.stream().mapToDouble(one -> drawn.pull(one)).toArray();
    double largest =
        Math.max(
            3.2,
            1.12 * Arrays.stream(pulls).map(Math::abs).filter(Double::isFinite).max().orElse(0));
    List<Series> series = new ArrayList<>();
    pullBand(0.2, x, px, readings, curve.confidence95()).ifPresent(series::add);
    pullBand(0.4, x, px, readings, curve.confidence68()).ifPresent(series::add);
    series.add(new Series.Mark("", false, 0, Stroke.THIN));
    series.add(new Series.Mark("", false, 2, Stroke.DASHED));
    series.add(new Series.Mark("", false, -2, Stroke.DASHED));
    series.add(
        new Series.Points(
            "",
            6,
            Symbol.DOT,
            px,
            pulls,
            new double[0],
            readings.stream().map(this::label).toList()));
    int[] large = new int[pulls.length];
    int number = 0;
    for (int i = 0; i < pulls.length; i++) {
      if (Math.abs(pulls[i]) > LARGE_PULL) {
        large[number++] = i;
      }
    }
    double[] lx = Arrays.stream(large).limit(number).mapToDouble(i -> px[i]).toArray();
    double[] ly = Arrays.stream(large).limit(number).mapToDouble(i -> pulls[i]).toArray();
    series.add(new Series.Points("", 1, Symbol.RING, lx, ly, new double[0], List.of()));
    return new Panel(
        new Axis("pull (σ)", false, -largest, largest, evenTicks(largest)),
        1,
        series,
        Optional.empty());
  }

  /** Even numbers; none where they are so large that the round ones of any axis do. */
  private static List<Axis.Tick> evenTicks(double largest) {
    List<Axis.Tick> ticks = new ArrayList<>();
    if (largest < 1e6) {
      int step = 2 * (int) Math.ceil(largest / 6);
      for (int tick = -2 * step; tick <= 2 * step; tick += step) {
        if (Math.abs(tick) < largest) {
          ticks.add(new Axis.Tick(tick, Integer.toString(tick).replace('-', '−')));
        }
      }
    }
    return ticks;
  }
}

package tlsfit.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tlsfit.picture.Plot.Corner;
import tlsfit.picture.Plot.Panel;
import tlsfit.picture.Plot.Stack;
import tlsfit.picture.Series.Stroke;
import tlsfit.result.FitResult;
import tlsfit.result.Interval;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.ParameterProfile;
import tlsfit.units.NumberText;

/**
 * The plots of the profiles of all parameters: how χ² rises, beside the parabola of the covariance.
 */
public final class ProfilePlots {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 320;

  /** From this ratio of largest and smallest value on an axis is logarithmic. */
  private static final double WIDE = 4;

  private ProfilePlots() {}

  /** A panel for each parameter; empty where there is no profile. */
  public static Optional<Plot> of(FitResult result) {
    List<Stack> stacks =
        result.profiles().stream()
            .map(profile -> stack(result, profile))
            .flatMap(Optional::stream)
            .toList();
    return stacks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Plot(
                result.sample()
                    + ": the rise of chi-square as each parameter moves and the others are refitted,"
                    + " with the parabola of its standard error and the ends of its intervals",
                stacks,
                Math.min(2, stacks.size()),
                WIDTH,
                HEIGHT));
  }

  /** A point of a profile, as shown. */
  private record Point(double x, double rise, double parabola) {}

  private static Optional<Stack> stack(FitResult result, ParameterProfile profile) {
    boolean frequency = profile.name().equals("referenceFrequency");
    double reference = frequency ? DataAndCurves.reference(result) : 0;
    FrequencyUnit unit =
        FrequencyUnit.of(
            profile.values().stream()
                .filter(value -> value != null)
                .mapToDouble(value -> Math.abs(value - reference))
                .max()
                .orElse(1));
    Shown shown =
        frequency
            ? value -> (value - reference) / unit.size()
            : value -> ParameterLabels.show(profile.name(), profile.unit(), value);
    List<Point> points = new ArrayList<>();
    for (int k = 0; k < profile.values().size(); k++) {
      Double value = profile.values().get(k);
      if (value != null) {
        double parabola = profile.parabola().isEmpty() ? Double.NaN : profile.parabola().get(k);
        points.add(new Point(shown.of(value), profile.rise().get(k), parabola));
      }
    }
    points.sort(Comparator.comparingDouble(Point::x));
    if (points.size() < 3 || !(points.get(0).x < points.get(points.size() - 1).x)) {
      return Optional.empty();
    }
    double[] x = points.stream().mapToDouble(Point::x).toArray();
    double[] rise = points.stream().mapToDouble(Point::rise).toArray();
    double[] parabola = points.stream().mapToDouble(Point::parabola).toArray();
    List<Series> series = new ArrayList<>();
    if (!profile.parabola().isEmpty()) {
      series.add(new Series.Line("parabola (Wald)", 1, Stroke.DASHED, x, parabola));
    }
    series.add(new Series.Line("profile", 0, Stroke.THICK, x, rise));
    for (ParameterProfile.Level level : profile.levels()) {
      String percent = NumberText.significant(100 * level.level(), 2) + " %";
      series.add(new Series.Mark(percent, false, level.rise(), Stroke.THIN));
    }
    result.findParameter(profile.name()).ifPresent(estimate -> ends(estimate, shown, series));
    String label =
        frequency
            ? "f_ref − "
                + NumberText.significant(reference / 1e9, 10)
                + " GHz ("
                + unit.name()
                + ")"
            : ParameterLabels.axis(profile.name(), profile.unit());
    double level =
        profile.levels().stream().mapToDouble(ParameterProfile.Level::rise).max().orElse(4);
    double largest = IntStream.range(0, rise.length).mapToDouble(k -> rise[k]).max().orElse(1);
    double high = Math.min(Math.max(largest, 1.3 * level), 2.2 * level);
    boolean wide = x[0] > 0 && x[x.length - 1] / x[0] > WIDE;
    return Optional.of(
        new Stack(
            "",
            new Axis(label, wide, x[0], x[x.length - 1]),
            Optional.empty(),
            List.of(
                new Panel(
                    Axis.linear("Δχ²", 0, high),
                    1,
                    series,
                    profile.parabola().isEmpty() ? Optional.empty() : Optional.of(Corner.TOP)))));
  }

  private interface Shown {
    double of(double value);
  }

  private static void ends(ParameterEstimate estimate, Shown shown, List<Series> series) {
    Interval interval = estimate.interval();
    for (Double end : new Double[] {interval.lower(), interval.upper()}) {
      if (end != null) {
        series.add(new Series.Mark("", true, shown.of(end), Stroke.DOTTED));
      }
    }
  }
}

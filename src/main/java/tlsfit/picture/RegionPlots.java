package tlsfit.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import tlsfit.picture.Plot.Corner;
import tlsfit.picture.Plot.Panel;
import tlsfit.picture.Plot.Stack;
import tlsfit.picture.Series.Symbol;
import tlsfit.result.FitResult;
import tlsfit.result.LikelihoodSurface;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.Region;
import tlsfit.units.NumberText;

/**
 * The plots of two parameters together: their confidence regions where there are any, and the whole
 * plane of dipole moment and relaxation time, coarsely, with rival minima.
 */
public final class RegionPlots {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 380;
  private static final double MARGIN = 0.12;

  /** Corners of two cells of the map. */
  private static final int FEWEST_CORNERS = 8;

  /** Rises of χ² within which 68.27 %, 95.45 % and 99.73 % of all truths of two parameters lie. */
  private static final double[] RISES = {2.2957, 6.1801, 11.8292};

  private static final double[] STRENGTHS = {0.65, 0.35, 0.15};
  private static final String[] NAMES = {"68 %", "95 %", "99.7 %"};

  private RegionPlots() {}

  /** All that there are; empty where there are none. */
  public static Optional<Plot> of(FitResult result) {
    List<Stack> stacks = new ArrayList<>();
    for (List<String> names : result.regions().stream().map(Region::names).distinct().toList()) {
      region(result, names).ifPresent(stacks::add);
    }
    plane(result).ifPresent(stacks::add);
    return stacks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Plot(
                result.sample()
                    + ": joint confidence regions of two parameters, the best fit and other minima",
                stacks,
                Math.min(2, stacks.size()),
                WIDTH,
                HEIGHT));
  }

  private static Optional<Stack> region(FitResult result, List<String> names) {
    String first = names.get(0);
    String second = names.get(1);
    List<Series> series = new ArrayList<>();
    double[] allX = {};
    double[] allY = {};
    List<Region> widestFirst =
        result.regions().stream()
            .filter(region -> region.names().equals(names))
            .sorted(Comparator.comparingDouble(Region::level).reversed())
            .toList();
    for (Region region : widestFirst) {
      List<Region.Point> points =
          region.points().stream()
              .filter(point -> point.first() != null && point.second() != null)
              .toList();
      double[] x =
          points.stream().mapToDouble(point -> show(result, first, point.first())).toArray();
      double[] y =
          points.stream().mapToDouble(point -> show(result, second, point.second())).toArray();
      String level = NumberText.significant(100 * region.level(), 2) + " %";
      series.add(
          new Series.Area(level, 0, region.equals(widestFirst.get(0)) ? 0.2 : 0.4, true, x, y));
      allX = DoubleStream.concat(Arrays.stream(allX), Arrays.stream(x)).toArray();
      allY = DoubleStream.concat(Arrays.stream(allY), Arrays.stream(y)).toArray();
    }
    if (allX.length < 3) {
      return Optional.empty();
    }
    best(result, first, second).ifPresent(series::add);
    rivals(result, first, second).ifPresent(series::add);
    return Optional.of(
        new Stack(
            "",
            axis(result, first, allX),
            Optional.empty(),
            List.of(new Panel(axis(result, second, allY), series, Corner.TOP_RIGHT))));
  }

  private static double show(FitResult result, String name, @Nullable Double si) {
    return si == null
        ? Double.NaN
        : ParameterLabels.show(name, result.getParameter(name).unit(), si);
  }

  private static Axis axis(FitResult result, String name, double[] values) {
    String label = ParameterLabels.axis(name, result.getParameter(name).unit());
    return AxisRange.linear(values, MARGIN).axis(label);
  }

  private static Optional<Series> best(FitResult result, String first, String second) {
    Optional<Double> x = result.findParameter(first).map(ParameterEstimate::value);
    Optional<Double> y = result.findParameter(second).map(ParameterEstimate::value);
    return x.isPresent() && y.isPresent()
        ? Optional.of(
            points(
                "best fit",
                6,
                Symbol.CROSS,
                new double[] {show(result, first, x.get())},
                new double[] {show(result, second, y.get())}))
        : Optional.empty();
  }

  private static Series points(String name, int colour, Symbol symbol, double[] x, double[] y) {
    return new Series.Points(name, colour, symbol, x, y, new double[0], List.of());
  }

  private static Optional<Series> rivals(FitResult result, String first, String second) {
    List<Map<String, Double>> there =
        result.likelihood().minima().stream()
            .map(LikelihoodSurface.Rival::values)
            .filter(values -> values.containsKey(first) && values.containsKey(second))
            .toList();
    if (there.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        points(
            "other minimum",
            1,
            Symbol.RING,
            there.stream()
                .mapToDouble(one -> show(result, first, one.getOrDefault(first, Double.NaN)))
                .toArray(),
            there.stream()
                .mapToDouble(one -> show(result, second, one.getOrDefault(second, Double.NaN)))
                .toArray()));
  }

  /** The part of the plane that is no worse than the levels, where there is one. */
  private static Optional<Stack> plane(FitResult result) {
    LikelihoodSurface map = result.likelihood();
    if (map.dipoleMoment().size() < 3 || map.rise().isEmpty()) {
      return Optional.empty();
    }
    double[] p =
        map.dipoleMoment().stream().mapToDouble(one -> show(result, "dipoleMoment", one)).toArray();
    List<Series> series = new ArrayList<>();
    double[] allX = {};
    double[] allY = {};
    for (int level = RISES.length - 1; level >= 0; level--) {
      Series.Area cells = cells(result, map, p, level);
      series.add(cells);
      if (level == RISES.length - 1) {
        allX = Arrays.stream(cells.x()).filter(Double::isFinite).toArray();
        allY = Arrays.stream(cells.y()).filter(Double::isFinite).toArray();
      }
    }
    if (allX.length < FEWEST_CORNERS) {
      return Optional.empty(); // narrower than the map shows
    }
    best(result, "dipoleMoment", "relaxationTime").ifPresent(series::add);
    rivals(result, "dipoleMoment", "relaxationTime").ifPresent(series::add);
    return Optional.of(
        new Stack(
            "the whole plane, coarsely",
            wide(ParameterLabels.axis("dipoleMoment", "C m"), allX),
            Optional.empty(),
            List.of(
                new Panel(
                    wide(ParameterLabels.axis("relaxationTime", "s"), allY),
                    series,
                    Corner.TOP_RIGHT))));
  }

  private static Axis wide(String label, double[] values) {
    AxisRange range = AxisRange.logarithmic(values, MARGIN, 2);
    return Axis.logarithmic(label, range.from(), range.to());
  }

  /** The cells of the map up to a level, neighbours in a row as one. */
  private static Series.Area cells(FitResult result, LikelihoodSurface map, double[] p, int level) {
    double half = Math.sqrt(p[1] / p[0]);
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int j = 0; j < map.relaxationTime().size(); j++) {
      Double time = map.relaxationTime().get(j);
      if (time == null) {
        continue;
      }
      double t = show(result, "relaxationTime", time);
      double up = edge(result, map, j - 1, t);
      double down = edge(result, map, j + 1, t);
      List<Double> row = map.rise().get(j);
      int k = 0;
      while (k < p.length) {
        int from = k;
        while (k < p.length && within(row.get(k), level)) {
          k++;
        }
        if (k > from) {
          double left = p[from] / half;
          double right = p[k - 1] * half;
          x.addAll(List.of(left, right, right, left, Double.NaN));
          y.addAll(List.of(down, down, up, up, Double.NaN));
        } else {
          k++;
        }
      }
    }
    return new Series.Area(
        NAMES[level],
        0,
        STRENGTHS[level],
        false,
        x.stream().mapToDouble(Double::doubleValue).toArray(),
        y.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static boolean within(@Nullable Double rise, int level) {
    return rise != null && rise <= RISES[level];
  }

  private static double edge(FitResult result, LikelihoodSurface map, int next, double t) {
    Double other =
        next >= 0 && next < map.relaxationTime().size() ? map.relaxationTime().get(next) : null;
    return other == null ? t : Math.sqrt(t * show(result, "relaxationTime", other));
  }
}

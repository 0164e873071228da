package tlsfit.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import tlsfit.compare.Comparison;
import tlsfit.compare.QuantityComparison;
import tlsfit.picture.Plot.Corner;
import tlsfit.picture.Plot.Panel;
import tlsfit.picture.Plot.Stack;
import tlsfit.picture.Series.Symbol;
import tlsfit.result.FitResult;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.Region;
import tlsfit.units.DisplayUnit;

/** The plots of several samples: a forest plot, and p against T10 with all regions. */
public final class ComparePlots {
  private static final int AROUND = 90;
  private static final int COLOURS = 8;

  private ComparePlots() {}

  /** The forest plot: a panel for each quantity that any sample has; empty where none has any. */
  public static Optional<Plot> forest(Comparison comparison) {
    List<Plot> panels = panels(comparison);
    List<Stack> stacks = panels.stream().flatMap(one -> one.stacks().stream()).toList();
    return stacks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Plot(
                panels.get(0).description(),
                stacks,
                Math.min(2, stacks.size()),
                ForestPanel.WIDTH,
                panels.stream().mapToInt(Plot::height).max().orElse(1)));
  }

  /** The same panels as plots of their own. */
  public static List<Plot> panels(Comparison comparison) {
    List<Plot> panels = new ArrayList<>();
    for (QuantityComparison quantity : comparison.quantities()) {
      ForestPanel forest = new ForestPanel(comparison, quantity);
      if (forest.places().length > 0) {
        panels.add(
            new Plot(
                "Samples below each other: value, statistical interval (thick), with the"
                    + " calibration (thin), limits as arrows, p by the other model as a hollow"
                    + " diamond",
                List.of(forest.stack()),
                1,
                ForestPanel.WIDTH,
                ForestPanel.ROW * forest.rows() + AROUND));
      }
    }
    return panels;
  }

  /** Dipole moment and relaxation time of all samples with their 95 % regions. */
  public static Optional<Plot> regions(Comparison comparison, List<FitResult> results) {
    List<Series> series = new ArrayList<>();
    double[] allX = {};
    double[] allY = {};
    for (int i = 0; i < results.size(); i++) {
      FitResult result = results.get(i);
      String name = comparison.samples().get(i).name();
      Optional<Double> p = result.findParameter("dipoleMoment").map(ParameterEstimate::value);
      Optional<Double> t = result.findParameter("relaxationTime").map(ParameterEstimate::value);
      List<Region> widest =
          result.regions().stream()
              .filter(one -> one.names().equals(List.of("dipoleMoment", "relaxationTime")))
              .filter(one -> one.level() > 0.9)
              .toList();
      for (Region region : widest) {
        List<Region.Point> border =
            region.points().stream()
                .filter(one -> one.first() != null && one.second() != null)
                .toList();
        double[] x =
            border.stream().mapToDouble(one -> show("dipoleMoment", one.first())).toArray();
        double[] y =
            border.stream().mapToDouble(one -> show("relaxationTime", one.second())).toArray();
        series.add(
            new Series.Area(
                p.isPresent() && t.isPresent() ? "" : name, i % COLOURS, 0.3, true, x, y));
        allX = DoubleStream.concat(Arrays.stream(allX), Arrays.stream(x)).toArray();
        allY = DoubleStream.concat(Arrays.stream(allY), Arrays.stream(y)).toArray();
      }
      if (p.isPresent() && t.isPresent()) {
        double[] x = {show("dipoleMoment", p.get())};
        double[] y = {show("relaxationTime", t.get())};
        Symbol symbol = result.verdict().valid() ? Symbol.DOT : Symbol.RING;
        series.add(points(name, i % COLOURS, symbol, x, y));
        allX = DoubleStream.concat(Arrays.stream(allX), Arrays.stream(x)).toArray();
        allY = DoubleStream.concat(Arrays.stream(allY), Arrays.stream(y)).toArray();
      }
    }
    if (allX.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        Plot.of(
            "Dipole moment and relaxation time of the samples with their 95 % regions",
            LogAxis.around(ParameterLabels.axis("dipoleMoment", "C m"), allX),
            new Panel(
                LogAxis.around(ParameterLabels.axis("relaxationTime", "s"), allY),
                series,
                Corner.TOP_LEFT)));
  }

  static Series points(String name, int colour, Symbol symbol, double[] x, double[] y) {
    return new Series.Points(name, colour, symbol, x, y, new double[0], List.of());
  }

  private static double show(String name, @Nullable Double si) {
    return si == null ? Double.NaN : DisplayUnit.of(name).show(si);
  }
}

package tlsfit.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import tlsfit.picture.Plot.Panel;
import tlsfit.picture.Plot.Stack;
import tlsfit.picture.Series.Stroke;
import tlsfit.picture.Series.Symbol;
import tlsfit.result.FitResult;
import tlsfit.result.FittedReading;

/** The plots of the pulls: against normal quantiles, in their order, and how often each occurs. */
public final class ResidualPlots {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 300;
  private static final double BIN = 0.5;

  /** On either side of 0. */
  private static final int MOST_BINS = 100;

  private ResidualPlots() {}

  /** The three; empty where there are fewer than three readings. */
  public static Optional<Plot> of(FitResult result) {
    double[] pulls =
        result.readings().stream().mapToDouble(DataAndCurves.of(result)::pull).toArray();
    if (pulls.length < 3 || !Arrays.stream(pulls).allMatch(Double::isFinite)) {
      return Optional.empty();
    }
    double largest = Math.max(3.2, 1.12 * Arrays.stream(pulls).map(Math::abs).max().orElse(0));
    return Optional.of(
        new Plot(
            result.sample()
                + ": the pulls against normal quantiles, in the order of the readings, against the"
                + " leverage, and their histogram with the normal density",
            List.of(
                quantiles(pulls, largest),
                order(pulls, largest),
                leverage(result.readings(), pulls, largest),
                histogram(pulls, largest)),
            2,
            WIDTH,
            HEIGHT));
  }

  private static Axis pull(double largest) {
    return Axis.linear("pull (σ)", -largest, largest);
  }

  private static Series dots(double[] x, double[] y) {
    return new Series.Points("", 6, Symbol.DOT, x, y, new double[0], List.of());
  }

  private static Stack stack(Axis x, Axis y, List<Series> series) {
    return new Stack("", x, Optional.empty(), List.of(new Panel(y, 1, series, Optional.empty())));
  }

  /** Positions (k − 3/8)/(n + 1/4): Blom, Statistical Estimates and Transformed Beta-Variables. */
  private static Stack quantiles(double[] pulls, double largest) {
    double[] sorted = pulls.clone();
    Arrays.sort(sorted);
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double[] expected =
        IntStream.rangeClosed(1, sorted.length)
            .mapToDouble(
                k -> normal.inverseCumulativeProbability((k - 0.375) / (sorted.length + 0.25)))
            .toArray();
    double[] line = {-largest, largest};
    return stack(
        Axis.linear("normal quantile (σ)", -largest, largest),
        pull(largest),
        List.of(
            new Series.Line("", Canvas.TEXT, Stroke.DASHED, line, line), dots(expected, sorted)));
  }

  private static Stack order(double[] pulls, double largest) {
    double[] number = IntStream.rangeClosed(1, pulls.length).asDoubleStream().toArray();
    return stack(
        Axis.linear("reading, in the order of the tables", 0, pulls.length + 1),
        pull(largest),
        List.of(
            new Series.Mark("", false, 0, Stroke.THIN),
            new Series.Line("", 0, Stroke.THIN, number, pulls),
            dots(number, pulls)));
  }

  private static Stack leverage(List<FittedReading> readings, double[] pulls, double largest) {
    double[] leverage = readings.stream().mapToDouble(FittedReading::leverage).toArray();
    double high = 1.1 * Math.max(Arrays.stream(leverage).max().orElse(1), 1e-6);
    return stack(
        Axis.linear("leverage", 0, high),
        pull(largest),
        List.of(new Series.Mark("", false, 0, Stroke.THIN), dots(leverage, pulls)));
  }

  private static Stack histogram(double[] pulls, double largest) {
    // With a sigma a million times too small the pulls are in the millions, and so would be the
    // bins.
    double bin = BIN * Math.max(1, Math.ceil(largest / (BIN * MOST_BINS)));
    int half = (int) Math.ceil(largest / bin);
    double[] counts = new double[2 * half];
    for (double pull : pulls) {
      counts[Math.min(Math.max((int) Math.floor(pull / bin) + half, 0), 2 * half - 1)]++;
    }
    double[] x = new double[5 * counts.length];
    double[] y = new double[5 * counts.length];
    for (int k = 0; k < counts.length; k++) {
      double left = (k - half) * bin;
      double[] across = {left, left, left + bin, left + bin, Double.NaN};
      double[] up = {0, counts[k], counts[k], 0, Double.NaN};
      System.arraycopy(across, 0, x, 5 * k, 5);
      System.arraycopy(up, 0, y, 5 * k, 5);
    }
    double[] at =
        IntStream.rangeClosed(0, 120).mapToDouble(k -> largest * (k / 60.0 - 1)).toArray();
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double[] density =
        Arrays.stream(at).map(one -> normal.density(one) * bin * pulls.length).toArray();
    double high =
        1.15
            * Math.max(
                Arrays.stream(counts).max().orElse(1), Arrays.stream(density).max().orElse(1));
    return stack(
        Axis.linear("pull (σ)", -half * bin, half * bin),
        Axis.linear("readings", 0, high),
        List.of(
            new Series.Area("", 0, 0.35, true, x, y),
            new Series.Line("", 1, Stroke.THICK, at, density)));
  }
}

package tlsfit.fit;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import tlsfit.statistics.LineMinimum;

/**
 * A line of the likelihood map, along one of its axes.
 *
 * @param points of the map, at ascending places
 * @param places of the points: dipole moments [C m] or relaxation rates [1/s], positive but for the
 *     first, which may be 0
 * @param resolution the difference of χ² that counts as none
 * @param between the conditional fit at any other place
 */
record MapLine(
    List<ConditionalFit.Point> points,
    List<Double> places,
    double resolution,
    DoubleFunction<ConditionalFit.Point> between) {
  /** Accuracy of χ² at a minimum between points, in the mean square of a residual. */
  private static final double ACCURACY = 1e-3;

  /** The best accuracy of a logarithm. */
  private static final double NEAREST = 1e-6;

  /** The worst. */
  private static final double FARTHEST = 0.1;

  /** How much deeper than a parabola says a minimum between points may be. */
  private static final double SLACK = 0.5;

  MapLine {
    points = List.copyOf(points);
    places = List.copyOf(places);
  }

  /** The numbers of the points no higher than their neighbours, but for plateaus, lowest first. */
  private List<Integer> lowest(int most) {
    double level =
        points.stream().mapToDouble(ConditionalFit.Point::chiSquare).min().orElse(0) + resolution;
    return IntStream.range(0, points.size())
        .filter(k -> k == 0 || chiSquare(k) <= chiSquare(k - 1))
        .filter(k -> k == points.size() - 1 || chiSquare(k) <= chiSquare(k + 1))
        .filter(k -> chiSquare(k) <= level || highestBeside(k) > chiSquare(k) + resolution)
        .boxed()
        .sorted(Comparator.comparingDouble(this::chiSquare))
        .limit(most)
        .toList();
  }

  private double highestBeside(int k) {
    double before = chiSquare(Math.max(k - 1, 0));
    return Math.max(before, chiSquare(Math.min(k + 1, points.size() - 1)));
  }

  private double chiSquare(int k) {
    return points.get(k).chiSquare();
  }

  /** The points no higher than their neighbours, lowest first. */
  List<ConditionalFit.Point> lowestPoints(int most) {
    return lowest(most).stream().map(points::get).toList();
  }

  /**
   * The minima between the points, lowest first.
   *
   * @param readings number of them, n
   */
  List<ConditionalFit.Point> minima(int most, int readings) {
    return lowest(most).stream()
        .map(k -> refined(k, readings))
        .sorted(Comparator.comparingDouble(ConditionalFit.Point::chiSquare))
        .toList();
  }

  /** The minimum between the neighbours of a point; itself where it lies at an end. */
  private ConditionalFit.Point refined(int k, int readings) {
    if (k == 0 || k == points.size() - 1 || !(places.get(k) > 0)) {
      return points.get(k);
    }
    double here = chiSquare(k);
    double middle = Math.log(places.get(k));
    double after = Math.log(places.get(k + 1));
    double before = places.get(k - 1) > 0 ? Math.log(places.get(k - 1)) : 2 * middle - after;
    double bend =
        (chiSquare(k - 1) - 2 * here + chiSquare(k + 1)) / Math.pow(0.5 * (after - before), 2);
    // Found to a thousandth of what one reading adds to χ².
    double rise = ACCURACY * here / readings;
    double accuracy = Math.min(Math.max(Math.sqrt(2 * rise / bend), NEAREST), FARTHEST);
    double place =
        LineMinimum.of(
            x -> between.apply(Math.exp(x)).chiSquare(), before, middle, after, accuracy);
    ConditionalFit.Point found = between.apply(Math.exp(place));
    return found.chiSquare() < here ? found : points.get(k);
  }

  /**
   * A lower limit of χ²: by parabolas through three points each, and by half as much again below,
   * the steps being small beside the scale on which the response changes.
   */
  double floor() {
    double floor = Double.POSITIVE_INFINITY;
    for (int k = 0; k < points.size(); k++) {
      boolean inside = k > 0 && k + 1 < points.size();
      double drop = inside ? drop(chiSquare(k - 1), chiSquare(k), chiSquare(k + 1)) : 0;
      floor = Math.min(floor, chiSquare(k) - drop);
    }
    return floor;
  }

  /**
   * How far χ² falls below the middle one of three points in a row, at most.
   *
   * @return 0 where it bends the other way or hardly bends
   */
  static double drop(double before, double here, double after) {
    double slope = 0.5 * (after - before);
    double bend = after - 2 * here + before;
    return bend > Math.abs(slope) ? (1 + SLACK) * 0.5 * slope * slope / bend : 0;
  }
}

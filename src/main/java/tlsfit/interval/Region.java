package tlsfit.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import tlsfit.fit.Optimum;
import tlsfit.fit.Parameter;
import tlsfit.fit.ParameterValues;

/**
 * The border of a simultaneous confidence region of two parameters: where χ², all others refitted,
 * exceeds its minimum by the point of χ² with two degrees of freedom (of twice F with 2 and ν where
 * σ is from the scatter; Bates and Watts, Nonlinear Regression Analysis, 1988, section 6.1).
 *
 * <p>Followed along rays from the optimum, equally spread where the region is an ellipse.
 *
 * @param first one parameter
 * @param second the other
 * @param level confidence level 1 − α of the region
 * @param points of the border, in order around the optimum
 */
public record Region(Parameter first, Parameter second, double level, List<Point> points) {

  /** Number of rays. */
  private static final int RAYS = 36;

  /** Farthest that a ray is followed, in radii of the ellipse. */
  private static final double FARTHEST = 20;

  /**
   * A point of the border.
   *
   * @param first value of the first parameter [SI]
   * @param second value of the second
   * @param open whether the region goes on beyond it: there is no border this way within the range
   *     looked at, or the range of a parameter ends here; not where that is a bound of the fit
   */
  public record Point(double first, double second, boolean open) {}

  public Region {
    points = List.copyOf(points);
  }

  /**
   * The region of two free parameters of a fit.
   *
   * @param optimum the fit, of full rank
   */
  public static Region of(Optimum optimum, Parameter first, Parameter second, double level) {
    double radius = Quantile.twoParameters(optimum, level);
    int i = optimum.free().indexOf(first);
    int j = optimum.free().indexOf(second);
    RealMatrix covariance =
        new Array2DRowRealMatrix(optimum.covariance())
            .getSubMatrix(new int[] {i, j}, new int[] {i, j});
    double[] scale = {Math.sqrt(covariance.getEntry(0, 0)), Math.sqrt(covariance.getEntry(1, 1))};
    double correlation = covariance.getEntry(0, 1) / (scale[0] * scale[1]);
    RealMatrix root =
        new CholeskyDecomposition(
                new Array2DRowRealMatrix(new double[][] {{1, correlation}, {correlation, 1}}))
            .getL();
    Profile profile = new Profile(optimum);
    List<Point> points = new ArrayList<>();
    for (int k = 0; k < RAYS; k++) {
      double angle = 2 * Math.PI * k / RAYS;
      double[] unit = root.operate(new double[] {Math.cos(angle), Math.sin(angle)});
      Map<Parameter, Double> direction =
          Map.of(first, unit[0] * scale[0], second, unit[1] * scale[1]);
      double ofFirst = room(optimum, first, unit[0]) / scale[0];
      double ofSecond = room(optimum, second, unit[1]) / scale[1];
      double range = Math.min(FARTHEST * radius, Math.min(ofFirst, ofSecond));
      boolean endsAtBound =
          (range == ofFirst && isBound(optimum, first, unit[0]))
              || (range == ofSecond && isBound(optimum, second, unit[1]));
      OptionalDouble distance = profile.reach(direction, radius, radius, range);
      double end = distance.orElse(range);
      points.add(
          new Point(
              at(optimum, first, end * unit[0] * scale[0]),
              at(optimum, second, end * unit[1] * scale[1]),
              distance.isEmpty() && !endsAtBound));
    }
    return new Region(first, second, level, points);
  }

  private static double at(Optimum optimum, Parameter parameter, double change) {
    Range range = Range.of(optimum, parameter);
    double coordinate = optimum.values().coordinate(parameter) + change;
    // Where a range ends rounding must not make an infinite T10 a long one.
    double slack = 1e-12 * Math.abs(change);
    if (coordinate < range.lower() + slack) {
      coordinate = range.lower();
    } else if (coordinate > range.upper() - slack) {
      coordinate = range.upper();
    }
    return ParameterValues.ofCoordinate(parameter, coordinate);
  }

  /** How far a direction may be followed until the range of a parameter ends. */
  private static double room(Optimum optimum, Parameter parameter, double step) {
    Range range = Range.of(optimum, parameter);
    double best = optimum.values().coordinate(parameter);
    double room = step > 0 ? range.upper() - best : best - range.lower();
    return step == 0 ? Double.POSITIVE_INFINITY : room / Math.abs(step);
  }

  private static boolean isBound(Optimum optimum, Parameter parameter, double step) {
    Range range = Range.of(optimum, parameter);
    return step > 0 ? range.upperIsBound() : range.lowerIsBound();
  }
}

package tlsfit.curve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import tlsfit.model.Validity;

/**
 * A curve: the shift of a model along a range.
 *
 * @param points where the theory says something, in the order of the range
 * @param leftOut how many more points there would be: those with L ≤ 0
 * @param extremum the largest |shift| within the range, where it is not at an end
 */
public record Curve(List<CurvePoint> points, int leftOut, Optional<CurvePoint> extremum) {
  private static final double ACCURACY = 1e-13;

  /** Copies the list. */
  public Curve {
    points = List.copyOf(points);
  }

  /**
   * Computes a curve.
   *
   * @param range what it runs over
   * @param number of points, at least 2
   * @param conditions what is fixed along it
   */
  public static Curve of(Range range, int number, Conditions conditions) {
    List<CurvePoint> points = new ArrayList<>();
    for (double value : range.values(number)) {
      CurvePoint point = conditions.at(range.variable(), value);
      if (point.shift().validity() != Validity.OUTSIDE) {
        points.add(point);
      }
    }
    return new Curve(
        points, number - points.size(), extremum(points, range.variable(), conditions));
  }

  /** How many points have 0 &lt; L &lt; 1. */
  public long doubtful() {
    return points.stream().filter(point -> point.shift().validity() == Validity.DOUBTFUL).count();
  }

  private static Optional<CurvePoint> extremum(
      List<CurvePoint> points, Variable variable, Conditions conditions) {
    List<CurvePoint> found = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      CurvePoint a = points.get(i - 1);
      CurvePoint b = points.get(i);
      boolean rising = a.value() < b.value();
      double before = variable.slope((rising ? a : b).shift());
      double after = variable.slope((rising ? b : a).shift());
      if (before > 0 && after <= 0) {
        double ln =
            new BrentSolver(1e-15, ACCURACY)
                .solve(
                    200,
                    x -> variable.slope(conditions.at(variable, Math.exp(x)).shift()),
                    Math.log(Math.min(a.value(), b.value())),
                    Math.log(Math.max(a.value(), b.value())));
        found.add(conditions.at(variable, Math.exp(ln)));
      }
    }
    return found.stream().max(Comparator.comparingDouble(point -> point.shift().value()));
  }
}

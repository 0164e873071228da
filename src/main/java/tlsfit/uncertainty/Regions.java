package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.jspecify.annotations.Nullable;
import tlsfit.fit.Fit;
import tlsfit.likelihood.Profile;
import tlsfit.likelihood.Range;
import tlsfit.model.Parameter;
import tlsfit.result.Region;
import tlsfit.setup.IntervalKind;
import tlsfit.statistics.CriticalValues;

/**
 * The border of a joint confidence region of two parameters: where χ², all others refitted, exceeds
 * its minimum by the point of χ² with two degrees of freedom (of twice F with 2 and ν where σ is
 * from the scatter; Bates and Watts, Nonlinear Regression Analysis, 1988, section 6.1).
 *
 * <p>Followed along rays from the fit, equally spread where the region is an ellipse.
 */
public final class Regions {
  /** Number of rays. */
  private static final int RAYS = 36;

  private static final int QUADRANT = RAYS / 4;

  /** The level of one standard error of a single parameter. */
  private static final double ONE_STANDARD_ERROR = 0.6826894921370859;

  /** Farthest that a ray is followed, in radii of the ellipse. */
  private static final double FARTHEST = 20;

  private Regions() {}

  /**
   * The regions of p with T10 and with χ, where both are determined, at the level of the intervals
   * and at 68.27 %; none beside intervals from the curvature, which cost no refits.
   */
  public static List<Region> of(Inference inference) {
    Fit fit = inference.fit();
    if (inference.kind() == IntervalKind.WALD || !inference.determines(Parameter.DIPOLE_MOMENT)) {
      return List.of();
    }
    List<Parameter> seconds =
        Stream.of(Parameter.RELAXATION_TIME, Parameter.CHI)
            .filter(second -> fit.free().containsAll(List.of(Parameter.DIPOLE_MOMENT, second)))
            .filter(inference::determines)
            .toList();
    List<Region> regions = new ArrayList<>();
    for (int k = 0; k < seconds.size(); k++) {
      double before = k;
      regions.addAll(
          of(
              fit,
              Parameter.DIPOLE_MOMENT,
              seconds.get(k),
              share -> fit.observations().foresee((before + share) / seconds.size()),
              inference.level(),
              ONE_STANDARD_ERROR));
    }
    return regions;
  }

  /**
   * The region of two free parameters of a fit.
   *
   * @param fit the fit, of full rank
   */
  public static Region of(Fit fit, Parameter first, Parameter second, double level) {
    return of(fit, first, second, share -> {}, level).get(0);
  }

  /**
   * The regions of several levels, along the same rays.
   *
   * @param progress is told the share of the rays that were followed, after each quadrant
   */
  private static List<Region> of(
      Fit fit, Parameter first, Parameter second, DoubleConsumer progress, double... levels) {
    int i = fit.free().indexOf(first);
    int j = fit.free().indexOf(second);
    RealMatrix covariance =
        new Array2DRowRealMatrix(fit.covariance()).getSubMatrix(new int[] {i, j}, new int[] {i, j});
    double[] scale = {Math.sqrt(covariance.getEntry(0, 0)), Math.sqrt(covariance.getEntry(1, 1))};
    double correlation = covariance.getEntry(0, 1) / (scale[0] * scale[1]);
    RealMatrix root =
        new CholeskyDecomposition(
                new Array2DRowRealMatrix(new double[][] {{1, correlation}, {correlation, 1}}))
            .getL();
    Profile profile = new Profile(fit);
    List<List<Region.Point>> points = new ArrayList<>();
    for (int l = 0; l < levels.length; l++) {
      points.add(new ArrayList<>());
    }
    for (int k = 0; k < RAYS; k++) {
      double angle = 2 * Math.PI * k / RAYS;
      double[] unit = root.operate(new double[] {Math.cos(angle), Math.sin(angle)});
      Map<Parameter, Double> direction =
          Map.of(first, unit[0] * scale[0], second, unit[1] * scale[1]);
      double ofFirst = room(fit, first, unit[0]) / scale[0];
      double ofSecond = room(fit, second, unit[1]) / scale[1];
      double stretch = 1; // of the ellipse, as the level before had it
      for (int l = 0; l < levels.length; l++) {
        double radius = new CriticalValues(levels[l], fit.sigmaKnowledge()).twoParameters();
        double range = Math.min(FARTHEST * radius, Math.min(ofFirst, ofSecond));
        boolean endsAtBound =
            (range == ofFirst && isBound(fit, first, unit[0]))
                || (range == ofSecond && isBound(fit, second, unit[1]));
        OptionalDouble distance =
            profile.reach(direction, radius, stretch * radius, range).distance();
        double end = distance.orElse(range);
        stretch = distance.isPresent() ? end / radius : 1;
        points
            .get(l)
            .add(
                new Region.Point(
                    finite(at(fit, first, end * unit[0] * scale[0])),
                    finite(at(fit, second, end * unit[1] * scale[1])),
                    distance.isEmpty() && !endsAtBound));
      }
      if ((k + 1) % QUADRANT == 0) { // of which each has short and long ways to the border
        progress.accept((k + 1.0) / RAYS);
      }
    }
    List<Region> regions = new ArrayList<>();
    for (int l = 0; l < levels.length; l++) {
      regions.add(new Region(List.of(first.key(), second.key()), levels[l], points.get(l)));
    }
    return regions;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static double at(Fit fit, Parameter parameter, double change) {
    Range range = Range.of(fit, parameter);
    double scaled = fit.values().scaled(parameter) + change;
    // Where a range ends rounding must not make an infinite T10 a long one.
    double slack = 1e-12 * Math.abs(change);
    if (scaled < range.lower() + slack) {
      scaled = range.lower();
    } else if (scaled > range.upper() - slack) {
      scaled = range.upper();
    }
    return parameter.scale().value(scaled);
  }

  /** How far a direction may be followed until the range of a parameter ends. */
  private static double room(Fit fit, Parameter parameter, double step) {
    Range range = Range.of(fit, parameter);
    double best = fit.values().scaled(parameter);
    double room = step > 0 ? range.upper() - best : best - range.lower();
    return step == 0 ? Double.POSITIVE_INFINITY : room / Math.abs(step);
  }

  private static boolean isBound(Fit fit, Parameter parameter, double step) {
    Range range = Range.of(fit, parameter);
    return step > 0 ? range.upperIsBound() : range.lowerIsBound();
  }
}

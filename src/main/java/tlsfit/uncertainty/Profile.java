package tlsfit.uncertainty;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tlsfit.fit.Fit;
import tlsfit.fit.Objective;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;

/**
 * How χ² rises, all other parameters refitted, as one or two parameters move away from an fit along
 * a line in their coordinates.
 *
 * <p>Followed as the root of the rise over the noise variance, which grows nearly in proportion to
 * the distance: a Wald interval would take it for exactly so.
 */
final class Profile {
  /** By how much χ² must fall below the fit's, in noise variances, for a lower minimum. */
  private static final double LOWER = 0.01;

  /** Relaxation rate to begin with where it has no error, in units of the frequency. */
  private static final double SLOW = 1e-9;

  private final Fit fit;
  private final Objective problem;
  private final double[][] covariance;
  private Optional<Objective.Solution> lower = Optional.empty();

  Profile(Fit fit) {
    this.fit = fit;
    this.problem = Objective.of(fit);
    this.covariance = fit.covariance();
  }

  /** A point on the way whose χ² is below the fit's: the fit is none. */
  Optional<ParameterValues> lowerMinimum() {
    return lower.map(Objective.Solution::values);
  }

  /**
   * The distance from the fit at which the root of the rise reaches a level.
   *
   * @param direction what the coordinates of the parameters that are moved change by in a distance
   *     of one
   * @param level in standard errors
   * @param first where to look first
   * @param range largest distance
   * @return the distance; empty if the level is not reached
   */
  OptionalDouble reach(Map<Parameter, Double> direction, double level, double first, double range) {
    Line line = new Line(direction);
    return Crossing.find(line::root, level, first, range);
  }

  /**
   * Where a parameter's own profile ends.
   *
   * @param direction of its coordinate, 1 or −1
   * @param level in standard errors
   * @return the coordinate at which the level is reached, that of a bound that is met before, or
   *     infinity of the direction's sign
   */
  double end(Parameter parameter, int direction, double level) {
    double best = fit.values().coordinate(parameter);
    Range range = Range.of(fit, parameter);
    double last = direction > 0 ? range.upper() : range.lower();
    boolean isBound = direction > 0 ? range.upperIsBound() : range.lowerIsBound();
    double room = direction * (last - best);
    if (room > 0) {
      OptionalDouble distance =
          reach(Map.of(parameter, (double) direction), level, level * scale(parameter), room);
      if (distance.isPresent()) {
        return best + direction * distance.getAsDouble();
      }
    }
    return isBound ? last : direction * Double.POSITIVE_INFINITY;
  }

  /** About one standard error of a coordinate; something to begin with where it is unknown. */
  private double scale(Parameter parameter) {
    int column = fit.free().indexOf(parameter);
    double error = column < 0 ? Double.NaN : Math.sqrt(covariance[column][column]);
    if (parameter == Parameter.RELAXATION_TIME) {
      double frequency = fit.values().referenceFrequency();
      return error > 0 && error < frequency ? error : SLOW * frequency;
    }
    if (parameter == Parameter.REFERENCE_FREQUENCY) {
      return error > 0 ? error : 1;
    }
    return error > 0 ? Math.min(error, 1) : 0.1;
  }

  /** Distances along one line, each refit starting from where the last ones point. */
  private final class Line {
    private final Map<Parameter, Double> direction;
    private final Objective refit;
    private final Map<Parameter, Double> slope = new EnumMap<>(Parameter.class);
    private List<Double> pulls = fit.pulls();

    private Line(Map<Parameter, Double> direction) {
      this.direction = direction;
      Set<Parameter> moved = EnumSet.copyOf(direction.keySet());
      this.refit = problem.holding(moved);
      // What normal theory says that the others do; exact slopes follow from the first refit.
      if (direction.size() == 1) {
        Parameter parameter = direction.keySet().iterator().next();
        int column = fit.free().indexOf(parameter);
        for (int j = 0; column >= 0 && j < fit.free().size(); j++) {
          double regression = covariance[j][column] / covariance[column][column];
          if (j != column && Double.isFinite(regression)) {
            slope.put(fit.free().get(j), regression * value(parameter));
          }
        }
      }
    }

    private double value(Parameter parameter) {
      return direction.getOrDefault(parameter, 0.0);
    }

    /** Root of the rise of χ² at a distance [standard errors]. */
    private double root(double distance) {
      ParameterValues start = fit.values();
      for (Map.Entry<Parameter, Double> step : direction.entrySet()) {
        start = moved(start, step.getKey(), distance * step.getValue());
      }
      for (Map.Entry<Parameter, Double> step : slope.entrySet()) {
        start = moved(start, step.getKey(), distance * step.getValue());
      }
      Objective.Solution solution = refit.solve(start, pulls);
      if (Double.isNaN(solution.cost())) {
        return Double.NaN;
      }
      double rise = (solution.cost() - fit.chiSquare()) / fit.noiseVariance();
      if (rise < -LOWER && lower.map(known -> solution.cost() < known.cost()).orElse(true)) {
        lower = Optional.of(solution);
      }
      slope.clear();
      for (Parameter parameter : solution.free()) {
        double change =
            solution.values().coordinate(parameter) - fit.values().coordinate(parameter);
        slope.put(parameter, change / distance);
      }
      pulls = solution.pulls();
      return Math.sqrt(Math.max(rise, 0));
    }

    private ParameterValues moved(ParameterValues values, Parameter parameter, double change) {
      double coordinate = fit.values().coordinate(parameter) + change;
      boolean negativeRate = parameter == Parameter.RELAXATION_TIME && coordinate <= 0;
      if (negativeRate && !direction.containsKey(parameter)) {
        return values; // a straight line too far
      }
      return values.withCoordinate(parameter, Math.max(coordinate, lowest(parameter)));
    }

    private double lowest(Parameter parameter) {
      return parameter == Parameter.RELAXATION_TIME ? 0 : Double.NEGATIVE_INFINITY;
    }
  }
}

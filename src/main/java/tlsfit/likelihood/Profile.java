package tlsfit.likelihood;

import java.util.ArrayList;
import java.util.Comparator;
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
import tlsfit.model.Scale;

/**
 * The profile likelihood of one or two parameters: how χ² rises, all others refitted, as they move
 * away from a fit along a line in their scaled values.
 *
 * <p>Followed as the root of the rise over the noise variance, which grows nearly in proportion to
 * the distance: a Wald interval would take it for exactly so.
 */
public final class Profile {
  /** By how much χ² must fall below the fit's, in noise variances, for a lower minimum. */
  private static final double LOWER = 0.01;

  /** Growth of the root, over that of the distance, from which on a refit may have gone astray. */
  private static final double STEEP = 2;

  /** Relaxation rate to begin with where it has no error, in units of the frequency. */
  private static final double SLOW = 1e-9;

  private final Fit fit;
  private final Objective problem;
  private final double[][] covariance;

  public Profile(Fit fit) {
    this.fit = fit;
    this.problem = Objective.of(fit);
    this.covariance = fit.covariance();
  }

  /**
   * How far a line was followed.
   *
   * @param distance at which the level is reached; empty if it is not
   * @param lower the lowest point below the fit that was met
   */
  public record Reach(OptionalDouble distance, Optional<LowerMinimum> lower) {}

  /**
   * The distance from the fit at which the root of the rise reaches a level.
   *
   * @param direction what the scaled values of the parameters that are moved change by in a
   *     distance of one
   * @param level in standard errors
   * @param first where to look first
   * @param range largest distance
   */
  public Reach reach(Map<Parameter, Double> direction, double level, double first, double range) {
    Line line = new Line(direction);
    OptionalDouble distance = Crossing.find(line::root, level, first, range);
    return new Reach(distance, line.lower);
  }

  /**
   * Where a parameter's own profile ends.
   *
   * @param direction of its scaled value, 1 or −1
   * @param level in standard errors
   */
  public ProfileEnd end(Parameter parameter, int direction, double level) {
    double best = fit.values().scaled(parameter);
    Range range = Range.of(fit, parameter);
    double last = direction > 0 ? range.upper() : range.lower();
    boolean isBound = direction > 0 ? range.upperIsBound() : range.lowerIsBound();
    double room = direction * (last - best);
    Optional<LowerMinimum> lower = Optional.empty();
    if (room > 0) {
      Reach reach =
          reach(Map.of(parameter, (double) direction), level, level * scale(parameter), room);
      lower = reach.lower;
      if (reach.distance.isPresent()) {
        double limit = best + direction * reach.distance.getAsDouble();
        return new ProfileEnd(ProfileEnd.Kind.LIMIT, limit, lower);
      }
    }
    return isBound
        ? new ProfileEnd(ProfileEnd.Kind.BOUND, last, lower)
        : new ProfileEnd(ProfileEnd.Kind.OPEN, direction * Double.POSITIVE_INFINITY, lower);
  }

  /** About one standard error of a scaled value; something to begin with where it is unknown. */
  private double scale(Parameter parameter) {
    int column = fit.free().indexOf(parameter);
    double error = column < 0 ? Double.NaN : Math.sqrt(covariance[column][column]);
    if (parameter.scaledIsNumber()) {
      return error > 0 ? Math.min(error, 1) : 0.1;
    }
    if (parameter.scale() == Scale.RATE) {
      double frequency = fit.values().referenceFrequency();
      return error > 0 && error < frequency ? error : SLOW * frequency;
    }
    return error > 0 ? error : 1;
  }

  /** Distances along one line, each refit starting from where the last ones point. */
  private final class Line {
    private final Map<Parameter, Double> direction;
    private final Objective refit;
    private final Map<Parameter, Double> slope = new EnumMap<>(Parameter.class);
    private final List<Met> met = new ArrayList<>();
    private List<Double> nuisances = fit.nuisances();
    private Optional<LowerMinimum> lower = Optional.empty();

    /** A point of the line, with its root of the rise. */
    private record Met(double distance, double root, Objective.Solution solution) {}

    private Line(Map<Parameter, Double> direction) {
      this.direction = direction;
      Set<Parameter> moved = EnumSet.copyOf(direction.keySet());
      this.refit = problem.fixing(moved);
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
      Objective.Solution solution = refit.solve(start, nuisances);
      Optional<Met> before =
          met.stream()
              .filter(point -> point.distance < distance)
              .max(Comparator.comparingDouble(Met::distance));
      if (before.isPresent() && wentAstray(solution, distance, before.get())) {
        solution = lower(solution, from(before.get().solution, distance));
      }
      if (Double.isNaN(solution.cost())) {
        return Double.NaN;
      }
      double rise = rise(solution);
      if (rise < -LOWER) {
        LowerMinimum point = new LowerMinimum(solution.values(), solution.cost());
        lower = LowerMinimum.lower(lower, Optional.of(point));
      }
      slope.clear();
      for (Parameter parameter : solution.free()) {
        double change = solution.values().scaled(parameter) - fit.values().scaled(parameter);
        slope.put(parameter, change / distance);
      }
      nuisances = solution.nuisances();
      double root = Math.sqrt(Math.max(rise, 0));
      met.add(new Met(distance, root, solution));
      return root;
    }

    private double rise(Objective.Solution solution) {
      return (solution.cost() - fit.chiSquare()) / fit.noiseVariance();
    }

    /** Whether the root has grown far faster than since the fit to a point before. */
    private boolean wentAstray(Objective.Solution solution, double distance, Met before) {
      double root = Math.sqrt(Math.max(rise(solution), 0));
      return !(root <= STEEP * Math.max(before.root, 1) * distance / before.distance);
    }

    /** The fit at a distance that begins where a point before ended. */
    private Objective.Solution from(Objective.Solution before, double distance) {
      ParameterValues start = before.values();
      for (Map.Entry<Parameter, Double> step : direction.entrySet()) {
        start = moved(start, step.getKey(), distance * step.getValue());
      }
      return refit.solve(start, before.nuisances());
    }

    private Objective.Solution lower(Objective.Solution one, Objective.Solution other) {
      return other.cost() < one.cost() || Double.isNaN(one.cost()) ? other : one;
    }

    private ParameterValues moved(ParameterValues values, Parameter parameter, double change) {
      double scaled = fit.values().scaled(parameter) + change;
      double lowest = parameter.scale().lowest();
      if (scaled <= lowest && !direction.containsKey(parameter)) {
        return values; // a straight line too far
      }
      return values.withScaled(parameter, Math.max(scaled, lowest));
    }
  }
}

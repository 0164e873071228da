package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.fit.Fit;
import tlsfit.fit.Objective;
import tlsfit.likelihood.ConfidenceSet;
import tlsfit.likelihood.ProfilePoint;
import tlsfit.likelihood.Range;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.ParameterProfile;
import tlsfit.statistics.CriticalValues;

/**
 * The profiles of the fitted parameters, for whoever draws them: across the confidence interval and
 * somewhat beyond, densely, where there is one with two ends; over the whole range, from the map of
 * the likelihood, where there is none.
 */
public final class ParameterProfiles {
  /** Points to each side of the best one. */
  private static final int SIDE = 12;

  /** How much farther than the interval a profile reaches. */
  private static final double BEYOND = 1.35;

  /** The rise above which a point of a whole range says no more. */
  private static final double FAR = 40;

  private static final double ONE_STANDARD_ERROR = 0.6826894921370859;

  private final Inference inference;
  private final Fit fit;
  private final Objective problem;

  private ParameterProfiles(Inference inference) {
    this.inference = inference;
    this.fit = inference.fit();
    this.problem = Objective.of(fit);
  }

  /** The profiles of all parameters that were fitted, in their order. */
  public static List<ParameterProfile> of(Inference inference) {
    ParameterProfiles profiles = new ParameterProfiles(inference);
    return profiles.fit.fitted().stream().map(profiles::profile).toList();
  }

  private ParameterProfile profile(Parameter parameter) {
    List<ProfilePoint> points =
        ends(parameter).map(ends -> across(parameter, ends)).orElseGet(() -> wholeRange(parameter));
    List<ParameterProfile.Level> levels = new ArrayList<>();
    for (double level : new double[] {ONE_STANDARD_ERROR, inference.level()}) {
      double root = new CriticalValues(level, fit.sigmaKnowledge()).twoSided();
      levels.add(new ParameterProfile.Level(level, root * root));
    }
    List<@Nullable Double> values = new ArrayList<>();
    for (ProfilePoint point : points) {
      double value = parameter.scale().value(point.scaled());
      values.add(Double.isFinite(value) ? value : null);
    }
    return new ParameterProfile(
        parameter.key(),
        parameter.unit(),
        values,
        points.stream().map(point -> Math.max(point.rise(), 0)).toList(),
        parabola(parameter, points),
        levels);
  }

  /** The scaled ends of its interval from the profile, where both are limits. */
  private Optional<double[]> ends(Parameter parameter) {
    return inference.profiled().stream()
        .filter(estimate -> estimate.name().equals(parameter.key()) && estimate.determined())
        .map(estimate -> ends(parameter, estimate))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<double[]> ends(Parameter parameter, ParameterEstimate estimate) {
    Double lower = estimate.interval().lower();
    Double upper = estimate.interval().upper();
    if (lower == null || upper == null) {
      return Optional.empty();
    }
    double one = parameter.scale().scaled(lower);
    double other = parameter.scale().scaled(upper);
    return Double.isFinite(one) && Double.isFinite(other)
        ? Optional.of(new double[] {Math.min(one, other), Math.max(one, other)})
        : Optional.empty();
  }

  private List<ProfilePoint> across(Parameter parameter, double[] ends) {
    double best = fit.values().scaled(parameter);
    Range range = Range.of(fit, parameter);
    double width = Math.max(ends[1] - best, best - ends[0]);
    double low = Math.min(ends[0], Math.max(range.lower(), best - BEYOND * width));
    double high = Math.max(ends[1], Math.min(range.upper(), best + BEYOND * width));
    List<ProfilePoint> points = new ArrayList<>(followed(parameter, best, low));
    Collections.reverse(points);
    points.add(new ProfilePoint(best, 0, fit.values(), fit.nuisances()));
    points.addAll(followed(parameter, best, high));
    return points;
  }

  /** Points from the best one outwards, without it, each refit beginning at the one before. */
  private List<ProfilePoint> followed(Parameter parameter, double best, double end) {
    Objective others = problem.fixing(EnumSet.of(parameter));
    List<ProfilePoint> points = new ArrayList<>();
    ParameterValues values = fit.values();
    List<Double> nuisances = fit.nuisances();
    for (int k = 1; k <= SIDE && end != best; k++) {
      double scaled = best + (end - best) * k / SIDE;
      Objective.Solution solution = lowest(others, parameter, scaled, values, nuisances);
      if (!Double.isFinite(solution.cost())) {
        break;
      }
      values = solution.values();
      nuisances = solution.nuisances();
      points.add(new ProfilePoint(scaled, rise(solution.cost()), values, nuisances));
    }
    return points;
  }

  /** The lowest of the minima that begin at the point before and at the other minima. */
  private Objective.Solution lowest(
      Objective others,
      Parameter parameter,
      double scaled,
      ParameterValues before,
      List<Double> nuisances) {
    Objective.Solution best = others.solve(before.withScaled(parameter, scaled), nuisances);
    for (Fit.OtherMinimum other : fit.otherMinima()) {
      if (rise(other.chiSquare()) < FAR) {
        Objective.Solution found =
            others.solve(other.values().withScaled(parameter, scaled), nuisances);
        best = found.cost() < best.cost() ? found : best;
      }
    }
    return best;
  }

  private double rise(double cost) {
    return (cost - fit.chiSquare()) / fit.noiseVariance();
  }

  private List<ProfilePoint> wholeRange(Parameter parameter) {
    ConfidenceSet set = inference.sets().of(parameter);
    if (!set.profile().isEmpty()) {
      return set.profile().stream().filter(point -> point.rise() < FAR).toList();
    }
    double error = Math.sqrt(variance(parameter));
    double best = fit.values().scaled(parameter);
    return error > 0 && Double.isFinite(error)
        ? across(parameter, new double[] {best - 2 * error, best + 2 * error})
        : List.of();
  }

  private double variance(Parameter parameter) {
    int column = fit.free().indexOf(parameter);
    return column < 0 ? Double.NaN : fit.covariance()[column][column];
  }

  private List<Double> parabola(Parameter parameter, List<ProfilePoint> points) {
    double variance = variance(parameter);
    if (!(variance > 0 && Double.isFinite(variance)) || !inference.determines(parameter)) {
      return List.of();
    }
    double best = fit.values().scaled(parameter);
    return points.stream()
        .map(point -> (point.scaled() - best) * (point.scaled() - best) / variance)
        .toList();
  }
}

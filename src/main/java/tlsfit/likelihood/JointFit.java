package tlsfit.likelihood;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import tlsfit.fit.Fit;
import tlsfit.fit.JointObjective;
import tlsfit.fit.JointObjective.Member;
import tlsfit.fit.JointObjective.Solution;
import tlsfit.fit.LikelihoodMap;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.Scale;
import tlsfit.statistics.CriticalValues;
import tlsfit.statistics.SigmaKnowledge;

/**
 * The fit of several samples with common parameters. It begins at the minima of the sum of the
 * samples' likelihood maps over the first of these, so that it is the lowest to the steps of the
 * maps.
 */
public final class JointFit {
  /** Places from which minimisations begin, at most. */
  private static final int STARTS = 4;

  /** How far a profile is followed, in the scaled value. */
  private static final double FARTHEST = 5;

  private final List<Member> members;
  private final List<Parameter> shared;
  private final JointObjective objective;
  private final Solution best;

  /**
   * A limit of the common value of a parameter and its profile.
   *
   * @param lower lower confidence limit, in the parameter's unit; 0 where open
   * @param upper upper one; infinite where open
   */
  public record Limits(double lower, double upper) {}

  private JointFit(List<Member> members, List<Parameter> shared) {
    this.members = members;
    this.shared = shared;
    objective = JointObjective.of(members, shared);
    best =
        starts().stream()
            .map(objective::solve)
            .min(Comparator.comparingDouble(Solution::chiSquare))
            .orElseThrow();
  }

  /**
   * Fits samples jointly.
   *
   * @param members two or more
   * @param shared parameters common to all, one or more, each fitted in every sample
   */
  public static JointFit of(List<Member> members, List<Parameter> shared) {
    return new JointFit(List.copyOf(members), List.copyOf(shared));
  }

  /** The best fit with common parameters. */
  public Solution best() {
    return best;
  }

  /** All readings. */
  public int readings() {
    return objective.readings();
  }

  /** The best fit with parameters of each sample's own, the calibration being shared as here. */
  public Solution separate() {
    return JointObjective.of(members, List.of())
        .solve(members.stream().map(member -> member.fit().values()).toList());
  }

  /** Profile limits of a common parameter. */
  public Limits limits(Parameter parameter, double level) {
    double critical = new CriticalValues(level, new SigmaKnowledge.Known()).twoSided();
    double down = limit(parameter, -1, critical);
    double up = limit(parameter, 1, critical);
    return new Limits(Math.min(down, up), Math.max(down, up));
  }

  private double limit(Parameter parameter, int direction, double critical) {
    int column = shared.indexOf(parameter);
    double at = best.values().get(0).scaled(parameter);
    double error = Math.sqrt(best.covariance()[column][column]);
    double range =
        parameter.scale() == Scale.RATE && direction < 0 ? at : FARTHEST * scale(at, parameter);
    OptionalDouble distance =
        Crossing.find(
            step -> Math.sqrt(Math.max(0, rise(parameter, at + direction * step))),
            critical,
            Math.min(critical * error, range),
            range);
    ParameterValues values = best.values().get(0);
    if (distance.isPresent()) {
      return values.withScaled(parameter, at + direction * distance.getAsDouble()).get(parameter);
    }
    return direction > 0 == parameter.scale().increasing() ? Double.POSITIVE_INFINITY : 0;
  }

  private static double scale(double at, Parameter parameter) {
    return parameter.scale() == Scale.RATE ? Math.abs(at) * FARTHEST : 1;
  }

  /** Rise of χ² with a common parameter fixed at a scaled value. */
  private double rise(Parameter parameter, double scaled) {
    List<ParameterValues> starts =
        best.values().stream().map(values -> values.withScaled(parameter, scaled)).toList();
    return objective.fixing(parameter).solve(starts).chiSquare() - best.chiSquare();
  }

  /** The profile of a common parameter: Δχ² at values about its limits, ascending. */
  public List<double[]> profile(Parameter parameter, Limits limits, int points) {
    double low = Math.log(Math.max(limits.lower, 0.2 * value(parameter)));
    double high = Math.log(Math.min(limits.upper, 5 * value(parameter)));
    List<double[]> profile = new ArrayList<>();
    for (int k = 0; k < points; k++) {
      double at = Math.exp(low + (high - low) * (1.5 * k / (points - 1.0) - 0.25));
      double scaled = best.values().get(0).with(parameter, at).scaled(parameter);
      profile.add(new double[] {at, rise(parameter, scaled)});
    }
    return profile;
  }

  private double value(Parameter parameter) {
    return best.values().get(0).get(parameter);
  }

  /** The weighted mean of the fits, and the minima of the sum of their maps. */
  private List<List<ParameterValues>> starts() {
    List<List<ParameterValues>> starts = new ArrayList<>();
    List<ParameterValues> mean = members.stream().map(member -> member.fit().values()).toList();
    for (Parameter parameter : shared) {
      double common = mean(parameter);
      mean = mean.stream().map(values -> values.with(parameter, common)).toList();
    }
    starts.add(mean);
    Parameter first = shared.get(0);
    if (first == Parameter.DIPOLE_MOMENT || first == Parameter.RELAXATION_TIME) {
      List<Line> lines = members.stream().map(member -> Line.of(member.fit(), first)).toList();
      for (double place : minima(lines)) {
        List<ParameterValues> from = new ArrayList<>();
        for (int s = 0; s < members.size(); s++) {
          ParameterValues at = lines.get(s).nearest(place).withScaled(first, scaled(first, place));
          for (Parameter other : shared.subList(1, shared.size())) {
            at = at.with(other, mean.get(s).get(other));
          }
          from.add(at);
        }
        starts.add(from);
      }
    }
    return starts;
  }

  private static double scaled(Parameter parameter, double logarithm) {
    return parameter.scale() == Scale.RATE ? Math.exp(logarithm) : logarithm;
  }

  private double mean(Parameter parameter) {
    double sum = 0;
    double weights = 0;
    for (Member member : members) {
      Fit fit = member.fit();
      int column = fit.free().indexOf(parameter);
      double unit = fit.values().derivative(parameter) / fit.values().get(parameter);
      double weight = 1 / (fit.covariance()[column][column] * unit * unit);
      sum += weight * Math.log(fit.values().get(parameter));
      weights += weight;
    }
    return Math.exp(sum / weights);
  }

  /** The lowest places of the sum of lines, lowest first. */
  private static List<Double> minima(List<Line> lines) {
    TreeSet<Double> places = new TreeSet<>();
    double from = lines.stream().mapToDouble(line -> line.places[0]).max().orElseThrow();
    double to =
        lines.stream().mapToDouble(line -> line.places[line.places.length - 1]).min().orElseThrow();
    for (Line line : lines) {
      for (double place : line.places) {
        if (place >= from && place <= to) {
          places.add(place);
        }
      }
    }
    List<Double> ascending = List.copyOf(places);
    double[] sums =
        ascending.stream()
            .mapToDouble(place -> lines.stream().mapToDouble(line -> line.at(place)).sum())
            .toArray();
    List<Integer> lowest = new ArrayList<>();
    for (int k = 0; k < sums.length; k++) {
      boolean left = k == 0 || sums[k] <= sums[k - 1];
      boolean right = k == sums.length - 1 || sums[k] <= sums[k + 1];
      if (left && right) {
        lowest.add(k);
      }
    }
    return lowest.stream()
        .sorted(Comparator.comparingDouble(k -> sums[k]))
        .limit(STARTS)
        .map(ascending::get)
        .toList();
  }

  /** The lowest χ² of one sample's map over the logarithm of p, or of 1/T10 without 0. */
  @SuppressWarnings("ArrayRecordComponent") // points of one line, never compared
  private record Line(double[] places, double[] costs, List<ParameterValues> values) {
    private static Line of(Fit fit, Parameter parameter) {
      LikelihoodMap map = fit.likelihoodMap();
      boolean dipole = parameter == Parameter.DIPOLE_MOMENT;
      double[] axis = dipole ? map.dipoleMoments() : map.relaxationRates();
      List<Double> places = new ArrayList<>();
      List<Double> costs = new ArrayList<>();
      List<ParameterValues> values = new ArrayList<>();
      for (int k = 0; k < axis.length; k++) {
        if (axis[k] > 0) {
          LikelihoodMap.LowestPoint lowest =
              (dipole ? map.atDipoleMoment(k, 1) : map.atRelaxationRate(k, 1)).get(0);
          places.add(Math.log(axis[k]));
          costs.add(lowest.chiSquare() / fit.noiseVariance());
          values.add(lowest.values());
        }
      }
      return new Line(array(places), array(costs), values);
    }

    private static double[] array(List<Double> list) {
      return list.stream().mapToDouble(one -> one).toArray();
    }

    private double at(double place) {
      int k = 0;
      while (k < places.length - 2 && places[k + 1] < place) {
        k++;
      }
      if (places.length == 1) {
        return costs[0];
      }
      double part = (place - places[k]) / (places[k + 1] - places[k]);
      return costs[k] + part * (costs[k + 1] - costs[k]);
    }

    private ParameterValues nearest(double place) {
      int nearest = 0;
      for (int k = 1; k < places.length; k++) {
        if (Math.abs(places[k] - place) < Math.abs(places[nearest] - place)) {
          nearest = k;
        }
      }
      return values.get(nearest);
    }
  }
}

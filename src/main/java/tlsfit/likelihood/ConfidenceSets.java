package tlsfit.likelihood;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tlsfit.fit.Fit;
import tlsfit.model.DistributedModel;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.Scale;
import tlsfit.setup.Bounds;
import tlsfit.statistics.CriticalValues;

/**
 * The confidence sets of the parameters of a fit, each made when it is asked for.
 *
 * <p>The sets of p, χ and T10 are read from their profiles over the whole range ({@link
 * ProfileScan}); those of f_ref and of the shape parameters from the profile followed from the fit
 * ({@link Profile}). The limit of the rise of χ² is the usual one, but for 1/T10, which cannot be
 * negative: {@link BoundaryQuantile}.
 *
 * <p>Where slow changes of a table are fitted along, they take from T10 what holds its likelihood
 * in shape, and the rise of χ² at the truth exceeds what theory has for large samples. There the
 * limit is the two-sided one down to 1/T10 = 0, and that of a joint region of two parameters where
 * the set falls into parts or does not end towards short T10, for then the data choose p along with
 * it. The limits are judged by what they hold, in the study of coverage.
 */
public final class ConfidenceSets {
  private final Fit fit;
  private final double level;
  private final CriticalValues critical;
  private final Map<Parameter, Scanned> scans;
  private final Map<Parameter, ConfidenceSet> sets = new EnumMap<>(Parameter.class);
  private Optional<LowerMinimum> lower = Optional.empty();

  /** A profile, and what finds more of its points. */
  private record Scanned(ProfileScan scan, List<ProfilePoint> points) {}

  private ConfidenceSets(Fit fit, double level, Map<Parameter, Scanned> scans) {
    this.fit = fit;
    this.level = level;
    this.scans = scans;
    critical = new CriticalValues(level, fit.sigmaKnowledge());
  }

  /**
   * The sets of a fit.
   *
   * @param level confidence level 1 − α, between 0 and 1
   */
  public static ConfidenceSets of(Fit fit, double level) {
    return new ConfidenceSets(fit, level, new EnumMap<>(Parameter.class));
  }

  /** The sets of another level, from the same profiles. */
  public ConfidenceSets at(double other) {
    return other == level ? this : new ConfidenceSets(fit, other, scans);
  }

  /** The confidence level. */
  public double level() {
    return level;
  }

  /** How far χ² may rise within a set, [noise variances]: the usual limit. */
  public double largestRise() {
    return critical.twoSided() * critical.twoSided();
  }

  /** The lowest point below the fit that the profiles made so far have met. */
  public Optional<LowerMinimum> lower() {
    return lower;
  }

  /**
   * The set of a parameter that was fitted.
   *
   * @throws IllegalArgumentException if it was not
   */
  public ConfidenceSet of(Parameter parameter) {
    ConfidenceSet known = sets.get(parameter);
    if (known == null) {
      if (!fit.fitted().contains(parameter)) {
        throw new IllegalArgumentException(parameter.key());
      }
      known =
          switch (parameter) {
            case DIPOLE_MOMENT, CHI, RELAXATION_TIME -> scanned(parameter);
            default -> followed(parameter);
          };
      sets.put(parameter, known);
    }
    return known;
  }

  /** Whether dipole moments of no width are among the values that the readings allow. */
  public boolean hasLeastWidth() {
    Parameter width = Parameter.DIPOLE_WIDTH;
    double least = DistributedModel.SMALLEST_WIDTH * (1 + 1e-9); // but for rounding
    return fit.fitted().contains(width) && width.scale().value(of(width).lower()) <= least;
  }

  private ConfidenceSet followed(Parameter parameter) {
    Profile profile = new Profile(fit);
    ProfileEnd low = profile.end(parameter, -1, critical.twoSided());
    ProfileEnd high = profile.end(parameter, 1, critical.twoSided());
    lower = LowerMinimum.lower(lower, LowerMinimum.lower(low.lower(), high.lower()));
    return new ConfidenceSet(
        parameter,
        List.of(new ConfidenceSet.Part(low.scaled(), high.scaled(), 0, fit.values())),
        List.of());
  }

  private ConfidenceSet scanned(Parameter parameter) {
    Scanned scanned =
        scans.computeIfAbsent(
            parameter,
            p -> {
              ProfileScan scan = new ProfileScan(fit, p);
              return new Scanned(scan, scan.points());
            });
    ProfileScan scan = scanned.scan;
    List<ProfilePoint> points = scanned.points;
    settle(scan, points, quantile(parameter, scan, points));
    List<ConfidenceSet.Part> parts =
        parts(parameter, scan, points, quantile(parameter, scan, points));
    boolean another =
        parts.size() > 1
            || parts.stream().anyMatch(part -> part.upper() == Double.POSITIVE_INFINITY);
    if (another && besideSlowChanges(parameter)) {
      double joint = critical.twoParameters();
      settle(scan, points, point -> joint);
      parts = parts(parameter, scan, points, point -> joint);
    }
    lower = LowerMinimum.lower(lower, scan.lower());
    return new ConfidenceSet(parameter, parts, points);
  }

  /** Whether it is the relaxation rate, beside slow changes that are fitted along. */
  private boolean besideSlowChanges(Parameter parameter) {
    return parameter == Parameter.RELAXATION_TIME && !fit.options().slow().isEmpty();
  }

  private List<ConfidenceSet.Part> parts(
      Parameter parameter, ProfileScan scan, List<ProfilePoint> points, Quantile quantile) {
    List<ConfidenceSet.Part> parts = new ArrayList<>();
    int k = 0;
    while (k < points.size()) {
      if (!inside(points.get(k), quantile)) {
        k++;
        continue;
      }
      int last = k;
      while (last + 1 < points.size() && inside(points.get(last + 1), quantile)) {
        last++;
      }
      double low =
          k == 0
              ? end(parameter, points.get(k), -1)
              : edge(parameter, scan, points, k, k - 1, quantile);
      double high =
          last == points.size() - 1
              ? end(parameter, points.get(last), 1)
              : edge(parameter, scan, points, last, last + 1, quantile);
      ProfilePoint best = points.get(k);
      for (ProfilePoint point : points.subList(k, last + 1)) {
        best = point.rise() < best.rise() ? point : best;
      }
      parts.add(new ConfidenceSet.Part(low, high, Math.max(best.rise(), 0), best.values()));
      k = last + 1;
    }
    return parts;
  }

  /**
   * Fits again at every point outside the set that has a neighbour inside, beginning there: a
   * minimisation that went astray must not cut a set in two, and the limits lie between these.
   */
  private static void settle(ProfileScan scan, List<ProfilePoint> points, Quantile quantile) {
    boolean[] settled = new boolean[points.size()];
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int k = 0; k < settled.length; k++) {
        if (settled[k] || inside(points.get(k), quantile)) {
          continue;
        }
        for (int neighbour : new int[] {k - 1, k + 1}) {
          boolean beside = neighbour >= 0 && neighbour < settled.length;
          if (beside && inside(points.get(neighbour), quantile)) {
            ProfilePoint in = points.get(neighbour);
            ProfilePoint point = points.get(k);
            List<ParameterValues> starts = List.of(point.values(), in.values());
            ProfilePoint exact = scan.at(point.scaled(), starts, in.nuisances());
            if (Double.isFinite(exact.rise())) {
              points.set(k, exact);
            }
            settled[k] = true;
            changed |= inside(points.get(k), quantile);
          }
        }
      }
    }
  }

  /** How far χ² may rise at a point of a profile [standard errors]. */
  private interface Quantile {
    double at(ProfilePoint point);
  }

  private Quantile quantile(Parameter parameter, ProfileScan scan, List<ProfilePoint> points) {
    double usual = critical.twoSided();
    boolean bounded = parameter == Parameter.RELAXATION_TIME && points.get(0).scaled() == 0;
    if (!bounded || besideSlowChanges(parameter)) {
      return point -> usual;
    }
    double zero = points.get(0).root();
    double best = fit.values().relaxationRate();
    return point -> {
      boolean mayBeZero = point.scaled() == 0 && point.root() < critical.oneSided();
      if (mayBeZero || point.root() >= usual) {
        return usual;
      }
      double distance;
      if (best > 0) {
        distance = zero + Math.copySign(point.root(), point.scaled() - best);
      } else {
        // Near the end χ² rises as a θ + (θ/σ)²; half way tells the two apart.
        ProfilePoint half =
            scan.at(0.5 * point.scaled(), List.of(point.values()), point.nuisances());
        distance = Math.sqrt(Math.max(2 * point.rise() - 4 * half.rise(), 0));
      }
      return BoundaryQuantile.at(Math.max(distance, 0), critical);
    };
  }

  private static boolean inside(ProfilePoint point, Quantile quantile) {
    return point.rise() <= 0 || point.root() <= quantile.at(point);
  }

  /** Where the range of the profile ends inside the set. */
  private double end(Parameter parameter, ProfilePoint point, int direction) {
    if (parameter == Parameter.RELAXATION_TIME && point.scaled() == 0) {
      return 0;
    }
    Bounds bounds = fit.options().boundsOf(parameter);
    Scale scale = parameter.scale();
    double bound = direction > 0 == scale.increasing() ? bounds.upper() : bounds.lower();
    double scaledBound = scale.scaled(bound);
    boolean atBound = Math.abs(scaledBound - point.scaled()) <= 1e-9 * Math.abs(point.scaled());
    return atBound ? scaledBound : direction * Double.POSITIVE_INFINITY;
  }

  /** The limit between a point inside the set and its neighbour outside. */
  private double edge(
      Parameter parameter,
      ProfileScan scan,
      List<ProfilePoint> points,
      int inside,
      int outside,
      Quantile quantile) {
    ProfilePoint in = points.get(inside);
    ProfilePoint out = points.get(outside);
    OptionalDouble found =
        Crossing.between(
            scaled -> excess(between(parameter, scan, in, out, scaled), quantile),
            0,
            in.scaled(),
            excess(in, quantile),
            out.scaled(),
            excess(out, quantile));
    return found.orElse(out.scaled());
  }

  private static double excess(ProfilePoint point, Quantile quantile) {
    return point.root() - quantile.at(point);
  }

  /**
   * The profile between two of its points, begun on the straight line between them; from the inner
   * point, too, where that leads beyond both, for then it went astray, and at any relaxation rate,
   * beside which there may be two minima of p.
   */
  private ProfilePoint between(
      Parameter parameter, ProfileScan scan, ProfilePoint in, ProfilePoint out, double scaled) {
    ParameterValues line = onLine(in, out, scaled);
    if (parameter != Parameter.RELAXATION_TIME) {
      ProfilePoint found = scan.at(scaled, List.of(line), in.nuisances());
      if (found.rise() >= in.rise() && found.rise() <= out.rise()) {
        return found;
      }
    }
    return scan.at(scaled, List.of(line, in.values()), in.nuisances());
  }

  private ParameterValues onLine(ProfilePoint in, ProfilePoint out, double scaled) {
    double share = (scaled - in.scaled()) / (out.scaled() - in.scaled());
    ParameterValues values = in.values();
    for (Parameter parameter : fit.fitted()) {
      double from = in.values().scaled(parameter);
      double to = out.values().scaled(parameter);
      double at = from + share * (to - from);
      if (Double.isFinite(at)) {
        values = values.withScaled(parameter, at);
      }
    }
    return values;
  }
}

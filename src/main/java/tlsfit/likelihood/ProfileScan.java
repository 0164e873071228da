package tlsfit.likelihood;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tlsfit.fit.Fit;
import tlsfit.fit.LikelihoodMap;
import tlsfit.fit.Objective;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;

/**
 * The profile of a parameter over its whole range: χ² of the exact model, minimised over all others
 * at each of a row of values, each minimisation begun at the lowest points of the likelihood map at
 * that value. So it finds what a profile followed from the fit would miss: values beyond a barrier,
 * and plateaus that no curvature shows.
 */
final class ProfileScan {
  /** Minimisations begun at each value. */
  private static final int STARTS = 2;

  /** Rise of the map from which on a value is not refined. */
  private static final double FAR = 30;

  /** Values of χ tried beyond those that fit anywhere on the map. */
  private static final int BEYOND = 4;

  /** By how much χ² must fall below the fit's, in noise variances, for a lower minimum. */
  private static final double LOWER = 0.01;

  /** Relative difference below which two scaled values are one: that of rounding. */
  private static final double SAME = 1e-12;

  private final Fit fit;
  private final LikelihoodMap map;
  private final Parameter parameter;
  private final Objective all;
  private final Objective others;
  private final int starts;
  private Optional<LowerMinimum> lower = Optional.empty();

  ProfileScan(Fit fit, Parameter parameter) {
    this.fit = fit;
    this.parameter = parameter;
    map = fit.likelihoodMap();
    starts = fit.options().model().distributed() ? 1 : STARTS;
    all = Objective.of(fit);
    others = all.fixing(EnumSet.of(parameter));
  }

  /** The lowest point below the fit that was met. */
  Optional<LowerMinimum> lower() {
    return lower;
  }

  /** The fit itself as a point. */
  ProfilePoint best() {
    return point(fit.values(), fit.chiSquare(), fit.nuisances());
  }

  /** The points of the profile, in the order of their scaled values. */
  List<ProfilePoint> points() {
    List<ProfilePoint> points = new ArrayList<>();
    points.add(best());
    fit.otherMinima()
        .forEach(other -> points.add(point(other.values(), other.chiSquare(), fit.nuisances())));
    switch (parameter) {
      case DIPOLE_MOMENT -> dipoleMoments(points);
      case RELAXATION_TIME -> relaxationRates(points);
      case CHI -> strengths(points);
      default -> throw new IllegalArgumentException(parameter.key());
    }
    List<ProfilePoint> profile = lowestAtEach(points);
    polish(profile);
    return profile;
  }

  /** In the order of their scaled values, of several at the same value the lowest. */
  private static List<ProfilePoint> lowestAtEach(List<ProfilePoint> points) {
    points.sort(
        Comparator.comparingDouble(ProfilePoint::scaled).thenComparingDouble(ProfilePoint::rise));
    List<ProfilePoint> profile = new ArrayList<>();
    for (ProfilePoint point : points) {
      int last = profile.size() - 1;
      if (last >= 0 && same(profile.get(last).scaled(), point.scaled())) {
        if (point.rise() < profile.get(last).rise()) {
          profile.set(last, point);
        }
      } else {
        profile.add(point);
      }
    }
    return profile;
  }

  private static boolean same(double scaled, double other) {
    return Math.abs(other - scaled) <= SAME * Math.abs(scaled);
  }

  private void dipoleMoments(List<ProfilePoint> points) {
    double[] dipoles = map.dipoleMoments();
    for (int i = 0; i < dipoles.length; i++) {
      double scaled = Math.log(dipoles[i]);
      double floor = map.floorAtDipoleMoment(i);
      int row = i;
      points.add(refined(scaled, floor, () -> map.atDipoleMoment(row, starts)));
    }
  }

  private void relaxationRates(List<ProfilePoint> points) {
    double[] rates = map.relaxationRates();
    for (int j = 0; j < rates.length; j++) {
      double floor = map.floorAtRelaxationRate(j);
      int column = j;
      points.add(refined(rates[j], floor, () -> map.atRelaxationRate(column, starts)));
    }
  }

  /**
   * χ is no axis of the map: its values reach from the least to the largest that fits anywhere, and
   * on until χ² is far off: what no point of the map comes near takes longest to fit.
   */
  private void strengths(List<ProfilePoint> points) {
    double[] range = map.strengths(FAR * fit.noiseVariance());
    double low = Math.min(Math.log(range[0]), best().scaled());
    double high = Math.max(Math.log(range[1]), best().scaled());
    int steps = (int) Math.ceil((high - low) / LikelihoodMap.DIPOLE_STEP);
    for (int k = 0; k <= steps; k++) {
      points.add(atStrength(low + k * LikelihoodMap.DIPOLE_STEP));
    }
    outwards(points, low, -1);
    outwards(points, low + steps * LikelihoodMap.DIPOLE_STEP, 1);
  }

  private void outwards(List<ProfilePoint> points, double from, int direction) {
    double rise = 0;
    for (int k = 1; k <= BEYOND && rise <= FAR; k++) {
      ProfilePoint point = atStrength(from + direction * k * LikelihoodMap.DIPOLE_STEP);
      rise = point.rise();
      points.add(point);
    }
  }

  private ProfilePoint atStrength(double scaled) {
    return at(scaled, List.of(map.atStrength(Math.exp(scaled))), fit.nuisances());
  }

  /**
   * The profile at a value: by minimisation from the map, but the map's own where it is as good, or
   * where that is far off.
   */
  private ProfilePoint refined(
      double scaled, double floor, Supplier<List<LikelihoodMap.LowestPoint>> lowest) {
    double least = rise(floor);
    if (least > FAR) {
      return new ProfilePoint(scaled, least, at(scaled, fit.values()), fit.nuisances());
    }
    List<LikelihoodMap.LowestPoint> points = lowest.get();
    LikelihoodMap.LowestPoint best = points.get(0);
    if (map.isExact() && rise(best.chiSquare()) > -LOWER) {
      return new ProfilePoint(
          scaled, rise(best.chiSquare()), at(scaled, best.values()), fit.nuisances());
    }
    List<ParameterValues> values = points.stream().map(LikelihoodMap.LowestPoint::values).toList();
    return at(scaled, values, fit.nuisances());
  }

  /**
   * The profile at a value.
   *
   * @param starts values to begin from, apart from the parameter's own
   */
  ProfilePoint at(double scaled, List<ParameterValues> starts, List<Double> nuisances) {
    ProfilePoint best =
        new ProfilePoint(
            scaled, Double.POSITIVE_INFINITY, at(scaled, starts.get(0)), fit.nuisances());
    for (ParameterValues start : starts) {
      Objective.Solution solution = others.solve(at(scaled, start), nuisances);
      double rise = rise(solution.cost());
      if (rise < best.rise()) {
        best = new ProfilePoint(scaled, rise, solution.values(), solution.nuisances());
      }
    }
    meet(best);
    return best;
  }

  private ParameterValues at(double scaled, ParameterValues values) {
    return values.withScaled(parameter, scaled);
  }

  private double rise(double cost) {
    return Double.isNaN(cost)
        ? Double.POSITIVE_INFINITY
        : (cost - fit.chiSquare()) / fit.noiseVariance();
  }

  private ProfilePoint point(ParameterValues values, double chiSquare, List<Double> nuisances) {
    return new ProfilePoint(values.scaled(parameter), rise(chiSquare), values, nuisances);
  }

  private void meet(ProfilePoint point) {
    if (point.rise() < -LOWER) {
      double chiSquare = fit.chiSquare() + point.rise() * fit.noiseVariance();
      lower = LowerMinimum.lower(lower, Optional.of(new LowerMinimum(point.values(), chiSquare)));
    }
  }

  /** Minimises from every point that is lower than its neighbours and no minimum yet. */
  private void polish(List<ProfilePoint> points) {
    List<ProfilePoint> found = new ArrayList<>();
    for (int k = 0; k < points.size(); k++) {
      ProfilePoint point = points.get(k);
      boolean lowest =
          (k == 0 || points.get(k - 1).rise() > point.rise())
              && (k == points.size() - 1 || points.get(k + 1).rise() > point.rise());
      boolean inside = k > 0 && k < points.size() - 1;
      boolean known = point.rise() <= 0 || !(point.rise() < FAR);
      if (lowest && inside && !known) {
        Objective.Solution solution = all.solve(point.values(), point.nuisances());
        if (rise(solution.cost()) < point.rise()) {
          ProfilePoint minimum = point(solution.values(), solution.cost(), solution.nuisances());
          meet(minimum);
          found.add(minimum);
        }
      }
    }
    points.addAll(found);
    points.sort(Comparator.comparingDouble(ProfilePoint::scaled));
  }
}

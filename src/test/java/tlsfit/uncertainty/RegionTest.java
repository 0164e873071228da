package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Region;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

/**
 * Points of the distributions by scipy 1.17.1: 5.991464547107983 and 9.210340371976182, the 95 %
 * and 99 % ones of χ² with 2 degrees of freedom, 3.140437621854299 the 95 % one of F with 2 and 64.
 */
class RegionTest {
  private static final Parameter P = Parameter.DIPOLE_MOMENT;
  private static final Parameter T10 = Parameter.RELAXATION_TIME;
  private static final double CHI_SQUARE = 5.991464547107983;
  private static final FitOptions KNOWN =
      FitOptions.of(Experiments.LOG, new Noise.Absolute()).withRelaxation(Relaxation.ON);
  private static final FitOptions RELATIVE =
      FitOptions.of(Experiments.LOG, new Noise.Relative()).withRelaxation(Relaxation.ON);
  private static final Measurement JOINT = Experiments.jointFile(0, 68);

  // By the curvature a quarter of a per cent off at most (see the limits in ProfileIntervalsTest),
  // so that the quadratic form is by twice that and a little more.
  @Test
  void isAnEllipseWhereTheFitIsNearlyLinear() {
    Fit fit = Fitter.fit(JOINT, KNOWN);
    double[][] covariance = fit.covariance();
    int i = fit.free().indexOf(P);
    int j = fit.free().indexOf(T10);
    double determinant = covariance[i][i] * covariance[j][j] - covariance[i][j] * covariance[i][j];
    List<Region.Point> points = Regions.of(fit, P, T10, 0.95).points();
    assertThat(points).hasSizeGreaterThan(20);
    for (Region.Point point : points) {
      double x = Math.log(Objects.requireNonNull(point.first()) / fit.values().dipoleMoment());
      double y = 1 / Objects.requireNonNull(point.second()) - fit.values().relaxationRate();
      double form =
          (covariance[j][j] * x * x - 2 * covariance[i][j] * x * y + covariance[i][i] * y * y)
              / determinant;
      assertThat(form).isCloseTo(CHI_SQUARE, Percentage.withPercentage(2));
      assertThat(point.open()).isFalse();
    }
  }

  // The level is met to 1e-4 of its root.
  @Test
  void itsBorderIsWhereChiSquareHasRisen() {
    Fit fit = Fitter.fit(noisy(1), KNOWN);
    for (Region.Point point : Regions.of(fit, P, T10, 0.95).points()) {
      assertThat(rise(fit, point)).isCloseTo(CHI_SQUARE, Percentage.withPercentage(0.03));
    }
  }

  @Test
  void whereSigmaIsFromTheScatterTheRiseIsThatOfF() {
    Fit fit = Fitter.fit(JOINT, RELATIVE);
    double expected = 2 * 3.140437621854299 * fit.chiSquare() / 64;
    for (Region.Point point : Regions.of(fit, P, T10, 0.95).points()) {
      assertThat(rise(fit, point)).isCloseTo(expected, Percentage.withPercentage(0.03));
    }
  }

  // Relaxation is seen with less than three standard errors: a rate of 0 lies within the region. In
  // one of the tables rounding would make it 2e-13/s.
  @ParameterizedTest
  @ValueSource(longs = {4, 6})
  void isOpenWhereRelaxationMayBeNone(long seed) {
    Measurement slow =
        Experiments.simulate(
            Experiments.biasSweep(1500, 40), Experiments.TRUTH.with(T10, 6e-4), 24_000, seed);
    Fit fit = Fitter.fit(slow, KNOWN);
    List<Region.Point> points = Regions.of(fit, P, T10, 0.99).points();
    List<Region.Point> open = points.stream().filter(Region.Point::open).toList();
    assertThat(open).isNotEmpty().hasSizeLessThan(points.size() / 2);
    for (Region.Point point : points) {
      assertThat(point.second() == null).isEqualTo(point.open());
      if (point.open()) {
        assertThat(rise(fit, point)).isLessThan(9.210340371976182);
      } else {
        assertThat(rise(fit, point)).isCloseTo(9.210340371976182, Percentage.withPercentage(0.03));
      }
    }
  }

  @Test
  void aBoundEndsIt() {
    double bound = 1.001 * Fitter.fit(JOINT, KNOWN).values().dipoleMoment();
    Fit fit = Fitter.fit(JOINT, KNOWN.withBounds(P, new Bounds(0, bound)));
    List<Region.Point> points = Regions.of(fit, P, T10, 0.95).points();
    assertThat(points).noneMatch(Region.Point::open);
    assertThat(points)
        .anyMatch(point -> Objects.requireNonNull(point.first()) > bound * (1 - 1e-9));
    for (Region.Point point : points) {
      assertThat(point.first()).isLessThanOrEqualTo(bound * (1 + 1e-12));
    }
  }

  /**
   * Of 300 experiments 285 must have the truth within the polygon of the border, give or take 3.5
   * binomial standard deviations of 3.8.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Tag("study")
  void holdsBothTruthsTogetherAsOftenAsItSays(boolean known) {
    long held =
        IntStream.range(0, 300)
            .parallel()
            .filter(
                k -> {
                  Noise noise = known ? new Noise.Absolute() : new Noise.Relative();
                  Fit fit =
                      Fitter.refit(
                          new Observations(noisy(5000 + k), noise),
                          known ? KNOWN : RELATIVE,
                          Experiments.TRUTH);
                  return holds(
                      Regions.of(fit, P, T10, 0.95).points(),
                      Math.log(Experiments.TRUTH.dipoleMoment()),
                      Experiments.TRUTH.relaxationRate());
                })
            .count();
    assertThat(held).isBetween(272L, 298L);
  }

  /** Noise large enough for the region to be no ellipse. */
  private static Measurement noisy(long seed) {
    return Experiments.simulate(Experiments.biasSweep(1500, 40), Experiments.TRUTH, 24_000, seed);
  }

  private static double rise(Fit fit, Region.Point point) {
    double p = Objects.requireNonNull(point.first());
    double t10 = Objects.requireNonNullElse(point.second(), Double.POSITIVE_INFINITY);
    FitOptions fixed = fit.options().withFixed(P, p).withFixed(T10, t10);
    ParameterValues start = fit.values().with(P, p).with(T10, t10);
    return Fitter.refit(fit.observations(), fixed, start).chiSquare() - fit.chiSquare();
  }

  /**
   * Whether a polygon in ln p and 1/T10 holds a point: a ray from it meets an odd number of sides.
   */
  private static boolean holds(List<Region.Point> polygon, double x, double y) {
    boolean inside = false;
    for (int k = 0; k < polygon.size(); k++) {
      Region.Point a = polygon.get(k);
      Region.Point b = polygon.get((k + 1) % polygon.size());
      double ya = 1 / Objects.requireNonNull(a.second());
      double yb = 1 / Objects.requireNonNull(b.second());
      double xa = Math.log(Objects.requireNonNull(a.first()));
      double xb = Math.log(Objects.requireNonNull(b.first()));
      if (ya > y != yb > y && x < xa + (y - ya) / (yb - ya) * (xb - xa)) {
        inside = !inside;
      }
    }
    return inside;
  }
}

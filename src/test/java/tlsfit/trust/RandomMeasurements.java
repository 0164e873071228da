package tlsfit.trust;

import java.util.List;
import java.util.OptionalDouble;
import tlsfit.measurement.Measurement;
import tlsfit.model.ParameterValues;
import tlsfit.units.Constants;

/**
 * A generator of random measurements of known truth: one for each kind and seed, always the same.
 *
 * <p>Ranges are those of published and of bad measurements alike: p from 0.35 to 200 D, T10 from
 * 0.1 to 100 µs, χ from 10⁻⁶ to 10⁻², 10 to 65 readings, σ from 5·10⁻⁴ to 0.3 of the largest shift.
 */
final class RandomMeasurements {
  /** The smallest L [1] at any reading: the end of the theory is near, and told. */
  private static final double LEAST_LOGARITHM = 0.75;

  /** The largest expected error of ln p of an informative measurement. */
  static final double INFORMATIVE = 0.05;

  /** The least χ² with any p that differs by this factor, of an informative measurement. */
  private static final double RIVAL_CHI_SQUARE = 30;

  private static final double RIVAL_FACTOR = 1.3;

  /** The share of tables without σ. */
  private static final double WITHOUT_SIGMA = 0.15;

  private final Kind kind;
  private final long seed;
  private final Draw draw;

  private RandomMeasurements(Kind kind, long seed) {
    this.kind = kind;
    this.seed = seed;
    draw = kind.draw(seed);
  }

  /**
   * The measurement of a kind and a seed.
   *
   * @param kind of measurement
   * @param seed any number
   */
  static KnownMeasurement of(Kind kind, long seed) {
    return new RandomMeasurements(kind, seed).draw();
  }

  private KnownMeasurement draw() {
    Disturbance disturbance = kind == Kind.NUISANCE ? draw.one(Disturbance.ALL) : Disturbance.NONE;
    while (true) {
      Layout layout = draw.one(layouts());
      NoiseFree clean = clean(layout, disturbance);
      if (clean.leastLogarithm() < LEAST_LOGARITHM) {
        continue;
      }
      double sigma = sigma(clean);
      if (kind == Kind.GOOD && !informative(clean, sigma)) {
        continue;
      }
      return known(layout, disturbance, clean, sigma);
    }
  }

  /** The layouts of the kind, as often as they stand here. */
  private List<Layout> layouts() {
    return switch (kind) {
      case CLEAN ->
          List.of(
              Layout.POWER1,
              Layout.POWER2,
              Layout.POWER3,
              Layout.BIAS,
              Layout.GRID,
              Layout.JOINT,
              Layout.WEAK,
              Layout.AROUND,
              Layout.PARTIAL,
              Layout.STRONG);
      case GOOD -> List.of(Layout.POWER1, Layout.POWER2, Layout.POWER3, Layout.GRID, Layout.JOINT);
      case RELAX -> List.of(Layout.POWER1);
      case NUISANCE -> List.of(Layout.POWER1, Layout.POWER1, Layout.POWER2, Layout.LONG_JOINT);
      case SLOW -> List.of(Layout.SLOW_BIAS, Layout.HUGE_ETA, Layout.FEW);
    };
  }

  private NoiseFree clean(Layout layout, Disturbance disturbance) {
    boolean plain = kind != Kind.NUISANCE;
    double p = plain ? draw.logUniform(0.35, 200) : draw.logUniform(1.2, 35);
    double chi =
        switch (kind) {
          case NUISANCE -> draw.logUniform(1e-5, 1e-3);
          case RELAX -> draw.logUniform(2e-6, 3e-4);
          default -> draw.logUniform(1e-6, 1e-2);
        };
    double reference = plain ? draw.logUniform(2e9, 1e10) : draw.logUniform(3.2e9, 8e9);
    double omega0 = 2 * Math.PI * reference;
    double ratio = layout.omega0OverRootRate(draw);
    if (kind == Kind.RELAX) {
      ratio = draw.logUniform(60, 2300);
    }
    double etaUnit = omega0 / (ratio * ratio); // the 1/T10 with which η is 1
    double rate =
        switch (layout) {
          case HUGE_ETA -> etaUnit * draw.logUniform(12, 18);
          case SLOW_BIAS -> etaUnit * draw.logUniform(1.8, 7.5);
          default ->
              kind == Kind.RELAX
                  ? etaUnit * draw.logUniform(0.3, 2.7)
                  : 1e6 / (plain ? draw.logUniform(0.1, 100) : draw.logUniform(0.5, 20));
        };
    ParameterValues truth = new ParameterValues(chi, p * Constants.DEBYE, rate, reference);
    Layout.Scales scales = new Layout.Scales(truth.dipoleMoment(), omega0, ratio);
    int n =
        switch (kind) {
          case CLEAN -> draw.one(List.of(10, 12, 20, 40, 60));
          case NUISANCE -> layout == Layout.POWER2 ? 60 : 40;
          default -> draw.one(List.of(20, 40, 60));
        };
    return new NoiseFree(disturbance.model(), truth, layout.settings(scales, n, draw));
  }

  /** The standard deviation of the noise [Hz]. */
  private double sigma(NoiseFree clean) {
    return switch (kind) {
      case CLEAN -> clean.largestShift() * draw.logUniform(1e-3, 0.3);
      case GOOD -> clean.largestShift() * draw.logUniform(5e-4, 2e-2);
      case NUISANCE -> clean.largestShift() * draw.logUniform(3e-3, 5e-2);
      case SLOW -> clean.largestShift() * draw.logUniform(1.5e-3, 4e-2);
      case RELAX -> {
        // So that the best fit without relaxation is worse by a χ² of 1.5 to 16 on average.
        double least = new LeastSquares(Disturbance.MODEL, clean).leastWithoutRelaxation();
        yield Math.sqrt(least / draw.logUniform(1.5, 16));
      }
    };
  }

  private static boolean informative(NoiseFree clean, double sigma) {
    return clean.expectedError(sigma) < INFORMATIVE
        && clean.extremumInside()
        && !new LeastSquares(Disturbance.MODEL, clean)
            .anotherFits(RIVAL_FACTOR, RIVAL_CHI_SQUARE * sigma * sigma);
  }

  private KnownMeasurement known(
      Layout layout, Disturbance disturbance, NoiseFree clean, double sigma) {
    boolean needed = kind == Kind.RELAX || disturbance.told() != 1;
    boolean told = needed || draw.uniform() >= WITHOUT_SIGMA;
    String name = kind.key() + "-" + seed;
    Measurement measurement =
        KnownMeasurement.measurement(
            name,
            clean,
            disturbance.errors().of(clean, sigma, draw),
            told ? OptionalDouble.of(sigma * disturbance.told()) : OptionalDouble.empty(),
            disturbance.copies());
    String scenario =
        switch (kind) {
          case NUISANCE -> disturbance.scenario();
          case RELAX -> kind.key();
          default -> layout.scenario();
        };
    return new KnownMeasurement(
        name,
        scenario + (told ? "" : "-ns"),
        kind,
        clean.truth(),
        disturbance.effectiveDipoleMoment(clean),
        measurement);
  }
}

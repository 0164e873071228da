package tlsfit.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import tlsfit.curve.Figure.Axis;
import tlsfit.curve.Figure.Series;
import tlsfit.curve.Figure.Subject;
import tlsfit.model.Extremum;
import tlsfit.model.ShiftModel;

/**
 * The figures of arXiv:2401.15624v2 with the settings of the paper: ω0 = 2π·5 GHz everywhere. Where
 * the paper leaves a range or a rate open, it is chosen here. Shifts are negative in all of them,
 * as the frequency is lower.
 */
public final class PaperFigures {
  /** Number of the first figure; Fig. 1 is a sketch of the device. */
  public static final int FIRST = 2;

  /** Number of the last figure. */
  public static final int LAST = 6;

  private static final double OMEGA0 = 2 * Math.PI * 5e9;
  private static final double RELAXATION_TIME = 3e-6;
  private static final double RABI = 1e8;
  private static final double SWEEP_RATE = 1e17;
  private static final int POINTS = 200;

  private final ShiftModel model;

  /**
   * Prepares the figures.
   *
   * @param model of the shift
   */
  public PaperFigures(ShiftModel model) {
    this.model = model;
  }

  /**
   * Computes a figure.
   *
   * @param number from {@link #FIRST} to {@link #LAST}
   * @throws IllegalArgumentException if there is no such figure
   */
  public Figure figure(int number) {
    return switch (number) {
      case 2 -> sweptSystem();
      case 3 -> overRabi();
      case 4 -> overReducedPower();
      case 5 -> overSweepRate();
      case 6 -> overSweepRateWithRelaxation();
      default -> throw new IllegalArgumentException("there is no figure " + number);
    };
  }

  /** Fig. 2: energy and population difference of one system, Δ0 = ħω0/2, between two crossings. */
  private static Figure sweptSystem() {
    // Ω_R0 = 4 √v: P = exp(−π·16/2 · (1−u²)/u) < 0.001 with 1 − u² = 1/4, so that it inverts.
    double rabi = 4 * Math.sqrt(SWEEP_RATE);
    SweptSystem system = new SweptSystem(OMEGA0, SWEEP_RATE, rabi, 0.5 * OMEGA0);
    int values = 801;
    double[] time = new double[values]; // in ns, from one to the next
    double[] energy = new double[values];
    for (int i = 0; i < values; i++) {
      time[i] = i - values / 2;
      energy[i] = system.energy(1e-9 * time[i]) / OMEGA0;
    }
    double[] difference = system.populationDifference(1e-9 * time[0], 1e-9, values, 200);
    return new Figure(
        2,
        "time [ns]",
        "value",
        new Axis(false, -400, 400),
        new Axis(false, -1.2, 2),
        List.of(
            new Series(Subject.ENERGY, 0, time, energy),
            new Series(Subject.POPULATION_DIFFERENCE, 0, time, difference),
            new Series(Subject.RESONANCE, 0, new double[] {-400, 400}, new double[] {1, 1})));
  }

  /** Fig. 3: over the Rabi frequency, with the limits of Eq. 9 (the first with ln 2/2). */
  private Figure overRabi() {
    Curve curve =
        Curve.of(
            new Range(Variable.RABI, 1e7, 3.1e10), POINTS, at(Variable.SWEEP_RATE, SWEEP_RATE));
    double weak = Math.log(OMEGA0 / Math.sqrt(SWEEP_RATE));
    double kappa = Extremum.kappa(model, OMEGA0 / Math.sqrt(SWEEP_RATE));
    Axis y = new Axis(false, -reach(1.2, List.of(curve)), 0);
    return new Figure(
        3,
        Variable.RABI.header(),
        "-K",
        new Axis(true, 1e7, 1e11),
        y,
        List.of(
            series(Subject.AT_SWEEP_RATE, SWEEP_RATE, curve, CurvePoint::rabi),
            limit(Subject.WEAK_DRIVE, curve, point -> -0.5 * Math.log(2) * point.xi() * weak, y),
            limit(Subject.ADIABATIC, curve, point -> -Math.log(OMEGA0 / point.rabi()) / 3, y),
            mark(Subject.EQUATION_10, 2 * Math.sqrt(SWEEP_RATE), y),
            mark(Subject.LOWEST, kappa * Math.sqrt(SWEEP_RATE), y)));
  }

  /** Fig. 4: over Ω_R0²/v0, for sweep rates over six decades. */
  private Figure overReducedPower() {
    List<Series> series = new ArrayList<>();
    List<Curve> curves = new ArrayList<>();
    for (int exponent = 12; exponent <= 18; exponent++) {
      double rate = Math.pow(10, exponent);
      Curve curve =
          Curve.of(
              new Range(Variable.XI, 0.5e-2 * Math.PI, 0.5e6 * Math.PI),
              POINTS,
              at(Variable.SWEEP_RATE, rate));
      curves.add(curve);
      series.add(
          series(Subject.AT_SWEEP_RATE, rate, curve, point -> point.kappa() * point.kappa()));
    }
    Axis y = new Axis(false, -reach(3, curves), 0);
    series.add(mark(Subject.EQUATION_10, 4, y));
    return new Figure(4, "rabi_frequency^2/bias_rate", "-K", new Axis(true, 0.01, 1e6), y, series);
  }

  /** Fig. 5: over the sweep rate, without relaxation. */
  private Figure overSweepRate() {
    Curve curve = overSweepRate(0);
    return new Figure(
        5,
        Variable.SWEEP_RATE.header(),
        "-K",
        new Axis(true, 1e12, 1e20),
        new Axis(false, -reach(2, List.of(curve)), 0),
        List.of(series(Subject.AT_RABI, RABI, curve, CurvePoint::sweepRate)));
  }

  /** Fig. 6: the same with relaxation. */
  private Figure overSweepRateWithRelaxation() {
    Curve curve = overSweepRate(1 / RELAXATION_TIME);
    Curve unrelaxed = overSweepRate(0);
    Axis y = new Axis(false, -reach(2, List.of(unrelaxed)), 0);
    List<Series> series = new ArrayList<>();
    series.add(series(Subject.AT_RELAXATION_TIME, RELAXATION_TIME, curve, CurvePoint::sweepRate));
    series.add(series(Subject.WITHOUT_RELAXATION, 0, unrelaxed, CurvePoint::sweepRate));
    series.add(mark(Subject.RELAXATION_RATE, OMEGA0 / RELAXATION_TIME, y));
    curve.extremum().ifPresent(point -> series.add(mark(Subject.LOWEST, point.sweepRate(), y)));
    return new Figure(6, Variable.SWEEP_RATE.header(), "-K", new Axis(true, 1e12, 1e20), y, series);
  }

  private Curve overSweepRate(double relaxationRate) {
    return Curve.of(
        new Range(Variable.SWEEP_RATE, 1e12, 1e20),
        POINTS,
        new Conditions(
            model, OMEGA0, relaxationRate, OptionalDouble.empty(), Map.of(Variable.RABI, RABI)));
  }

  private Conditions at(Variable fixed, double value) {
    return new Conditions(model, OMEGA0, 0, OptionalDouble.empty(), Map.of(fixed, value));
  }

  /** Length of the vertical axis: one that suits model {@code log}, or more if need be. */
  private static double reach(double usual, List<Curve> curves) {
    double largest =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .mapToDouble(point -> point.shift().value())
            .max()
            .orElse(0);
    return largest < usual ? usual : 0.5 * Math.ceil(2.1 * largest);
  }

  private static Series series(
      Subject subject, double value, Curve curve, ToDoubleFunction<CurvePoint> x) {
    return new Series(
        subject,
        value,
        curve.points().stream().mapToDouble(x).toArray(),
        curve.points().stream().mapToDouble(point -> -point.shift().value()).toArray());
  }

  /** An approximation, as far as the axis goes. */
  private static Series limit(
      Subject subject, Curve curve, ToDoubleFunction<CurvePoint> y, Axis axis) {
    List<CurvePoint> shown =
        curve.points().stream().filter(point -> y.applyAsDouble(point) >= axis.from()).toList();
    return new Series(
        subject,
        0,
        shown.stream().mapToDouble(CurvePoint::rabi).toArray(),
        shown.stream().mapToDouble(y).toArray());
  }

  private static Series mark(Subject subject, double x, Axis y) {
    return new Series(subject, 0, new double[] {x, x}, new double[] {y.from(), y.to()});
  }
}

package tlsfit.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import tlsfit.curve.Figure.Axis;
import tlsfit.curve.Figure.Kind;
import tlsfit.curve.Figure.Series;
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
  private static final List<String> SUPERSCRIPTS =
      List.of("¹²", "¹³", "¹⁴", "¹⁵", "¹⁶", "¹⁷", "¹⁸");

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
        "time [ns]",
        "value",
        new Axis("time (ns)", false, -400, 400),
        new Axis("energy, population difference", false, -1.2, 2),
        List.of(
            new Series("E/(ħω₀)", Kind.MODEL, time, energy),
            new Series("ground minus excited population", Kind.MODEL, time, difference),
            new Series(
                "resonance, E = ħω₀",
                Kind.COMPARED,
                new double[] {-400, 400},
                new double[] {1, 1})));
  }

  /** Fig. 3: over the Rabi frequency, with the limits of Eq. 9 (the first with ln 2/2). */
  private Figure overRabi() {
    Curve curve =
        Curve.of(
            new Range(Variable.RABI, 1e7, 3.1e10), POINTS, at(Variable.SWEEP_RATE, SWEEP_RATE));
    double weak = Math.log(OMEGA0 / Math.sqrt(SWEEP_RATE));
    double kappa = Extremum.kappa(model, OMEGA0 / Math.sqrt(SWEEP_RATE));
    Axis y = new Axis("δω/(χω₀)", false, -reach(1.2, List.of(curve)), 0);
    return new Figure(
        Variable.RABI.header(),
        "-K",
        new Axis(Variable.RABI.label(), true, 1e7, 1e11),
        y,
        List.of(
            series("v₀ = 10¹⁷ rad/s²", Kind.MODEL, curve, CurvePoint::rabi),
            limit(
                "weak drive, −(ln 2/2) ξ ln(ω₀/√v₀)",
                curve,
                point -> -0.5 * Math.log(2) * point.xi() * weak,
                y),
            limit(
                "adiabatic, −ln(ω₀/Ω)/3", curve, point -> -Math.log(OMEGA0 / point.rabi()) / 3, y),
            mark("Ω = 2√v₀ (Eq. 10)", 2 * Math.sqrt(SWEEP_RATE), y),
            mark("lowest frequency", kappa * Math.sqrt(SWEEP_RATE), y)));
  }

  /** Fig. 4: over Ω_R0²/v0, for sweep rates over six decades. */
  private Figure overReducedPower() {
    List<Series> series = new ArrayList<>();
    List<Curve> curves = new ArrayList<>();
    for (int exponent = 12; exponent <= 18; exponent++) {
      Curve curve =
          Curve.of(
              new Range(Variable.XI, 0.5e-2 * Math.PI, 0.5e6 * Math.PI),
              POINTS,
              at(Variable.SWEEP_RATE, Math.pow(10, exponent)));
      curves.add(curve);
      series.add(
          series(
              "v₀ = 10" + SUPERSCRIPTS.get(exponent - 12) + " rad/s²",
              Kind.MODEL,
              curve,
              point -> point.kappa() * point.kappa()));
    }
    Axis y = new Axis("δω/(χω₀)", false, -reach(3, curves), 0);
    series.add(mark("Ω² = 4v₀ (Eq. 10)", 4, y));
    return new Figure(
        "rabi_frequency^2/bias_rate", "-K", new Axis("Ω²/v₀", true, 0.01, 1e6), y, series);
  }

  /** Fig. 5: over the sweep rate, without relaxation. */
  private Figure overSweepRate() {
    Curve curve = overSweepRate(0);
    return new Figure(
        Variable.SWEEP_RATE.header(),
        "-K",
        new Axis(Variable.SWEEP_RATE.label(), true, 1e12, 1e20),
        new Axis("δω/(χω₀)", false, -reach(2, List.of(curve)), 0),
        List.of(series("Ω = 10⁸ rad/s", Kind.MODEL, curve, CurvePoint::sweepRate)));
  }

  /** Fig. 6: the same with relaxation. */
  private Figure overSweepRateWithRelaxation() {
    Curve curve = overSweepRate(1 / RELAXATION_TIME);
    Curve unrelaxed = overSweepRate(0);
    Axis y = new Axis("δω/(χω₀)", false, -reach(2, List.of(unrelaxed)), 0);
    List<Series> series = new ArrayList<>();
    series.add(series("relaxation time 3 µs", Kind.MODEL, curve, CurvePoint::sweepRate));
    series.add(series("no relaxation", Kind.COMPARED, unrelaxed, CurvePoint::sweepRate));
    series.add(mark("v₀ = ω₀/T₁₀", OMEGA0 / RELAXATION_TIME, y));
    curve.extremum().ifPresent(point -> series.add(mark("lowest frequency", point.sweepRate(), y)));
    return new Figure(
        Variable.SWEEP_RATE.header(),
        "-K",
        new Axis(Variable.SWEEP_RATE.label(), true, 1e12, 1e20),
        y,
        series);
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
      String name, Kind kind, Curve curve, ToDoubleFunction<CurvePoint> x) {
    return new Series(
        name,
        kind,
        curve.points().stream().mapToDouble(x).toArray(),
        curve.points().stream().mapToDouble(point -> -point.shift().value()).toArray());
  }

  /** An approximation, as far as the axis goes. */
  private static Series limit(String name, Curve curve, ToDoubleFunction<CurvePoint> y, Axis axis) {
    List<CurvePoint> shown =
        curve.points().stream().filter(point -> y.applyAsDouble(point) >= axis.from()).toList();
    return new Series(
        name,
        Kind.COMPARED,
        shown.stream().mapToDouble(CurvePoint::rabi).toArray(),
        shown.stream().mapToDouble(y).toArray());
  }

  private static Series mark(String name, double x, Axis y) {
    return new Series(name, Kind.MARK, new double[] {x, x}, new double[] {y.from(), y.to()});
  }
}

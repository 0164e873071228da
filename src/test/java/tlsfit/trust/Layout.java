package tlsfit.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tlsfit.units.Constants;

/**
 * The readings' fields in one kind of measurement. All fields are counted in those at which
 * something happens: Ω_R0 in √v0, beside whose few-fold the shift over the microwave field is
 * largest, and the main sweep rate by ω0/√v0, whose logarithm leads.
 */
enum Layout {
  /** One power sweep across the extremum. */
  POWER1("power1", 50, 5000, (s, n, draw) -> s.powers(0.05, 20, n, 1)),
  /** Two power sweeps at sweep rates a factor of 10 apart, the faster first. */
  POWER2(
      "power2",
      150,
      2000,
      (s, n, draw) -> both(s.powers(0.05, 20, n / 2, 10), s.powers(0.05, 20, n / 2, 1))),
  /** Three power sweeps over two decades of the sweep rate. */
  POWER3(
      "power3",
      600,
      7500,
      (s, n, draw) ->
          both(
              both(s.powers(0.05, 20, n / 3, 100), s.powers(0.05, 20, n / 3, 10)),
              s.powers(0.05, 20, n / 3, 1))),
  /** One sweep of the bias rate over six decades; the main rate is the fastest. */
  BIAS(
      "bias",
      14,
      35,
      (s, n, draw) -> s.rates(s.omega0OverRootRate() * draw.logUniform(1e-4, 0.04), n, 1e-6, 1)),
  /** A few microwave fields at each of a few sweep rates. */
  GRID("grid", 150, 1000, (s, n, draw) -> s.grid(n < 20 ? 4 : 7)),
  /** A power sweep, and a sweep of the bias rate over five decades. */
  JOINT(
      "joint",
      60,
      2000,
      (s, n, draw) ->
          both(
              s.powers(0.05, 20, n / 2, 1),
              s.ratesUpTo(draw.logUniform(14, 35), draw.logUniform(0.1, 10), n / 2, 1e-5))),
  /** 40 powers and 25 bias rates over four decades, where the shift is plainly seen. */
  LONG_JOINT(
      "joint",
      60,
      1000,
      (s, n, draw) ->
          both(
              s.powers(0.05, 20, 40, 1),
              s.ratesUpTo(draw.logUniform(25, 40), draw.logUniform(1, 10), 25, 1e-4))),
  /** Fields below the extremum. */
  WEAK("weak", 50, 5000, (s, n, draw) -> s.powers(0.05, 1.5, n, 1)),
  /** Fields about the extremum alone. */
  AROUND("around", 50, 5000, (s, n, draw) -> s.powers(1, 6.25, n, 1)),
  /** Part of a power sweep. */
  PARTIAL(
      "partial",
      50,
      3000,
      (s, n, draw) -> s.powers(draw.logUniform(0.05, 0.7), draw.logUniform(2.5, 10), n, 1)),
  /** Fields above the extremum. */
  STRONG("strong", 200, 5000, (s, n, draw) -> s.powers(5, 62.5, n, 1)),
  /** Ten or eleven readings. */
  FEW("few", 50, 1000, (s, n, draw) -> s.powers(0.05, 20, 10 + draw.below(2), 1)),
  /** A power sweep up to fields beyond use, relaxation being fast. */
  HUGE_ETA(
      "hugeeta",
      290,
      600,
      (s, n, draw) -> s.powers(0.05, draw.logUniform(45, 140), 15 + draw.below(16), 1)),
  /** A power sweep from next to nothing up to fields beyond use, at a slow bias. */
  SLOW_BIAS(
      "slowbias",
      480,
      960,
      (s, n, draw) ->
          s.powers(draw.logUniform(0.0027, 0.02), draw.logUniform(25, 205), 10 + draw.below(7), 1));

  private final String scenario;
  private final double least;
  private final double largest;

  @SuppressWarnings("ImmutableEnumChecker") // a function without a state
  private final Plan plan;

  Layout(String scenario, double least, double largest, Plan plan) {
    this.scenario = scenario;
    this.least = least;
    this.largest = largest;
    this.plan = plan;
  }

  /** The name in tables. */
  String scenario() {
    return scenario;
  }

  /** ω0/√v0 [1] at a random main sweep rate. */
  double omega0OverRootRate(Draw draw) {
    return draw.logUniform(least, largest);
  }

  /**
   * The readings' fields.
   *
   * @param scales the fields at which something happens
   * @param n number of readings, about
   * @param draw for what the layout leaves open
   */
  List<Setting> settings(Scales scales, int n, Draw draw) {
    return plan.settings(scales, n, draw);
  }

  private static List<Setting> both(List<Setting> first, List<Setting> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** What a layout does. */
  private interface Plan {
    List<Setting> settings(Scales scales, int n, Draw draw);
  }

  /**
   * The fields in units of those at which something happens.
   *
   * @param dipoleMoment p [C m]
   * @param omega0 ω0 [1/s]
   * @param omega0OverRootRate ω0/√v0 [1] at the main sweep rate
   */
  record Scales(double dipoleMoment, double omega0, double omega0OverRootRate) {
    /** √v0 [1/s] of the main sweep rate. */
    double rootRate() {
      return omega0 / omega0OverRootRate;
    }

    private double acField(double rabiOverRootRate) {
      return rabiOverRootRate * rootRate() * Constants.HBAR / dipoleMoment;
    }

    private double fieldRate(double factor) {
      return factor * rootRate() * rootRate() * Constants.HBAR / (2 * dipoleMoment);
    }

    /** A sweep of Ω_R0/√v0 at the main sweep rate times a factor. */
    List<Setting> powers(double from, double to, int n, double factor) {
      List<Setting> settings = new ArrayList<>();
      for (double rabi : geometric(from, to, n)) {
        settings.add(new Setting(acField(rabi * Math.sqrt(factor)), fieldRate(factor)));
      }
      return settings;
    }

    /** A sweep of the sweep rate, in main ones, at Ω_R0 in √v0 of the main one. */
    List<Setting> rates(double rabi, int n, double from, double to) {
      List<Setting> settings = new ArrayList<>();
      for (double factor : geometric(from, to, n)) {
        settings.add(new Setting(acField(rabi), fieldRate(factor)));
      }
      return settings;
    }

    /** A sweep of the sweep rate up to the one with a given ω0/√v0, from a share of it on. */
    private List<Setting> ratesUpTo(double ratio, double rabi, int n, double share) {
      double fastest = Math.pow(omega0OverRootRate / ratio, 2);
      return rates(rabi, n, fastest * share, fastest);
    }

    private List<Setting> grid(int side) {
      List<Setting> settings = new ArrayList<>();
      for (double rabi : geometric(0.05, 20, side)) {
        settings.addAll(rates(rabi, side, 0.03, 30));
      }
      return settings;
    }

    private static double[] geometric(double from, double to, int n) {
      double[] values = new double[n];
      for (int i = 0; i < n; i++) {
        values[i] = from * Math.pow(to / from, i / (n - 1.0));
      }
      return values;
    }
  }
}

package tlsfit.fit;

import tlsfit.model.Parameter;
import tlsfit.model.Rates;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;

/** The axes of the likelihood map: dipole moments and relaxation rates, within bounds. */
final class MapAxes {
  /** How much wider the steps are where one evaluation costs many. */
  private static final double DISTRIBUTED = 2;

  /** The largest η of all readings below which χ² may have settled. */
  private static final double SMALL_ETA = 0.1;

  /** Rounding of the ends of an axis. */
  private static final double ROUNDING = 1e-9;

  private final Observations observations;
  private final FitOptions options;
  private final double[] dipoles;
  private final double[] rates;

  MapAxes(Observations observations, FitOptions options) {
    this.observations = observations;
    this.options = options;
    double wider = options.model().distributed() ? DISTRIBUTED : 1;
    dipoles = dipoles(wider * LikelihoodMap.DIPOLE_STEP);
    rates = rates(wider * LikelihoodMap.RATE_STEP);
  }

  /** The dipole moments [C m], ascending. Not copied: do not write. */
  double[] dipoles() {
    return dipoles;
  }

  /** The relaxation rates [1/s], ascending, 0 among them unless it is not allowed. Likewise. */
  double[] rates() {
    return rates;
  }

  private double[] dipoles(double step) {
    Double fixed = options.fixed().get(Parameter.DIPOLE_MOMENT);
    if (fixed != null) {
      return new double[] {fixed};
    }
    if (!observations.dependOnDipoleMoment()) {
      return new double[] {1.0}; // without effect
    }
    Bounds bounds = options.boundsOf(Parameter.DIPOLE_MOMENT);
    double largest = Math.min(SearchRange.largestDipoleMoment(observations), bounds.upper());
    double smallest =
        Math.max(
            SearchRange.dipoleMomentOfXi(observations, LikelihoodMap.SMALLEST_XI), bounds.lower());
    return logarithmic(Math.min(smallest, largest), largest, step);
  }

  private double[] rates(double step) {
    Double fixed = options.fixed().get(Parameter.RELAXATION_TIME);
    if (fixed != null) {
      return new double[] {1 / fixed};
    }
    if (!options.fitsRelaxation()) {
      return new double[] {0};
    }
    Bounds bounds = options.boundsOf(Parameter.RELAXATION_TIME);
    double least = 1 / bounds.upper();
    double unit = SearchRange.relaxationRate(observations, dipoles[0], true);
    double slowest = Math.max(LikelihoodMap.SLOWEST_ETA * unit, least);
    double top = SearchRange.relaxationRate(observations, dipoles[dipoles.length - 1], false);
    double fastest = bounds.lower() > 0 ? 1 / bounds.lower() : LikelihoodMap.FASTEST_ETA * top;
    double[] positive = logarithmic(Math.min(slowest, fastest), Math.max(slowest, fastest), step);
    if (options.needsRelaxation()) {
      return positive;
    }
    double[] all = new double[positive.length + 1];
    System.arraycopy(positive, 0, all, 1, positive.length);
    return all;
  }

  /**
   * The relaxation rates that can make a difference at a dipole moment.
   *
   * @param from number of the first, beside 0
   * @param to number of the last
   * @param slow the rate [1/s] below which χ² may have settled to that of no relaxation
   */
  record Row(int from, int to, double slow) {}

  /**
   * The relaxation rates that are, at a dipole moment, neither as good as none nor beyond all that
   * can be seen.
   *
   * @param i number of the dipole moment
   */
  Row row(int i) {
    double slowest = SearchRange.relaxationRate(observations, dipoles[i], true);
    double fastest = SearchRange.relaxationRate(observations, dipoles[i], false);
    double least = LikelihoodMap.SLOWEST_ETA * slowest * (1 - ROUNDING);
    double most =
        Math.min(LikelihoodMap.FASTEST_ETA * fastest * (1 + ROUNDING), Rates.LARGEST_ETA * slowest);
    int from = rates[0] == 0 && rates.length > 1 ? 1 : 0;
    int to = rates.length - 1;
    while (to > from && rates[to] > most) {
      to--;
    }
    while (from < to && rates[from] < least) {
      from++;
    }
    return new Row(from, to, SMALL_ETA * slowest);
  }

  private static double[] logarithmic(double low, double high, double step) {
    int steps = (int) Math.ceil(Math.log(high / low) / step - ROUNDING);
    double[] values = new double[Math.max(steps, 0) + 1];
    for (int k = 0; k < values.length; k++) {
      values[k] = k == steps ? high : low * Math.exp(k * Math.log(high / low) / steps);
    }
    return values;
  }
}

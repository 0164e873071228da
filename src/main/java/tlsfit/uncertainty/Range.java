package tlsfit.uncertainty;

import tlsfit.fit.Fit;
import tlsfit.model.DistributedModel;
import tlsfit.model.Parameter;
import tlsfit.setup.Bounds;

/**
 * How far a profile follows a parameter from an fit, as {@link
 * tlsfit.model.ParameterValues#coordinate}s.
 *
 * @param lower least coordinate
 * @param upper largest coordinate
 * @param lowerIsBound whether the least is a bound of the fit, and not where following ends
 * @param upperIsBound likewise
 */
record Range(double lower, double upper, boolean lowerIsBound, boolean upperIsBound) {
  /** Logarithm of the factor beyond which a parameter is open: 160,000. */
  private static final double FARTHEST = 12;

  /** Share of the frequency by which f_ref may move. */
  private static final double FREQUENCY = 0.1;

  /** Largest exponent of the local fields. */
  private static final double STEEPEST = 20;

  static Range of(Fit fit, Parameter parameter) {
    double best = fit.values().coordinate(parameter);
    double frequency = fit.values().referenceFrequency();
    Bounds natural =
        switch (parameter) {
          case CHI, DIPOLE_MOMENT -> new Bounds(best - FARTHEST, best + FARTHEST);
          case DIPOLE_WIDTH ->
              new Bounds(best - FARTHEST, Math.log(DistributedModel.LARGEST_WIDTH));
          case RELAXATION_TIME -> new Bounds(0, frequency);
          case REFERENCE_FREQUENCY ->
              new Bounds(best - FREQUENCY * frequency, best + FREQUENCY * frequency);
          case FIELD_EXPONENT -> new Bounds(-STEEPEST, STEEPEST);
        };
    Bounds given = fit.options().boundsOf(parameter);
    double low = coordinate(parameter, given.lower());
    double high = coordinate(parameter, given.upper());
    if (parameter == Parameter.RELAXATION_TIME) {
      double swap = low; // T10 falls as its rate grows
      low = high;
      high = swap;
    }
    return new Range(
        Math.max(low, natural.lower()),
        Math.min(high, natural.upper()),
        low > natural.lower(),
        high < natural.upper());
  }

  private static double coordinate(Parameter parameter, double value) {
    return switch (parameter) {
      case CHI, DIPOLE_MOMENT, DIPOLE_WIDTH ->
          value > 0 ? Math.log(value) : Double.NEGATIVE_INFINITY;
      case RELAXATION_TIME -> value > 0 ? 1 / value : Double.POSITIVE_INFINITY;
      case REFERENCE_FREQUENCY, FIELD_EXPONENT -> value;
    };
  }
}

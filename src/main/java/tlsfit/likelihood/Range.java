package tlsfit.likelihood;

import tlsfit.fit.Fit;
import tlsfit.model.Parameter;
import tlsfit.model.Scale;
import tlsfit.setup.Bounds;

/**
 * The range over which a profile likelihood follows a parameter, in {@link
 * tlsfit.model.ParameterValues#scaled} values.
 *
 * @param lower least scaled value
 * @param upper largest scaled value
 * @param lowerIsBound whether the least is a bound of the fit, and not where following ends
 * @param upperIsBound likewise
 */
public record Range(double lower, double upper, boolean lowerIsBound, boolean upperIsBound) {
  /** Logarithm of the factor beyond which a parameter is open: 160,000. */
  private static final double FARTHEST = 12;

  /** Share of the frequency by which f_ref may move. */
  private static final double FREQUENCY = 0.1;

  public static Range of(Fit fit, Parameter parameter) {
    double best = fit.values().scaled(parameter);
    double frequency = fit.values().referenceFrequency();
    Scale scale = parameter.scale();
    Bounds given = fit.options().boundsOf(parameter);
    double low = scale.scaled(scale.increasing() ? given.lower() : given.upper());
    double high = scale.scaled(scale.increasing() ? given.upper() : given.lower());
    double naturalLow = scale.scaled(scale.increasing() ? parameter.lowest() : parameter.highest());
    double naturalHigh =
        scale.scaled(scale.increasing() ? parameter.highest() : parameter.lowest());
    double reach = reach(parameter, frequency);
    double least = Math.max(naturalLow, best - reach);
    double largest = Double.isFinite(naturalHigh) ? naturalHigh : best + reach;
    if (scale == Scale.RATE) {
      largest = frequency;
    }
    return new Range(Math.max(low, least), Math.min(high, largest), low > least, high < largest);
  }

  private static double reach(Parameter parameter, double frequency) {
    if (parameter == Parameter.REFERENCE_FREQUENCY) {
      return FREQUENCY * frequency;
    }
    return parameter.scale() == Scale.LOG ? FARTHEST : Double.POSITIVE_INFINITY;
  }
}

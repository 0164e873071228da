package tlsfit.uncertainty;

import tlsfit.model.Parameter;
import tlsfit.model.Scale;
import tlsfit.result.Interval;

/** Confidence intervals of parameters from limits of their scaled values. */
final class ScaledInterval {
  private ScaledInterval() {}

  /**
   * The interval of a parameter.
   *
   * @param lower smaller scaled value; minus infinity if open
   * @param upper larger one; plus infinity if open
   */
  static Interval of(double level, String method, Parameter parameter, double lower, double upper) {
    Scale scale = parameter.scale();
    double low = scale.increasing() ? lower : upper;
    double high = scale.increasing() ? upper : lower;
    return Interval.of(
        level,
        method,
        Double.isInfinite(low) ? Double.NEGATIVE_INFINITY : scale.value(low),
        Double.isInfinite(high) ? Double.POSITIVE_INFINITY : scale.value(high));
  }
}

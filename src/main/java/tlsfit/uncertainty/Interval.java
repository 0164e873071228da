package tlsfit.uncertainty;

import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.Bounds;

/**
 * A confidence interval.
 *
 * @param level the probability 1 − α that such an interval holds the truth, between 0 and 1
 * @param method how it was made, such as {@code wald}
 * @param lower lower limit in the parameter's unit; minus infinity where the data leave it open
 * @param upper upper limit; plus infinity where the data leave it open
 */
public record Interval(double level, String method, double lower, double upper) {

  /**
   * The interval of a parameter whose limits are given by its coordinate.
   *
   * @param lower smaller {@link ParameterValues#coordinate}; minus infinity if open
   * @param upper larger one; plus infinity if open
   */
  static Interval ofCoordinates(
      double level, String method, Parameter parameter, double lower, double upper) {
    if (parameter != Parameter.RELAXATION_TIME) {
      boolean positive = parameter.logarithmic() && lower == Double.NEGATIVE_INFINITY;
      return new Interval(
          level,
          method,
          positive ? lower : ParameterValues.ofCoordinate(parameter, lower),
          ParameterValues.ofCoordinate(parameter, upper));
    }
    // T10 falls as its rate grows; a rate of 0 leaves it open above, any rate open below.
    return new Interval(
        level,
        method,
        upper == Double.POSITIVE_INFINITY
            ? Double.NEGATIVE_INFINITY
            : ParameterValues.ofCoordinate(parameter, upper),
        ParameterValues.ofCoordinate(parameter, lower));
  }

  /** The part of it that lies within bounds of the parameter [SI]. */
  Interval within(Bounds bounds) {
    return new Interval(
        level, method, Math.max(lower, bounds.lower()), Math.min(upper, bounds.upper()));
  }

  /** Whether a value lies within. */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}

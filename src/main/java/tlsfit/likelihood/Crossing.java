package tlsfit.likelihood;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.apache.commons.math3.exception.NoBracketingException;
import org.apache.commons.math3.exception.TooManyEvaluationsException;

/**
 * The first crossing of a level by a function that starts at 0 and grows nearly as a straight line:
 * the root of a profile along a line away from the fit.
 */
final class Crossing {
  /** Share of the level to which it is met. */
  private static final double ACCURACY = 1e-4;

  private static final int STEPS = 100;

  /** Highest order of the inverse interpolation. */
  private static final int ORDER = 4;

  private Crossing() {}

  /**
   * The distance at which the level is reached; empty if it is not within the range.
   *
   * @param function of the distance, 0 at 0; NaN or infinite from where on it cannot be followed
   * @param level above 0
   * @param first where to look first, above 0
   * @param range largest distance
   */
  static OptionalDouble find(
      DoubleUnaryOperator function, double level, double first, double range) {
    double low = 0;
    double atLow = 0;
    double high = Math.min(first, range);
    double atHigh = function.applyAsDouble(high);
    while (atHigh < level) {
      if (high >= range) {
        return OptionalDouble.empty();
      }
      // As far as the straight line says, and a little more, but in measured steps.
      double next = atHigh > 0 ? 1.02 * high * level / atHigh : 4 * high;
      low = high;
      atLow = atHigh;
      high = Math.min(range, Math.min(Math.max(next, 1.1 * high), 4 * high));
      atHigh = function.applyAsDouble(high);
    }
    return between(function, level, low, atLow, high, atHigh);
  }

  /**
   * Where the level is reached between two distances.
   *
   * @param from where the function is below the level
   * @param to where it is above, NaN or infinite; smaller than low if the function falls
   */
  static OptionalDouble between(
      DoubleUnaryOperator function,
      double level,
      double from,
      double atFrom,
      double to,
      double atTo) {
    double low = from;
    double atLow = atFrom;
    double high = to;
    double atHigh = atTo;
    // Beyond the end of what can be followed: the level may be reached before it.
    while (!Double.isFinite(atHigh) && Math.abs(high - low) > 1e-14 * Math.abs(high)) {
      double middle = 0.5 * (low + high);
      double value = function.applyAsDouble(middle);
      if (value < level) {
        low = middle;
        atLow = value;
      } else {
        high = middle;
        atHigh = value;
      }
    }
    return low < high
        ? solve(function, level, low, atLow, high, atHigh)
        : solve(function, level, high, atHigh, low, atLow);
  }

  private static OptionalDouble solve(
      DoubleUnaryOperator function,
      double level,
      double low,
      double atLow,
      double high,
      double atHigh) {
    if (!Double.isFinite(atHigh) || !Double.isFinite(atLow)) {
      return OptionalDouble.empty();
    }
    UnivariateFunction excess =
        x -> (x == low ? atLow : x == high ? atHigh : function.applyAsDouble(x)) - level;
    try {
      return OptionalDouble.of(
          new BracketingNthOrderBrentSolver(1e-14, 1e-300, ACCURACY * Math.max(level, 1), ORDER)
              .solve(STEPS, excess, low, high));
    } catch (TooManyEvaluationsException | NoBracketingException e) {
      return OptionalDouble.empty(); // not a number somewhere between
    }
  }
}

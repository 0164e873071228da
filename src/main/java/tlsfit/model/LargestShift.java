package tlsfit.model;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** The largest shift over a rate: the search and the refinement of an {@link Extremum}. */
final class LargestShift {
  /** Step in the logarithm of a rate, of the look for the highest point. */
  static final double STRIDE = 0.35;

  /** The share of the highest point below which the look for a higher one ends. */
  private static final double LOW = 0.01;

  private static final double ACCURACY = 1e-13;

  private LargestShift() {}

  /**
   * The rate between two limits at which a shift is largest: of equidistant points in its logarithm
   * the highest says where, the zero of the exact derivative beside it how exactly. The look goes
   * downwards from the end of the theory, as far as the shift has not fallen off: a distribution
   * may have the extremum at far lower rates than one dipole moment in one field.
   *
   * @param shift at a rate
   * @param derivative of it by the logarithm of the rate
   * @param lowest rate
   * @param largest rate
   * @return the rate; empty where no shift is to the red, or the largest lies at an end
   */
  static OptionalDouble between(
      DoubleFunction<Shift> shift,
      ToDoubleFunction<Shift> derivative,
      double lowest,
      double largest) {
    DoubleUnaryOperator slope = ln -> derivative.applyAsDouble(shift.apply(Math.exp(ln)));
    double best = Double.NaN;
    double height = 0;
    double end = Math.log(lowest);
    for (double ln = Math.log(largest); ln > end; ln -= STRIDE) {
      double value = shift.apply(Math.exp(ln)).value();
      if (value > height) {
        height = value;
        best = ln;
      } else if (height > 0 && value < LOW * height) {
        break;
      }
    }
    if (height == 0) {
      return OptionalDouble.empty(); // no shift to the red within the theory
    }
    double from = best - STRIDE;
    double to = best + STRIDE;
    return slope.applyAsDouble(from) > 0 && slope.applyAsDouble(to) < 0
        ? OptionalDouble.of(Math.exp(root(slope, from, to)))
        : OptionalDouble.empty();
  }

  /** The zero of a function that has one between two values, to 1e-13. */
  static double root(DoubleUnaryOperator function, double from, double to) {
    return new BrentSolver(1e-15, ACCURACY).solve(200, function::applyAsDouble, from, to);
  }
}

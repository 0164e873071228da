package tlsfit.statistics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;

/** A minimum of a function of one variable (Brent's method). */
public final class LineMinimum {
  private static final int MOST_EVALUATIONS = 60;
  private static final double RELATIVE = 1e-10;

  private LineMinimum() {}

  /**
   * Where the function is lowest between two points around it.
   *
   * @param function finite between them
   * @param low below the minimum
   * @param inside between the two, where the function is no higher than at both
   * @param high above it
   * @param accuracy to which the place is found
   */
  public static double of(
      DoubleUnaryOperator function, double low, double inside, double high, double accuracy) {
    try {
      UnivariatePointValuePair found =
          new BrentOptimizer(RELATIVE, accuracy)
              .optimize(
                  new MaxEval(MOST_EVALUATIONS),
                  new UnivariateObjectiveFunction(function::applyAsDouble),
                  GoalType.MINIMIZE,
                  new SearchInterval(low, high, inside));
      return found.getPoint();
    } catch (TooManyEvaluationsException e) {
      return inside;
    }
  }
}

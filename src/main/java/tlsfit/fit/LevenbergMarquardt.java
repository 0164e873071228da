package tlsfit.fit;

import java.util.Arrays;
import org.apache.commons.math3.exception.ConvergenceException;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.util.Pair;

/**
 * The Levenberg-Marquardt method of Commons Math, wrapped once: it keeps the best point whatever
 * happens, turns back from points outside the domain, and says why it stopped.
 *
 * <p>"Converged" is judged here, from the point itself and not from the size of the last step: what
 * a Gauss-Newton step would still take off the sum of squares must be negligible.
 */
public final class LevenbergMarquardt {
  /** Relative tolerances of the optimiser; 0 would throw away the optimum found. */
  private static final double TOLERANCE = 1e-14;

  private static final int MAX_ITERATIONS = 500;

  /** Residual in place of one that is not finite; its square must not overflow. */
  private static final double WALL = 1e100;

  private LevenbergMarquardt() {}

  /**
   * Minimises the sum of squares.
   *
   * @param function residuals with Jacobian, at least as many as coordinates
   * @param start where to begin
   */
  public static Minimum minimize(ResidualFunction function, double[] start) {
    Best best = new Best(function);
    ResidualFunction.Evaluation first = best.evaluate(start);
    if (!Double.isFinite(first.cost())) {
      return new Minimum(start.clone(), first, StopReason.NOT_A_NUMBER, 0);
    }
    if (start.length == 0) {
      return new Minimum(start, first, StopReason.CONVERGED, 0);
    }
    MultivariateJacobianFunction model =
        point -> {
          ResidualFunction.Evaluation at = best.evaluate(point.toArray());
          return new Pair<>(
              new ArrayRealVector(at.residuals(), false),
              new Array2DRowRealMatrix(at.jacobian(), false));
        };
    boolean limit = false;
    int iterations = MAX_ITERATIONS;
    try {
      LeastSquaresOptimizer.Optimum optimum =
          new LevenbergMarquardtOptimizer()
              .withCostRelativeTolerance(TOLERANCE)
              .withParameterRelativeTolerance(TOLERANCE)
              .withOrthoTolerance(TOLERANCE)
              .optimize(
                  new LeastSquaresBuilder()
                      .model(model)
                      .target(new double[first.residuals().length])
                      .start(start)
                      .maxEvaluations(10 * MAX_ITERATIONS)
                      .maxIterations(MAX_ITERATIONS)
                      .build());
      iterations = optimum.getIterations();
    } catch (TooManyEvaluationsException | TooManyIterationsException e) {
      limit = true;
    } catch (ConvergenceException e) {
      // The last digits are reached before the tolerances; judged below like every other end.
      iterations = best.improvements;
    }
    return new Minimum(best.point, best.evaluation, best.judge(limit), iterations);
  }

  /** Remembers the lowest point among those evaluated. */
  private static final class Best {
    private final ResidualFunction function;
    private double cost = Double.POSITIVE_INFINITY;
    private double[] point = {};
    private ResidualFunction.Evaluation evaluation =
        new ResidualFunction.Evaluation(new double[0], new double[0][0]);
    private int improvements;

    private Best(ResidualFunction function) {
      this.function = function;
    }

    private ResidualFunction.Evaluation evaluate(double[] at) {
      ResidualFunction.Evaluation found = function.evaluate(at);
      double foundCost = found.cost();
      for (double[] row : found.jacobian()) {
        for (double derivative : row) {
          foundCost += 0 * derivative; // not a number as soon as one derivative is not finite
        }
      }
      if (foundCost < cost) {
        cost = foundCost;
        point = at.clone();
        evaluation = found;
        improvements++;
      }
      if (Double.isFinite(foundCost) || improvements == 0) {
        return found;
      }
      double[] wall = new double[found.residuals().length];
      Arrays.fill(wall, WALL);
      return new ResidualFunction.Evaluation(wall, new double[wall.length][at.length]);
    }

    private StopReason judge(boolean limit) {
      JacobianAnalysis analysis = new JacobianAnalysis(evaluation.jacobian());
      int freedom = Math.max(evaluation.residuals().length - point.length, 1);
      // A hundred-thousandth of a standard error is left to go at most; or only rounding is left.
      boolean atMinimum = analysis.reduction(evaluation.residuals()) <= 1e-10 * cost / freedom;
      boolean exact = Math.sqrt(cost) <= 1e-9 * analysis.largestColumn();
      if (atMinimum || exact) {
        return StopReason.CONVERGED;
      }
      return limit ? StopReason.LIMIT : StopReason.STALLED;
    }
  }
}

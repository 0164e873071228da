package tlsfit.statistics;

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
 * a Gauss-Newton step would still take off the sum of squares must be negligible, and the Jacobian
 * must have full rank. Commons Math does not say which of its tests ended the iteration; the reason
 * is found again from the best point and the last step tried.
 */
public final class LevenbergMarquardt {
  /** Relative tolerances of the optimiser; 0 would throw away the optimum found. */
  private static final double TOLERANCE = 1e-14;

  /** Cosine or relative step that counts as none: rounding leaves more than the tolerance. */
  private static final double NEGLIGIBLE = 1e-12;

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
    return minimize(function, start, MAX_ITERATIONS);
  }

  /** As {@link #minimize(ResidualFunction, double[])}, with a limit of iterations ≥ 1. */
  static Minimum minimize(ResidualFunction function, double[] start, int maxIterations) {
    Best best = new Best(function);
    ResidualFunction.Evaluation first = best.evaluate(start);
    if (best.improvements == 0) {
      return new Minimum(start.clone(), first, StopReason.NOT_A_NUMBER, 0);
    }
    if (start.length == 0) {
      return new Minimum(start, first, StopReason.GRADIENT, 0);
    }
    MultivariateJacobianFunction model =
        point -> {
          ResidualFunction.Evaluation at = best.evaluate(point.toArray());
          return new Pair<>(
              new ArrayRealVector(at.residuals(), false),
              new Array2DRowRealMatrix(at.jacobian(), false));
        };
    boolean limit = false;
    int iterations = maxIterations;
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
                      .maxEvaluations(10 * maxIterations)
                      .maxIterations(maxIterations)
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

  /** Remembers the lowest point among those evaluated, and the last step tried. */
  private static final class Best {
    private final ResidualFunction function;
    private double cost = Double.POSITIVE_INFINITY;
    private double[] point = {};
    private double[] from = {};
    private double[] to = {};
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
      from = point;
      to = at.clone();
      if (foundCost < cost) {
        cost = foundCost;
        point = to;
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
        return analysis.fullRank() ? reason() : StopReason.RANK;
      }
      return limit ? StopReason.LIMIT : StopReason.STALLED;
    }

    /** Which of the optimiser's three tests a minimum passes, its strongest first. */
    private StopReason reason() {
      double largestCosine = 0;
      double step = 0;
      double size = 0;
      for (int j = 0; j < point.length; j++) {
        double square = 0;
        double product = 0;
        for (int i = 0; i < evaluation.residuals().length; i++) {
          double derivative = evaluation.jacobian()[i][j];
          square += derivative * derivative;
          product += derivative * evaluation.residuals()[i];
        }
        largestCosine = Math.max(largestCosine, Math.abs(product) / Math.sqrt(square * cost));
        step += square * Math.pow(to[j] - from[j], 2);
        size += square * point[j] * point[j];
      }
      if (cost == 0 || largestCosine <= NEGLIGIBLE) {
        return StopReason.GRADIENT;
      }
      return Math.sqrt(step) <= NEGLIGIBLE * Math.sqrt(size) ? StopReason.STEP : StopReason.COST;
    }
  }
}

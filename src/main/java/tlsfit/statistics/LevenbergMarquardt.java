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
 * The Levenberg-Marquardt method for nonlinear least squares: that of Commons Math (a translation
 * of MINPACK's lmder; Moré, in Numerical Analysis, Lecture Notes in Mathematics 630, 105 (1978)).
 * It keeps the best point whatever happens, turns back from points outside the domain, and says why
 * it stopped.
 *
 * <p>"Converged" is judged here, from the point itself and not from the size of the last step: what
 * a Gauss-Newton step would still take off the sum of squares must be negligible, and the Jacobian
 * must have full rank. Commons Math does not say which of its tests ended the iteration; the reason
 * is found again from the best point and the last step tried.
 */
public final class LevenbergMarquardt {
  /** Relative tolerances of the optimiser; 0 would throw away the minimum found. */
  private static final double TOLERANCE = 1e-14;

  /** Cosine or relative step that counts as none: rounding leaves more than the tolerance. */
  private static final double NEGLIGIBLE = 1e-12;

  /** Iterations after which a minimisation ends without having converged. */
  static final int MAX_ITERATIONS = 500;

  /** Steps that go on to the last digits of the parameters. */
  private static final int REFINING_STEPS = 20;

  /** Share of the sum of squares still to be gained at which the last digits are reached. */
  private static final double REFINED = 1e-24;

  /** Relative error of a sum of squares that rounding may leave. */
  private static final double ROUNDING = 1e-10;

  /** Residual in place of one that is not finite; its square must not overflow. */
  private static final double WALL = 1e100;

  private LevenbergMarquardt() {}

  /**
   * Minimises the sum of squares.
   *
   * @param function n residuals with their Jacobian, n ≥ m
   * @param start where to begin, m parameters
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

  /**
   * Gauss-Newton steps from a minimum to its last digits: the sum of squares, whose change is the
   * square of the parameters', ends {@link #minimize} when half of their digits are right. A step
   * counts if it leaves less to gain than there was, and does not raise the sum by more than
   * rounding may.
   *
   * @param function that was minimised
   * @param minimum where its minimisation ended; one that is not isolated is returned as it is
   */
  public static Minimum refine(ResidualFunction function, Minimum minimum) {
    if (!minimum.stop().isolated() || minimum.point().length == 0) {
      return minimum;
    }
    Minimum best = minimum;
    JacobianAnalysis analysis = new JacobianAnalysis(best.evaluation().jacobian());
    double left = analysis.reduction(best.evaluation().residuals());
    for (int i = 0; i < REFINING_STEPS && left > REFINED * best.cost(); i++) {
      double[] point = best.point().clone();
      double[] step = analysis.solve(best.evaluation().residuals());
      for (int j = 0; j < point.length; j++) {
        point[j] -= step[j];
      }
      ResidualFunction.Evaluation found = function.evaluate(point);
      if (!(costOf(found) <= best.cost() * (1 + ROUNDING))) {
        return best;
      }
      analysis = new JacobianAnalysis(found.jacobian());
      double remaining = analysis.reduction(found.residuals());
      if (!(remaining < left)) {
        return best;
      }
      best = new Minimum(point, found, minimum.stop(), minimum.iterations());
      left = remaining;
    }
    return best;
  }

  /** The sum of squares; not a number as soon as a residual or a derivative is not finite. */
  private static double costOf(ResidualFunction.Evaluation evaluation) {
    double cost = evaluation.cost();
    for (double[] row : evaluation.jacobian()) {
      for (double derivative : row) {
        cost += 0 * derivative;
      }
    }
    return cost;
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
      double foundCost = costOf(found);
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

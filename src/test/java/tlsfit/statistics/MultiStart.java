package tlsfit.statistics;

import java.util.Comparator;
import org.apache.commons.math3.random.HaltonSequenceGenerator;

/**
 * The lowest minimum from several starts, for a residual function of which nothing is known but a
 * guess of its coordinates.
 *
 * <p>Minimises by {@link LevenbergMarquardt} in coordinates divided by the guess, so that their
 * units do not matter. Where that ends in a minimum that determines every coordinate, it is done.
 * Otherwise further starts follow in rounds of {@value #ROUND}: each coordinate of the guess times
 * a factor, its sign kept, from a Halton sequence over a range of logarithms that each round
 * widens. After the first round with a minimum the lowest is taken: one alone may be local, the
 * lowest of several seldom is.
 *
 * @param minimum the best end: the lowest minimum, or, without one, the lowest of all ends
 * @param starts how many starts were tried, the guess among them
 */
public record MultiStart(Minimum minimum, int starts) {
  /** Further starts in a round. */
  private static final int ROUND = 8;

  private static final int ROUNDS = 5;

  /** By how much each round widens ln of the largest factor. */
  private static final double WIDENING = Math.log(10);

  /** Iterations of one start: a curved valley from far away takes many, and nobody waits for it. */
  private static final int ITERATIONS = 2000;

  /** Gauss-Newton steps at a minimum, at most. */
  private static final int LAST_STEPS = 20;

  private static final Comparator<Minimum> BEST =
      Comparator.comparing((Minimum end) -> !end.stop().converged())
          .thenComparingDouble(Minimum::cost);

  /**
   * Minimises the sum of squares.
   *
   * @param function residuals with Jacobian, at least as many as coordinates
   * @param guess where to begin, 1 to 40 coordinates; 0 tells nothing of the size, which is then
   *     taken as 1
   */
  public static MultiStart of(ResidualFunction function, double[] guess) {
    Minimum best = minimize(function, guess, guess);
    int starts = 1;
    HaltonSequenceGenerator sequence = new HaltonSequenceGenerator(guess.length);
    sequence.skipTo(1); // the first point is a corner
    for (int round = 1; round <= ROUNDS && !best.stop().converged(); round++) {
      for (int i = 0; i < ROUND; i++) {
        double[] start = spread(guess, sequence.nextVector(), round * WIDENING);
        Minimum end = minimize(function, guess, start);
        best = BEST.compare(end, best) < 0 ? end : best;
        starts++;
      }
    }
    return new MultiStart(best, starts);
  }

  /** A start beside the guess, for a point of the unit cube. */
  private static double[] spread(double[] guess, double[] at, double width) {
    double[] start = new double[guess.length];
    for (int j = 0; j < start.length; j++) {
      double exponent = (2 * at[j] - 1) * width;
      start[j] = guess[j] == 0 ? exponent : guess[j] * Math.exp(exponent);
    }
    return start;
  }

  private static Minimum minimize(ResidualFunction function, double[] guess, double[] start) {
    double[] scaled = start.clone();
    for (int j = 0; j < scaled.length; j++) {
      scaled[j] /= scale(guess, j);
    }
    Minimum end = LevenbergMarquardt.minimize(scaled(function, guess), scaled, ITERATIONS);
    double[] point = point(end.point(), guess);
    Minimum minimum = new Minimum(point, function.evaluate(point), end.stop(), end.iterations());
    return end.stop().converged() ? refine(function, minimum) : minimum;
  }

  /**
   * Takes Gauss-Newton steps as long as they bring the gradient closer to zero. The sum of squares,
   * by which the optimiser judges its steps, changes by the square of what a coordinate is off, and
   * so tells only half of the coordinate's digits.
   */
  private static Minimum refine(ResidualFunction function, Minimum minimum) {
    Minimum refined = minimum;
    JacobianAnalysis analysis = new JacobianAnalysis(refined.evaluation().jacobian());
    double left = analysis.reduction(refined.evaluation().residuals());
    for (int i = 0; i < LAST_STEPS; i++) {
      double[] step = analysis.solve(refined.evaluation().residuals());
      double[] point = refined.point().clone();
      for (int j = 0; j < point.length; j++) {
        point[j] -= step[j];
      }
      ResidualFunction.Evaluation there = function.evaluate(point);
      if (!Double.isFinite(there.cost())) {
        return refined;
      }
      analysis = new JacobianAnalysis(there.jacobian());
      double leftThere = analysis.reduction(there.residuals());
      if (!(leftThere < left)) {
        return refined;
      }
      left = leftThere;
      refined = new Minimum(point, there, minimum.stop(), minimum.iterations());
    }
    return refined;
  }

  private static ResidualFunction scaled(ResidualFunction function, double[] guess) {
    return scaled -> {
      ResidualFunction.Evaluation at = function.evaluate(point(scaled, guess));
      double[][] jacobian = new double[at.jacobian().length][scaled.length];
      for (int i = 0; i < jacobian.length; i++) {
        for (int j = 0; j < scaled.length; j++) {
          jacobian[i][j] = at.jacobian()[i][j] * scale(guess, j);
        }
      }
      return new ResidualFunction.Evaluation(at.residuals(), jacobian);
    };
  }

  private static double[] point(double[] scaled, double[] guess) {
    double[] point = new double[scaled.length];
    for (int j = 0; j < point.length; j++) {
      point[j] = scaled[j] * scale(guess, j);
    }
    return point;
  }

  private static double scale(double[] guess, int j) {
    return guess[j] == 0 ? 1 : Math.abs(guess[j]);
  }
}

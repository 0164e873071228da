package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The 27 problems of nonlinear regression of NIST StRD, each from both certified starts, by the
 * code that fits use and nothing else: {@link LevenbergMarquardt}, its minimisation and its last
 * steps, and {@link JacobianAnalysis} for the standard errors. Prints its table; what the numbers
 * mean is told in accuracy.md.
 *
 * <p>Digits are −log10 of the error relative to the certified value, of the parameter, or standard
 * error, that is worst.
 */
class NistReferenceTest {
  /** Digits that a parameter or a standard error must have right where a run has converged. */
  private static final double WANTED = 9;

  /** Iterations of a fit. */
  private static final int USUAL = LevenbergMarquardt.MAX_ITERATIONS;

  /** Iterations for a run that says that its limit was reached. */
  private static final int MORE = 2000;

  /** A run: one problem from one start, and its certified digits. */
  private record Run(
      String problem, int start, double parameterDigits, double errorDigits, Minimum end) {
    String line() {
      return String.format(
          Locale.ROOT,
          "%-9s %5d %10.1f %10.1f %10d %s",
          problem,
          start,
          parameterDigits,
          errorDigits,
          end.iterations(),
          end.stop());
    }
  }

  @Test
  void solvesAllProblemsFromBothStarts() {
    List<Run> runs = new ArrayList<>();
    System.out.println("problem   start parameters     errors iterations stop");
    for (NistProblem problem : NistProblem.all()) {
      for (int start = 0; start < 2; start++) {
        double[] from = problem.starts().get(start);
        Run run = run(problem, start, minimize(problem, from, USUAL));
        System.out.println(run.line());
        if (run.end.stop() == StopReason.LIMIT) {
          // The far start of Bennett5 alone: a curved valley, along which it creeps.
          assertThat(run.problem + run.start).isEqualTo("Bennett51");
          run = run(problem, start, minimize(problem, from, MORE));
          System.out.println(run.line());
        }
        runs.add(run);
      }
    }
    assertThat(runs)
        .hasSize(54)
        .allMatch(run -> run.end.stop().converged())
        .allMatch(run -> run.parameterDigits >= WANTED);
    // The residuals of Lanczos1, 1e-13 beside values of 1, are made of the last 3 of the 16 digits
    // of a double: NIST certified them, and with them the standard errors, in 128 bits.
    assertThat(runs)
        .filteredOn(run -> run.errorDigits < WANTED)
        .allMatch(run -> run.problem.equals("Lanczos1") && run.errorDigits > 2)
        .hasSizeLessThanOrEqualTo(2);
  }

  private static Minimum minimize(NistProblem problem, double[] from, int iterations) {
    ResidualFunction function = problem.residuals();
    return LevenbergMarquardt.refine(
        function, LevenbergMarquardt.minimize(function, from, iterations));
  }

  private static Run run(NistProblem problem, int start, Minimum end) {
    ResidualFunction.Evaluation at = end.evaluation();
    double[][] covariance = new JacobianAnalysis(at.jacobian()).covariance();
    SigmaKnowledge sigma = new SigmaKnowledge.Estimated(at.residuals().length - covariance.length);
    double parameterDigits = Double.POSITIVE_INFINITY;
    double errorDigits = Double.POSITIVE_INFINITY;
    for (int j = 0; j < covariance.length; j++) {
      double error = Math.sqrt(sigma.variance(at.cost()) * covariance[j][j]);
      parameterDigits = Math.min(parameterDigits, digits(end.point()[j], problem.certified()[j]));
      errorDigits = Math.min(errorDigits, digits(error, problem.deviations()[j]));
    }
    return new Run(problem.name(), start + 1, parameterDigits, errorDigits, end);
  }

  /**
   * Certified digits that agree: −log10 of the relative error, 11 at most, as many as there are.
   */
  private static double digits(double value, double certified) {
    double digits = -Math.log10(Math.abs(value - certified) / Math.abs(certified));
    return Double.isNaN(digits) ? 0 : Math.max(0, Math.min(digits, 11));
  }
}

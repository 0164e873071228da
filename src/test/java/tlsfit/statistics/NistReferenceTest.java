package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The 27 problems of nonlinear regression of NIST StRD, each from both certified starts. Prints its
 * table; what the numbers mean is told in accuracy.md.
 *
 * <p>Digits are −log10 of the error relative to the certified value, of the parameter, or standard
 * error, that is worst.
 */
class NistReferenceTest {
  /** Digits that a parameter or a standard error must have right. */
  private static final double WANTED = 6;

  /** Digits below which a run must not call itself converged. */
  private static final double CLAIMED = 4;

  /** A run: one problem from one start, and its certified digits. */
  private record Run(
      String problem, int start, double parameterDigits, double errorDigits, MultiStart end) {
    boolean converged() {
      return end.minimum().stop().converged();
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "%-9s %5d %10.1f %10.1f %6d %10d %s",
          problem,
          start,
          parameterDigits,
          errorDigits,
          end.starts(),
          end.minimum().iterations(),
          end.minimum().stop());
    }
  }

  @Test
  void solvesAllProblemsFromBothStarts() {
    List<Run> runs = new ArrayList<>();
    System.out.println("problem   start parameters     errors starts iterations stop");
    for (NistProblem problem : NistProblem.all()) {
      for (int start = 0; start < 2; start++) {
        Run run = run(problem, start);
        System.out.println(run.line());
        runs.add(run);
      }
    }
    assertThat(runs).hasSize(54).allMatch(run -> run.parameterDigits() >= WANTED);
    assertThat(runs).filteredOn(Run::converged).allMatch(run -> run.parameterDigits() >= CLAIMED);
    // The residuals of Lanczos1, 1e-13 beside values of 1, are made of the last 3 of the 16 digits
    // of a double: NIST certified them, and with them the standard errors, in 128 bits.
    assertThat(runs)
        .filteredOn(run -> run.errorDigits() < WANTED)
        .allMatch(run -> run.problem().equals("Lanczos1") && run.errorDigits() > 2)
        .hasSizeLessThanOrEqualTo(2);
  }

  private static Run run(NistProblem problem, int start) {
    MultiStart end = MultiStart.of(problem.residuals(), problem.starts().get(start));
    ResidualFunction.Evaluation at = end.minimum().evaluation();
    double[][] covariance = new JacobianAnalysis(at.jacobian()).covariance();
    double variance = at.cost() / (at.residuals().length - covariance.length);
    double parameterDigits = Double.POSITIVE_INFINITY;
    double errorDigits = Double.POSITIVE_INFINITY;
    for (int j = 0; j < covariance.length; j++) {
      double error = Math.sqrt(variance * covariance[j][j]);
      parameterDigits =
          Math.min(parameterDigits, digits(end.minimum().point()[j], problem.certified()[j]));
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

package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Holds that the files of the NIST problems were copied right, and their models written right. */
class NistProblemTest {
  @SuppressWarnings("unused") // named by the tests
  private static final List<NistProblem> PROBLEMS = NistProblem.all();

  @ParameterizedTest
  @FieldSource("PROBLEMS")
  void certifiedParametersGiveTheCertifiedSumOfSquares(NistProblem problem) {
    double squares = problem.residuals().evaluate(problem.certified()).cost();
    if (problem.name().equals("Lanczos1")) {
      // The 11 digits of the parameters leave residuals of 1e-11, a hundred times the true ones.
      assertThat(squares).isLessThan(1e-20);
    } else {
      // 11 digits of the parameters give at least 9 of the sum, which is flat about its minimum.
      assertThat(squares).isCloseTo(problem.squares(), Percentage.withPercentage(1e-7));
    }
  }

  @Test
  void lanczos1HasItsSumOfSquaresAtItsMinimum() {
    NistProblem problem = NistProblem.read("Lanczos1");
    double squares = LevenbergMarquardt.minimize(problem.residuals(), problem.certified()).cost();
    // Rounding of values of 1, 1e-16, is 3e-3 of the residuals of 8e-14.
    assertThat(squares).isCloseTo(problem.squares(), Percentage.withPercentage(1));
  }

  @ParameterizedTest
  @FieldSource("PROBLEMS")
  void derivativesAreThoseOfTheModel(NistProblem problem) {
    for (double[] b : List.of(problem.starts().get(1), problem.certified())) {
      double[][] exact = problem.residuals().evaluate(b).jacobian();
      for (int j = 0; j < b.length; j++) {
        double step = 1e-6 * Math.abs(b[j]);
        double[] above = b.clone();
        double[] below = b.clone();
        above[j] += step;
        below[j] -= step;
        double[] up = problem.residuals().evaluate(above).residuals();
        double[] down = problem.residuals().evaluate(below).residuals();
        double largest = 0;
        double error = 0;
        for (int i = 0; i < exact.length; i++) {
          double difference = (up[i] - down[i]) / (above[j] - below[j]);
          largest = Math.max(largest, Math.abs(exact[i][j]));
          error = Math.max(error, Math.abs(difference - exact[i][j]));
        }
        // Central differences: 1e-12 times the third derivative, and rounding, 1e-16/1e-6.
        assertThat(error / largest).as("b%d", j + 1).isCloseTo(0, within(1e-6));
      }
    }
  }
}

package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiStartTest {
  private static final NistProblem BOX_BOD = NistProblem.read("BoxBOD");

  /** BoxBOD from rates so fast that one start ends where the rate's column has vanished. */
  @ParameterizedTest
  @ValueSource(doubles = {10, 100, 1000})
  void findsTheMinimumBesideAGuessThatLeadsNowhere(double rate) {
    double[] guess = {1, rate};
    assertThat(LevenbergMarquardt.minimize(BOX_BOD.residuals(), guess).stop())
        .isEqualTo(StopReason.RANK);
    MultiStart end = MultiStart.of(BOX_BOD.residuals(), guess);
    assertThat(end.starts()).isGreaterThan(1);
    assertThat(end.minimum().stop().converged()).isTrue();
    // half a unit of the last certified digit
    assertThat(end.minimum().point()[0]).isCloseTo(BOX_BOD.certified()[0], within(5e-9));
    assertThat(end.minimum().point()[1]).isCloseTo(BOX_BOD.certified()[1], within(5e-12));
  }

  @Test
  void aGoodGuessNeedsOneStart() {
    MultiStart end = MultiStart.of(BOX_BOD.residuals(), new double[] {100, 0.75});
    assertThat(end.starts()).isEqualTo(1);
    assertThat(end.minimum().stop().converged()).isTrue();
  }

  @Test
  void unitsOfTheCoordinatesDoNotMatter() {
    // Units so small and large that the rate's column alone would make every residual look exact.
    ResidualFunction inUnits =
        p -> {
          ResidualFunction.Evaluation at =
              BOX_BOD.residuals().evaluate(new double[] {p[0] * 1e-9, p[1] * 1e12});
          double[][] jacobian = new double[at.jacobian().length][];
          for (int i = 0; i < jacobian.length; i++) {
            jacobian[i] = new double[] {at.jacobian()[i][0] * 1e-9, at.jacobian()[i][1] * 1e12};
          }
          return new ResidualFunction.Evaluation(at.residuals(), jacobian);
        };
    Minimum minimum = MultiStart.of(inUnits, new double[] {1e9, 1e-12}).minimum();
    assertThat(minimum.stop().converged()).isTrue();
    assertThat(minimum.point()[0] * 1e-9).isCloseTo(BOX_BOD.certified()[0], within(1e-8));
    assertThat(minimum.point()[1] * 1e12).isCloseTo(BOX_BOD.certified()[1], within(1e-11));
  }

  @Test
  void aGuessOfZeroIsMoved() {
    // (x² − 4)²: the slope vanishes at 0, the minimum is at ±2.
    MultiStart end =
        MultiStart.of(
            p ->
                new ResidualFunction.Evaluation(
                    new double[] {p[0] * p[0] - 4}, new double[][] {{2 * p[0]}}),
            new double[] {0});
    assertThat(end.starts()).isGreaterThan(1);
    assertThat(end.minimum().stop().converged()).isTrue();
    assertThat(Math.abs(end.minimum().point()[0])).isCloseTo(2, within(1e-12));
  }

  @Test
  void saysSoIfNoStartFindsAMinimum() {
    // Only a + b counts, and 3 of it is best.
    MultiStart end =
        MultiStart.of(
            p ->
                new ResidualFunction.Evaluation(
                    new double[] {p[0] + p[1] - 3, 1}, new double[][] {{1, 1}, {0, 0}}),
            new double[] {1, 1});
    assertThat(end.minimum().stop()).isEqualTo(StopReason.RANK);
    assertThat(end.minimum().cost()).isCloseTo(1, within(1e-15));
    assertThat(end.starts()).isEqualTo(41);
  }
}

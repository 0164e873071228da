package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevenbergMarquardtTest {

  // Moré, Garbow and Hillstrom, ACM TOMS 7, 17 (1981), problem 1: minimum 0 at (1, 1).
  private static ResidualFunction.Evaluation rosenbrock(double[] x) {
    return new ResidualFunction.Evaluation(
        new double[] {10 * (x[1] - x[0] * x[0]), 1 - x[0]},
        new double[][] {{-20 * x[0], 10}, {-1, 0}});
  }

  @Test
  void solvesRosenbrock() {
    Minimum minimum =
        LevenbergMarquardt.minimize(LevenbergMarquardtTest::rosenbrock, new double[] {-1.2, 1});
    assertThat(minimum.stop().isolated()).isTrue();
    assertThat(minimum.point()[0]).isCloseTo(1, within(1e-9));
    assertThat(minimum.point()[1]).isCloseTo(1, within(1e-9));
  }

  @Test
  void turnsBackFromOutsideTheDomain() {
    // (ln x − 1)² + … : the first full step from x = 10 would go below 0.
    ResidualFunction function =
        p ->
            new ResidualFunction.Evaluation(
                new double[] {Math.log(p[0]) - 1, 0.1 * (p[0] - Math.E)},
                new double[][] {{1 / p[0]}, {0.1}});
    Minimum minimum = LevenbergMarquardt.minimize(function, new double[] {30});
    assertThat(minimum.stop().isolated()).isTrue();
    assertThat(minimum.point()[0]).isCloseTo(Math.E, within(1e-9));
  }

  @Test
  void saysThatTheStartIsNoNumber() {
    Minimum minimum =
        LevenbergMarquardt.minimize(
            p ->
                new ResidualFunction.Evaluation(
                    new double[] {Math.sqrt(p[0])}, new double[][] {{0.5 / Math.sqrt(p[0])}}),
            new double[] {-1});
    assertThat(minimum.stop()).isEqualTo(StopReason.NOT_A_NUMBER);
    assertThat(minimum.point()).containsExactly(-1);
  }

  @Test
  void doesNotClaimSuccessWithAWrongJacobian() {
    ResidualFunction wrong =
        p ->
            new ResidualFunction.Evaluation(
                new double[] {p[0] - 3, 1}, new double[][] {{-1}, {0}}); // sign of the slope lost
    Minimum minimum = LevenbergMarquardt.minimize(wrong, new double[] {0});
    assertThat(minimum.stop()).isEqualTo(StopReason.STALLED);
    assertThat(minimum.point()[0]).isZero();
  }

  @Test
  void stopsAtOnceWhereALineIsFitted() {
    // Through (0, 1), (1, 3), (2, 4): slope 3/2, intercept 7/6, by hand.
    ResidualFunction line =
        p ->
            new ResidualFunction.Evaluation(
                new double[] {p[0] - 1, p[0] + p[1] - 3, p[0] + 2 * p[1] - 4},
                new double[][] {{1, 0}, {1, 1}, {1, 2}});
    Minimum minimum = LevenbergMarquardt.minimize(line, new double[] {5, -1});
    assertThat(minimum.stop()).isEqualTo(StopReason.GRADIENT);
    assertThat(minimum.point()[0]).isCloseTo(7 / 6.0, within(1e-14));
    assertThat(minimum.point()[1]).isCloseTo(1.5, within(1e-14));
  }

  @Test
  void stopsWhereTheCostIsFlat() {
    // x² + (1 − 0.4 x²)² = 1 + 0.2 x² + …: each Gauss-Newton step leaves 0.8 of x, so that the
    // cost stands still to 14 digits while the gradient is far above rounding.
    ResidualFunction curved =
        p ->
            new ResidualFunction.Evaluation(
                new double[] {p[0], 1 - 0.4 * p[0] * p[0]}, new double[][] {{1}, {-0.8 * p[0]}});
    Minimum minimum = LevenbergMarquardt.minimize(curved, new double[] {0.5});
    assertThat(minimum.stop()).isEqualTo(StopReason.COST);
    assertThat(minimum.point()[0]).isCloseTo(0, within(1e-5));
  }

  @Test
  void stopsWhereStepsVanish() {
    // The minimum lies 1e-6 beside 3e10, whose neighbouring doubles are 4e-6 away.
    ResidualFunction between =
        p ->
            new ResidualFunction.Evaluation(
                new double[] {1, (p[0] - 3e10) - 1e-6}, new double[][] {{0}, {1}});
    Minimum minimum = LevenbergMarquardt.minimize(between, new double[] {2.9e10});
    assertThat(minimum.stop()).isEqualTo(StopReason.STEP);
    assertThat(minimum.point()[0]).isEqualTo(3e10);
  }

  @Test
  void tellsAValleyFromAMinimum() {
    // Only a + b counts: 1.2 of it is best (derivative of (s − 1)² + (2s − 2.5)² by s is 0).
    ResidualFunction valley =
        p ->
            new ResidualFunction.Evaluation(
                new double[] {p[0] + p[1] - 1, 2 * (p[0] + p[1]) - 2.5, 1},
                new double[][] {{1, 1}, {2, 2}, {0, 0}});
    Minimum minimum = LevenbergMarquardt.minimize(valley, new double[] {4, 1});
    assertThat(minimum.stop()).isEqualTo(StopReason.RANK);
    assertThat(minimum.stop().isolated()).isFalse();
    assertThat(minimum.stop().converged()).isTrue();
    assertThat(minimum.point()[0] + minimum.point()[1]).isCloseTo(1.2, within(1e-9));
  }

  @Test
  void aVanishedColumnIsNoMinimum() {
    // The silent failure of BoxBOD: where exp(−b2) is 0, b1 is the mean of y, 172.5, and b2
    // anything.
    NistProblem boxBod = NistProblem.read("BoxBOD");
    Minimum minimum = LevenbergMarquardt.minimize(boxBod.residuals(), new double[] {1, 1000});
    assertThat(minimum.stop()).isEqualTo(StopReason.RANK);
    assertThat(minimum.point()[0]).isCloseTo(172.5, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 5, 10, 20, 50, 100})
  void neverClaimsAWrongMinimumOfBoxBod(double rate) {
    NistProblem boxBod = NistProblem.read("BoxBOD");
    Minimum minimum = LevenbergMarquardt.minimize(boxBod.residuals(), new double[] {1, rate});
    if (minimum.stop().isolated()) {
      assertThat(minimum.point()[0]).isCloseTo(boxBod.certified()[0], within(1e-2));
      assertThat(minimum.point()[1]).isCloseTo(boxBod.certified()[1], within(1e-5));
    }
  }

  @Test
  void saysThatTheLimitWasReached() {
    Minimum minimum =
        LevenbergMarquardt.minimize(LevenbergMarquardtTest::rosenbrock, new double[] {-1.2, 1}, 3);
    assertThat(minimum.stop()).isEqualTo(StopReason.LIMIT);
    assertThat(minimum.iterations()).isEqualTo(3);
    // lower than 24.2 at the start (Moré et al., as above), and not yet at the minimum
    assertThat(minimum.cost()).isBetween(1e-3, 24.0);
  }

  @Test
  void saysThatADerivativeIsNoNumberAtTheStart() {
    // √x at 0: the value is 0, the derivative infinite.
    Minimum minimum =
        LevenbergMarquardt.minimize(
            p ->
                new ResidualFunction.Evaluation(
                    new double[] {Math.sqrt(p[0]) - 1}, new double[][] {{0.5 / Math.sqrt(p[0])}}),
            new double[] {0});
    assertThat(minimum.stop()).isEqualTo(StopReason.NOT_A_NUMBER);
  }
}

package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

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
    assertThat(minimum.stop()).isEqualTo(StopReason.CONVERGED);
    assertThat(minimum.point()[0]).isCloseTo(1, within(1e-9));
    assertThat(minimum.point()[1]).isCloseTo(1, within(1e-9));
  }

  // NIST StRD, Misra1a (https://www.itl.nist.gov/div898/strd/nls/data/misra1a.shtml), certified:
  // b1 = 2.3894212918E+02, b2 = 5.5015643181E-04, residual sum of squares 1.2455138894E-01.
  @Test
  void solvesMisra1aFromItsFarStart() {
    double[] x = {
      77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1,
      760.0
    };
    double[] y = {
      10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47,
      81.78
    };
    ResidualFunction misra =
        b -> {
          double[] r = new double[x.length];
          double[][] j = new double[x.length][2];
          for (int i = 0; i < x.length; i++) {
            double e = Math.exp(-b[1] * x[i]);
            r[i] = b[0] * (1 - e) - y[i];
            j[i][0] = 1 - e;
            j[i][1] = b[0] * x[i] * e;
          }
          return new ResidualFunction.Evaluation(r, j);
        };
    Minimum minimum = LevenbergMarquardt.minimize(misra, new double[] {500, 1e-4});
    assertThat(minimum.stop()).isEqualTo(StopReason.CONVERGED);
    assertThat(minimum.point()[0]).isCloseTo(2.3894212918E+02, within(1e-7));
    assertThat(minimum.point()[1]).isCloseTo(5.5015643181E-04, within(1e-13));
    assertThat(minimum.cost()).isCloseTo(1.2455138894E-01, within(1e-10));
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
    assertThat(minimum.stop()).isEqualTo(StopReason.CONVERGED);
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
}

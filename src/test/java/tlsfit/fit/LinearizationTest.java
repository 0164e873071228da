package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tlsfit.setup.Loss;

/**
 * Against numpy 2.4: {@code J = np.array([[1,2],[3,1],[0,4],[2,2],[0,.5]])}, four readings and a
 * prior, {@code r = np.array([.5,-2,1,.25])}.
 */
class LinearizationTest {
  private static final Offset<Double> CLOSE = within(1e-8);
  private static final double[] RESIDUALS = {0.5, -2, 1, 0.25};
  private static final double[][] JACOBIAN = {{1, 2}, {3, 1}, {0, 4}, {2, 2}, {0, 0.5}};

  private static Linearization of(Loss loss) {
    return new Linearization(RESIDUALS, JACOBIAN, loss);
  }

  private static void check(double[][] found, double[][] expected) {
    assertThat(found).hasDimensions(expected.length, expected[0].length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i]).containsExactly(expected[i], CLOSE);
    }
  }

  @Test
  void leastSquaresCovarianceIsTheInverseTimesTheNoiseVariance() {
    // 1.5*np.linalg.inv(J.T@J)
    check(
        of(Loss.LINEAR).covariance(1.5),
        new double[][] {{0.13899083, -0.04954128}, {-0.04954128, 0.07706422}});
    check(of(Loss.LINEAR).jacobian(), JACOBIAN);
  }

  @Test
  void leveragesAreTheDiagonalOfTheHatMatrix() {
    // np.diag(J@np.linalg.inv(J.T@J)@J.T)
    assertThat(of(Loss.LINEAR).leverages())
        .containsExactly(
            new double[] {0.16605505, 0.68715596, 0.82201835, 0.31192661, 0.01284404}, CLOSE);
  }

  @Test
  void aRobustLossWeighsTheRowsOfReadingsAlone() {
    // w = np.sqrt((1-(r/c)**2)/(1+(r/c)**2)**2), c = 2.3849471193624403
    Linearization robust = of(Loss.CAUCHY);
    check(
        robust.jacobian(),
        new double[][] {
          {0.9366106, 1.87322119},
          {0.95951069, 0.3198369},
          {0, 3.08842308},
          {1.96736396, 1.96736396},
          {0, 0.5}
        });
    assertThat(robust.leverages())
        .containsExactly(
            new double[] {0.2268571, 0.20474477, 0.86222177, 0.68357756, 0.0225988}, CLOSE);
  }

  @Test
  void aRobustCovarianceIsASandwichWhateverTheNoiseVariance() {
    // A = J.T@diag(psi')@J, B = J.T@diag(psi**2/(1-h))@J (1 for the prior), inv(A)@B@inv(A)
    double[][] expected = {{1.70945321, -0.96411314}, {-0.96411314, 0.75547499}};
    check(of(Loss.CAUCHY).covariance(1), expected);
    check(of(Loss.CAUCHY).covariance(7), expected);
  }

  @Test
  void theAnalysisIsMadeOnce() {
    Linearization linearization = of(Loss.LINEAR);
    assertThat(linearization.analysis()).isSameAs(linearization.analysis());
    assertThat(linearization.analysis().rank()).isEqualTo(2);
  }
}

package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tlsfit.setup.Loss;
import tlsfit.statistics.JacobianAnalysis;

/**
 * Against numpy 2.4: {@code r = array([.5,-2,1,.25,3]), J =
 * array([[1,2],[3,1],[0,4],[2,2],[1,-1]])}, {@code w = (1+(r/c)**2)**-.5} with c of the loss,
 * {@code psi = r*w, A = (J*w[:,None]**3).T@J, K = J*sqrt(w[:,None]**3), h = diag(K@inv(K.T@K)@K.T),
 * B = (J*(psi**2/(1-h))[:,None]).T@J, inv(A)@B@inv(A)}; a prior's row is added to A, K and B as it
 * is.
 */
class SandwichTest {
  private static final double[] RESIDUALS = {0.5, -2, 1, 0.25, 3};
  private static final double[][] JACOBIAN = {{1, 2}, {3, 1}, {0, 4}, {2, 2}, {1, -1}};

  private static double[][] covariance(double[] residuals, double[][] jacobian, double unit) {
    double[][] scaled = new double[jacobian.length][];
    double[][] weighted = new double[jacobian.length][];
    for (int i = 0; i < jacobian.length; i++) {
      double root = i < residuals.length ? Math.sqrt(Loss.SOFT_L1.curvature(residuals[i])) : 1;
      scaled[i] = new double[] {jacobian[i][0], unit * jacobian[i][1]};
      weighted[i] = new double[] {root * scaled[i][0], root * scaled[i][1]};
    }
    return Sandwich.covariance(residuals, Loss.SOFT_L1, scaled, new JacobianAnalysis(weighted));
  }

  private static void check(double[][] found, double first, double mixed, double second) {
    assertThat(found[0][0]).isCloseTo(first, within(1e-12));
    assertThat(found[0][1]).isCloseTo(mixed, within(1e-12));
    assertThat(found[1][0]).isCloseTo(mixed, within(1e-12));
    assertThat(found[1][1]).isCloseTo(second, within(1e-12));
  }

  @Test
  void ofReadings() {
    check(
        covariance(RESIDUALS, JACOBIAN, 1),
        1.5418783838849945,
        -0.9204678136067764,
        0.7498519311374492);
  }

  /** A prior on the second parameter, of standard uncertainty 2: the row (0, 1/2). */
  @Test
  void aPriorHasUnitVarianceWhateverTheLoss() {
    double[][] withPrior = {
      JACOBIAN[0], JACOBIAN[1], JACOBIAN[2], JACOBIAN[3], JACOBIAN[4], {0, 0.5}
    };
    check(
        covariance(RESIDUALS, withPrior, 1),
        1.4402715551281107,
        -0.8207059849566785,
        0.6513389261985134);
  }

  /** The second parameter in a unit 1e12 times larger: its row and column are smaller so much. */
  @Test
  void theUnitOfAParameterDoesNotMatter() {
    double[][] scaled = covariance(RESIDUALS, JACOBIAN, 1e12);
    assertThat(scaled[0][0]).isCloseTo(1.5418783838849945, within(1e-9));
    assertThat(scaled[0][1] * 1e12).isCloseTo(-0.9204678136067764, within(1e-9));
    assertThat(scaled[1][1] * 1e24).isCloseTo(0.7498519311374492, within(1e-9));
  }

  @Test
  void signsOfResidualsDoNotMatter() {
    double[] turned = {-0.5, 2, -1, -0.25, -3};
    check(
        covariance(turned, JACOBIAN, 1),
        1.5418783838849945,
        -0.9204678136067764,
        0.7498519311374492);
  }

  /** H is 0 where every reading lies at the inflection of the Cauchy loss. */
  @Test
  void whereThereIsNoCurvatureTheInverseStands() {
    double inflection = 2.3849471193624403;
    double[] residuals = {inflection, -inflection};
    double[][] jacobian = {{1, 0}, {0, 1}};
    double[][] found =
        Sandwich.covariance(
            residuals,
            Loss.CAUCHY,
            jacobian,
            new JacobianAnalysis(new double[][] {{2, 0}, {0, 2}}));
    assertThat(found[0]).containsExactly(new double[] {0.25, 0}, within(1e-15));
    assertThat(found[1]).containsExactly(new double[] {0, 0.25}, within(1e-15));
  }
}

package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JacobianAnalysisTest {
  // A straight line through x = 0..4: (JᵀJ)⁻¹ of [1, x] by hand is [[30, -10], [-10, 5]]/50.
  private static final double[][] LINE = {{1, 0}, {1, 1}, {1, 2}, {1, 3}, {1, 4}};

  @Test
  void covarianceOfALine() {
    double[][] covariance = new JacobianAnalysis(LINE).covariance();
    assertThat(covariance[0][0]).isCloseTo(0.6, within(1e-14));
    assertThat(covariance[0][1]).isCloseTo(-0.2, within(1e-14));
    assertThat(covariance[1][1]).isCloseTo(0.1, within(1e-14));
  }

  // Commons Math's getCovariances refuses columns of such different lengths.
  @Test
  void unitsOfTheParametersDoNotMatter() {
    double[][] tiny = new double[5][2];
    for (int i = 0; i < 5; i++) {
      tiny[i][0] = LINE[i][0];
      tiny[i][1] = 1e-13 * LINE[i][1];
    }
    JacobianAnalysis analysis = new JacobianAnalysis(tiny);
    assertThat(analysis.fullRank()).isTrue();
    assertThat(analysis.covariance()[1][1]).isCloseTo(0.1e26, within(1e12));
    assertThat(analysis.conditionNumber())
        .isCloseTo(new JacobianAnalysis(LINE).conditionNumber(), within(1e-12));
  }

  @Test
  void namesTheCombinationThatIsNotDetermined() {
    // Only 2 a + b counts, so that b falls by 2 where a grows by 1; c has its own effect.
    double[][] jacobian = {{2, 1, 0}, {4, 2, 1}, {6, 3, 3}, {8, 4, -1}};
    JacobianAnalysis analysis = new JacobianAnalysis(jacobian);
    assertThat(analysis.rank()).isEqualTo(2);
    assertThat(analysis.undetermined(0)).isTrue();
    assertThat(analysis.undetermined(1)).isTrue();
    assertThat(analysis.undetermined(2)).isFalse();
    double[] direction = analysis.weakestDirection(new double[] {1, 1, 1});
    assertThat(direction[1]).isCloseTo(1, within(1e-12));
    assertThat(direction[0]).isCloseTo(-0.5, within(1e-12));
    assertThat(direction[2]).isCloseTo(0, within(1e-12));
  }

  @Test
  void aColumnWithoutEffectIsNotDetermined() {
    JacobianAnalysis analysis = new JacobianAnalysis(new double[][] {{1, 0}, {2, 0}, {3, 0}});
    assertThat(analysis.undetermined(0)).isFalse();
    assertThat(analysis.undetermined(1)).isTrue();
    assertThat(analysis.covariance()[0][0]).isCloseTo(1 / 14.0, within(1e-15));
  }

  @Test
  void solvesTheLinearProblem() {
    // y = 3 − 2x exactly
    double[] step = new JacobianAnalysis(LINE).solve(new double[] {3, 1, -1, -3, -5});
    assertThat(step[0]).isCloseTo(3, within(1e-13));
    assertThat(step[1]).isCloseTo(-2, within(1e-13));
  }
}

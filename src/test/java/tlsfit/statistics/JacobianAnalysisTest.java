package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** By hand, and against numpy: the call stands beside each value. */
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

  /**
   * Five readings of three parameters in very different units, against numpy 2.4.6: d =
   * numpy.linalg.norm(J, axis=0), U, S, Vt = numpy.linalg.svd(J/d), P = (J/d)
   * numpy.linalg.pinv(J/d).
   */
  private static final double[][] THREE = {
    {1, 0.5, 1e-6}, {2, -1, 3e-6}, {0, 4, -2e-6}, {1, 1, 5e-6}, {-3, 2, 1e-6}
  };

  private static final double[] RESIDUALS = {0.3, -1.2, 2.0, 0.7, -0.4};

  @Test
  void conditionNumberOfScaledColumns() {
    JacobianAnalysis analysis = new JacobianAnalysis(THREE);
    // numpy.linalg.cond(J/d)
    assertThat(analysis.conditionNumber()).isCloseTo(1.7010085417519967, within(1e-12));
    assertThat(analysis.rank()).isEqualTo(3);
    assertThat(analysis.largestColumn()).isCloseTo(4.716990566028302, within(1e-14)); // d.max()
  }

  @Test
  void fewerReadingsThanParametersHaveNoCondition() {
    JacobianAnalysis analysis = new JacobianAnalysis(new double[][] {{1, 2, 3}, {0, 1, 1}});
    assertThat(analysis.conditionNumber()).isInfinite();
    assertThat(analysis.rank()).isEqualTo(2);
    assertThat(analysis.fullRank()).isFalse();
  }

  @Test
  void covarianceOfThree() {
    // numpy.linalg.inv((J/d).T @ (J/d))/numpy.outer(d, d)
    double[][] expected = {
      {0.08704814796449643, 0.022660782466405516, -17603.01482620122},
      {0.022660782466405512, 0.05147022363266723, -595.0314870828602},
      {-17603.01482620122, -595.0314870828602, 28908613080.77552}
    };
    double[][] covariance = new JacobianAnalysis(THREE).covariance();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(covariance[i][j] / expected[i][j]).isCloseTo(1, within(1e-11));
      }
    }
  }

  @Test
  void stepAndItsReduction() {
    JacobianAnalysis analysis = new JacobianAnalysis(THREE);
    // numpy.linalg.lstsq(J/d, r)[0]/d; r @ P @ r
    double[] step = analysis.solve(RESIDUALS);
    assertThat(step[0]).isCloseTo(0.2661352704913967, within(1e-12));
    assertThat(step[1]).isCloseTo(0.47406654435463874, within(1e-12));
    assertThat(step[2]).isCloseTo(-123399.61322953337, within(1e-6));
    assertThat(analysis.reduction(RESIDUALS)).isCloseTo(4.850166856746169, within(1e-12));
    // what the step takes off the sum of squares
    double left = 0;
    for (int i = 0; i < RESIDUALS.length; i++) {
      double r = RESIDUALS[i];
      for (int j = 0; j < 3; j++) {
        r -= THREE[i][j] * step[j];
      }
      left += r * r;
    }
    assertThat(6.18 - left).isCloseTo(analysis.reduction(RESIDUALS), within(1e-12)); // r @ r = 6.18
  }

  @Test
  void leveragesAddUpToTheRank() {
    // numpy.diag(P)
    assertThat(new JacobianAnalysis(THREE).leverages())
        .containsExactly(
            new double[] {
              0.11568403828035895,
              0.36153121436009333,
              0.9486785342391033,
              0.7245748004165221,
              0.8495314127039221
            },
            within(1e-12));
    double sum = 0;
    for (double leverage : new JacobianAnalysis(THREE).leverages()) {
      sum += leverage;
    }
    assertThat(sum).isCloseTo(3, within(1e-12));
  }

  @Test
  void weakestDirectionInGivenUnits() {
    // w = Vt[-1]/d/[1, 2, 1e6]; w/w[numpy.argmax(abs(w))]
    assertThat(new JacobianAnalysis(THREE).weakestDirection(new double[] {1, 2, 1e6}))
        .containsExactly(
            new double[] {1, 0.25180515638621676, -0.39661252347622034}, within(1e-11));
  }

  /** Columns 1 and 2 are one: the pseudo-inverse, numpy.linalg.pinv(J/d, rcond=1e-10). */
  @Test
  void whatIsNotDeterminedIsLeftOut() {
    JacobianAnalysis analysis =
        new JacobianAnalysis(new double[][] {{2, 1, 0}, {4, 2, 1}, {6, 3, 3}, {8, 4, -1}});
    double[] r = {1, -1, 2, 0.5};
    // pinv @ r/d
    assertThat(analysis.solve(r))
        .containsExactly(
            new double[] {0.04048042704626338, 0.08096085409252675, 0.30604982206405684},
            within(1e-12));
    // r @ (J/d) @ pinv @ r; numpy.diag((J/d) @ pinv)
    assertThat(analysis.reduction(r)).isCloseTo(2.51067615658363, within(1e-12));
    assertThat(analysis.leverages())
        .containsExactly(
            new double[] {
              0.039145907473309635, 0.16370106761565842, 0.8647686832740213, 0.932384341637011
            },
            within(1e-12));
    // numpy.linalg.pinv((J/d).T @ (J/d), rcond=1e-12)/numpy.outer(d, d)
    double[][] covariance = analysis.covariance();
    assertThat(covariance[0][1]).isCloseTo(0.004893238434163698, within(1e-13));
    assertThat(covariance[1][1]).isCloseTo(0.009786476868327405, within(1e-13));
    assertThat(covariance[2][2]).isCloseTo(0.10676156583629891, within(1e-12));
  }

  /** JᵀJ alone counts: a rotation of the rows, and their order, leave the covariance as it is. */
  @Test
  void theOrderOfTheReadingsDoesNotMatter() {
    double[][] turned = new double[THREE.length][];
    for (int i = 0; i < THREE.length; i++) {
      turned[i] = THREE[THREE.length - 1 - i];
    }
    double[][] covariance = new JacobianAnalysis(THREE).covariance();
    double[][] other = new JacobianAnalysis(turned).covariance();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(other[i][j] / covariance[i][j]).isCloseTo(1, within(1e-11));
        assertThat(covariance[i][j] / covariance[j][i]).isCloseTo(1, within(1e-13));
      }
    }
  }

  /** Every reading k times makes the covariance k times smaller, each leverage too. */
  @Test
  void repeatedReadingsShareTheirLeverage() {
    double[][] twice = new double[2 * LINE.length][];
    for (int i = 0; i < twice.length; i++) {
      twice[i] = LINE[i % LINE.length];
    }
    JacobianAnalysis one = new JacobianAnalysis(LINE);
    JacobianAnalysis two = new JacobianAnalysis(twice);
    assertThat(two.covariance()[0][1]).isCloseTo(one.covariance()[0][1] / 2, within(1e-14));
    for (int i = 0; i < LINE.length; i++) {
      assertThat(two.leverages()[i]).isCloseTo(one.leverages()[i] / 2, within(1e-14));
    }
  }

  /** h_i = 1/n + (x_i − x̄)²/Σ(x − x̄)²: 0.6, 0.3, 0.2, 0.3, 0.6. */
  @Test
  void leveragesOfALineByHand() {
    assertThat(new JacobianAnalysis(LINE).leverages())
        .containsExactly(new double[] {0.6, 0.3, 0.2, 0.3, 0.6}, within(1e-14));
  }

  /** What a step lowers, and what is left of the residuals, add up (Pythagoras). */
  @Test
  void theStepLowersTheSumByItsReduction() {
    JacobianAnalysis analysis = new JacobianAnalysis(THREE);
    double[] step = analysis.solve(RESIDUALS);
    double before = 0;
    double after = 0;
    for (int i = 0; i < THREE.length; i++) {
      double left = RESIDUALS[i];
      for (int j = 0; j < 3; j++) {
        left -= THREE[i][j] * step[j];
      }
      before += RESIDUALS[i] * RESIDUALS[i];
      after += left * left;
    }
    assertThat(analysis.reduction(RESIDUALS)).isCloseTo(before - after, within(1e-12));
  }

  @Test
  void nothingButZerosDeterminesNothing() {
    JacobianAnalysis analysis = new JacobianAnalysis(new double[][] {{0, 0}, {0, 0}, {0, 0}});
    assertThat(analysis.rank()).isZero();
    assertThat(analysis.fullRank()).isFalse();
    assertThat(analysis.undetermined(0)).isTrue();
    assertThat(analysis.leverages()).containsOnly(0);
    assertThat(analysis.solve(new double[] {1, 2, 3})).containsOnly(0);
    assertThat(analysis.reduction(new double[] {1, 2, 3})).isZero();
  }
}

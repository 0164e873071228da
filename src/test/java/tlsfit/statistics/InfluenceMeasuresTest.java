package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * A line through eight points, y = 2.1, 3.9, 6.2, 7.8, 10.5, 11.7, 14.2, 21 over x = 1, ..., 7, 12,
 * against numpy 2.4.6 and scipy 1.17.1. With A = [1, x]: b = numpy.linalg.lstsq(A, y), r = A b − y,
 * h = diag(A (AᵀA)⁻¹ Aᵀ), s² = r·r/6; and, for each point, a second lstsq without it, b_i with
 * s_i², so that nothing here follows from the formulas that are tested: studentised is its
 * prediction error over its standard deviation, (A_i b_i − y_i)/(s_i √(1 + A_i (A_-iᵀA_-i)⁻¹
 * A_iᵀ)), Cook's distance (b − b_i)ᵀ AᵀA (b − b_i)/(2 s²).
 */
class InfluenceMeasuresTest {
  private static final double[] R = {
    0.5845238095238119, 0.5321428571428588, -0.020238095238094722, 0.12738095238095237,
    -0.8250000000000011, -0.2773809523809536, -1.0297619047619069, 0.9083333333333279
  };
  private static final double[] H = {
    0.3154761904761904, 0.23214285714285712, 0.17261904761904762, 0.13690476190476192,
    0.12500000000000003, 0.13690476190476192, 0.17261904761904762, 0.7083333333333333
  };
  private static final InfluenceMeasures LINE =
      new InfluenceMeasures(R, H, 6, 2, 0.5474206349206352);

  @Test
  void standardised() {
    // r/numpy.sqrt(s2*(1 - h))
    assertThat(LINE.standardised())
        .containsExactly(
            new double[] {
              0.9548768066460702, 0.8207812763592849, -0.0300715832500589, 0.1853166963249228,
              -1.1920359136482976, -0.4035400957355814, -1.5301129124295096, 2.2732189655609387
            },
            within(1e-12));
  }

  @Test
  void studentisedIsThePredictionErrorOfAFitWithoutThePoint() {
    double[] expected = {
      0.9465636468302626, 0.795241238691811, -0.027453543074731735, 0.16965645394793955,
      -1.2456230359624751, -0.37348319678600167, -1.788717883093449, 5.571094604188582
    };
    for (int i = 0; i < expected.length; i++) {
      assertThat(LINE.studentised(i)).isCloseTo(expected[i], within(1e-11));
    }
  }

  @Test
  void cookIsTheMoveOfAFitWithoutThePoint() {
    double[] expected = {
      0.21010806496148698, 0.10183563659400681, 9.433346566822355e-05, 0.002723697905330746,
      0.10149640138766537, 0.012915262082499494, 0.24423064826877705, 6.274851136540194
    };
    for (int i = 0; i < expected.length; i++) {
      assertThat(LINE.cook(i)).isCloseTo(expected[i], within(1e-11));
    }
    assertThat(LINE.cookLimit()).isCloseTo(0.7797631496846193, within(1e-10)); // f.ppf(0.5, 2, 6)
  }

  @Test
  void outliersByBonferroni() {
    // 8*2*t.sf(5.571094604188582, 5), for the others min(1, ...)
    assertThat(LINE.outlierPValue(7)).isCloseTo(0.020528354761627052, within(1e-12));
    assertThat(LINE.outlierPValue(6)).isEqualTo(1);
  }

  @Test
  void aPointFittedByItselfHasNoResidual() {
    double[] leverages = {0.5, 0.5, 1};
    InfluenceMeasures measures = new InfluenceMeasures(new double[] {1, -1, 0}, leverages, 1, 2, 2);
    assertThat(measures.standardised()).hasSize(2);
    assertThat(measures.studentised(2)).isZero();
    assertThat(measures.cook(2)).isZero();
    // without one reading no degree of freedom is left
    assertThat(measures.studentised(0)).isZero();
    assertThat(measures.outlierPValue(0)).isEqualTo(1);
  }

  @Test
  void keepsNumbersOfItsOwn() {
    double[] residuals = {2, -1, 1};
    InfluenceMeasures measures =
        new InfluenceMeasures(residuals, new double[] {0.2, 0.3, 0.5}, 2, 1, 1);
    residuals[0] = 0;
    assertThat(measures.size()).isEqualTo(3);
    assertThat(measures.square(0)).isEqualTo(4);
    assertThat(measures.leverage(1)).isEqualTo(0.3);
  }

  /** In another unit of σ residuals and noise grow together: no measure changes. */
  @Test
  void theUnitOfSigmaDoesNotMatter() {
    double[] scaled = R.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= -1e3;
    }
    InfluenceMeasures other = new InfluenceMeasures(scaled, H, 6, 2, 1e6 * 0.5474206349206352);
    for (int i = 0; i < R.length; i++) {
      assertThat(other.standardised()[i]).isCloseTo(-LINE.standardised()[i], within(1e-12));
      assertThat(other.studentised(i)).isCloseTo(-LINE.studentised(i), within(1e-11));
      assertThat(other.cook(i)).isCloseTo(LINE.cook(i), within(1e-11));
      assertThat(other.outlierPValue(i)).isCloseTo(LINE.outlierPValue(i), within(1e-11));
    }
  }

  /** Internally and externally studentised: t² = s² (ν − 1)/(ν − s²) (Cook and Weisberg, 2.2.1). */
  @Test
  void theTwoStudentisedResidualsGoTogether() {
    for (int i = 0; i < R.length; i++) {
      double s = LINE.standardised()[i];
      assertThat(LINE.studentised(i)).isCloseTo(s * Math.sqrt(5 / (6 - s * s)), within(1e-11));
      // and Cook's distance is s² h/((1 − h) m)
      assertThat(LINE.cook(i)).isCloseTo(s * s * H[i] / (1 - H[i]) / 2, within(1e-11));
    }
  }

  @Test
  void aReadingOnTheCurveHasNoInfluence() {
    InfluenceMeasures measures =
        new InfluenceMeasures(
            new double[] {0, 1, -1, 2}, new double[] {0.5, 0.2, 0.2, 0.1}, 3, 1, 2);
    assertThat(measures.studentised(0)).isZero();
    assertThat(measures.cook(0)).isZero();
    assertThat(measures.outlierPValue(0)).isEqualTo(1);
  }

  /** Rows of priors follow those of the readings; the residuals alone count readings. */
  @Test
  void leveragesOfPriorsAreLeftOut() {
    InfluenceMeasures measures =
        new InfluenceMeasures(new double[] {1, -1}, new double[] {0.3, 0.3, 0.9}, 5, 1, 1);
    assertThat(measures.size()).isEqualTo(2);
    assertThat(measures.standardised()).hasSize(2);
  }
}

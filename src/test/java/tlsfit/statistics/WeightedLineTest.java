package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Against numpy 2.4.6: A = [1, x] √w, (c, r, ...) = numpy.linalg.lstsq(A, (y − 5e9) √w); slope
 * c[1], χ² r[0], and the fall Σ w (y − numpy.average(y, weights=w))² − r[0].
 */
class WeightedLineTest {
  private static final double[] X = {0, 1, 2.5, 4, 7};
  private static final double[] Y = {5e9 + 3, 5e9 + 1.5, 5e9 + 2, 5e9 - 4, 5e9 - 6};
  private static final double[] SIGMA = {0.5, 1, 2, 0.8, 1.5};

  private static double[] weights() {
    double[] weights = new double[SIGMA.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / (SIGMA[i] * SIGMA[i]);
    }
    return weights;
  }

  @Test
  void ofAllPoints() {
    WeightedLine line = WeightedLine.of(X, Y, weights());
    assertThat(line.slope()).isCloseTo(-1.4862174956892535, within(1e-12));
    assertThat(line.chiSquare()).isCloseTo(4.440930883597948, within(1e-11));
    assertThat(line.fall()).isCloseTo(72.24830356616282, within(1e-11));
  }

  @Test
  void aWeightOfZeroLeavesAPointOut() {
    double[] weights = weights();
    weights[2] = 0;
    WeightedLine line = WeightedLine.of(X, Y, weights);
    assertThat(line.slope()).isCloseTo(-1.5079697089987478, within(1e-12));
    assertThat(line.chiSquare()).isCloseTo(2.4459067452441285, within(1e-11));
    assertThat(line.fall()).isCloseTo(73.80607541531087, within(1e-11));
  }

  @Test
  void overAConstantThereIsNoSlope() {
    // y = 1, 2, 6 of equal weights: Σ(y − 3)² = 14
    WeightedLine line =
        WeightedLine.of(new double[] {2, 2, 2}, new double[] {1, 2, 6}, new double[] {1, 1, 1});
    assertThat(line).isEqualTo(new WeightedLine(0, 14, 0));
  }

  @Test
  void refusesArraysThatDoNotMatch() {
    assertThatThrownBy(() -> WeightedLine.of(X, new double[] {1}, weights()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WeightedLine.of(X, Y, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  // numpy as above of x = -3, 0, 2, 5, 9, y = 4, 1, 2, -3, -1, w = 1, 4, 1/4, 1, 2; with the fall
  // scipy.stats.f.sf(f/(r[0]/3), 1, 3)
  @Test
  void whatItGainsOverAConstantIsTested() {
    WeightedLine line =
        WeightedLine.of(
            new double[] {-3, 0, 2, 5, 9},
            new double[] {4, 1, 2, -3, -1},
            new double[] {1, 4, 0.25, 1, 2});
    assertThat(line.slope()).isCloseTo(-0.36078838174273864, within(1e-13));
    assertThat(line.chiSquare()).isCloseTo(11.502697095435684, within(1e-12));
    assertThat(line.fall()).isCloseTo(19.01245441971583, within(1e-12));
    NestedModelTest test =
        NestedModelTest.of(line.fall(), 1, line.chiSquare() / 3, new SigmaKnowledge.Estimated(3));
    assertThat(test.pValue()).isCloseTo(0.1123309212958064, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 3, 1e6})
  void unitsScaleIt(double unit) {
    WeightedLine line = WeightedLine.of(X, Y, weights());
    double[] x = new double[X.length];
    double[] weights = weights();
    for (int i = 0; i < x.length; i++) {
      x[i] = unit * X[i] + 5;
      weights[i] *= unit;
    }
    WeightedLine scaled = WeightedLine.of(x, Y, weights);
    assertThat(scaled.slope() * unit / line.slope()).isCloseTo(1, within(1e-8));
    assertThat(scaled.chiSquare() / unit / line.chiSquare()).isCloseTo(1, within(1e-8));
    assertThat(scaled.fall() / unit / line.fall()).isCloseTo(1, within(1e-8));
  }

  /** y = 2 − 3x exactly: nothing is left, and the fall is Σ w (y − ȳ)² = 9 · 5. */
  @Test
  void pointsOnALineLeaveNothing() {
    WeightedLine line =
        WeightedLine.of(
            new double[] {0, 1, 2, 3}, new double[] {2, -1, -4, -7}, new double[] {1, 1, 1, 1});
    assertThat(line.slope()).isCloseTo(-3, within(1e-14));
    assertThat(line.chiSquare()).isCloseTo(0, within(1e-28));
    assertThat(line.fall()).isCloseTo(45, within(1e-12));
  }

  @Test
  void onePointHasNoSlope() {
    double[] one = {5};
    assertThat(WeightedLine.of(one, one, one)).isEqualTo(new WeightedLine(0, 0, 0));
  }

  /** A point twice is a point of twice the weight. */
  @Test
  void aWeightCountsPoints() {
    WeightedLine twice =
        WeightedLine.of(
            new double[] {0, 1, 1, 4}, new double[] {1, 3, 3, 2}, new double[] {1, 1, 1, 1});
    WeightedLine weighted =
        WeightedLine.of(new double[] {0, 1, 4}, new double[] {1, 3, 2}, new double[] {1, 2, 1});
    assertThat(weighted.slope()).isCloseTo(twice.slope(), within(1e-14));
    assertThat(weighted.chiSquare()).isCloseTo(twice.chiSquare(), within(1e-13));
    assertThat(weighted.fall()).isCloseTo(twice.fall(), within(1e-13));
  }
}

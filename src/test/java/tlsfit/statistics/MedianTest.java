package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedianTest {

  @Test
  void ofAnOddNumberIsTheMiddleOne() {
    double[] values = {5, -1, 3};
    assertThat(Median.of(values)).isEqualTo(3);
    assertThat(Median.upper(values)).isEqualTo(3);
    assertThat(values).containsExactly(5, -1, 3); // not sorted in place
  }

  // numpy.median([4, 1, 3, 10]) and statistics.median_high of the same
  @Test
  void ofAnEvenNumberThereAreTwo() {
    double[] values = {4, 1, 3, 10};
    assertThat(Median.of(values)).isEqualTo(3.5);
    assertThat(Median.upper(values)).isEqualTo(4);
  }

  @Test
  void ofNoneThereIsNone() {
    assertThatThrownBy(() -> Median.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Median.upper(new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  // numpy.median([2.5, -3, 8, 0, 1e6, -7])
  @Test
  void theOrderDoesNotMatterAndFarValuesDoNotPull() {
    double[] values = {2.5, -3, 8, 0, 1e6, -7};
    double[] turned = {-7, 1e6, 0, 8, -3, 2.5};
    assertThat(Median.of(values)).isEqualTo(1.25);
    assertThat(Median.of(turned)).isEqualTo(1.25);
    assertThat(Median.upper(turned)).isEqualTo(2.5);
    values[4] = Double.POSITIVE_INFINITY;
    values[5] = Double.NEGATIVE_INFINITY;
    assertThat(Median.of(values)).isEqualTo(1.25);
  }

  @Test
  void ofOneOrTwo() {
    assertThat(Median.of(new double[] {7})).isEqualTo(7);
    assertThat(Median.upper(new double[] {7})).isEqualTo(7);
    assertThat(Median.of(new double[] {7, 9})).isEqualTo(8);
    assertThat(Median.upper(new double[] {9, 7})).isEqualTo(9);
  }

  /** med(−x) = −med(x), med(a x + b) = a med(x) + b. */
  @Test
  void followsTheUnit() {
    double[] values = {4, 1, 3, 10, 2, 2};
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = -2 * values[i] + 5;
    }
    assertThat(Median.of(scaled)).isEqualTo(-2 * Median.of(values) + 5);
  }

  private static final double[] ODD = {
    Double.NaN, -0.0, 0.0, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, Double.MIN_VALUE, -1, 5, 5
  };

  /** Of many it is found without sorting them, and is what sorting gives. */
  @ParameterizedTest
  @ValueSource(ints = {100_000, 100_001})
  void ofManyItIsTheSame(int n) {
    SplittableRandom random = new SplittableRandom(n);
    double[] wide = random.doubles(n).map(x -> Math.tan(3 * (x - 0.5)) * 1e12).toArray();
    double[] few = random.ints(n, -2, 3).asDoubleStream().toArray();
    double[] odd = random.ints(n, 0, 9).mapToDouble(i -> ODD[i]).toArray();
    double[] halves = new double[n]; // the two in the middle differ
    Arrays.fill(halves, 0, n / 2, 7);
    for (double[] values : List.of(wide, few, odd, halves)) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      assertThat(Median.of(values)).isEqualTo(0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]));
    }
  }
}

package tlsfit.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AxisRangeTest {
  /** A result that was altered may hold anything that a double can. */
  static Stream<double[]> anything() {
    return Stream.of(
        new double[] {},
        new double[] {0},
        new double[] {0, 0, -0.0},
        new double[] {1},
        new double[] {-3, 3},
        new double[] {5e9, 5e9},
        new double[] {1, Math.nextUp(1.0)},
        new double[] {Double.MIN_VALUE},
        new double[] {1e-300, 1.7e308},
        new double[] {1e-100, 1e100},
        new double[] {-1e150, 1e150},
        new double[] {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY},
        new double[] {Double.NaN, 2, 3});
  }

  @ParameterizedTest
  @MethodSource("anything")
  void whateverTheValuesThereIsAnAxis(double[] values) {
    for (double margin : new double[] {0, 0.06, 0.12}) {
      Axis linear = AxisRange.linear(values, margin).axis("x");
      assertThat(linear.place(linear.from())).isZero();
      assertThat(linear.place(linear.to())).isCloseTo(1, within(1e-12));
      AxisRange range = AxisRange.logarithmic(values, margin, 1.05);
      Axis logarithmic = Axis.logarithmic("x", range.from(), range.to());
      assertThat(logarithmic.place(logarithmic.to())).isCloseTo(1, within(1e-12));
      assertThat(logarithmic.ticks(8)).hasSizeLessThan(700);
    }
  }

  @ParameterizedTest
  @MethodSource("anything")
  void theValuesThatCanBeShownLieInside(double[] values) {
    AxisRange linear = AxisRange.linear(values, 0);
    AxisRange logarithmic = AxisRange.logarithmic(values, 0, 1);
    for (double value : values) {
      if (Math.abs(value) <= 1e150) {
        assertThat(value).isBetween(linear.from(), linear.to());
      }
      if (value >= 1e-150 && value <= 1e150) {
        assertThat(value).isBetween(logarithmic.from(), logarithmic.to());
      }
    }
  }
}

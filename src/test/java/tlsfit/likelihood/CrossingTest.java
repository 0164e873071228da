package tlsfit.likelihood;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Functions whose inverse is known. The level is met to a share of 1e-4, so that the distance is
 * off by no more than 1e-4 over the slope of ln f in ln x.
 */
class CrossingTest {
  // First looks before, at and after the place, which is 7.
  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1, 7, 20, 1e6})
  void aStraightLineIsCrossedWhereItSays(double first) {
    check(Crossing.find(x -> 0.3 * x, 2.1, first, 1e9), 7, 1e-4);
  }

  // √x = 2 at 4; the slope of ln f is 1/2.
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1, 100})
  void aFunctionThatBendsDownIsFollowedFarther(double first) {
    check(Crossing.find(Math::sqrt, 2, first, 1e9), 4, 2e-4);
  }

  @Test
  void aFunctionThatBendsUpIsCrossedToo() {
    check(Crossing.find(x -> x * x * x, 8, 1, 1e9), 2, 1e-4);
  }

  // 1 − e^−x stays below 2; x reaches 2 beyond the range; x does so just within.
  @Test
  void thereIsNoCrossingWhereTheLevelIsNotReachedWithinTheRange() {
    assertThat(Crossing.find(x -> -Math.expm1(-x), 2, 1, 1e6)).isEmpty();
    assertThat(Crossing.find(x -> x, 2, 1, 1.999)).isEmpty();
    assertThat(Crossing.find(x -> x, 2, 5, 1.999)).isEmpty();
    check(Crossing.find(x -> x, 2, 1, 2.001), 2, 1e-4);
  }

  @Test
  void aFunctionThatIsFlatAtFirstIsFollowed() {
    check(Crossing.find(x -> Math.max(x - 50, 0), 2, 1, 1e6), 52, 1e-4);
  }

  @Test
  void thereIsNoCrossingWhereNothingCanBeFollowed() {
    assertThat(Crossing.find(x -> Double.NaN, 2, 1, 1e6)).isEmpty();
  }

  // Up to 3 the function is x: the level 2 lies before, 4 behind, whatever is first looked at.
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2.9, 3.1, 5, 1000})
  void theLevelMayLieBeforeTheEndOfWhatCanBeFollowed(double first) {
    for (double beyond : new double[] {Double.POSITIVE_INFINITY, Double.NaN}) {
      DoubleUnaryOperator ends = x -> x < 3 ? x : beyond;
      check(Crossing.find(ends, 2, first, 1e6), 2, 1e-4);
      assertThat(Crossing.find(ends, 4, first, 1e6)).isEmpty();
    }
  }

  private static void check(OptionalDouble found, double expected, double tolerance) {
    assertThat(found).isPresent();
    assertThat(found.orElseThrow()).isCloseTo(expected, Percentage.withPercentage(100 * tolerance));
  }
}

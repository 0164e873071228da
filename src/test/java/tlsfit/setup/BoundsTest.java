package tlsfit.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final Bounds BOUNDS = new Bounds(2e-6, 5e-6);

  @Test
  void valuesBeyondAnEndAreMovedToIt() {
    assertThat(BOUNDS.clamp(1e-6)).isEqualTo(2e-6);
    assertThat(BOUNDS.clamp(INF)).isEqualTo(5e-6);
    assertThat(BOUNDS.clamp(-INF)).isEqualTo(2e-6);
    for (double inside : new double[] {2e-6, 3e-6, 5e-6}) {
      assertThat(BOUNDS.clamp(inside)).isEqualTo(inside);
    }
    assertThat(BOUNDS.clamp(Double.NaN)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-7, 0, 1e-6, 3e-6, 1})
  void movingTwiceIsMovingOnce(double value) {
    double once = BOUNDS.clamp(value);
    assertThat(BOUNDS.clamp(once)).isEqualTo(once);
  }

  @Test
  void withoutBoundsEverythingIsInside() {
    for (double value : new double[] {-1e300, 0, 5e9, INF}) {
      assertThat(Bounds.NONE.clamp(value)).isEqualTo(value);
      assertThat(Bounds.NONE.findSide(value)).isEmpty();
    }
  }

  @Test
  void aValueLiesAtAnEndOrBetweenThem() {
    assertThat(BOUNDS.findSide(2e-6)).contains(Bounds.Side.LOWER);
    assertThat(BOUNDS.findSide(5e-6)).contains(Bounds.Side.UPPER);
    assertThat(BOUNDS.findSide(3e-6)).isEmpty();
    assertThat(BOUNDS.findSide(Double.NaN)).isEmpty();
    // beyond an end is not at it
    assertThat(BOUNDS.findSide(1e-6)).isEmpty();
    assertThat(BOUNDS.end(Bounds.Side.LOWER)).isEqualTo(2e-6);
    assertThat(BOUNDS.end(Bounds.Side.UPPER)).isEqualTo(5e-6);
  }

  /** T10 is kept as its rate: 1/(1/x) differs from x by an ulp for one number in seven or so. */
  @Test
  void theRoundingOfARateDoesNotTakeAValueOffItsBound() {
    int moved = 0;
    for (int k = 1; k <= 500; k++) {
      double end = 1e-6 + 1e-9 * k;
      double back = 1 / (1 / end);
      moved += back == end ? 0 : 1;
      assertThat(new Bounds(1e-9, end).findSide(back)).contains(Bounds.Side.UPPER);
      assertThat(new Bounds(end, 1).findSide(back)).contains(Bounds.Side.LOWER);
    }
    assertThat(moved).isPositive();
  }

  @Test
  void aRelativeDistanceAboveRoundingIsInside() {
    assertThat(BOUNDS.findSide(5e-6 * (1 - 1e-14))).isEmpty();
    assertThat(BOUNDS.findSide(2e-6 * (1 + 1e-14))).isEmpty();
    // a bound of 0 is met by 0 alone
    assertThat(new Bounds(0, 1).findSide(0)).contains(Bounds.Side.LOWER);
    assertThat(new Bounds(0, 1).findSide(Double.MIN_VALUE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, NaN", "Infinity, Infinity"})
  void refusesEndsThatAreNoRange(double lower, double upper) {
    assertThatThrownBy(() -> new Bounds(lower, upper)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAPriorWithoutAnUncertainty() {
    double[][] wrong = {{1, 0}, {1, -1}, {1, INF}, {1, Double.NaN}, {INF, 1}, {Double.NaN, 1}};
    for (double[] numbers : wrong) {
      assertThatThrownBy(() -> new Prior(numbers[0], numbers[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Prior(-2, 1e-300).value()).isEqualTo(-2); // an exponent may be negative
  }
}

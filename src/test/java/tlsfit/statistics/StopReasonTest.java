package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StopReasonTest {

  @Test
  void aValleyHasConvergedButDeterminesNoPoint() {
    assertThat(StopReason.RANK.converged()).isTrue();
    assertThat(StopReason.RANK.isolated()).isFalse();
  }

  @Test
  void whatIsIsolatedHasConvergedAndTheFailuresHaveNot() {
    assertThat(Arrays.stream(StopReason.values()).filter(StopReason::isolated))
        .containsExactly(StopReason.GRADIENT, StopReason.STEP, StopReason.COST)
        .allMatch(StopReason::converged);
    assertThat(Arrays.stream(StopReason.values()).filter(stop -> !stop.converged()))
        .containsExactly(StopReason.STALLED, StopReason.LIMIT, StopReason.NOT_A_NUMBER);
  }

  @Test
  void namesAreThoseOfTheFiles() {
    assertThat(Arrays.stream(StopReason.values()).map(StopReason::key))
        .containsExactly("gradient", "step", "cost", "rank", "stalled", "limit", "not-a-number");
  }

  /** 3² + 4² = 25, of any sign; without residuals 0, and not a number stays so. */
  @Test
  void theCostOfAMinimumIsTheSumOfItsSquares() {
    assertThat(minimum(3, -4).cost()).isEqualTo(25);
    assertThat(minimum().cost()).isZero();
    assertThat(minimum(1, Double.NaN).cost()).isNaN();
    assertThat(minimum(1, Double.NEGATIVE_INFINITY).cost()).isInfinite();
  }

  private static Minimum minimum(double... residuals) {
    ResidualFunction.Evaluation at =
        new ResidualFunction.Evaluation(residuals, new double[residuals.length][1]);
    return new Minimum(new double[] {1}, at, StopReason.GRADIENT, 1);
  }
}

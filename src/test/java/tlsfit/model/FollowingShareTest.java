package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values themselves are held by {@link LossTangentTest}, whose 1 − 2F it is. */
class FollowingShareTest {

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-6, 1e-2, 0.5, 1, 2, 50, 1e4})
  void derivative(double xi) {
    double byDifferences =
        Differences.derivative(t -> FollowingShare.at(xi * Math.exp(t)).value(), 0, 0.03);
    assertThat(FollowingShare.at(xi).byLnXi())
        .isCloseTo(byDifferences, within(1e-10 * Math.min(1, xi)));
  }

  /** F → 3 ∫c³dc ξ [ln(1/(ξc)) + 1/2 − γ] = ξ (3/4) [ln(1/ξ) + 3/4 − γ] and 1 − 3/(4ξ). */
  @Test
  void limits() {
    double gamma = 0.5772156649015329;
    assertThat(FollowingShare.at(1e-10).value())
        .isCloseTo(0.75e-10 * (10 * Math.log(10) + 0.75 - gamma), within(1e-17));
    assertThat(FollowingShare.at(1e6).value()).isCloseTo(1 - 0.75e-6, within(1e-11));
    assertThat(FollowingShare.at(0)).isEqualTo(new FollowingShare(0, 0));
    assertThat(FollowingShare.at(Double.POSITIVE_INFINITY)).isEqualTo(new FollowingShare(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> FollowingShare.at(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> FollowingShare.at(Double.NaN));
  }

  @Test
  void table() {
    double[] out = new double[2];
    for (double x = -39.9; x < 40; x += 0.37) {
      TabulatedShare.evaluate(x, out);
      FollowingShare exact = FollowingShare.at(Math.exp(x));
      assertThat(out[0]).isCloseTo(exact.value(), within(1e-14));
      assertThat(out[1]).isCloseTo(exact.byLnXi(), within(1e-12));
      assertThat(TabulatedShare.value(x)).isCloseTo(out[0], within(1e-15));
    }
    TabulatedShare.evaluate(-1e3, out);
    assertThat(out[0]).isCloseTo(0, within(1e-14));
    TabulatedShare.evaluate(1e3, out);
    assertThat(out[0]).isCloseTo(1, within(1e-14));
  }
}

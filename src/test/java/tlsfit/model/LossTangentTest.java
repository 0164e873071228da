package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class LossTangentTest {

  // mpmath 1.3 at 30 digits, the integral over u in closed form: ∫₀¹ exp(−(z/2)(1/u − u)) du =
  // 1/z + 1 − (π/2)(H1(z) − Y1(z)), Struve and Neumann functions, z = 2ξc; quad over c.
  @ParameterizedTest
  @CsvSource({
    "1e-3, 0.989377594452786488",
    "0.1, 0.614293856376390394",
    "0.3, 0.266129562358547454",
    "1, -0.230434885202686451",
    "3, -0.623655321536367266",
    "10, -0.863611160531895102",
    "30, -0.951612498082102484",
  })
  void agreesWithIndependentValues(double xi, double expected) {
    assertThat(LossTangent.at(xi).ratio()).isCloseTo(expected, within(1e-12));
  }

  // Far beyond, 6 ∫c²dc ∫du e^(−2ξc(1−u)) = 6/(2ξ) ∫c dc = 3/(2ξ) is left of the loss.
  @ParameterizedTest
  @ValueSource(doubles = {1e6, 1e9, 1e12})
  void approachesFullGain(double xi) {
    assertThat(LossTangent.at(xi).ratio()).isCloseTo(-1 + 1.5 / xi, within(1e-11));
    assertThat(LossTangent.at(xi).byLnXi()).isCloseTo(-1.5 / xi, within(1e-11));
  }

  // ∫c²dc ∫du (1 − e^(−ξc/u)) → ξ ∫c³dc (ln(1/ξc) + ...): vanishes with ξ ln(1/ξ).
  @Test
  void hasLimitsForEveryArgument() {
    assertThat(LossTangent.at(1e-12).ratio()).isCloseTo(1, within(1e-10));
    for (double xi : new double[] {0, 1e-300, 1e-21}) {
      assertThat(LossTangent.at(xi)).isEqualTo(new LossTangent(1, 0));
    }
    for (double xi : new double[] {1e21, 1e300, Double.POSITIVE_INFINITY}) {
      assertThat(LossTangent.at(xi)).isEqualTo(new LossTangent(-1, 0));
    }
    assertThatThrownBy(() -> LossTangent.at(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LossTangent.at(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e-2, 0.5, 1, 2, 50, 1e4})
  void derivativeIsExact(double xi) {
    assertThat(LossTangent.at(xi).byLnXi())
        .isCloseTo(
            Differences.derivative(t -> LossTangent.at(xi * Math.exp(t)).ratio(), 0, 0.03),
            within(1e-10));
  }

  // Roots by mpmath of the closed form above.
  @Test
  void turnsIntoGain() {
    assertThat(LossTangent.zero()).isCloseTo(0.5786296943743104, within(1e-12));
    assertThat(LossTangent.lasingThreshold(1e-3, 0).orElseThrow())
        .isCloseTo(0.5786296943743104, within(1e-12));
    assertThat(LossTangent.lasingThreshold(1e-3, 0.5e-3).orElseThrow())
        .isCloseTo(2.0239849514290875, within(1e-11));
    // near to the limit the asymptote −1 + 3/(2ξ) holds
    assertThat(LossTangent.lasingThreshold(1, 1 - 1e-6).orElseThrow())
        .isCloseTo(1.5e6, within(20.0));
    assertThat(LossTangent.lasingThreshold(1e-3, 1e-3)).isEmpty();
    assertThat(LossTangent.lasingThreshold(1e-3, 1)).isEmpty();
    assertThatThrownBy(() -> LossTangent.lasingThreshold(0, 1e-3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Each ratio between loss and full gain is met once, on the way down. */
  @Test
  void fallsAllTheWayFromLossToGain() {
    double before = 1;
    for (double xi = 1e-10; xi < 1e10; xi *= 1.9) {
      LossTangent loss = LossTangent.at(xi);
      assertThat(loss.ratio()).isBetween(-1.0, 1.0).isLessThan(before);
      assertThat(loss.byLnXi()).isNegative();
      before = loss.ratio();
    }
  }

  /** Roots by mpmath 1.3, findroot of the closed form; the loss itself cancels out. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.73276203408426789", "0.9, 14.001100833989133"})
  void lasingDependsOnTheRatioOfLossesAlone(double ratio, double xi) {
    for (double lossTangent : new double[] {1e-7, 1e-3, 10}) {
      double threshold =
          LossTangent.lasingThreshold(lossTangent, ratio * lossTangent).orElseThrow();
      assertThat(threshold).isCloseTo(xi, within(1e-11 * xi));
      assertThat(LossTangent.at(threshold).ratio()).isCloseTo(-ratio, within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "NaN, 1", "1, -1", "1, NaN"})
  void lossesThatAreNoneAreRefused(double lossTangent, double otherLoss) {
    assertThatThrownBy(() -> LossTangent.lasingThreshold(lossTangent, otherLoss))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

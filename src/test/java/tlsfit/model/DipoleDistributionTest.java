package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments of a log-normal p with the weight p², in closed form (Aitchison and Brown, 1957). */
class DipoleDistributionTest {
  private static double mean(DipoleDistribution dipoles, DoubleUnaryOperator function) {
    double sum = 0;
    for (int i = 0; i < dipoles.factor.length; i++) {
      sum += dipoles.weight[i] * function.applyAsDouble(dipoles.factor[i]);
    }
    return sum;
  }

  /** ⟨p² p^m⟩/⟨p²⟩ = exp(2mσ² + m²σ²/2). */
  @ParameterizedTest
  @CsvSource({"0.01, 1", "0.1, -2", "0.5, 0.5", "0.5, 1", "1, -1", "1, 1", "2, 0.5", "2, 1"})
  void hasTheMomentsOfTheDistribution(double width, double power) {
    double square = width * width;
    double expected = Math.exp(2 * power * square + power * power * square / 2);
    assertThat(mean(new DipoleDistribution(width), p -> Math.pow(p, power)))
        .isCloseTo(expected, within(1e-10 * expected));
  }

  /** ln p is normal about 2σ² with the variance σ². */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 1, 2})
  void logarithmIsNormal(double width) {
    DipoleDistribution dipoles = new DipoleDistribution(width);
    double centre = 2 * width * width;
    assertThat(mean(dipoles, p -> 1)).isCloseTo(1, within(1e-14));
    assertThat(mean(dipoles, Math::log)).isCloseTo(centre, within(1e-9));
    assertThat(mean(dipoles, p -> Math.pow(Math.log(p) - centre, 2)))
        .isCloseTo(width * width, within(1e-8));
    assertThat(mean(dipoles, p -> Math.pow(Math.log(p) - centre, 4)))
        .isCloseTo(3 * Math.pow(width, 4), within(1e-7));
  }

  /** d⟨p^m⟩/dσ = (4m + m²) σ ⟨p^m⟩, from ∂ln p/∂σ of each node. */
  @ParameterizedTest
  @CsvSource({"0.1, 1", "0.7, 1", "1.5, 0.5", "2, -0.5"})
  void nodesMoveWithTheWidth(double width, double power) {
    DipoleDistribution dipoles = new DipoleDistribution(width);
    double slope = 0;
    for (int i = 0; i < dipoles.factor.length; i++) {
      double value = Math.pow(dipoles.factor[i], power);
      slope += dipoles.weight[i] * power * value * dipoles.lnFactorByWidth[i];
    }
    double moment = Math.exp((2 * power + power * power / 2) * width * width);
    double expected = (4 * power + power * power) * width * moment;
    assertThat(slope).isCloseTo(expected, within(1e-8 * Math.abs(expected)));
  }

  @Test
  void withoutWidthOneDipoleMomentIsLeft() {
    DipoleDistribution dipoles = new DipoleDistribution(0);
    assertThat(dipoles.factor).containsExactly(1);
    assertThat(dipoles.weight).containsExactly(1);
    assertThat(dipoles.lnFactorByWidth).containsExactly(0);
  }

  /** The cost that the model names: 19 nodes for small widths, 26, 44 and 90 at 0.5, 1 and 2. */
  @ParameterizedTest
  @CsvSource({"0.01, 19", "0.5, 26", "1, 44", "2, 90"})
  void widerDistributionsTakeMoreNodes(double width, int nodes) {
    DipoleDistribution dipoles = new DipoleDistribution(width);
    assertThat(dipoles.factor).hasSize(nodes).isSorted();
    assertThat(Arrays.stream(dipoles.weight).min().orElseThrow()).isPositive();
  }
}

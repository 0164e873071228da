package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ∫₀¹ c² dc ∫₀¹ du of functions whose integrals are elementary. */
class ResponseNodesTest {
  private static final ResponseNodes NODES = new ResponseNodes(0.25, 9, 14);

  private static double overU(IntToDoubleFunction function) {
    double sum = 0;
    for (int i = 0; i < NODES.size(); i++) {
      sum += NODES.weight[i] * function.applyAsDouble(i);
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2, 7})
  void powersOfUAndOfC(double power) {
    assertThat(overU(i -> Math.pow(NODES.u[i], power))).isCloseTo(1 / (power + 1), within(1e-13));
    double overC = 0;
    for (int k = 0; k < NODES.c.length; k++) {
      overC += NODES.cWeight[k] * Math.pow(NODES.c[k], power);
    }
    assertThat(overC).isCloseTo(1 / (power + 3), within(1e-13));
  }

  /**
   * Quarter of a circle, and ∫ u h du = ∫ (1 − u²) du = 2/3; of g mpmath 1.3: {@code quad(lambda u:
   * (1-u*u)*((1-u*u)*atanh(u)+u), [0, 0.5, 0.9, 1])}.
   */
  @Test
  void functionsOfTheTunnellingAmplitude() {
    assertThat(overU(i -> NODES.x[i])).isCloseTo(Math.PI / 4, within(1e-13));
    assertThat(overU(i -> NODES.u[i] * NODES.h[i])).isCloseTo(2 / 3.0, within(1e-13));
    assertThat(overU(i -> NODES.g[i])).isCloseTo(0.4363451629653042, within(1e-13));
    // ∫ artanh u du = ln 2
    assertThat(overU(NODES::artanh)).isCloseTo(Math.log(2), within(1e-13));
    // ∫ du/x = π/2: integrable poles at u = 1 are no obstacle
    assertThat(overU(i -> 1 / NODES.x[i])).isCloseTo(Math.PI / 2, within(1e-13));
  }

  /** u and 1 − u to full relative accuracy at both ends, and the identities between the columns. */
  @Test
  void complementsDoNotCancel() {
    for (int i = 0; i < NODES.size(); i++) {
      assertThat(NODES.u[i] + NODES.w[i]).isCloseTo(1, within(1e-15));
      assertThat(NODES.x[i] * NODES.x[i])
          .isCloseTo(NODES.w[i] * (1 + NODES.u[i]), within(1e-15 * NODES.w[i]));
      assertThat(NODES.w[i]).isPositive();
      assertThat(NODES.g[i]).isNotNegative();
    }
    assertThat(NODES.w[NODES.size() - 1]).isBetween(1e-87, 1.5e-87); // e^−200 = 1.38e-87
  }

  @Test
  void theNearestNodeIsFoundWithinTheEnds() {
    int middle = NODES.size() / 2;
    assertThat(NODES.index(0)).isEqualTo(middle);
    assertThat(NODES.u[middle]).isEqualTo(0.5);
    assertThat(NODES.index(0.25)).isEqualTo(middle + 1);
    assertThat(NODES.index(-0.3)).isEqualTo(middle - 1);
    assertThat(NODES.index(-1e9)).isZero();
    assertThat(NODES.index(1e9)).isEqualTo(NODES.size() - 1);
  }
}

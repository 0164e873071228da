package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The passage along the effective field, and the collocation by which it is integrated. */
class PassageTest {

  private static Passage crossing(double u, double kappa, double beta) {
    Passage passage = new Passage(true);
    passage.crossing(u, 1 - u, kappa, beta);
    return passage;
  }

  /** scipy 1.11: {@code solve_ivp} in y, method Radau, rtol 1e-11, from −3000 to 3000. */
  @ParameterizedTest
  @CsvSource({
    "0.6, 0.05, 0, 20.451495779",
    "0.6, 0.05, 2, 6.870947914",
    "0.6, 0.001, 300, -4.538750497"
  })
  void independentValues(double u, double kappa, double beta, double expected) {
    Passage passage = crossing(u, kappa, beta);
    assertThat(passage.unrelaxed + beta * passage.relaxed).isCloseTo(expected, within(5e-9));
  }

  /** Far above the resonance nothing is left but I₀ = (4/s) arctan(1/s). */
  @ParameterizedTest
  @ValueSource(doubles = {3, 30, 1000})
  void farFromTheResonance(double s) {
    Passage passage = new Passage(true);
    passage.missing(s, 1e-6, 1);
    assertThat(passage.unrelaxed).isCloseTo(4 / s * Math.atan(1 / s), within(1e-10 / s));
    assertThat(passage.relaxed).isCloseTo(0, within(1e-15));
  }

  /** Systems that just cross and those that just do not are the same. */
  @Test
  void continuousAtTheEdge() {
    Passage passage = new Passage(true);
    passage.missing(1e-9, 0.01, 5);
    Passage crossing = crossing(1e-9, 0.01, 5);
    assertThat(crossing.unrelaxed).isCloseTo(passage.unrelaxed, within(1e-9));
    assertThat(crossing.relaxed).isCloseTo(passage.relaxed, within(1e-9));
    assertThat(crossing.byRate).isCloseTo(passage.byRate, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0.6, 0.05, 2", "0.03, 1e-3, 20", "0.99, 1e-4, 1e4"})
  void derivatives(double u, double kappa, double beta) {
    Passage passage = crossing(u, kappa, beta);
    double lnKappa = Math.log(kappa);
    DoubleUnaryOperator unrelaxed = z -> crossing(u, Math.exp(z), beta).unrelaxed;
    DoubleUnaryOperator relaxed = z -> crossing(u, Math.exp(z), beta).relaxed;
    DoubleUnaryOperator all = z -> crossing(u, kappa, beta * Math.exp(z)).relaxed * Math.exp(z);
    double scale = Math.abs(passage.unrelaxed);
    assertThat(passage.unrelaxedByLnDrive)
        .isCloseTo(Differences.derivative(unrelaxed, lnKappa, 0.03), within(1e-9 * scale));
    assertThat(beta * passage.relaxedByLnDrive)
        .isCloseTo(beta * Differences.derivative(relaxed, lnKappa, 0.03), within(1e-8 * scale));
    assertThat(passage.byRate)
        .isCloseTo(Differences.derivative(all, 0, 0.03), within(1e-8 * scale));
  }

  /** f′ = −γ f + γ cos t, f(0) = 0. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-3, 1, 30, 1e6, 1e12})
  void collocation(double gamma) {
    RadauRule rule = new RadauRule();
    int stages = RadauRule.stages();
    double[] decay = new double[stages];
    double[] source = new double[stages];
    double[] f = new double[stages];
    double time = 0;
    double length = 0.25;
    for (int panel = 0; panel < 8; panel++, time += length) {
      for (int i = 0; i < stages; i++) {
        decay[i] = gamma;
        source[i] = gamma * Math.cos(time + RadauRule.POINT[i] * length);
      }
      double start = f[stages - 1];
      rule.factor(length, decay);
      rule.solve(length, start, source, f);
    }
    double square = 1 + gamma * gamma;
    double exact =
        gamma
            * ((gamma * Math.cos(time) + Math.sin(time)) - gamma * Math.exp(-gamma * time))
            / square;
    assertThat(f[stages - 1]).isCloseTo(exact, within(1e-7));
  }
}

package tlsfit.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweptSystemTest {
  private static final double OMEGA0 = 2 * Math.PI * 5e9;

  @Test
  void theEnergyIsLeastAtTimeZeroAndEvenInTime() {
    SweptSystem system = new SweptSystem(OMEGA0, 1e17, 1e8, 3e9);
    assertThat(system.energy(0)).isEqualTo(3e9);
    for (double t = 1e-9; t < 1e-6; t *= 3) {
      // Δ = ħ v t, E = √(Δ² + Δ0²)
      assertThat(system.energy(t)).isEqualTo(system.energy(-t));
      assertThat(system.energy(t)).isCloseTo(Math.sqrt(1e34 * t * t + 9e18), within(1e-5));
    }
  }

  /**
   * A system that is not swept makes Rabi oscillations: 1 − 2 Ω²/(Ω²+δ²) sin²(½√(Ω²+δ²) t), for Ω =
   * 2e7, δ = 3e7, t = 1e-7 s: mpmath 1.3, 0.41714213582822281; and cos Ωt = cos 2 on resonance, E =
   * Δ0.
   */
  @ParameterizedTest
  @CsvSource({"2e7, 3e7, 0.41714213582822281", "2e7, 0, -0.41614683654714241"})
  void atRestItMakesRabiOscillations(double rabi, double detuning, double expected) {
    SweptSystem system = new SweptSystem(1e9 - detuning, 0, rabi, 1e9);
    double[] difference = system.populationDifference(0, 1e-8, 11, 3);
    assertThat(difference[0]).isEqualTo(1);
    assertThat(difference[10]).isCloseTo(expected, within(1e-12));
  }

  @Test
  void withoutADriveNothingHappens() {
    SweptSystem system = new SweptSystem(OMEGA0, 1e17, 1e-30, 1e10);
    for (double difference : system.populationDifference(-4e-7, 1e-8, 81, 50)) {
      assertThat(difference).isCloseTo(1, within(1e-12));
    }
  }

  /**
   * One crossing leaves P = exp(−π Ω_R²/(2 v u)) (Landau 1932, Zener 1932), with Ω_R = Ω_R0 x and
   * the sweep rate u v of the energy at the crossing; the mean over the oscillations behind it.
   */
  @ParameterizedTest
  @CsvSource({"0.2, 0.3", "0.5, 0.3", "1, 0.3", "0.7, 0.6", "1.5, 0.6"})
  void oneCrossingFollowsLandauAndZener(double rabiOverRootSweep, double x) {
    double v = 1e15;
    double rabi = rabiOverRootSweep * Math.sqrt(v);
    double u = Math.sqrt(1 - x * x);
    double crossing = -OMEGA0 * u / v; // time at which E = ħω0
    SweptSystem system = new SweptSystem(OMEGA0, v, rabi, x * OMEGA0);
    double[] difference = system.populationDifference(crossing - 4e-6, 1e-8, 801, 100);
    double behind = Arrays.stream(difference, 600, 801).average().orElseThrow();
    double p = Math.exp(-Math.PI * rabi * rabi * x * x / (2 * v * u));
    assertThat(behind).isCloseTo(2 * p - 1, within(0.01));
  }

  /** The vector keeps its length, so that no population is above 1 or below −1. */
  @Test
  void populationsStayWithinTheirRange() {
    SweptSystem system = new SweptSystem(OMEGA0, 1e17, 1e9, 0.5 * OMEGA0);
    double[] difference = system.populationDifference(-4e-7, 1e-9, 801, 100);
    assertThat(Arrays.stream(difference).map(Math::abs).max().orElseThrow())
        .isLessThanOrEqualTo(1 + 1e-12);
    double[] finer = system.populationDifference(-4e-7, 1e-9, 801, 400);
    for (int i = 0; i < 801; i += 50) {
      assertThat(finer[i]).isCloseTo(difference[i], within(1e-3));
    }
  }
}

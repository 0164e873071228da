package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.model.Parameter;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;

/** Readings of 5 GHz and 0, 1, 2, 3, 50 Hz with σ = 1, 1, 2, 1, 1 Hz. */
class ConstantFrequencyTest {
  private static final FitOptions OPTIONS = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final double[] ABOVE = {0, 1, 2, 3, 50};

  private static Observations readings(double unit) {
    double[] frequencies = new double[ABOVE.length];
    double[] sigma = {unit, unit, 2 * unit, unit, unit};
    for (int i = 0; i < ABOVE.length; i++) {
      frequencies[i] = 5e9 + unit * ABOVE[i];
    }
    return new Observations(Experiments.powerSweep(3e10, 5), new Noise.FromScatter())
        .withFrequencies(frequencies)
        .withSigma(sigma);
  }

  /**
   * numpy: m = average(f, weights=1/s**2), sum(((m - f)/s)**2); for the others the minimum over m
   * of sum(rho((m - f)/s)) by scipy.optimize.minimize_scalar(method="bounded", xatol=1e-12).
   */
  @ParameterizedTest
  @CsvSource({
    "LINEAR, 1812.1176470588234",
    "SOFT_L1, 124.83669021160077",
    "CAUCHY, 38.34862222086885"
  })
  void isTheBestOfAllConstants(Loss loss, double expected) {
    assertThat(ConstantFrequency.of(readings(1), OPTIONS.withLoss(loss)))
        .isCloseTo(expected, within(1e-8));
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void theUnitOfFrequencyDoesNotMatter(Loss loss) {
    double one = ConstantFrequency.of(readings(1), OPTIONS.withLoss(loss));
    assertThat(ConstantFrequency.of(readings(1024), OPTIONS.withLoss(loss)))
        .isCloseTo(one, within(1e-8 * one));
  }

  /** At 5 GHz and 2 Hz: 4 + 1 + 0 + 1 + 48². */
  @Test
  void aFixedReferenceFrequencyIsNotMoved() {
    FitOptions fixed = OPTIONS.withFixed(Parameter.REFERENCE_FREQUENCY, 5e9 + 2);
    assertThat(ConstantFrequency.of(readings(1), fixed)).isEqualTo(2310);
    assertThat(ConstantFrequency.of(readings(1), OPTIONS)).isLessThan(2310);
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void equalReadingsLeaveNothing(Loss loss) {
    double[] same = {5e9, 5e9, 5e9, 5e9, 5e9};
    assertThat(ConstantFrequency.of(readings(1).withFrequencies(same), OPTIONS.withLoss(loss)))
        .isZero();
  }
}

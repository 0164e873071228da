package tlsfit.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.model.Parameter;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;

class RangeTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final Fit FIT = Fitter.fit(Experiments.jointFile(0, 68), KNOWN);

  private static Range of(Parameter parameter, double lower, double upper) {
    Fit bounded =
        Fitter.refit(
            FIT.observations(),
            KNOWN.withBounds(parameter, new Bounds(lower, upper)),
            FIT.values());
    return Range.of(bounded, parameter);
  }

  @ParameterizedTest
  @EnumSource(
      value = Parameter.class,
      names = {"CHI", "DIPOLE_MOMENT"})
  void aPositiveParameterIsFollowedOverElevenDecades(Parameter parameter) {
    Range range = Range.of(FIT, parameter);
    double best = FIT.values().scaled(parameter);
    assertThat(range).isEqualTo(new Range(best - 12, best + 12, false, false));
    assertThat(Math.exp(range.upper() - best)).isGreaterThan(160_000);
  }

  /** From no relaxation to a rate as fast as the resonance. */
  @Test
  void aRateIsFollowedFromZeroToTheFrequency() {
    assertThat(Range.of(FIT, Parameter.RELAXATION_TIME))
        .isEqualTo(new Range(0, FIT.values().referenceFrequency(), false, false));
  }

  @Test
  void aFrequencyIsFollowedByATenth() {
    Range range = Range.of(FIT, Parameter.REFERENCE_FREQUENCY);
    double best = FIT.values().referenceFrequency();
    assertThat(range.lower()).isCloseTo(0.9 * best, within(1e-3));
    assertThat(range.upper()).isCloseTo(1.1 * best, within(1e-3));
  }

  @Test
  void aBoundInsideEndsIt() {
    Range range = of(Parameter.CHI, 1e-5, 1e-3);
    assertThat(range.lower()).isCloseTo(Math.log(1e-5), within(1e-14));
    assertThat(range.upper()).isCloseTo(Math.log(1e-3), within(1e-14));
    assertThat(range.lowerIsBound()).isTrue();
    assertThat(range.upperIsBound()).isTrue();
  }

  @Test
  void aBoundFartherOffThanItIsFollowedIsNone() {
    Range range = of(Parameter.CHI, 1e-30, 1e30);
    assertThat(range.lowerIsBound()).isFalse();
    assertThat(range.upperIsBound()).isFalse();
    assertThat(of(Parameter.CHI, Double.NEGATIVE_INFINITY, 1e-3).lowerIsBound()).isFalse();
  }

  /** The longest time is the lowest rate. */
  @Test
  void boundsOfATimeEndTheOtherSideOfItsRate() {
    Range range = of(Parameter.RELAXATION_TIME, 1e-6, INF);
    assertThat(range.lower()).isZero();
    assertThat(range.upper()).isCloseTo(1e6, within(1e-8));
    assertThat(range.lowerIsBound()).isFalse();
    assertThat(range.upperIsBound()).isTrue();
    Range longest = of(Parameter.RELAXATION_TIME, 1e-12, 1e-3);
    assertThat(longest.lower()).isCloseTo(1e3, within(1e-10));
    assertThat(longest.lowerIsBound()).isTrue();
    assertThat(longest.upperIsBound()).isFalse(); // 1e12 1/s is beyond the frequency
  }
}

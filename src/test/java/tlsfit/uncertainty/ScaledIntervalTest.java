package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.model.Parameter;
import tlsfit.result.Interval;

class ScaledIntervalTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  private static Interval of(Parameter parameter, double lower, double upper) {
    return ScaledInterval.of(0.95, "wald", parameter, lower, upper);
  }

  /** ln χ = −9 ± 0.1: limits a factor e^0.1 to either side of e^−9. */
  @Test
  void aLogarithmIsAsymmetricInTheValue() {
    Interval interval = of(Parameter.CHI, -9.1, -8.9);
    assertThat(Objects.requireNonNull(interval.lower()) / Math.exp(-9))
        .isCloseTo(Math.exp(-0.1), within(1e-14));
    assertThat(Objects.requireNonNull(interval.upper()) / Math.exp(-9))
        .isCloseTo(Math.exp(0.1), within(1e-14));
    assertThat(interval.level()).isEqualTo(0.95);
    assertThat(interval.method()).isEqualTo("wald");
  }

  @Test
  void theLargestRateIsTheShortestTime() {
    Interval interval = of(Parameter.RELAXATION_TIME, 2e5, 5e5);
    assertThat(interval.lower()).isCloseTo(2e-6, within(1e-20));
    assertThat(interval.upper()).isCloseTo(5e-6, within(1e-20));
  }

  /** A rate whose interval holds 0 or less may be no relaxation at all: T10 is open above. */
  @Test
  void aTimeIsOpenWhereItsRateMayBeZero() {
    for (double lower : new double[] {0, -3e4, -INF}) {
      Interval interval = of(Parameter.RELAXATION_TIME, lower, 5e5);
      assertThat(interval.upper()).isNull();
      assertThat(interval.to()).isEqualTo(INF);
      assertThat(interval.lower()).isCloseTo(2e-6, within(1e-20));
    }
    assertThat(of(Parameter.RELAXATION_TIME, 2e5, INF).lower()).isNull();
  }

  @Test
  void anOpenLogarithmIsOpenInTheValue() {
    Interval interval = of(Parameter.DIPOLE_MOMENT, -INF, -66);
    assertThat(interval.lower()).isNull();
    assertThat(interval.upper()).isCloseTo(Math.exp(-66), Percentage.withPercentage(1e-10));
    assertThat(of(Parameter.DIPOLE_MOMENT, -67, INF).upper()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Parameter.class)
  void limitsAreInOrderAndHoldWhatLiesBetween(Parameter parameter) {
    Interval interval = of(parameter, 0.5, 1.5);
    assertThat(interval.from()).isLessThan(interval.to());
    assertThat(interval.contains(parameter.scale().value(1))).isTrue();
    assertThat(interval.contains(parameter.scale().value(1.6))).isFalse();
    assertThat(interval.contains(parameter.scale().value(0.4))).isFalse();
  }
}

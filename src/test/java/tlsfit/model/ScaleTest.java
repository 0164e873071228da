package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScaleTest {

  // Python 3.11: math.log(1.2e-4), 1/3e-6
  @ParameterizedTest
  @CsvSource({
    "LOG, 1.2e-4, -9.028018815182229",
    "RATE, 3e-6, 333333.3333333333",
    "LINEAR, 5.012e9, 5.012e9"
  })
  void scaledValueAndBack(Scale scale, double value, double scaled) {
    assertThat(scale.scaled(value)).isCloseTo(scaled, within(1e-15 * Math.abs(scaled)));
    assertThat(scale.value(scaled)).isCloseTo(value, within(1e-14 * value));
  }

  @ParameterizedTest
  @EnumSource
  void derivativeIsThatOfTheValue(Scale scale) {
    double value = 0.7;
    double at = scale.scaled(value);
    double step = 1e-5;
    double slope = (scale.value(at + step) - scale.value(at - step)) / (2 * step);
    assertThat(scale.derivative(value)).isCloseTo(slope, within(1e-9));
    assertThat(scale.increasing()).isEqualTo(slope > 0);
  }

  @Test
  void aRateOfZeroIsAnInfiniteTime() {
    assertThat(Scale.RATE.scaled(Double.POSITIVE_INFINITY)).isZero();
    assertThat(Scale.RATE.value(0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Scale.RATE.value(-1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Scale.RATE.lowest()).isZero();
  }

  @Test
  void valuesOfZeroAndBelowAreTheEndOfALogarithmAndARate() {
    assertThat(Scale.LOG.scaled(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Scale.LOG.scaled(-2)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Scale.RATE.scaled(Double.NEGATIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Scale.LINEAR.scaled(-2)).isEqualTo(-2);
  }

  @ParameterizedTest
  @EnumSource
  void notANumberStaysSo(Scale scale) {
    assertThat(scale.scaled(Double.NaN)).isNaN();
  }

  /** ln has no unit, and what is large of it is 1; of a rate it is the rate, of a value unknown. */
  @ParameterizedTest
  @CsvSource({"LOG, C m, 1, 1", "RATE, s, 1/s, 5", "LINEAR, Hz, Hz, 7", "LINEAR, 1, 1, 7"})
  void scaledValuesHaveAUnitAndALargeChange(Scale scale, String unit, String scaled, double large) {
    assertThat(scale.unit(unit)).isEqualTo(scaled);
    assertThat(scale.largeChange(5, 7)).isEqualTo(large);
  }

  /** A bound in SI is one of the scaled value, in the other order where the scale falls. */
  @ParameterizedTest
  @EnumSource
  void orderIsKeptOrTurned(Scale scale) {
    double below = scale.scaled(0.3);
    double above = scale.scaled(40);
    assertThat(below < above).isEqualTo(scale.increasing());
    assertThat(Math.min(below, above)).isGreaterThan(scale.lowest());
  }
}

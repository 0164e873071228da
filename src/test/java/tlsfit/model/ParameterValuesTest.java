package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterValuesTest {
  private static final ParameterValues VALUES =
      new ParameterValues(1.2e-4, 1.7e-29, 1 / 3e-6, 5.012e9)
          .with(Parameter.DIPOLE_WIDTH, 0.5)
          .with(Parameter.FIELD_EXPONENT, 2);

  @Test
  void eachParameterIsReadWhereItWasPut() {
    assertThat(VALUES.chi()).isEqualTo(1.2e-4).isEqualTo(VALUES.get(Parameter.CHI));
    assertThat(VALUES.dipoleMoment()).isEqualTo(1.7e-29);
    assertThat(VALUES.relaxationRate()).isEqualTo(1 / 3e-6); // bit for bit: kept as the rate
    assertThat(VALUES.get(Parameter.RELAXATION_TIME)).isCloseTo(3e-6, within(1e-21));
    assertThat(VALUES.referenceFrequency()).isEqualTo(5.012e9);
    assertThat(VALUES.dipoleWidth()).isEqualTo(0.5);
    assertThat(VALUES.fieldExponent()).isEqualTo(2);
  }

  @Test
  void scaledValuesAreLogarithmsRateAndTheValuesThemselves() {
    // Python 3.11: math.log(1.2e-4), math.log(1.7e-29), math.log(0.5)
    assertThat(VALUES.scaled(Parameter.CHI)).isCloseTo(-9.028018815182229, within(1e-14));
    assertThat(VALUES.scaled(Parameter.DIPOLE_MOMENT)).isCloseTo(-66.24433944576515, within(1e-13));
    assertThat(VALUES.scaled(Parameter.RELAXATION_TIME)).isEqualTo(1 / 3e-6);
    assertThat(VALUES.scaled(Parameter.REFERENCE_FREQUENCY)).isEqualTo(5.012e9);
    assertThat(VALUES.scaled(Parameter.DIPOLE_WIDTH)).isCloseTo(-0.6931471805599453, within(1e-15));
    assertThat(VALUES.scaled(Parameter.FIELD_EXPONENT)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void changesOneParameterAlone(Parameter parameter) {
    ParameterValues changed =
        VALUES.withScaled(parameter, VALUES.scaled(parameter) + Math.ulp(1e9) + 1e-3);
    for (Parameter other : Parameter.values()) {
      assertThat(changed.get(other) == VALUES.get(other)).isEqualTo(other != parameter);
    }
    assertThat(VALUES.with(parameter, VALUES.get(parameter)).get(parameter))
        .isCloseTo(VALUES.get(parameter), within(1e-15 * VALUES.get(parameter)));
  }

  @Test
  void withoutRelaxationTheTimeIsInfinite() {
    ParameterValues none = VALUES.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);
    assertThat(none.relaxationRate()).isZero();
    assertThat(none.get(Parameter.RELAXATION_TIME)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(VALUES.withScaled(Parameter.RELAXATION_TIME, 0)).isEqualTo(none);
  }

  @Test
  void derivativesAreThoseByTheScaledValue() {
    assertThat(VALUES.derivative(Parameter.CHI)).isEqualTo(1.2e-4);
    assertThat(VALUES.derivative(Parameter.RELAXATION_TIME)).isCloseTo(-9e-12, within(1e-26));
    assertThat(VALUES.derivative(Parameter.REFERENCE_FREQUENCY)).isEqualTo(1);
  }

  @Test
  void naturalUnitsOfScaledValues() {
    assertThat(VALUES.scaledUnit(Parameter.DIPOLE_MOMENT, 1e5)).isEqualTo(1);
    assertThat(VALUES.scaledUnit(Parameter.FIELD_EXPONENT, 1e5)).isEqualTo(1);
    assertThat(VALUES.scaledUnit(Parameter.RELAXATION_TIME, 1e5)).isEqualTo(1 / 3e-6);
    assertThat(VALUES.scaledUnit(Parameter.REFERENCE_FREQUENCY, 1e5)).isEqualTo(1e5);
  }

  @Test
  void equalWhereAllNumbersAre() {
    ParameterValues same =
        new ParameterValues(1.2e-4, 1.7e-29, 1 / 3e-6, 5.012e9)
            .with(Parameter.FIELD_EXPONENT, 2)
            .with(Parameter.DIPOLE_WIDTH, 0.5);
    assertThat(same).isEqualTo(VALUES).hasSameHashCodeAs(VALUES);
    assertThat(same.with(Parameter.CHI, 1.3e-4)).isNotEqualTo(VALUES);
    ParameterValues moved = same.withFieldShifts(0.1, -0.2);
    assertThat(moved).isNotEqualTo(VALUES);
    assertThat(moved.with(Parameter.CHI, 1).acFieldShift()).isEqualTo(0.1);
    assertThat(moved.with(Parameter.CHI, 1).biasRateShift()).isEqualTo(-0.2);
    assertThat(moved.toString()).contains("dipoleWidth=0.5", "acFieldShift=0.1");
  }
}

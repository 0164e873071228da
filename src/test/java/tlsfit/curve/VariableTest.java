package tlsfit.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.model.Shift;
import tlsfit.units.UnitException;

class VariableTest {
  @ParameterizedTest
  @CsvSource({
    "rabi, RABI, rabi_frequency [1/s], true",
    "ac-field, AC_FIELD, ac_field [V/m], true",
    "xi, XI, xi, true",
    "sweep-rate, SWEEP_RATE, bias_rate [1/s^2], false",
    "bias-rate, BIAS_RATE, bias_rate [V/m/s], false"
  })
  void names(String key, Variable variable, String header, boolean drive) {
    assertThat(Variable.of(key)).isEqualTo(variable);
    assertThat(variable.key()).isEqualTo(key);
    assertThat(variable.header()).isEqualTo(header);
    assertThat(variable.isDrive()).isEqualTo(drive);
    assertThat(variable.label()).isNotBlank();
  }

  @Test
  void anotherNameIsRefusedWithAllThereAre() {
    assertThatThrownBy(() -> Variable.of("power"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"power\" is nothing a curve runs over; there are rabi, ac-field, xi, sweep-rate,"
                + " bias-rate");
  }

  @ParameterizedTest
  @EnumSource
  void theExampleIsReadable(Variable variable) {
    assertThat(variable.parse(variable.example())).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "RABI, 1e8 1/s, 1e8",
    "RABI, 100 rad/us, 1e8",
    "AC_FIELD, 2 kV/m, 2000",
    "XI, 0.5, 0.5",
    "XI, 50 %, 0.5",
    "SWEEP_RATE, 1e17 rad/s^2, 1e17",
    "BIAS_RATE, 3 kV/m/ms, 3e6"
  })
  void valuesBecomeSi(Variable variable, String text, double value) {
    assertThat(variable.parse(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RABI | 100 MHz | \"100 MHz\" counts cycles; radians are meant: write it like 1e8 1/s",
        "RABI | -1 MHz | \"-1 MHz\" counts cycles; radians are meant: write it like 1e8 1/s",
        "SWEEP_RATE | 1 MHz/s | \"1 MHz/s\" counts cycles; radians are meant: write it like"
            + " 1e17 1/s^2",
        "AC_FIELD | 10 V/m +- 1 V/m | \"10 V/m +- 1 V/m\" is uncertain; one value is needed: write"
            + " it like 100 V/m",
        "AC_FIELD | 0 V/m | \"0 V/m\" is not above zero: write it like 100 V/m",
        "BIAS_RATE | -2 V/m/s | \"-2 V/m/s\" is not above zero: write it like 3.2e11 V/m/s",
        "XI | 0 | \"0\" is not above zero: write it like 10",
        "XI | 1 +- 0.1 | \"1 +- 0.1\" is uncertain; one value is needed: write it like 10"
      })
  void refusals(Variable variable, String text, String message) {
    assertThatThrownBy(() -> variable.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  // a rate of the voltage is no rate of the field, and no calibration is there to make it one
  @ParameterizedTest
  @CsvSource({"BIAS_RATE, 1 V/s", "BIAS_RATE, 1e17 1/s^2", "SWEEP_RATE, 1 V/m/s", "RABI, 1 V/m"})
  void anotherDimensionIsRefused(Variable variable, String text) {
    assertThatThrownBy(() -> variable.parse(text)).isInstanceOf(UnitException.class);
  }

  /** ξ ∝ Ω², so that d/d ln ξ = ½ d/d ln Ω. */
  @Test
  void slopes() {
    Shift shift = new Shift(1, 3, 5, 7, 11, 2);
    assertThat(Variable.RABI.slope(shift)).isEqualTo(3);
    assertThat(Variable.AC_FIELD.slope(shift)).isEqualTo(3);
    assertThat(Variable.XI.slope(shift)).isEqualTo(1.5);
    assertThat(Variable.SWEEP_RATE.slope(shift)).isEqualTo(5);
    assertThat(Variable.BIAS_RATE.slope(shift)).isEqualTo(5);
  }
}

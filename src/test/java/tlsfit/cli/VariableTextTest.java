package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.curve.Range;
import tlsfit.curve.Variable;
import tlsfit.units.UnitException;

class VariableTextTest {
  @ParameterizedTest
  @CsvSource({
    "rabi=1e6..1e10 1/s, RABI, 1e6, 1e10",
    "' rabi = 1e6 1/s .. 1e10 1/s ', RABI, 1e6, 1e10",
    "ac-field=1 V/m..2 kV/m, AC_FIELD, 1, 2000",
    "ac-field=2..1 kV/m, AC_FIELD, 2000, 1000",
    "xi=0.01..100, XI, 0.01, 100"
  })
  void ranges(String text, Variable variable, double from, double to) {
    assertThat(VariableText.range(text)).isEqualTo(new Range(variable, from, to));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rabi | \"rabi\" is no range; write NAME=FROM..TO, as in rabi=1e6..1e10 1/s",
        "rabi=1e6 1/s | \"rabi=1e6 1/s\" is no range; write NAME=FROM..TO, as in"
            + " rabi=1e6..1e10 1/s",
        "1..2=rabi | \"1..2=rabi\" is no range; write NAME=FROM..TO, as in rabi=1e6..1e10 1/s",
        "xi=5..5 | \"xi=5..5\" is one value; write two different ones",
        "xi=0..5 | \"0\" is not above zero: write it like 10",
        "foo=1..2 | \"foo\" is nothing a curve runs over; there are rabi, ac-field, xi, sweep-rate,"
            + " bias-rate"
      })
  void rangesRefused(String text, String message) {
    assertThatThrownBy(() -> VariableText.range(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void anotherNameIsRefusedWithAllThereAre() {
    assertThatThrownBy(() -> VariableText.of("power"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"power\" is nothing a curve runs over; there are rabi, ac-field, xi, sweep-rate,"
                + " bias-rate");
  }

  @ParameterizedTest
  @EnumSource
  void theNameLeadsToTheVariable(Variable variable) {
    assertThat(VariableText.of(variable.key())).isEqualTo(variable);
    assertThat(VariableText.label(variable)).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void theExampleIsReadable(Variable variable) {
    assertThat(VariableText.value(variable, VariableText.example(variable))).isPositive();
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
    assertThat(VariableText.value(variable, text)).isEqualTo(value);
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
    assertThatThrownBy(() -> VariableText.value(variable, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  // a rate of the voltage is no rate of the field, and no calibration is there to make it one
  @ParameterizedTest
  @CsvSource({"BIAS_RATE, 1 V/s", "BIAS_RATE, 1e17 1/s^2", "SWEEP_RATE, 1 V/m/s", "RABI, 1 V/m"})
  void anotherDimensionIsRefused(Variable variable, String text) {
    assertThatThrownBy(() -> VariableText.value(variable, text)).isInstanceOf(UnitException.class);
  }
}

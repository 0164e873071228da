package tlsfit.curve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.model.Shift;

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
    assertThat(variable.key()).isEqualTo(key);
    assertThat(variable.header()).isEqualTo(header);
    assertThat(variable.isDrive()).isEqualTo(drive);
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

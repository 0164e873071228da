package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftTest {
  @ParameterizedTest
  @CsvSource({
    "Infinity, VALID",
    "1, VALID",
    "0.9999999, DOUBTFUL",
    "4.9e-324, DOUBTFUL",
    "0, OUTSIDE",
    "-3, OUTSIDE",
    "-Infinity, OUTSIDE",
    "NaN, OUTSIDE"
  })
  void validityFollowsFromTheLeadingLogarithm(double logarithm, Validity validity) {
    assertThat(Validity.of(logarithm)).isEqualTo(validity);
    assertThat(new Shift(1, 2, 3, 4, 5, logarithm).validity()).isEqualTo(validity);
  }

  @Test
  void onlyParametersOfADistributionHaveADerivativeByTheShape() {
    Shift plain = new Shift(1, 2, 3, 4, 5, 6);
    for (Parameter parameter : Parameter.values()) {
      assertThat(plain.by(parameter)).isZero();
    }
    Shift wide = new Shift(1, 2, 3, 4, 5, Map.of(Parameter.DIPOLE_WIDTH, -0.5), 6);
    assertThat(wide.by(Parameter.DIPOLE_WIDTH)).isEqualTo(-0.5);
    assertThat(wide.by(Parameter.FIELD_EXPONENT)).isZero();
  }
}

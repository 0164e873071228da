package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterTest {

  @ParameterizedTest
  @CsvSource({
    "CHI, LOG, 1, true, false",
    "DIPOLE_MOMENT, LOG, C m, true, false",
    "RELAXATION_TIME, RATE, s, false, false",
    "REFERENCE_FREQUENCY, LINEAR, Hz, false, false",
    "DIPOLE_WIDTH, LOG, 1, true, true",
    "FIELD_EXPONENT, LINEAR, 1, true, true"
  })
  void hasAScaleAndAUnit(
      Parameter parameter, Scale scale, String unit, boolean number, boolean ofShape) {
    assertThat(parameter.scale()).isEqualTo(scale);
    assertThat(parameter.unit()).isEqualTo(unit);
    assertThat(parameter.scaledIsNumber()).isEqualTo(number);
    assertThat(parameter.ofShape()).isEqualTo(ofShape);
    assertThat(Parameter.ofEveryModel().contains(parameter)).isNotEqualTo(ofShape);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsName(Parameter parameter) {
    assertThat(Parameter.of(parameter.key())).isEqualTo(parameter);
    assertThat(List.of(Parameter.values()).indexOf(parameter)).isEqualTo(parameter.column());
  }

  @Test
  void anUnknownNameIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> Parameter.of("T10"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("T10")
        .hasMessageContaining("relaxationTime");
  }

  @ParameterizedTest
  @CsvSource({
    "CHI, 1e-4, true",
    "CHI, 0, false",
    "DIPOLE_MOMENT, -1e-29, false",
    "RELAXATION_TIME, Infinity, true",
    "RELAXATION_TIME, 0, false",
    "REFERENCE_FREQUENCY, 0, false",
    "REFERENCE_FREQUENCY, 5e9, true",
    "DIPOLE_WIDTH, 0, true",
    "DIPOLE_WIDTH, 2, true",
    "DIPOLE_WIDTH, 2.001, false",
    "FIELD_EXPONENT, -20, true",
    "FIELD_EXPONENT, -20.1, false",
    "FIELD_EXPONENT, 20.1, false",
    "CHI, NaN, false"
  })
  void allowsItsNaturalRange(Parameter parameter, double value, boolean allowed) {
    assertThat(parameter.allows(value)).isEqualTo(allowed);
  }
}

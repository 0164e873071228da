package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;
import tlsfit.model.Parameter;

class FixedParameterTest {
  /** 1 D is 1e-21 C m²/s over c, 3.33564e-30 C m. */
  @ParameterizedTest
  @CsvSource({
    "dipoleMoment=5 D, DIPOLE_MOMENT, 1.667820475990760e-29",
    "relaxationTime=3 us, RELAXATION_TIME, 3e-6",
    "relaxationTime = 0.5 ms, RELAXATION_TIME, 5e-4",
    "referenceFrequency=5.012 GHz, REFERENCE_FREQUENCY, 5.012e9",
    "chi=1.2e-4, CHI, 1.2e-4",
    "fieldExponent=-2, FIELD_EXPONENT, -2"
  })
  void valuesAreInSi(String text, Parameter parameter, double value) {
    FixedParameter fixed = FixedParameter.parse(text);
    assertThat(fixed.parameter()).isEqualTo(parameter);
    assertThat(fixed.value() / value).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "dipoleMoment, is not NAME=VALUE",
    "dipoleMoment=5 Hz, dipoleMoment",
    "dipoleMoment=, dipoleMoment",
    "chi=-1e-4, chi must be above zero",
    "chi=0, chi must be above zero",
    "dipoleMoment=5 D +- 1 D, leave the uncertainty out",
    "nonsense=5, nonsense"
  })
  void whatIsWrongIsSaid(String text, String message) {
    assertThatThrownBy(() -> FixedParameter.parse(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining(message);
  }

  @Test
  void picocliGetsTheSame() {
    assertThat(new FixedParameter.Converter().convert("chi=2e-4"))
        .isEqualTo(new FixedParameter(Parameter.CHI, 2e-4));
  }
}

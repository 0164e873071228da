package tlsfit.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayUnitTest {
  /** 1 D = 1e-21/299792458 C m by definition. */
  @ParameterizedTest
  @CsvSource({
    "dipoleMoment, 1.6678204759907602e-29, 5 D",
    "dipoleMomentEq10, 1.6678204759907602e-29, 5 D",
    "relaxationTime, 3.2e-6, 3.2 µs",
    "referenceFrequency, 5.0001234e9, 5 GHz",
    "chi, 1.234e-4, 1.23 ×10⁻⁴",
    "lossTangent, 1.3e-4, 1.3 ×10⁻⁴",
    "dipoleWidth, 0.4, 0.4",
    "fieldExponent, 2.5, 2.5",
    "acField, 1200, 1200 V/m",
    "biasRate, 5e8, 5e8 V/m/s",
    "sweepRate, 1e17, 1e17 1/s²",
    "powerChange, -6, -6 dB"
  })
  void quantitiesHaveTheirUnit(String quantity, double si, String text) {
    assertThat(DisplayUnit.of(quantity).text(si, 3)).isEqualTo(text);
  }

  @Test
  void microsecondsAreWrittenInOneWay() {
    assertThat(DisplayUnit.of("relaxationTime").symbol()).isEqualTo("µs");
    assertThat(DisplayUnit.of("relaxationTimeExtremum").symbol()).isEqualTo("µs");
  }

  @Test
  void anotherQuantityHasItsSiUnitOrNone() {
    assertThat(DisplayUnit.of("temperature", "K")).isEqualTo(new DisplayUnit("K", 1));
    assertThat(DisplayUnit.of("chi", "1")).isEqualTo(DisplayUnit.TEN_THOUSANDTH);
    assertThatThrownBy(() -> DisplayUnit.of("temperature"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no unit of temperature");
  }

  @Test
  void aValueMayCarryItsError() {
    assertThat(DisplayUnit.of("relaxationTime").withError(3.21e-6, 0.119e-6))
        .isEqualTo("3.21 ± 0.12 µs");
  }

  @Test
  void powerOfTenLeavesOneDigitBeforeThePoint() {
    DisplayUnit unit = DisplayUnit.powerOfTen(3.4e44, "1/(J m³)");
    assertThat(unit.symbol()).isEqualTo("×10⁴⁴ 1/(J m³)");
    assertThat(unit.show(3.4e44)).isCloseTo(3.4, within(1e-12));
    assertThat(DisplayUnit.powerOfTen(2e-7, "s").symbol()).isEqualTo("×10⁻⁷ s");
  }

  /** h · 1 GHz = 6.62607015e-25 J, CODATA 2018; 1 µm³ = 1e-18 m³. */
  @Test
  void densityOfStatesIsPerGigahertzAndCubicMicrometre() {
    assertThat(DisplayUnit.of("densityOfStates").show(1 / 6.62607015e-43))
        .isCloseTo(1, within(1e-12));
  }

  /** e · 1 Å = 1.602176634e-29 C m, CODATA 2018. */
  @Test
  void chargeTimesLengthIsADipoleMoment() {
    assertThat(DisplayUnit.CHARGE_ANGSTROM.text(1.602176634e-29, 6)).isEqualTo("1 e·Å");
  }
}

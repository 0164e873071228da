package tlsfit.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "5.012 GHz, 5.012e9",
    "5.012GHz, 5.012e9",
    "5012 MHz, 5.012e9",
    "+5.012e9 Hz, 5.012e9",
    "\u22125 Hz, -5",
    "5012000000 1/s, 5.012e9",
    ".5 Hz, 0.5",
    "5. Hz, 5"
  })
  void values(String text, double hertz) {
    Quantity quantity = Quantity.parse(text, Dimension.FREQUENCY);
    assertThat(quantity.value()).isEqualTo(hertz);
    assertThat(quantity.uncertainty()).isZero();
  }

  @Test
  void unitMayBeginWithADigit() {
    assertThat(Quantity.parse("1e17 1/s^2", Dimension.FREQUENCY_RATE).value()).isEqualTo(1e17);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 V/m +- 5 %",
        "12 V/m ± 5 %",
        "12 V/m +/- 0.6 V/m",
        "12 V/m±600 mV/m",
        "12 +- 0.6 V/m"
      })
  void uncertainties(String text) {
    Quantity quantity = Quantity.parse(text, Dimension.FIELD);
    assertThat(quantity.value()).isEqualTo(12);
    assertThat(quantity.uncertainty()).isCloseTo(0.6, within(1e-15));
    assertThat(quantity.relativeUncertainty()).isCloseTo(0.05, within(1e-16));
  }

  // ln(10)/10 = 0.2302585092994046 per decibel
  @Test
  void uncertaintiesInDecibels() {
    Quantity attenuation = Quantity.parse("78 dB +- 2 dB", Unit.DECIBEL);
    assertThat(attenuation.value()).isCloseTo(6.309573444801933e7, within(1e-6));
    assertThat(attenuation.relativeUncertainty()).isCloseTo(0.4605170185988092, within(1e-15));
    Quantity power = Quantity.parse("-80 dBm +- 1 dB", Dimension.POWER);
    assertThat(power.uncertainty()).isCloseTo(2.302585092994046e-12, within(1e-26));
    assertThat(Quantity.parse("10 nW ± 1 dB", Dimension.POWER).relativeUncertainty())
        .isCloseTo(0.2302585092994046, within(1e-15));
  }

  @Test
  void plainNumbers() {
    assertThat(Quantity.parse("1.5e-3", Dimension.NUMBER).value()).isEqualTo(1.5e-3);
    assertThat(Quantity.parse("2400 +- 50", Unit.ONE).uncertainty()).isEqualTo(50);
    assertThat(Quantity.parse("50 %", Unit.ONE).value()).isEqualTo(0.5);
    assertThat(Quantity.parse("5 % +- 1 %", Unit.ONE).uncertainty()).isEqualTo(0.01);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 mm | \"3 mm\" is a length; a time is expected, such as \"3 us\"",
        "3 | \"3\" is a plain number; a time is expected, such as \"3 us\"",
        "1,5 us | \"1,5 us\" has a comma or a thousands separator: write 1.5",
        "1 000 us | has a comma or a thousands separator",
        "1'000 us | has a comma or a thousands separator",
        "3 US | \"3 US\": unknown unit \"US\"; did you mean us?; a time is expected",
        "fast | \"fast\" does not begin with a number; a time is expected",
        "nan us | does not begin with a number",
        "1e999 us | is too large",
        "3 us +- -1 us | the uncertainty is negative",
        "3 us +- 1 | an uncertainty in 1 does not fit a value in us",
        "3 us +- 1 nm | an uncertainty in nm does not fit a value in us",
        "3 us +- 1 dB | an uncertainty in dB does not fit a value in us",
      })
  void messages(String text, String message) {
    assertThatThrownBy(() -> Quantity.parse(text, Dimension.TIME))
        .isInstanceOf(UnitException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aRatioInDecibelsIsNoPlainNumber() {
    assertThatThrownBy(() -> Quantity.parse("78", Unit.DECIBEL))
        .hasMessage("\"78\" is a plain number; a ratio in decibels is expected, such as \"78 dB\"");
    assertThatThrownBy(() -> Quantity.parse("34 dB", Dimension.NUMBER))
        .hasMessageContaining("is a ratio in decibels; a plain number is expected");
  }

  @Test
  void angularFrequencyIsNoFrequency() {
    assertThatThrownBy(() -> Quantity.parse("3.1e10 rad/s", Dimension.FREQUENCY))
        .hasMessageContaining("is an angular frequency; a frequency is expected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n/a", "NaN", "Infinity", "1d", "0x1p3", "1 2", "1,5", "--1", "1e"})
  void numbersRefused(String text) {
    assertThat(Numbers.isNumber(text)).isFalse();
  }

  @Test
  void numbersTaken() {
    assertThat(Numbers.parse(" \u22121.5E-3 ")).isEqualTo(-1.5e-3);
  }
}

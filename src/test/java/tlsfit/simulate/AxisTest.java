package tlsfit.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.measurement.Channel;
import tlsfit.units.Unit;

class AxisTest {
  @ParameterizedTest
  @CsvSource({
    "power, -100..-40 dBm, POWER, power [dBm]",
    "power, 1..100 pW, POWER, power [pW]",
    "photons, 1..1e6, PHOTONS, photons",
    "ac-field, 10..1000 V/m, AC_FIELD, ac_field [V/m]",
    "rabi-frequency, 1e6..1e9 rad/s, RABI_FREQUENCY, rabi_frequency [rad/s]",
    "bias-rate, 1e2..1e6 V/s, VOLTAGE_RATE, bias_rate [V/s]",
    "bias-rate, 1..2 kV/m/ms, FIELD_RATE, bias_rate [kV/m/ms]",
    "bias-rate, 1e17..1e18 1/s^2, ENERGY_RATE, bias_rate [1/s^2]"
  })
  void theUnitTellsTheChannel(String key, String text, Channel channel, String header) {
    Axis axis = Axis.parse(key, text);
    assertThat(axis.channel()).isEqualTo(channel);
    assertThat(axis.key()).isEqualTo(key);
    assertThat(axis.header()).isEqualTo(header);
    assertThat(axis.isConstant()).isFalse();
  }

  @Test
  void endsAreReadInTheUnit() {
    Axis axis = Axis.parse("power", " -100..-40 dBm ");
    assertThat(axis.from()).isEqualTo(-100);
    assertThat(axis.to()).isEqualTo(-40);
    assertThat(axis.unit()).isEqualTo(Unit.of("dBm"));
  }

  @Test
  void oneValueIsConstant() {
    Axis axis = Axis.parse("bias-rate", "16000 V/s");
    assertThat(axis.isConstant()).isTrue();
    assertThat(axis.values(1)).containsExactly("16000");
    assertThat(axis.toSi("16000")).isEqualTo(16000);
  }

  // numpy.linspace(-100, -40, 4)
  @Test
  void decibelsAreSpacedEvenly() {
    Axis axis = Axis.parse("power", "-100..-40 dBm");
    assertThat(axis.values(4)).containsExactly("-100", "-80", "-60", "-40");
    // 10^(-40/10) mW
    assertThat(axis.toSi("-40")).isCloseTo(1e-7, withinPercentage(1e-12));
  }

  // numpy: ['%.6g' % x for x in numpy.geomspace(10, 1000, 4)]
  @Test
  void othersAreSpacedEvenlyInTheLogarithm() {
    assertThat(Axis.parse("ac-field", "10..1000 V/m").values(4))
        .containsExactly("10", "46.4159", "215.443", "1000");
    assertThat(Axis.parse("ac-field", "1000..10 V/m").values(3))
        .as("a range may fall")
        .containsExactly("1000", "100", "10");
  }

  @Test
  void largeAndSmallNumbersHaveAnExponent() {
    assertThat(Axis.parse("rabi-frequency", "1e6..4e8 1/s").values(2))
        .containsExactly("1000000", "4e8");
    assertThat(Axis.parse("ac-field", "0.0001 V/m").values(1)).containsExactly("0.0001");
  }

  /** The written value counts, not the exact one: a table says what was simulated. */
  @Test
  void aWrittenValueIsReadBackInSi() {
    Axis axis = Axis.parse("ac-field", "1..2 kV/m");
    assertThat(axis.toSi("1.41421")).isEqualTo(1414.21);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ac-field | 1..9 mm | ac-field in mm: its unit is one of [V/m], as in"
            + " ac-field=10..1000 V/m",
        "rabi-frequency | 1..9 MHz | rabi-frequency in MHz: its unit is one of [1/s, rad/s], as in"
            + " rabi-frequency=1e6..1e9 1/s",
        "bias-rate | 1..9 MHz/s | bias-rate in MHz/s: its unit is one of [V/m/s, V/s, 1/s^2,"
            + " rad/s^2], as in bias-rate=1e2..1e6 V/s",
        "power | 1..9 dB | power in dB: its unit is one of [dBm], as in power=-100..-40 dBm",
        "photons | 1..9 V | photons in V: its unit is one of [1], as in photons=1..1e6",
        "photons | 0..9 | photons must be above zero, as in photons=1..1e6",
        "bias-rate | -5 V/s | bias-rate must be above zero, as in bias-rate=1e2..1e6 V/s",
        "power | -5..5 mW | power must be above zero, as in power=-100..-40 dBm"
      })
  void refusals(String key, String text, String message) {
    assertThatThrownBy(() -> Axis.parse(key, text))
        .isInstanceOf(SimulationException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1..b V/m | does not begin with a number",
        "1..2 parsec | parsec",
        "1,5 V/m | write 1.5 for one and a half",
        "'' | does not begin with a number"
      })
  void whatCannotBeReadIsQuotedWithAnExample(String text, String part) {
    assertThatThrownBy(() -> Axis.parse("ac-field", text))
        .isInstanceOf(SimulationException.class)
        .hasMessageStartingWith("ac-field=" + text + ": ")
        .hasMessageContaining(part)
        .hasMessageEndingWith("; write ac-field=10..1000 V/m");
  }
}

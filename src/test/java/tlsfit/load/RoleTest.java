package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.measurement.Channel;
import tlsfit.measurement.ValueFault;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;

class RoleTest {
  @ParameterizedTest
  @CsvSource({
    "AC_FIELD, ac_field, ac-field",
    "RABI_FREQUENCY, rabi_frequency, rabi-frequency",
    "PHOTONS, photons, photons",
    "POWER, power, power",
    "BIAS_RATE, bias_rate, bias-rate",
    "FREQUENCY, frequency, frequency",
    "FREQUENCY_SHIFT, frequency_shift, frequency-shift",
    "SIGMA, frequency_sigma, sigma",
    "LOADED_Q, loaded_q, loaded-q"
  })
  void names(Role role, String column, String key) {
    assertThat(role.column()).isEqualTo(column);
    assertThat(role.key()).isEqualTo(key);
    assertThat(Role.ofColumn(column)).hasValue(role);
    assertThat(Role.ofColumn(column.toUpperCase(Locale.ROOT).replace('_', ' '))).hasValue(role);
    assertThat(Role.ofKey(key)).hasValue(role);
    assertThat(Role.ofKey(column)).hasValue(role);
  }

  @Test
  void noOtherNames() {
    assertThat(Role.ofColumn("sigma")).isEmpty();
    assertThat(Role.ofKey("permittivity")).isEmpty();
    assertThat(new HashSet<>(Role.keys())).hasSize(Role.values().length);
    assertThat(new HashSet<>(Role.columns())).hasSize(Role.values().length);
  }

  /** Every channel is the column of exactly one role. */
  @Test
  void everyChannelHasAColumn() {
    for (Channel channel : Channel.values()) {
      assertThat(Role.values())
          .filteredOn(role -> role.column().equals(channel.column()))
          .singleElement()
          .satisfies(
              role -> {
                assertThat(role.isDrive()).isEqualTo(channel.isDrive());
                assertThat(role.units()).containsAll(channel.units());
                assertThat(role.channel(channel.units().get(0).dimension())).hasValue(channel);
              });
    }
    assertThat(Arrays.stream(Role.values()).filter(Role::isDrive))
        .containsExactlyElementsOf(Role.DRIVES);
  }

  @ParameterizedTest
  @CsvSource({
    "BIAS_RATE, V/m/s, FIELD_RATE",
    "BIAS_RATE, V/s, VOLTAGE_RATE",
    "BIAS_RATE, rad/s^2, ENERGY_RATE",
    "POWER, W, POWER",
    "FREQUENCY, Hz, ",
    "LOADED_Q, 1, "
  })
  void theUnitTellsTheChannel(Role role, String unit, @Nullable Channel channel) {
    assertThat(role.channel(Unit.of(unit).dimension()).orElse(null)).isEqualTo(channel);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AC_FIELD | the amplitude of the microwave field is expected in V/m",
        "PHOTONS | the number of photons in the resonator is a plain number",
        "BIAS_RATE | the rate of the bias is expected in V/m/s or V/s or 1/s^2 or rad/s^2",
        "RABI_FREQUENCY | the maximum Rabi frequency (angular) is expected in 1/s or rad/s",
        "SIGMA | the standard deviation of the frequency is expected in Hz"
      })
  void whatIsWanted(Role role, String wanted) {
    assertThat(role.wanted()).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AC_FIELD | V/s | the unit \"V/s\" is that of a rate of a voltage",
        "POWER | dB | the unit \"dB\" is that of a ratio in decibels",
        "PHOTONS | dB | the unit \"dB\" is that of a ratio in decibels",
        "RABI_FREQUENCY | MHz | the unit \"MHz\" counts cycles",
        "BIAS_RATE | GHz/s | the unit \"GHz/s\" counts cycles",
        "FREQUENCY | rad/s | the unit \"rad/s\" is that of an angular frequency"
      })
  void unitsThatDoNotFit(Role role, String unit, String found) {
    assertThat(role.objection(Unit.of(unit)).map(Role.Objection::found)).hasValue(found);
  }

  @ParameterizedTest
  @CsvSource({
    "AC_FIELD, kV/m",
    "POWER, nW",
    "PHOTONS, %",
    "RABI_FREQUENCY, rad/us",
    "BIAS_RATE, V/ms",
    "FREQUENCY, GHz",
    "SIGMA, kHz"
  })
  void unitsThatFit(Role role, String unit) {
    assertThat(role.objection(Unit.of(unit))).isEmpty();
  }

  /** The sign of the ramp does not matter; a bias that stands still does. */
  @Test
  void faultsOfConstants() {
    assertThat(faults(Role.BIAS_RATE, "-3 V/s")).isEmpty();
    assertThat(faults(Role.BIAS_RATE, "0 V/s")).containsExactly(ValueFault.NOT_ABOVE_ZERO);
    assertThat(faults(Role.BIAS_RATE, "1 MHz/s")).containsExactly(ValueFault.COUNTS_CYCLES);
    assertThat(faults(Role.AC_FIELD, "-3 V/m")).containsExactly(ValueFault.NOT_ABOVE_ZERO);
    assertThat(faults(Role.SIGMA, "1 kHz")).isEmpty();
    assertThat(faults(Role.SIGMA, "1 kHz +- 1 Hz")).containsExactly(ValueFault.UNCERTAIN);
    assertThat(faults(Role.LOADED_Q, "0")).containsExactly(ValueFault.NOT_ABOVE_ZERO);
  }

  private static Set<ValueFault> faults(Role role, String text) {
    return role.faults(Quantity.parse(text, role.units().toArray(new Unit[0])), text);
  }
}

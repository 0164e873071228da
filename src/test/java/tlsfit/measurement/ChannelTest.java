package tlsfit.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;

class ChannelTest {
  private static final Percentage CLOSE = Percentage.withPercentage(1e-10);
  private static final OptionalDouble NO_Q = OptionalDouble.empty();

  // 50 nm, 0.35 pF, notch, Q_l = 2400, Q_c = 3000 behind 78 dB
  private static final Calibration CALIBRATION =
      new Calibration(
          new Resonator(
              Optional.empty(),
              Optional.of(Quantity.parse("50 nm", Dimension.LENGTH)),
              Optional.of(Quantity.parse("0.35 pF", Dimension.CAPACITANCE)),
              Optional.empty(),
              Optional.of(Coupling.NOTCH),
              Optional.of(Quantity.parse("2400", Dimension.NUMBER)),
              Optional.of(Quantity.parse("3000", Dimension.NUMBER)),
              Optional.empty()),
          Optional.of(Quantity.parse("78 dB", Unit.DECIBEL)),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "AC_FIELD, ac_field, ac-field, ac_field [V/m], DRIVE",
    "RABI_FREQUENCY, rabi_frequency, rabi-frequency, rabi_frequency [1/s], DRIVE",
    "PHOTONS, photons, photons, photons, DRIVE",
    "POWER, power, power, power [dBm], DRIVE",
    "FIELD_RATE, bias_rate, bias-rate, bias_rate [V/m/s], BIAS",
    "VOLTAGE_RATE, bias_rate, bias-rate, bias_rate [V/s], BIAS",
    "ENERGY_RATE, bias_rate, bias-rate, bias_rate [1/s^2], BIAS"
  })
  void names(Channel channel, String column, String key, String header, Channel.Side side) {
    assertThat(channel.column()).isEqualTo(column);
    assertThat(channel.key()).isEqualTo(key);
    assertThat(channel.header()).isEqualTo(header);
    assertThat(channel.side()).isEqualTo(side);
    assertThat(channel.isDrive()).isEqualTo(side == Channel.Side.DRIVE);
  }

  @Test
  void aHeaderCarriesTheUnitAsItIsWritten() {
    assertThat(Channel.AC_FIELD.header(Unit.of("kV/m"))).isEqualTo("ac_field [kV/m]");
    assertThat(Channel.PHOTONS.header(Unit.ONE)).isEqualTo("photons");
  }

  /** The three rates of the bias have one name; a drive has its own. */
  @Test
  void channelsOfAKey() {
    assertThat(Channel.ofKey("bias-rate"))
        .containsExactly(Channel.FIELD_RATE, Channel.VOLTAGE_RATE, Channel.ENERGY_RATE);
    assertThat(Channel.ofKey("power")).containsExactly(Channel.POWER);
    assertThat(Channel.ofKey("frequency")).isEmpty();
    assertThat(Channel.ofKey("bias_rate")).as("the key, not the column").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bias-rate, V/m/s, FIELD_RATE",
    "bias-rate, kV/cm/ms, FIELD_RATE",
    "bias-rate, kV/m/ms, FIELD_RATE",
    "bias-rate, V/µs/m, FIELD_RATE",
    "bias-rate, kV/s, VOLTAGE_RATE",
    "bias-rate, 1/s^2, ENERGY_RATE",
    "bias-rate, rad/s^2, ENERGY_RATE",
    "bias-rate, V/m, ",
    "power, dBm, POWER",
    "power, nW, POWER",
    "power, dB, ",
    "photons, 1, PHOTONS",
    "photons, dB, ",
    "ac-field, mV/m, AC_FIELD",
    "ac-field, V/s, ",
    "rabi-frequency, rad/s, RABI_FREQUENCY",
    "rabi-frequency, 1/µs, RABI_FREQUENCY",
    "rabi-frequency, s, ",
    "frequency, Hz, "
  })
  void theUnitTellsTheChannel(String key, String unit, @Nullable Channel channel) {
    assertThat(Channel.of(key, Unit.of(unit))).isEqualTo(Optional.ofNullable(channel));
  }

  /** What a message shows must itself be readable. */
  @ParameterizedTest
  @EnumSource
  void theExampleIsAFaultlessValueOfTheChannel(Channel channel) {
    Quantity quantity = Quantity.parse(channel.example(), channel.units().toArray(new Unit[0]));
    assertThat(channel.faults(quantity, channel.example())).isEmpty();
    assertThat(channel.measures(quantity.dimension())).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void theExampleOfARangeHasTwoEndsAndAUnit(Channel channel) {
    String range = channel.exampleRange();
    String first = range.substring(0, range.indexOf(".."));
    String last = range.substring(range.indexOf("..") + 2);
    String unit = last.contains(" ") ? last.substring(last.indexOf(' ')) : "";
    assertThat(channel.accepts(Unit.of(unit))).isTrue();
    Unit[] units = channel.units().toArray(new Unit[0]);
    assertThat(Quantity.parse(first + unit, units).value())
        .isLessThan(Quantity.parse(last, units).value());
  }

  @ParameterizedTest
  @EnumSource
  void everyUnitIsOneOfTheDimensionsItMeasures(Channel channel) {
    assertThat(channel.units())
        .isNotEmpty()
        .allMatch(channel::accepts)
        .allMatch(unit -> channel.measures(unit.dimension()));
    assertThat(channel.measures(Dimension.TEMPERATURE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "RABI_FREQUENCY, 100 MHz, true",
    "RABI_FREQUENCY, 1e8 rad/s, false",
    "RABI_FREQUENCY, 1e8 1/s, false",
    "ENERGY_RATE, 1 MHz/us, true",
    "ENERGY_RATE, 1 GHz^2, true",
    "ENERGY_RATE, 1e17 rad/s^2, false",
    // V/m times Hz is V/m/s: nothing angular about it
    "FIELD_RATE, 1 Hz V/m, false",
    "AC_FIELD, 100 V/m, false"
  })
  void hertzCountCyclesOnlyWhereRadiansAreMeant(Channel channel, String written, boolean counts) {
    assertThat(channel.countsCycles(written)).isEqualTo(counts);
  }

  @Test
  void allFaultsOfAValueAreFoundInOrder() {
    String written = "-100 MHz +- 1 MHz";
    Quantity quantity = Quantity.parse(written, Unit.of("1/s"));
    assertThat(Channel.RABI_FREQUENCY.faults(quantity, written))
        .containsExactly(ValueFault.UNCERTAIN, ValueFault.NOT_ABOVE_ZERO, ValueFault.COUNTS_CYCLES);
  }

  @Test
  void zeroIsNotAboveZero() {
    assertThat(ValueFault.of(new Quantity(0, 0, Dimension.NUMBER)))
        .containsExactly(ValueFault.NOT_ABOVE_ZERO);
    assertThat(ValueFault.of(new Quantity(Double.MIN_VALUE, 0, Dimension.NUMBER))).isEmpty();
    assertThat(ValueFault.of(new Quantity(1, 0.1, Dimension.NUMBER)))
        .containsExactly(ValueFault.UNCERTAIN);
  }

  @Test
  void onlyLaboratoryFormsNeedTheCalibration() {
    assertThat(Channel.values())
        .filteredOn(Channel::needsCalibration)
        .containsExactly(Channel.PHOTONS, Channel.POWER, Channel.VOLTAGE_RATE);
  }

  @Test
  void fieldsAndRatesGoThroughAsTheyAre() {
    assertThat(Channel.AC_FIELD.drive(100, Calibration.NONE, NO_Q, 5e9))
        .isEqualTo(new Drive.AcField(100));
    assertThat(Channel.RABI_FREQUENCY.drive(1e8, Calibration.NONE, NO_Q, 5e9))
        .isEqualTo(new Drive.RabiFrequency(1e8));
    assertThat(Channel.FIELD_RATE.biasRate(1e11, Calibration.NONE))
        .isEqualTo(new BiasRate.FieldRate(1e11));
    assertThat(Channel.ENERGY_RATE.biasRate(1e17, Calibration.NONE))
        .isEqualTo(new BiasRate.EnergyRate(1e17));
  }

  /**
   * Python 3, theory section 10: w = 2*2400**2*1e-4*10**-7.8/(3000*2*pi*5e9); sqrt(2*w/0.35e-12)
   * /50e-9 = 21042.70889324241; F falls with Q_l in proportion.
   */
  @Test
  void powerBecomesAFieldByTheCalibration() {
    assertThat(Channel.POWER.drive(1e-4, CALIBRATION, NO_Q, 5e9).value())
        .isCloseTo(21042.70889324241, CLOSE);
    assertThat(Channel.POWER.drive(1e-4, CALIBRATION, OptionalDouble.of(1200), 5e9).value())
        .isCloseTo(21042.70889324241 / 2, CLOSE);
  }

  // sqrt(2*1e4*6.62607015e-34*5e9/0.35e-12)/50e-9 = 8702.098367635246
  @Test
  void photonsBecomeAFieldByTheCalibration() {
    assertThat(Channel.PHOTONS.drive(1e4, CALIBRATION, NO_Q, 5e9).value())
        .isCloseTo(8702.098367635246, CLOSE);
  }

  // 16000 V/s / 50 nm
  @Test
  void aVoltageRateBecomesAFieldRateByTheGap() {
    BiasRate rate = Channel.VOLTAGE_RATE.biasRate(16000, CALIBRATION);
    assertThat(rate.isFieldRate()).isTrue();
    assertThat(rate.value()).isCloseTo(3.2e11, CLOSE);
  }

  @Test
  void theOtherSideIsRefused() {
    assertThatThrownBy(() -> Channel.FIELD_RATE.drive(1, CALIBRATION, NO_Q, 5e9))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("FIELD_RATE");
    assertThatThrownBy(() -> Channel.POWER.biasRate(1, CALIBRATION))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("POWER");
    assertThatThrownBy(() -> Channel.POWER.drive(1, Calibration.NONE, NO_Q, 5e9))
        .isInstanceOf(IllegalStateException.class);
  }
}

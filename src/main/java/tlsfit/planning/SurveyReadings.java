package tlsfit.planning;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.Channel;
import tlsfit.measurement.InstrumentSetting;
import tlsfit.measurement.Reading;
import tlsfit.result.Survey.SurveyReading;
import tlsfit.units.Unit;

/** Readings as a survey tells them: the fields, and the setting that they follow from. */
final class SurveyReadings {
  private static final Unit DBM = Unit.of("dBm");

  private SurveyReadings() {}

  static SurveyReading of(Reading reading) {
    InstrumentSetting setting = reading.setting();
    @Nullable Double power = drive(setting, Channel.POWER);
    return new SurveyReading(
        reading.origin().file(),
        reading.origin().line(),
        reading.frequency(),
        orNull(reading.sigma()),
        orNull(reading.drive().field()),
        drive(setting, Channel.RABI_FREQUENCY),
        orNull(reading.biasRate().fieldRate()),
        bias(setting, Channel.ENERGY_RATE),
        power == null ? null : Double.valueOf(DBM.fromSi(power)),
        drive(setting, Channel.PHOTONS),
        bias(setting, Channel.VOLTAGE_RATE));
  }

  private static @Nullable Double drive(InstrumentSetting setting, Channel channel) {
    return setting.drive() == channel ? Double.valueOf(setting.driveValue()) : null;
  }

  private static @Nullable Double bias(InstrumentSetting setting, Channel channel) {
    return setting.bias() == channel ? Double.valueOf(setting.biasValue()) : null;
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
  }
}

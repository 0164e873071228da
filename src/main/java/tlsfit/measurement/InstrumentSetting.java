package tlsfit.measurement;

/**
 * The setting of the instruments at which a reading was taken, as its table or sample file gives
 * it, before the calibration.
 *
 * @param drive what the microwave is given as
 * @param driveValue its value in SI units, such as the power of the source [W]
 * @param bias what the rate of the bias is given as
 * @param biasValue its magnitude in SI units, such as the rate of the voltage [V/s]
 */
public record InstrumentSetting(Channel drive, double driveValue, Channel bias, double biasValue) {

  /** The setting of a drive and a bias that need no calibration: they themselves. */
  static InstrumentSetting of(Drive drive, BiasRate bias) {
    return new InstrumentSetting(drive.channel(), drive.value(), bias.channel(), bias.value());
  }
}

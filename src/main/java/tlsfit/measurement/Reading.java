package tlsfit.measurement;

import java.util.OptionalDouble;

/**
 * One measured resonance frequency with the fields it was measured at.
 *
 * @param drive microwave drive
 * @param driveSigma relative standard deviation (one σ) of the amplitude of the drive, of this
 *     reading alone [1]; 0 where it is exact
 * @param biasRate rate of the bias
 * @param frequency resonance frequency [Hz]
 * @param sigma standard deviation (one σ) of the frequency [Hz], positive; empty where unknown
 * @param setting what drive and bias follow from by the calibration
 * @param origin where it stands
 */
public record Reading(
    Drive drive,
    double driveSigma,
    BiasRate biasRate,
    double frequency,
    OptionalDouble sigma,
    InstrumentSetting setting,
    Origin origin) {

  /** A reading whose drive is exact. */
  public Reading(
      Drive drive,
      BiasRate biasRate,
      double frequency,
      OptionalDouble sigma,
      InstrumentSetting setting,
      Origin origin) {
    this(drive, 0, biasRate, frequency, sigma, setting, origin);
  }

  /** A reading whose drive and bias were given as they are in the dielectric. */
  public Reading(
      Drive drive, BiasRate biasRate, double frequency, OptionalDouble sigma, Origin origin) {
    this(drive, biasRate, frequency, sigma, InstrumentSetting.of(drive, biasRate), origin);
  }
}

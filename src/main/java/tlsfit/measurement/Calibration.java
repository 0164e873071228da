package tlsfit.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tlsfit.units.Constants;
import tlsfit.units.Quantity;

/**
 * The calibration of the fields in the dielectric by the settings of the instrument (theory,
 * section 10).
 *
 * <p>The field amplitude follows from the number of photons or from the power in one of three ways:
 * by a measured field per √photon; by a measured field per √watt at the device; else by the
 * resonator's capacitance and gap. All methods are pure; those that need a number which is not
 * there throw {@link IllegalStateException}, so ask {@link #missing} first.
 *
 * @param resonator the resonator
 * @param attenuation P_source/P at the device [1], 1 or more
 * @param fieldPerSqrtPhoton field amplitude at one photon [V/m]
 * @param fieldPerSqrtWatt field amplitude at one watt at the device [V/m]
 * @param biasFraction part of the bias voltage that drops over the dielectric [1], above 0 up to 1
 */
public record Calibration(
    Resonator resonator,
    Optional<Quantity> attenuation,
    Optional<Quantity> fieldPerSqrtPhoton,
    Optional<Quantity> fieldPerSqrtWatt,
    Optional<Quantity> biasFraction) {

  /** Nothing is known; enough for tables of fields. */
  public static final Calibration NONE =
      new Calibration(
          Resonator.UNKNOWN,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * The numbers that the conversion of a channel needs and that are not there, by their keys in the
   * sample file.
   *
   * @param channel what is to be converted
   * @param loadedQMeasured whether Q_l was measured with each reading, so that the resonator's own
   *     is not needed
   * @return e.g. {@code ["resonator.gap"]}; empty when nothing is missing
   */
  public List<String> missing(Channel channel, boolean loadedQMeasured) {
    List<String> missing = new ArrayList<>();
    boolean power = channel == Channel.POWER;
    boolean perWatt = power && fieldPerSqrtWatt.isPresent();
    boolean microwave = power || channel == Channel.PHOTONS;
    boolean capacitor = microwave && fieldPerSqrtPhoton.isEmpty() && !perWatt;
    if (power) {
      need(missing, attenuation, "calibration.attenuation");
    }
    if (power && !perWatt) {
      need(missing, resonator.coupling(), "resonator.coupling");
      need(missing, resonator.couplingQ(), "resonator.coupling-q");
      if (!loadedQMeasured) {
        need(missing, resonator.loadedQ(), "resonator.loaded-q");
      }
    }
    if (capacitor) {
      need(missing, resonator.capacitance(), "resonator.capacitance");
    }
    if (capacitor || channel == Channel.VOLTAGE_RATE) {
      need(missing, resonator.gap(), "resonator.gap");
    }
    return missing;
  }

  /** The same calibration with another quality factor of the coupling Q_c [1]. */
  public Calibration withCouplingQ(Quantity couplingQ) {
    return new Calibration(
        resonator.withCouplingQ(couplingQ),
        attenuation,
        fieldPerSqrtPhoton,
        fieldPerSqrtWatt,
        biasFraction);
  }

  /** The same for a drive and a bias together, with the resonator's own Q_l. */
  public List<String> missing(Channel drive, Channel bias) {
    return Stream.of(drive, bias)
        .flatMap(channel -> missing(channel, false).stream())
        .distinct()
        .toList();
  }

  private static void need(List<String> missing, Optional<?> value, String key) {
    if (value.isEmpty()) {
      missing.add(key);
    }
  }

  /**
   * Power at the device: P = P_source/attenuation.
   *
   * @param sourcePower [W]
   * @return [W]
   */
  public double devicePower(double sourcePower) {
    return sourcePower / value(attenuation, "calibration.attenuation");
  }

  /**
   * Energy in the resonator: W = g Q_l² P/(Q_c ω0).
   *
   * @param sourcePower power of the source [W]
   * @param loadedQ Q_l [1]
   * @param frequency ω0/2π [Hz]
   * @return [J]
   */
  public double storedEnergy(double sourcePower, double loadedQ, double frequency) {
    double g = there(resonator.coupling(), "resonator.coupling").factor();
    double couplingQ = value(resonator.couplingQ(), "resonator.coupling-q");
    return g * loadedQ * loadedQ * devicePower(sourcePower) / (couplingQ * 2 * Math.PI * frequency);
  }

  /**
   * Field amplitude from the energy in the resonator: by the field per √photon with n = W/(ħω0)
   * where that is known, else F = V/d with V = √(2W/C).
   *
   * @param energy W [J]
   * @param frequency ω0/2π [Hz]
   * @return F_AC [V/m], peak
   */
  public double acFieldOfEnergy(double energy, double frequency) {
    if (fieldPerSqrtPhoton.isPresent()) {
      double photons = energy / (Constants.PLANCK * frequency);
      return fieldPerSqrtPhoton.get().value() * Math.sqrt(photons);
    }
    double capacitance = value(resonator.capacitance(), "resonator.capacitance");
    return Math.sqrt(2 * energy / capacitance) / value(resonator.gap(), "resonator.gap");
  }

  /**
   * Field amplitude of one photon, where it is known: as measured, else by capacitance and gap.
   *
   * @param frequency ω0/2π [Hz]
   * @return F_AC/√n [V/m], peak
   */
  public OptionalDouble acFieldOfOnePhoton(double frequency) {
    boolean known =
        fieldPerSqrtPhoton.isPresent()
            || (resonator.capacitance().isPresent() && resonator.gap().isPresent());
    return known ? OptionalDouble.of(acFieldOfPhotons(1, frequency)) : OptionalDouble.empty();
  }

  /**
   * Field amplitude from the number of photons.
   *
   * @param photons n [1]
   * @param frequency ω0/2π [Hz]
   * @return F_AC [V/m], peak
   */
  public double acFieldOfPhotons(double photons, double frequency) {
    return acFieldOfEnergy(photons * Constants.PLANCK * frequency, frequency);
  }

  /**
   * Field amplitude from the power of the source: by the field per √watt where that is known, else
   * by the energy in the resonator.
   *
   * @param sourcePower [W]
   * @param loadedQ Q_l [1]; not looked at with a field per √watt
   * @param frequency ω0/2π [Hz]; not looked at with a field per √watt
   * @return F_AC [V/m], peak
   */
  public double acFieldOfPower(double sourcePower, double loadedQ, double frequency) {
    return fieldPerSqrtWatt.isPresent()
        ? fieldPerSqrtWatt.get().value() * Math.sqrt(devicePower(sourcePower))
        : acFieldOfEnergy(storedEnergy(sourcePower, loadedQ, frequency), frequency);
  }

  /** As {@link #acFieldOfPower(double, double, double)} with the resonator's own Q_l. */
  public double acFieldOfPower(double sourcePower, double frequency) {
    return acFieldOfPower(sourcePower, loadedQ(), frequency);
  }

  /**
   * Rate of the bias field: Ḟ_DC = V̇/d times the fraction of the voltage that drops over d.
   *
   * @param voltageRate V̇ [V/s]
   * @return [V/m/s]
   */
  public double fieldRate(double voltageRate) {
    double fraction = biasFraction.map(Quantity::value).orElse(1.0);
    return fraction * voltageRate / value(resonator.gap(), "resonator.gap");
  }

  /**
   * Rate of a triangle wave: |V̇| = 2 V_pp f.
   *
   * @param peakToPeak V_pp [V]
   * @param frequency f [Hz]
   * @return [V/s]
   */
  public static double triangleRate(double peakToPeak, double frequency) {
    return 2 * peakToPeak * frequency;
  }

  /**
   * What is uncertain of the fields: each number with an uncertainty that enters them, with its
   * power in F_AC and in Ḟ_DC times its relative standard uncertainty.
   *
   * @param drive what the drive is converted from
   * @param loadedQMeasured whether Q_l was measured with each reading
   * @param bias what the bias is converted from
   */
  public List<CalibrationTerm> terms(Channel drive, boolean loadedQMeasured, Channel bias) {
    return new UncertainFields(this, drive, loadedQMeasured, bias).terms();
  }

  private double loadedQ() {
    // with a field per √watt it is not looked at
    return fieldPerSqrtWatt.isPresent() ? 1 : value(resonator.loadedQ(), "resonator.loaded-q");
  }

  private static double value(Optional<Quantity> quantity, String key) {
    return there(quantity, key).value();
  }

  // not by orElseThrow, whose lambda would be made anew for each of a million rows
  private static <T> T there(Optional<T> number, String key) {
    if (number.isEmpty()) {
      throw absent(key);
    }
    return number.get();
  }

  private static IllegalStateException absent(String key) {
    return new IllegalStateException("the calibration lacks " + key);
  }
}

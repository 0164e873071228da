package tlsfit.measurement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;

/**
 * The uncertain numbers of a calibration that enter the fields of given channels, each with the
 * power in which it enters them (theory, section 10).
 *
 * @param calibration of the instrument
 * @param drive what the drive is converted from
 * @param loadedQMeasured whether Q_l was measured with each reading
 * @param bias what the bias is converted from
 */
record UncertainFields(
    Calibration calibration, Channel drive, boolean loadedQMeasured, Channel bias) {

  /** A term for each number whose uncertainty enters one of the fields. */
  List<CalibrationTerm> terms() {
    Resonator resonator = calibration.resonator();
    boolean power = drive == Channel.POWER;
    boolean photons = drive == Channel.PHOTONS;
    boolean perWatt = power && calibration.fieldPerSqrtWatt().isPresent();
    boolean energy = power && !perWatt;
    boolean perPhoton = (energy || photons) && calibration.fieldPerSqrtPhoton().isPresent();
    boolean capacitor = (energy || photons) && !perPhoton;
    double volts = bias == Channel.VOLTAGE_RATE ? 1 : 0;
    // n = W/(ħω0) takes 1/ω0 once more than W does
    double frequency = perPhoton ? (energy ? -1 : 0) : (energy ? -0.5 : capacitor ? 0.5 : 0);
    Unit field = Unit.of("V/m");
    List<CalibrationTerm> terms = new ArrayList<>();
    add(terms, "attenuation", calibration.attenuation(), Unit.DECIBEL, power ? -0.5 : 0, 0);
    add(terms, "field-per-sqrt-watt", calibration.fieldPerSqrtWatt(), field, perWatt ? 1 : 0, 0);
    add(
        terms,
        "field-per-sqrt-photon",
        calibration.fieldPerSqrtPhoton(),
        field,
        perPhoton ? 1 : 0,
        0);
    add(terms, "coupling-q", resonator.couplingQ(), Unit.ONE, energy ? -0.5 : 0, 0);
    double loadedQ = energy && !loadedQMeasured ? 1 : 0;
    add(terms, "loaded-q", resonator.loadedQ(), Unit.ONE, loadedQ, 0);
    add(terms, "frequency", resonator.frequency(), Unit.of("GHz"), frequency, 0);
    add(terms, "capacitance", resonator.capacitance(), Unit.of("pF"), capacitor ? -0.5 : 0, 0);
    add(terms, "gap", resonator.gap(), Unit.of("nm"), capacitor ? -1 : 0, -volts);
    add(terms, "bias-fraction", calibration.biasFraction(), Unit.ONE, 0, volts);
    return terms;
  }

  private static void add(
      List<CalibrationTerm> terms,
      String name,
      Optional<Quantity> quantity,
      Unit unit,
      double powerInAcField,
      double powerInBiasRate) {
    double relative = quantity.map(Quantity::relativeUncertainty).orElse(0.0);
    if (relative == 0 || (powerInAcField == 0 && powerInBiasRate == 0)) {
      return;
    }
    Quantity known = quantity.orElseThrow();
    double spread =
        unit.isDecibel() ? unit.fromSi(Math.exp(relative)) : unit.fromSi(known.uncertainty());
    String suffix = unit.equals(Unit.ONE) ? "" : " " + unit;
    String source =
        name + " " + text(unit.fromSi(known.value())) + suffix + " ± " + text(spread) + suffix;
    terms.add(
        new CalibrationTerm(
            // + 0.0 makes -0.0 a plain 0
            source, powerInAcField * relative + 0.0, powerInBiasRate * relative + 0.0));
  }

  // six digits are enough to recognise what was written: 78, 0.35, 1.23457E+11
  private static String text(double value) {
    BigDecimal rounded = new BigDecimal(value, new MathContext(6)).stripTrailingZeros();
    return value >= 1e-4 && value < 1e7 ? rounded.toPlainString() : rounded.toString();
  }
}

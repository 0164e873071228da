package tlsfit.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;

/**
 * Expected numbers: Python 3.11 floats from the formulas of theory section 10, with h =
 * 6.62607015e-34, at P_source = -10 dBm = 1e-4 W, 78 dB, Q_l = 2400, Q_c = 3000, 5 GHz, C = 0.35
 * pF, d = 50 nm.
 */
class CalibrationTest {
  private static final double GHZ5 = 5e9;
  private static final Percentage CLOSE = Percentage.withPercentage(1e-10);

  private static Optional<Quantity> quantity(String text, Dimension dimension) {
    return Optional.of(Quantity.parse(text, dimension));
  }

  private static Resonator resonator(Coupling coupling) {
    return new Resonator(
        quantity("5 GHz", Dimension.FREQUENCY),
        quantity("50 nm +- 1 nm", Dimension.LENGTH),
        quantity("0.35 pF +- 4 %", Dimension.CAPACITANCE),
        Optional.empty(),
        Optional.of(coupling),
        quantity("2400 +- 24", Dimension.NUMBER),
        quantity("3000 +- 60", Dimension.NUMBER),
        Optional.empty());
  }

  private static final Optional<Quantity> ATTENUATION =
      Optional.of(Quantity.parse("78 dB +- 1 dB", Unit.DECIBEL));

  private static final Calibration NOTCH =
      new Calibration(
          resonator(Coupling.NOTCH),
          ATTENUATION,
          Optional.empty(),
          Optional.empty(),
          quantity("0.5 +- 1 %", Dimension.NUMBER));

  private static final Calibration PER_PHOTON =
      new Calibration(
          resonator(Coupling.NOTCH),
          ATTENUATION,
          quantity("12 V/m +- 5 %", Dimension.FIELD),
          Optional.empty(),
          Optional.empty());

  private static final Calibration PER_WATT =
      new Calibration(
          Resonator.UNKNOWN,
          ATTENUATION,
          Optional.empty(),
          quantity("3e9 V/m +- 10 %", Dimension.FIELD),
          Optional.empty());

  /** √(2 h · 5e9 / 0.35e-12)/50e-9 in Python. */
  @Test
  void onePhotonHasAFieldWhereGapAndCapacitanceOrTheFieldItselfAreKnown() {
    assertThat(NOTCH.acFieldOfOnePhoton(GHZ5).orElseThrow()).isCloseTo(87.02098367635244, CLOSE);
    assertThat(PER_PHOTON.acFieldOfOnePhoton(GHZ5).orElseThrow()).isEqualTo(12);
    assertThat(Calibration.NONE.acFieldOfOnePhoton(GHZ5)).isEmpty();
  }

  @Test
  void energyOfANotchResonator() {
    assertThat(NOTCH.devicePower(1e-4)).isCloseTo(1.5848931924611142e-12, CLOSE);
    assertThat(NOTCH.storedEnergy(1e-4, 2400, GHZ5)).isCloseTo(1.9372307393501259e-19, CLOSE);
  }

  @Test
  void reflectionAndTransmissionStoreTwiceAsMuch() {
    for (Coupling coupling : List.of(Coupling.REFLECTION, Coupling.TRANSMISSION)) {
      Calibration calibration =
          new Calibration(
              resonator(coupling),
              ATTENUATION,
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      assertThat(calibration.storedEnergy(1e-4, 2400, GHZ5))
          .isCloseTo(2 * 1.9372307393501259e-19, CLOSE);
    }
  }

  @Test
  void fieldFromPower() {
    assertThat(NOTCH.acFieldOfPower(1e-4, GHZ5)).isCloseTo(21042.70889324241, CLOSE);
    assertThat(NOTCH.acFieldOfPower(1e-4, 1200, GHZ5)).isCloseTo(21042.70889324241 / 2, CLOSE);
    assertThat(PER_PHOTON.acFieldOfPower(1e-4, GHZ5)).isCloseTo(2901.742729754134, CLOSE);
    assertThat(PER_WATT.acFieldOfPower(1e-4, GHZ5)).isCloseTo(3776.776235382503, CLOSE);
  }

  @Test
  void fieldFromPhotons() {
    assertThat(NOTCH.acFieldOfPhotons(1e4, GHZ5)).isCloseTo(8702.098367635246, CLOSE);
    assertThat(PER_PHOTON.acFieldOfPhotons(1e4, GHZ5)).isCloseTo(1200, CLOSE);
  }

  // 0.5 · 16000 V/s / 50 nm = 1.6e11 V/m/s; 2 · 4 V · 2 kHz = 16000 V/s
  @Test
  void bias() {
    assertThat(Calibration.triangleRate(4, 2000)).isEqualTo(16000);
    assertThat(NOTCH.fieldRate(16000)).isCloseTo(1.6e11, CLOSE);
    assertThat(PER_PHOTON.fieldRate(16000)).isCloseTo(3.2e11, CLOSE);
  }

  @Test
  void termsOfPowerAndVoltage() {
    assertThat(NOTCH.terms(Channel.POWER, false, Channel.VOLTAGE_RATE))
        .extracting(CalibrationTerm::source)
        .containsExactly(
            "attenuation 78 dB ± 1 dB",
            "coupling-q 3000 ± 60",
            "loaded-q 2400 ± 24",
            "capacitance 0.35 pF ± 0.014 pF",
            "gap 50 nm ± 1 nm",
            "bias-fraction 0.5 ± 0.005");
  }

  /** Each term against the difference quotient of the conversion itself. */
  @Test
  void termsAreTheDerivativesOfTheFields() {
    // d ln F = (ln F(q + u) - ln F(q - u))/2 for the first term: 10^(±0.1) under the root
    CalibrationTerm attenuation = NOTCH.terms(Channel.POWER, false, Channel.VOLTAGE_RATE).get(0);
    double up = Math.log(NOTCH.acFieldOfPower(1e-4 * Math.pow(10, -0.1), GHZ5));
    double down = Math.log(NOTCH.acFieldOfPower(1e-4 * Math.pow(10, 0.1), GHZ5));
    assertThat(attenuation.acField()).isCloseTo((up - down) / 2, within(1e-12));
    assertThat(attenuation.biasRate()).isZero();

    // powers -1/2, 1, -1/2, -1 of relative uncertainties 2 %, 1 %, 4 %, 2 %; bias: -1 of 2 %, 1 of
    // 1 %
    List<CalibrationTerm> terms = NOTCH.terms(Channel.POWER, false, Channel.VOLTAGE_RATE);
    double[] acField = {-0.01, 0.01, -0.02, -0.02, 0};
    double[] biasRate = {0, 0, 0, -0.02, 0.01};
    for (int i = 0; i < acField.length; i++) {
      assertThat(terms.get(i + 1).acField()).isCloseTo(acField[i], within(1e-15));
      assertThat(terms.get(i + 1).biasRate()).isCloseTo(biasRate[i], within(1e-15));
    }
  }

  @Test
  void onlyWhatEntersIsATerm() {
    assertThat(NOTCH.terms(Channel.AC_FIELD, false, Channel.FIELD_RATE)).isEmpty();
    assertThat(names(NOTCH, Channel.PHOTONS, false, Channel.FIELD_RATE))
        .containsExactly("capacitance", "gap");
    assertThat(names(NOTCH, Channel.POWER, true, Channel.FIELD_RATE))
        .containsExactly("attenuation", "coupling-q", "capacitance", "gap");
    assertThat(names(PER_PHOTON, Channel.POWER, false, Channel.VOLTAGE_RATE))
        .containsExactly("attenuation", "field-per-sqrt-photon", "coupling-q", "loaded-q", "gap");
    assertThat(PER_PHOTON.terms(Channel.POWER, false, Channel.VOLTAGE_RATE).get(4).acField())
        .isZero();
    assertThat(names(PER_PHOTON, Channel.PHOTONS, false, Channel.FIELD_RATE))
        .containsExactly("field-per-sqrt-photon");
    assertThat(names(PER_WATT, Channel.POWER, false, Channel.FIELD_RATE))
        .containsExactly("attenuation", "field-per-sqrt-watt");
  }

  private static List<String> names(
      Calibration calibration, Channel drive, boolean loadedQMeasured, Channel bias) {
    return calibration.terms(drive, loadedQMeasured, bias).stream()
        .map(term -> term.source().substring(0, term.source().indexOf(' ')))
        .toList();
  }

  @Test
  void missingNumbersAreNamedByTheirKeys() {
    assertThat(Calibration.NONE.missing(Channel.AC_FIELD, Channel.FIELD_RATE)).isEmpty();
    assertThat(Calibration.NONE.missing(Channel.AC_FIELD, Channel.VOLTAGE_RATE))
        .containsExactly("resonator.gap");
    assertThat(Calibration.NONE.missing(Channel.PHOTONS, Channel.FIELD_RATE))
        .containsExactly("resonator.capacitance", "resonator.gap");
    assertThat(Calibration.NONE.missing(Channel.POWER, Channel.VOLTAGE_RATE))
        .containsExactly(
            "calibration.attenuation",
            "resonator.coupling",
            "resonator.coupling-q",
            "resonator.loaded-q",
            "resonator.capacitance",
            "resonator.gap");
    assertThat(PER_WATT.missing(Channel.POWER, Channel.FIELD_RATE)).isEmpty();
    assertThat(PER_PHOTON.missing(Channel.POWER, Channel.VOLTAGE_RATE)).isEmpty();
    assertThatThrownBy(() -> Calibration.NONE.fieldRate(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("resonator.gap");
  }

  @Test
  void aMeasuredLoadedQIsNotMissing() {
    Calibration withoutQ =
        new Calibration(
            new Resonator(
                Optional.empty(),
                quantity("50 nm", Dimension.LENGTH),
                quantity("0.35 pF", Dimension.CAPACITANCE),
                Optional.empty(),
                Optional.of(Coupling.NOTCH),
                Optional.empty(),
                quantity("3000", Dimension.NUMBER),
                Optional.empty()),
            ATTENUATION,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(withoutQ.missing(Channel.POWER, false)).containsExactly("resonator.loaded-q");
    assertThat(withoutQ.missing(Channel.POWER, true)).isEmpty();
    assertThat(withoutQ.missing(Channel.PHOTONS, false)).isEmpty();
    assertThatThrownBy(() -> withoutQ.acFieldOfPower(1e-4, GHZ5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the calibration lacks resonator.loaded-q");
    // F ∝ Q_l: half of the field at 2400
    assertThat(withoutQ.acFieldOfPower(1e-4, 1200, GHZ5)).isCloseTo(21042.70889324241 / 2, CLOSE);
  }

  /** What is needed twice is named once. */
  @Test
  void theGapOfDriveAndBiasIsNamedOnce() {
    assertThat(Calibration.NONE.missing(Channel.PHOTONS, Channel.VOLTAGE_RATE))
        .containsExactly("resonator.capacitance", "resonator.gap");
  }

  @Test
  void ratesAndFieldsNeedNothing() {
    for (Channel channel :
        List.of(
            Channel.AC_FIELD, Channel.RABI_FREQUENCY, Channel.FIELD_RATE, Channel.ENERGY_RATE)) {
      assertThat(Calibration.NONE.missing(channel, false)).as(channel.name()).isEmpty();
    }
  }

  /** One frequency enters W ∝ 1/ω0, F ∝ √W, and n = W/(ħω0). */
  @Test
  void anUncertainFrequencyEntersWithItsPower() {
    assertThat(frequencyTerm(Optional.empty(), Channel.POWER)).isCloseTo(-0.005, within(1e-15));
    assertThat(frequencyTerm(Optional.empty(), Channel.PHOTONS)).isCloseTo(0.005, within(1e-15));
    Optional<Quantity> perPhoton = quantity("12 V/m", Dimension.FIELD);
    assertThat(frequencyTerm(perPhoton, Channel.POWER)).isCloseTo(-0.01, within(1e-15));
  }

  private static double frequencyTerm(Optional<Quantity> perPhoton, Channel drive) {
    Calibration calibration =
        new Calibration(
            new Resonator(
                quantity("5 GHz +- 1 %", Dimension.FREQUENCY),
                quantity("50 nm", Dimension.LENGTH),
                quantity("0.35 pF", Dimension.CAPACITANCE),
                Optional.empty(),
                Optional.of(Coupling.NOTCH),
                quantity("2400", Dimension.NUMBER),
                quantity("3000", Dimension.NUMBER),
                Optional.empty()),
            Optional.of(Quantity.parse("78 dB", Unit.DECIBEL)),
            perPhoton,
            Optional.empty(),
            Optional.empty());
    List<CalibrationTerm> terms = calibration.terms(drive, false, Channel.FIELD_RATE);
    assertThat(terms)
        .extracting(CalibrationTerm::source)
        .containsExactly("frequency 5 GHz ± 0.05 GHz");
    return terms.get(0).acField();
  }

  // of large and of small numbers six digits stand, as they may be recognised
  @Test
  void sourcesAreWrittenToSixDigits() {
    Calibration calibration =
        new Calibration(
            Resonator.UNKNOWN,
            ATTENUATION,
            Optional.empty(),
            quantity("1.23456789e11 V/m +- 10 %", Dimension.FIELD),
            Optional.empty());
    assertThat(calibration.terms(Channel.POWER, false, Channel.FIELD_RATE))
        .extracting(CalibrationTerm::source)
        .containsExactly(
            "attenuation 78 dB ± 1 dB", "field-per-sqrt-watt 1.23457E+11 V/m ± 1.23457E+10 V/m");
  }
}

package tlsfit.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;

/** Conversions to fields against the laws of theory, section 10, and against each other. */
class CalibrationScalingTest {
  private static final Percentage CLOSE = Percentage.withPercentage(1e-11);
  private static final double PLANCK = 6.62607015e-34;
  private static final double GHZ5 = 5e9;

  private static Optional<Quantity> exact(double value, Dimension dimension) {
    return Optional.of(new Quantity(value, 0, dimension));
  }

  private static Calibration calibration(
      double gap, double capacitance, Coupling coupling, double couplingQ, double attenuation) {
    return new Calibration(
        new Resonator(
            Optional.empty(),
            exact(gap, Dimension.LENGTH),
            exact(capacitance, Dimension.CAPACITANCE),
            Optional.empty(),
            Optional.of(coupling),
            exact(2400, Dimension.NUMBER),
            exact(couplingQ, Dimension.NUMBER),
            Optional.empty()),
        exact(attenuation, Dimension.NUMBER),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static final Calibration PLAIN = calibration(50e-9, 0.35e-12, Coupling.NOTCH, 3000, 1e8);

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-6, 1})
  void theFieldGrowsAsTheRootOfThePower(double power) {
    double field = PLAIN.acFieldOfPower(power, GHZ5);
    assertThat(PLAIN.acFieldOfPower(100 * power, GHZ5)).isCloseTo(10 * field, CLOSE);
    // ten times the attenuation is a tenth of the power
    Calibration attenuated = calibration(50e-9, 0.35e-12, Coupling.NOTCH, 3000, 1e9);
    assertThat(attenuated.acFieldOfPower(10 * power, GHZ5)).isCloseTo(field, CLOSE);
  }

  @Test
  void noPowerIsNoField() {
    assertThat(PLAIN.acFieldOfPower(0, GHZ5)).isZero();
    assertThat(PLAIN.acFieldOfPhotons(0, GHZ5)).isZero();
    assertThat(PLAIN.fieldRate(0)).isZero();
  }

  /** F = √(2W/C)/d: twice the gap halves it, four times the capacitance too. */
  @Test
  void theFieldFollowsTheCapacitor() {
    double field = PLAIN.acFieldOfPhotons(1e4, GHZ5);
    assertThat(calibration(100e-9, 0.35e-12, Coupling.NOTCH, 3000, 1e8).acFieldOfPhotons(1e4, GHZ5))
        .isCloseTo(field / 2, CLOSE);
    assertThat(calibration(50e-9, 1.4e-12, Coupling.NOTCH, 3000, 1e8).acFieldOfPhotons(1e4, GHZ5))
        .isCloseTo(field / 2, CLOSE);
    // n ∝ W/f: at the same photons four times the frequency doubles the field
    assertThat(PLAIN.acFieldOfPhotons(1e4, 4 * GHZ5)).isCloseTo(2 * field, CLOSE);
  }

  /** The energy in the capacitor, C V²/2 with V = F d, is that of the photons. */
  @Test
  void theEnergyOfTheFieldIsThatOfThePhotons() {
    double volts = PLAIN.acFieldOfPhotons(1e4, GHZ5) * 50e-9;
    assertThat(0.35e-12 * volts * volts / 2).isCloseTo(1e4 * PLANCK * GHZ5, CLOSE);
  }

  /** W = g Q_l² P/(Q_c ω0): power in and photons in are two names of one energy. */
  @ParameterizedTest
  @EnumSource
  void powerAndItsPhotonsGiveOneField(Coupling coupling) {
    Calibration calibration = calibration(50e-9, 0.35e-12, coupling, 3000, 1e8);
    double photons = calibration.storedEnergy(1e-4, 2400, GHZ5) / (PLANCK * GHZ5);
    assertThat(calibration.acFieldOfPhotons(photons, GHZ5))
        .isCloseTo(calibration.acFieldOfPower(1e-4, GHZ5), CLOSE);
    // g Q_l² P/(Q_c 2π f)
    double energy = coupling.factor() * 2400 * 2400 * 1e-12 / (3000 * 2 * Math.PI * GHZ5);
    assertThat(calibration.storedEnergy(1e-4, 2400, GHZ5)).isCloseTo(energy, CLOSE);
  }

  /** A field per √photon that is the capacitor's own changes nothing; nor does one per √watt. */
  @Test
  void theThreeWaysAgreeWhereTheirNumbersDo() {
    double perPhoton = PLAIN.acFieldOfPhotons(1, GHZ5);
    double perWatt = PLAIN.acFieldOfPower(1e8, GHZ5); // one watt behind the attenuation
    Calibration byPhoton =
        new Calibration(
            PLAIN.resonator(),
            PLAIN.attenuation(),
            exact(perPhoton, Dimension.FIELD),
            Optional.empty(),
            Optional.empty());
    Calibration byWatt =
        new Calibration(
            Resonator.UNKNOWN,
            PLAIN.attenuation(),
            Optional.empty(),
            exact(perWatt, Dimension.FIELD),
            Optional.empty());
    for (double power : new double[] {1e-9, 1e-4, 0.1}) {
      double field = PLAIN.acFieldOfPower(power, GHZ5);
      assertThat(byPhoton.acFieldOfPower(power, GHZ5)).isCloseTo(field, CLOSE);
      assertThat(byWatt.acFieldOfPower(power, GHZ5)).isCloseTo(field, CLOSE);
    }
  }

  /** A measured Q_l takes the place of the resonator's own: F ∝ Q_l. */
  @Test
  void aMeasuredLoadedQReplacesTheResonators() {
    OptionalDouble same = OptionalDouble.of(2400);
    Drive own = Channel.POWER.drive(1e-4, PLAIN, OptionalDouble.empty(), GHZ5);
    assertThat(Channel.POWER.drive(1e-4, PLAIN, same, GHZ5)).isEqualTo(own);
    assertThat(Channel.POWER.drive(1e-4, PLAIN, OptionalDouble.of(7200), GHZ5).value())
        .isCloseTo(3 * own.value(), CLOSE);
    // of photons Q_l says nothing
    assertThat(Channel.PHOTONS.drive(1e4, PLAIN, OptionalDouble.of(1), GHZ5))
        .isEqualTo(Channel.PHOTONS.drive(1e4, PLAIN, OptionalDouble.empty(), GHZ5));
  }

  /** v0 and Ω_R0 of fields follow p; the Landau-Zener parameter ξ = π p F²/(4 ħ Ḟ) once. */
  @Test
  void theLandauZenerParameterOfFieldsIsProportionalToTheDipoleMoment() {
    Drive drive = new Drive.AcField(300);
    BiasRate rate = new BiasRate.FieldRate(3e10);
    double hbar = 1.054571817e-34;
    for (double p : new double[] {1e-30, 1e-29, 1e-28}) {
      double rabi = drive.rabi(p);
      double xi = Math.PI * rabi * rabi / (2 * rate.sweepRate(p));
      assertThat(xi)
          .isCloseTo(Math.PI * p * 300 * 300 / (4 * hbar * 3e10), Percentage.withPercentage(1e-7));
    }
  }

  @Test
  void aTriangleWaveIsSymmetricInHeightAndFrequency() {
    assertThat(Calibration.triangleRate(4, 2000)).isEqualTo(Calibration.triangleRate(2000, 4));
    // up and down once a period: 2 V_pp in 1/f
    assertThat(Calibration.triangleRate(1, 1)).isEqualTo(2);
  }
}

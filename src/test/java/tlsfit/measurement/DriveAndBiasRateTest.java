package tlsfit.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Expected numbers: Python 3 with scipy.constants.hbar, for p = 1e-29 C m. */
class DriveAndBiasRateTest {
  private static final double DIPOLE = 1e-29;
  private static final Percentage CLOSE = Percentage.withPercentage(1e-12);

  @Test
  void aFieldActsThroughTheDipoleMoment() {
    Drive drive = new Drive.AcField(100);
    assertThat(drive.value()).isEqualTo(100);
    assertThat(drive.field()).hasValue(100);
    assertThat(drive.isField()).isTrue();
    assertThat(drive.channel()).isEqualTo(Channel.AC_FIELD);
    // p*100/hbar
    assertThat(drive.rabi(DIPOLE)).isCloseTo(9482521.562467286, CLOSE);
    assertThat(drive.rabi(2 * DIPOLE)).isCloseTo(2 * 9482521.562467286, CLOSE);
  }

  @Test
  void aRabiFrequencyIsItself() {
    Drive drive = new Drive.RabiFrequency(1e8);
    assertThat(drive.value()).isEqualTo(1e8);
    assertThat(drive.field()).isEmpty();
    assertThat(drive.isField()).isFalse();
    assertThat(drive.channel()).isEqualTo(Channel.RABI_FREQUENCY);
    assertThat(drive.rabi(DIPOLE)).isEqualTo(drive.rabi(2 * DIPOLE)).isEqualTo(1e8);
  }

  @Test
  void aFieldRateActsThroughTheDipoleMoment() {
    BiasRate rate = new BiasRate.FieldRate(1e11);
    assertThat(rate.value()).isEqualTo(1e11);
    assertThat(rate.fieldRate()).hasValue(1e11);
    assertThat(rate.isFieldRate()).isTrue();
    assertThat(rate.channel()).isEqualTo(Channel.FIELD_RATE);
    // 2*p*1e11/hbar
    assertThat(rate.sweepRate(DIPOLE)).isCloseTo(1.8965043124934576e16, CLOSE);
  }

  @Test
  void anEnergyRateIsItself() {
    BiasRate rate = new BiasRate.EnergyRate(1e17);
    assertThat(rate.value()).isEqualTo(1e17);
    assertThat(rate.fieldRate()).isEmpty();
    assertThat(rate.isFieldRate()).isFalse();
    assertThat(rate.channel()).isEqualTo(Channel.ENERGY_RATE);
    assertThat(rate.sweepRate(DIPOLE)).isEqualTo(rate.sweepRate(3 * DIPOLE)).isEqualTo(1e17);
  }

  @Test
  void anotherNumberKeepsTheKind() {
    for (Drive drive : List.of(new Drive.AcField(1), new Drive.RabiFrequency(1))) {
      assertThat(drive.withValue(7)).hasSameClassAs(drive);
      assertThat(drive.withValue(7).value()).isEqualTo(7);
      assertThat(drive.withValue(drive.value())).isEqualTo(drive);
    }
    for (BiasRate rate : List.of(new BiasRate.FieldRate(1), new BiasRate.EnergyRate(1))) {
      assertThat(rate.withValue(7)).hasSameClassAs(rate);
      assertThat(rate.withValue(7).value()).isEqualTo(7);
      assertThat(rate.withValue(rate.value())).isEqualTo(rate);
    }
  }

  /** A drive in its own channel and number is read back as the same. */
  @Test
  void theChannelMakesTheSameAgain() {
    Drive drive = new Drive.RabiFrequency(3e7);
    assertThat(drive.channel().drive(drive.value(), Calibration.NONE, OptionalDouble.empty(), 5e9))
        .isEqualTo(drive);
    BiasRate rate = new BiasRate.FieldRate(3e10);
    assertThat(rate.channel().biasRate(rate.value(), Calibration.NONE)).isEqualTo(rate);
  }
}

package tlsfit.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of all units: products, powers, what may stand for what, and the constants. */
class UnitPropertiesTest {
  private static final List<String> SYMBOLS =
      List.of("m", "nm", "s", "us", "GHz", "V", "mV", "pF", "eV", "D", "W", "C", "K", "min", "%");

  @Test
  void productsAndQuotientsMultiplyAndDivide() {
    for (String a : SYMBOLS) {
      for (String b : SYMBOLS) {
        double first = Unit.of(a).toSi(1);
        double second = Unit.of(b).toSi(1);
        Unit product = Unit.of(a + "·" + b);
        Unit quotient = Unit.of(a + "/" + b);
        assertThat(product.toSi(1) / (first * second)).isCloseTo(1, within(1e-14));
        assertThat(quotient.toSi(1) * second / first).isCloseTo(1, within(1e-14));
        assertThat(product.dimension())
            .isEqualTo(Unit.of(a).dimension().times(Unit.of(b).dimension()));
        assertThat(quotient.dimension())
            .isEqualTo(Unit.of(a).dimension().times(Unit.of(b).dimension().power(-1)));
      }
    }
  }

  /** Five ways to write a square, and four to write a product. */
  @ParameterizedTest
  @ValueSource(strings = {"us^2", "us**2", "us²", "µs·us", "(us)^2", "us * us", "us µs"})
  void onePowerHasManyForms(String text) {
    assertThat(Unit.of(text).toSi(1)).isCloseTo(1e-12, within(1e-26));
    assertThat(Unit.of("V/(" + text + ")").dimension())
        .isEqualTo(Dimension.VOLTAGE.times(Dimension.TIME.power(-2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"V/m s", "V/m·s", "1/s m"})
  void aProductBehindAQuotientIsAmbiguous(String text) {
    assertThatThrownBy(() -> Unit.of(text))
        .isInstanceOf(UnitException.class)
        .hasMessageContaining("ambiguous");
  }

  @ParameterizedTest
  @ValueSource(strings = {"m^0", "m^10", "m^-0", "m^", "m⁻", "m^--1", "m²³"})
  void powersAreWholeNumbersFromOneToNine(String text) {
    assertThatThrownBy(() -> Unit.of(text))
        .isInstanceOf(UnitException.class)
        .hasMessageContaining("power");
  }

  /** A prefix that no laboratory uses with a symbol would only hide a slip of the shift key. */
  @ParameterizedTest
  @ValueSource(strings = {"MW", "Ms", "Gm", "PF", "kD", "mD", "kC", "Tm", "MK", "kF", "Mrad"})
  void unusualPrefixesAreRefused(String text) {
    assertThat(Unit.find(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ghz, GHz",
    "MV, MV mV",
    "mv, MV mV",
    "Dbm, dBm",
    "EV, eV",
    "parsec, ''",
    "d, D",
    "S, s"
  })
  void unitsInOtherCaseAreFound(String text, String found) {
    assertThat(String.join(" ", Unit.inOtherCase(text))).isEqualTo(found);
  }

  /** Decibels are a ratio of powers; dBm is a power like any other. */
  @ParameterizedTest
  @CsvSource({
    "dBm, W, true",
    "nW, dBm, true",
    "dB, 1, false",
    "1, dB, false",
    "%, 1, true",
    "dB, dB, true",
    "dB, dBm, false",
    "Hz, 1/s, true",
    "rad/s, Hz, false",
    "J, eV, true",
    "V, V/m, false"
  })
  void oneUnitMayStandForAnother(String one, String other, boolean may) {
    assertThat(Unit.of(one).mayStandFor(Unit.of(other))).isEqualTo(may);
  }

  /** Ten decibels are a factor of ten, and decibels add where ratios multiply. */
  @Test
  void decibelsAddWhereRatiosMultiply() {
    Unit decibel = Unit.DECIBEL;
    for (double a = -80; a <= 80; a += 13) {
      assertThat(decibel.toSi(a + 10) / decibel.toSi(a)).isCloseTo(10, within(1e-12));
      assertThat(Unit.of("dBm").toSi(a) / decibel.toSi(a)).isCloseTo(1e-3, within(1e-16));
      assertThat(decibel.toSi(a) * decibel.toSi(-a)).isCloseTo(1, within(1e-13));
    }
  }

  /**
   * CODATA 2018, {@code scipy.constants} 1.17 where it has the same edition: hbar, epsilon_0 of
   * 2018, and 1 D = 3.33564e-30 C m = 0.20819 e·Å.
   */
  @Test
  void constantsAreThoseOfCodata() {
    assertThat(Constants.HBAR).isCloseTo(1.0545718176461565e-34, within(1e-49));
    assertThat(Constants.VACUUM_PERMITTIVITY).isEqualTo(8.8541878128e-12);
    assertThat(Constants.DEBYE).isCloseTo(3.33564095198152e-30, within(1e-44));
    assertThat(Unit.of("e·Å").fromSi(Constants.DEBYE)).isCloseTo(0.20819433, within(1e-8));
    // h f/k at 5 GHz is 0.24 K
    assertThat(Constants.PLANCK * 5e9 / Constants.BOLTZMANN).isCloseTo(0.23996, within(1e-5));
    // μ0 ε0 c² = 1 with μ0 = 1.25663706212e-6 N/A², 1.5e-10 relative
    assertThat(1.25663706212e-6 * Constants.VACUUM_PERMITTIVITY * Math.pow(299792458, 2))
        .isCloseTo(1, within(5e-10));
  }

  /** A value in its display unit times the size of the unit is the value in SI. */
  @ParameterizedTest
  @ValueSource(
      strings = {"chi", "dipoleMoment", "relaxationTime", "referenceFrequency", "densityOfStates"})
  void displayUnitsOnlyScale(String quantity) {
    DisplayUnit unit = DisplayUnit.of(quantity);
    for (double si : new double[] {1e-30, 3.3e-6, 1, 7e9}) {
      assertThat(unit.show(si) * unit.size()).isCloseTo(si, within(1e-15 * si));
    }
  }
}

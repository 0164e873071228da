package tlsfit.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

  // factors from the SI Brochure (9th edition), tables 2, 7 and 8; D = 1e-21/c C m and
  // e·Å = 1.602176634e-29 C m by hand
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "GHz, 1e9",
        "MHz, 1e6",
        "mHz, 1e-3",
        "pF, 1e-12",
        "nm, 1e-9",
        "m, 1",
        "mm, 1e-3",
        "us, 1e-6",
        "µs, 1e-6",
        "μs, 1e-6",
        "min, 60",
        "h, 3600",
        "mK, 1e-3",
        "V/m, 1",
        "V/m/s, 1",
        "kV/cm/ms, 1e8",
        "V/(m s), 1",
        "V s/m, 1",
        "MV m^-1 s⁻¹, 1e6",
        "1/s^2, 1",
        "s^-2, 1",
        "s⁻², 1",
        "1/µs², 1e12",
        "%, 0.01",
        "ppm, 1e-6",
        "1, 1",
        "\"\", 1",
        "D, 3.33564095198152e-30",
        "e Å, 1.602176634e-29",
        "e·Å, 1.602176634e-29",
        "e*A, 1.602176634e-29",
        "e \u212b, 1.602176634e-29",
        "e A\u030a, 1.602176634e-29",
        "meV, 1.602176634e-22",
        "kg, 1",
        "mW, 1e-3",
      })
  void oneUnitInSi(String unit, double si) {
    assertThat(Unit.of(unit).toSi(1)).isCloseTo(si, within(1e-14 * si));
  }

  @ParameterizedTest
  @CsvSource({"5.012, GHz, 5.012e9", "50, nm, 50e-9", "0.35, pF, 0.35e-12", "12, mK, 0.012"})
  void decimalFractionsComeOutToTheLastBit(double value, String unit, double si) {
    assertThat(Unit.of(unit).toSi(value)).isCloseTo(si, within(Math.ulp(si)));
  }

  @Test
  void dimensions() {
    assertThat(Unit.of("V/m").dimension()).isEqualTo(new Dimension(1, 1, -3, -1, 0, 0));
    assertThat(Unit.of("F").dimension()).isEqualTo(new Dimension(-2, -1, 4, 2, 0, 0));
    assertThat(Unit.of("D").dimension()).isEqualTo(Unit.of("C m").dimension());
    assertThat(Unit.of("D").dimension()).isEqualTo(Unit.of("e·Å").dimension());
    assertThat(Unit.of("J/s").dimension()).isEqualTo(Unit.of("dBm").dimension());
    assertThat(Unit.of("rad/s").dimension()).isNotEqualTo(Unit.of("Hz").dimension());
    assertThat(Unit.of(Dimension.FIELD_RATE.toString()).dimension())
        .isEqualTo(Dimension.FIELD_RATE);
  }

  // -80 dBm = 1e-8 mW; 3 dB = 10^0.3 = 1.9952623149688795
  @Test
  void decibels() {
    assertThat(Unit.of("dBm").toSi(-80)).isCloseTo(1e-11, within(1e-25));
    assertThat(Unit.of("dBm").toSi(30)).isCloseTo(1, within(1e-15));
    assertThat(Unit.DECIBEL.toSi(3)).isCloseTo(1.9952623149688795, within(1e-15));
    assertThat(Unit.of("dBm").fromSi(1e-3)).isCloseTo(0, within(1e-13));
    assertThat(Unit.of("dBm").fromSi(2e-14)).isCloseTo(-106.98970004336019, within(1e-12));
  }

  @Test
  void wayBackUndoesTheWayThere() {
    Random random = new Random(1);
    for (String name : new String[] {"GHz", "D", "e·Å", "µs", "dBm", "dB", "%", "V/us/nm", "1"}) {
      Unit unit = Unit.of(name);
      assertThat(Unit.of(unit.toString())).isEqualTo(unit).hasSameHashCodeAs(unit);
      for (int i = 0; i < 1000; i++) {
        double value = 200 * random.nextDouble() - 100;
        assertThat(unit.fromSi(unit.toSi(value))).isCloseTo(value, within(1e-13 * 100));
      }
    }
    assertThat(Unit.of("us")).isNotEqualTo(Unit.of("ms"));
  }

  @ParameterizedTest
  @CsvSource({
    "ghz, GHz",
    "GHZ, GHz",
    "PF, pF",
    "nM, nm",
    "DBM, dBm",
    "dbm, dBm",
    "db, dB",
    "v/m, V",
    "MW, mW",
    "hz, Hz",
    "d, D"
  })
  void wrongCaseIsNamedAndNeverTaken(String text, String meant) {
    assertThatThrownBy(() -> Unit.of(text))
        .isInstanceOf(UnitException.class)
        .hasMessageContaining("did you mean")
        .hasMessageContaining(meant);
  }

  @Test
  void wrongCaseWithTwoAnswersNamesBoth() {
    assertThatThrownBy(() -> Unit.of("mhz")).hasMessageContaining("MHz or mHz");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "furlong", "V/", "/m", "V/m s", "(V", "V)", "m^", "m^x", "m^2.5", "dBm/s", "2", "k"
      })
  void refused(String text) {
    assertThatThrownBy(() -> Unit.of(text)).isInstanceOf(UnitException.class);
    assertThat(Unit.find(text)).isNull();
  }
}

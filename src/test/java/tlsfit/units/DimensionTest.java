package tlsfit.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionTest {
  private static Dimension random(SplittableRandom random) {
    return new Dimension(
        random.nextInt(-4, 5),
        random.nextInt(-4, 5),
        random.nextInt(-4, 5),
        random.nextInt(-4, 5),
        random.nextInt(-4, 5),
        random.nextInt(-4, 5));
  }

  /** The exponents form an additive group. */
  @Test
  void productsAndPowersAreThoseOfExponents() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100; i++) {
      Dimension a = random(random);
      Dimension b = random(random);
      Dimension c = random(random);
      assertThat(a.times(b)).isEqualTo(b.times(a));
      assertThat(a.times(b).times(c)).isEqualTo(a.times(b.times(c)));
      assertThat(a.times(Dimension.NUMBER)).isEqualTo(a);
      assertThat(a.times(a.power(-1))).isEqualTo(Dimension.NUMBER);
      assertThat(a.times(b).power(3)).isEqualTo(a.power(3).times(b.power(3)));
      assertThat(a.power(0)).isEqualTo(Dimension.NUMBER);
    }
  }

  /** The text of a dimension is its unit: what it says is read back as the same. */
  @Test
  void theTextIsReadBackAsAUnit() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 300; i++) {
      Dimension dimension = random(random);
      Unit unit = Unit.of(dimension.toString());
      assertThat(unit.dimension()).isEqualTo(dimension);
      assertThat(unit.toSi(1)).isEqualTo(1);
    }
  }

  /** SI Brochure, 9th edition, tables 4 to 6, in base units. */
  @ParameterizedTest
  @CsvSource({
    "J, kg m^2 s^-2",
    "W, kg m^2 s^-3",
    "V, kg m^2 s^-3 A^-1",
    "F, kg^-1 m^-2 s^4 A^2",
    "C, s A",
    "Hz, s^-1",
    "V/m, kg m s^-3 A^-1",
    "C m, m s A",
    "rad/s, s^-1 rad",
    "ppm, 1"
  })
  void derivedUnitsInBaseUnits(String unit, String base) {
    assertThat(Unit.of(unit).dimension()).hasToString(base);
  }

  /** An example must be what it is an example of. */
  @ParameterizedTest
  @CsvSource({
    "m, a length",
    "kg, a mass",
    "s, a time",
    "A, a current",
    "K, a temperature",
    "rad, an angle",
    "Hz, a frequency",
    "rad/s, an angular frequency",
    "1/s^2, a rate of a frequency",
    "rad/s^2, an angular rate",
    "J, an energy",
    "W, a power",
    "C, a charge",
    "D, a dipole moment",
    "V, a voltage",
    "V/s, a rate of a voltage",
    "V/m, an electric field",
    "V/m/s, a rate of an electric field",
    "F, a capacitance",
    "1, a plain number"
  })
  void namedDimensionsHaveAReadableExample(String unit, String description) {
    Dimension dimension = Unit.of(unit).dimension();
    assertThat(dimension.description()).isEqualTo(description);
    assertThat(Quantity.parse(dimension.example(), dimension).dimension()).isEqualTo(dimension);
  }

  @Test
  void othersAreDescribedByTheirUnits() {
    Dimension area = Dimension.LENGTH.power(2);
    assertThat(area.description()).isEqualTo("a quantity in m^2");
    assertThat(area.example()).isEqualTo("1 m^2");
    assertThat(Quantity.parse(area.example(), area).value()).isEqualTo(1);
  }
}

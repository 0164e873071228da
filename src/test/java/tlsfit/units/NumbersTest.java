package tlsfit.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers read and written. */
class NumbersTest {

  /** Whatever Java writes of a finite number is read back to the last bit. */
  @Test
  void everyFiniteDoubleIsReadBack() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 5000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(Numbers.parse(Double.toString(value))).isEqualTo(value);
        assertThat(Numbers.parse(new BigDecimal(value).toPlainString())).isEqualTo(value);
      }
    }
    assertThat(Numbers.parse(Double.toString(Double.MIN_VALUE))).isEqualTo(Double.MIN_VALUE);
    assertThat(Numbers.parse(Double.toString(Double.MAX_VALUE))).isEqualTo(Double.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "1.5e-3 V, 0.0015, V",
    "5GHz, 5, GHz",
    "1e V, 1, e V", // an elementary charge times a volt, no exponent
    "2E5, 200000, ''",
    "+.5D, 0.5, D",
    "7. m, 7, m",
    "1e17 1/s^2, 1e17, 1/s^2",
    "3 1/s, 3, 1/s"
  })
  void aNumberEndsWhereItsUnitBegins(String text, double value, String rest) {
    Numbers.Leading leading = Numbers.leading(text);
    assertThat(leading.value()).isEqualTo(value);
    assertThat(leading.rest()).isEqualTo(rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,5",
        "1 500",
        "1'500",
        "1’500",
        "1_500",
        "1\u00a0500",
        "1\u202f500 Hz",
        "1,500.0"
      })
  void separatorsAreRefusedAndTheWayToWriteItNamed(String text) {
    assertThatThrownBy(() -> Numbers.leading(text))
        .isInstanceOf(UnitException.class)
        .hasMessageContaining("thousands separator")
        .hasMessageContaining("1.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "-", "+", "e5", ".e5", "-.", "inf", "NaN", "x1", "−"})
  void whatBeginsWithoutADigitIsNoNumber(String text) {
    assertThat(Numbers.isNumber(text)).isFalse();
    assertThatThrownBy(() -> Numbers.leading(text)).isInstanceOf(UnitException.class);
  }

  @Test
  void tooLargeNumbersAreRefusedAndTinyOnesAreZero() {
    assertThat(Numbers.isNumber("1e309")).isFalse();
    assertThat(Numbers.isNumber("-1e309")).isFalse();
    assertThat(Numbers.parse("1e-400")).isZero();
  }

  /** Rounded to d digits a number is within half a unit of the last of them. */
  @Test
  void significantDigitsAreExactToHalfOfTheLast() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 2000; i++) {
      double value = random.nextDouble(1, 10) * Math.pow(10, random.nextInt(-20, 20));
      int digits = random.nextInt(1, 12);
      double read = Numbers.parse(NumberText.significant(value, digits));
      double unit = Math.pow(10, Math.floor(Math.log10(value)) + 1 - digits);
      assertThat(read).isCloseTo(value, within(0.5001 * unit));
      assertThat(NumberText.significant(-value, digits))
          .isEqualTo("-" + NumberText.significant(value, digits));
      // rounding twice is rounding once
      assertThat(NumberText.significant(read, digits))
          .isEqualTo(NumberText.significant(value, digits));
    }
  }

  /** The rule is the same in every unit: ten times the error is one decimal place less. */
  @Test
  void theRuleOfErrorsKnowsNoUnit() {
    for (int leading = 100; leading < 1000; leading += 7) {
      int decimals = PdgRounding.decimals(Double.parseDouble(leading + "e-2"));
      for (int power = -12; power < 12; power++) {
        assertThat(PdgRounding.decimals(Double.parseDouble(leading + "e" + (power - 2))))
            .as(leading + "e" + (power - 2))
            .isEqualTo(decimals - power);
      }
      // one digit is kept from 355 to 949 and two below; 950 and up are 1000, with two again
      assertThat(decimals).isEqualTo(leading <= 354 ? 1 : 0);
    }
  }

  /** One digit from 355 up: 0.4 of 0.355 is the worst case, by 13 %. */
  @Test
  void theErrorShownIsNearTheError() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 2000; i++) {
      double error = random.nextDouble(1, 10) * Math.pow(10, random.nextInt(-5, 4));
      String text = NumberText.withError(0, error);
      double shown = Numbers.parse(text.substring(text.indexOf('±') + 1));
      assertThat(shown).as(text).isCloseTo(error, within(0.15 * error));
    }
  }
}

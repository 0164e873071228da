package tlsfit.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
  /** The first three are the rule's own examples: 0.827 ± 0.119, 0.367, and 950 to 999. */
  @ParameterizedTest
  @CsvSource({
    "0.827, 0.119, 0.83 ± 0.12",
    "0.827, 0.367, 0.8 ± 0.4",
    "0.827, 0.963, 0.8 ± 1.0",
    "0.827, 0.354, 0.83 ± 0.35",
    "0.827, 0.355, 0.8 ± 0.4",
    "0.827, 0.9499, 0.8 ± 0.9",
    "12345, 119, 12350 ± 120",
    "12345, 367, 12300 ± 400",
    "-5.0001, 0.00099, -5.0001 ± 0.0010",
    "5e-7, 1.2e-8, 0.000000500 ± 0.000000012"
  })
  void keepsWhatTheErrorIsWorth(double value, double error, String text) {
    assertThat(NumberText.withError(value, error)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.119, 2",
    "0.367, 1",
    "0.963, 1",
    "3.54, 1",
    "3.55, 0",
    "119, -1",
    "951, -2",
    "1e-9, 10"
  })
  void decimalsThatAnErrorIsWorth(double error, int decimals) {
    assertThat(PdgRounding.decimals(error)).isEqualTo(decimals);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, 0",
    "1234.5678, 6, 1234.57",
    "-0.00012345, 3, -0.000123",
    "0.000012345, 3, 1.23e-5",
    "3.2e11, 4, 3.2e11",
    "99999999, 3, 1e8",
    "5000, 2, 5000"
  })
  void significantDigitsWithoutZerosAtTheEnd(double value, int digits, String text) {
    assertThat(NumberText.significant(value, digits)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, 0.00",
    "1.005, 1, 1.0",
    "-2.25, 1, -2.3",
    "1234, -2, 1200",
    "12345678, 0, 1.2345678e+07",
    "1.5e-20, 21, 1.5e-20",
    "0, 13, 0.000000000000e+00"
  })
  void fixedDecimalsHalvesAwayFromZero(double value, int decimals, String text) {
    assertThat(NumberText.fixed(value, decimals)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.05, +0.05", "-0.05, -0.05", "0, 0", "12345, +12300"})
  void signedNumbersShowBothSigns(double value, String text) {
    assertThat(NumberText.signed(value, 3)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.0123, 0.012", "1, 1", "1e-15, 1e-15", "9e-16, below 1e-15", "0, below 1e-15"})
  void probabilitiesEndWhereTheyMeanNothing(double p, String text) {
    assertThat(NumberText.probability(p)).isEqualTo(text);
  }

  @Test
  void sharesAreInPercent() {
    assertThat(NumberText.percent(0.12345, 3)).isEqualTo("12.3 %");
    assertThat(NumberText.signedPercent(0.004, 2)).isEqualTo("+0.4 %");
    assertThat(NumberText.signedPercent(-1.5, 2)).isEqualTo("-150 %");
  }

  /** Up to 0.5 in percent, above as exp(error): exp(1) = 2.718. */
  @ParameterizedTest
  @CsvSource({"0.034, 3.4 %", "0.5, 50 %", "1, a factor of 2.7", "1000, a factor of 1.9e130"})
  void errorOfALogarithmIsPercentOrAFactor(double error, String text) {
    assertThat(NumberText.errorOfLogarithm(error)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 readings", "1, 1 reading", "12, 12 readings", "1e6, 1000000 readings"})
  void countsHaveTheirPlural(double number, String text) {
    assertThat(NumberText.count(number, "reading")).isEqualTo(text);
  }

  @Test
  void decimalsForSomeDigitsOfAValue() {
    assertThat(NumberText.decimals(0.0123, 2)).isEqualTo(3);
    assertThat(NumberText.decimals(-4567, 2)).isEqualTo(-2);
  }
}

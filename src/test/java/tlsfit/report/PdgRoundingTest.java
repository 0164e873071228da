package tlsfit.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdgRoundingTest {
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
    assertThat(Figures.withError(value, error)).isEqualTo(text);
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
    assertThat(Figures.significant(value, digits)).isEqualTo(text);
  }
}

package tlsfit.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {
  @ParameterizedTest
  @CsvSource({
    "rabi=1e6..1e10 1/s, RABI, 1e6, 1e10",
    "' rabi = 1e6 1/s .. 1e10 1/s ', RABI, 1e6, 1e10",
    "ac-field=1 V/m..2 kV/m, AC_FIELD, 1, 2000",
    "ac-field=2..1 kV/m, AC_FIELD, 2000, 1000",
    "xi=0.01..100, XI, 0.01, 100"
  })
  void ranges(String text, Variable variable, double from, double to) {
    assertThat(Range.parse(text)).isEqualTo(new Range(variable, from, to));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rabi | \"rabi\" is no range; write NAME=FROM..TO, as in rabi=1e6..1e10 1/s",
        "rabi=1e6 1/s | \"rabi=1e6 1/s\" is no range; write NAME=FROM..TO, as in"
            + " rabi=1e6..1e10 1/s",
        "1..2=rabi | \"1..2=rabi\" is no range; write NAME=FROM..TO, as in rabi=1e6..1e10 1/s",
        "xi=5..5 | \"xi=5..5\" is one value; write two different ones",
        "xi=0..5 | \"0\" is not above zero: write it like 10",
        "foo=1..2 | \"foo\" is nothing a curve runs over; there are rabi, ac-field, xi, sweep-rate,"
            + " bias-rate"
      })
  void refusals(String text, String message) {
    assertThatThrownBy(() -> Range.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  // numpy.geomspace(1, 8, 4), and backwards
  @Test
  void valuesAreEvenInTheLogarithm() {
    Percentage close = Percentage.withPercentage(1e-12);
    double[] rising = new Range(Variable.XI, 1, 8).values(4);
    double[] falling = new Range(Variable.XI, 8, 1).values(4);
    double[] expected = {1, 2, 4, 8};
    assertThat(rising).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertThat(rising[i]).isCloseTo(expected[i], close);
      assertThat(falling[i]).isCloseTo(expected[3 - i], close);
    }
  }

  /** The ends are those of the range to the last bit, whatever the logarithm rounds to. */
  @Test
  void theEndsAreExact() {
    for (double to : new double[] {3.3e7, 7.7e11, 1.1}) {
      double[] values = new Range(Variable.RABI, 0.3, to).values(200);
      assertThat(values[0]).isEqualTo(0.3);
      assertThat(values[199]).isEqualTo(to);
    }
  }
}

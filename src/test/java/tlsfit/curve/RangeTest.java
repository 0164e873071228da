package tlsfit.curve;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RangeTest {
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

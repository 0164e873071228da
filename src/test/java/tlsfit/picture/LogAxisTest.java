package tlsfit.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogAxisTest {
  @Test
  void ticksAreRoundNumbersWithinTheAxis() {
    Axis axis = LogAxis.around("p (D)", new double[] {0.3, 7, 0, Double.NaN});
    assertThat(axis.from()).isBetween(0.2, 0.3);
    assertThat(axis.to()).isBetween(7.0, 9.0);
    assertThat(axis.given()).extracting(Axis.Tick::text).containsExactly("0.5", "1", "2", "5");
  }

  @ParameterizedTest
  @CsvSource({"1e-150, 1e150", "1, 1.7976931348623157e308", "4.9e-324, 4.9e-324", "3, 3"})
  void ticksAreFewWhateverTheLength(double low, double high) {
    Axis axis = LogAxis.around("x", new double[] {low, high});
    assertThat(axis.given()).hasSizeLessThan(400);
    assertThat(axis.place(Math.sqrt(axis.from()) * Math.sqrt(axis.to())))
        .isCloseTo(0.5, within(1e-9));
  }
}

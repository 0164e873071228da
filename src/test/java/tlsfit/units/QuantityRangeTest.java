package tlsfit.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityRangeTest {
  @ParameterizedTest
  @CsvSource({
    "1 us .. 10 us, 1, 10",
    "1..10 us, 1, 10",
    "1 us..10, 1, 10",
    "500 ns .. 0.01 ms, 0.5, 10",
    "1 us .., 1, Infinity",
    "..10 us, -Infinity, 10"
  })
  void bothEndsAreRead(String text, double lower, double upper) {
    QuantityRange range = QuantityRange.parse(text, Unit.of("s"));
    check(range.lower(), lower);
    check(range.upper(), upper);
  }

  private static void check(double end, double microseconds) {
    if (Double.isInfinite(microseconds)) {
      assertThat(end).isEqualTo(microseconds);
    } else {
      assertThat(end).isCloseTo(1e-6 * microseconds, within(1e-20));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 us | has no \"..\"",
        ".. | has no end",
        "10 us .. 1 us | begins at or above its end",
        "1 us .. 1 us | begins at or above its end",
        "1 us .. 5 D | a time is expected",
        "1 +- 0.1 us .. 5 us | has an uncertainty"
      })
  void othersAreRefused(String text, String message) {
    assertThatThrownBy(() -> QuantityRange.parse(text, Unit.of("s")))
        .isInstanceOf(UnitException.class)
        .hasMessageContaining(message);
  }

  @Test
  void plainNumbersNeedNoUnit() {
    assertThat(QuantityRange.parse("1e-4 .. 2e-4", Unit.ONE))
        .isEqualTo(new QuantityRange(1e-4, 2e-4));
  }
}

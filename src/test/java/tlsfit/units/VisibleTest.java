package tlsfit.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void whatPeopleReadStays() {
    String text = "± 5 µs\nmesuré, 日本, ≤ \u00a0−3 · \ud83d\ude00\r\n";
    assertThat(Visible.of(text)).isEqualTo(text);
  }

  @Test
  void whatSteersOrHidesStandsAsItsCode() {
    assertThat(Visible.of("a\u001b[2J\tb\rc\u202e\udb40\udc41\ud800z"))
        .isEqualTo("a\\u001b[2J\\u0009b\\u000dc\\u202e\\udb40\\udc41\\ud800z");
  }

  /** Every code point of Unicode, against the ranges that issue and standard name. */
  @Test
  void nothingThatSteersOrHidesGetsThrough() {
    IntPredicate steers =
        c ->
            (c < 0x20 && c != '\n')
                || (c >= 0x7f && c <= 0x9f)
                || (c >= 0x200b && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f)
                || c == 0xad
                || c == 0x61c
                || c == 0xfeff
                || (c >= 0xd800 && c <= 0xdfff)
                || (c >= 0xe0000 && c <= 0xe0fff);
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String visible = Visible.of(new StringBuilder().appendCodePoint(c).toString());
      if (steers.test(c)) {
        assertThat(visible).as("U+%04X", c).matches("(\\\\u[0-9a-f]{4}){1,2}");
      } else if (Character.isLetterOrDigit(c) && Character.getName(c).indexOf("FILLER") < 0) {
        assertThat(visible.codePointAt(0)).as("U+%04X", c).isEqualTo(c);
      }
    }
  }
}

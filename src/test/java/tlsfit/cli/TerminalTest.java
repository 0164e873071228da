package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
  private static Terminal terminal(Map<String, String> environment, String size) {
    return Terminal.of(true, environment, () -> size);
  }

  /** A file or a pipe gets 80 columns without colour, whatever the environment says. */
  @Test
  void elsewhereItHasEightyColumnsAndNoColour() {
    assertThat(Terminal.of(false, Map.of("COLUMNS", "132"), () -> "24 132"))
        .isEqualTo(new Terminal(80, false));
  }

  @ParameterizedTest
  @CsvSource({
    "100, '24 90', 100",
    "'', '24 90', 90",
    "x, '24 90', 90",
    "'', '', 80",
    "0, '', 80",
    "20, '', 60",
    "9999, '', 120",
    "123456789012, '24 90', 90"
  })
  void widthIsThatOfTheTerminal(String columns, String size, int width) {
    assertThat(terminal(Map.of("COLUMNS", columns), size).width()).isEqualTo(width);
  }

  /** https://no-color.org: set and not empty. */
  @Test
  void colourCanBeTurnedOff() {
    assertThat(terminal(Map.of(), "").coloured()).isTrue();
    assertThat(terminal(Map.of("NO_COLOR", ""), "").coloured()).isTrue();
    assertThat(terminal(Map.of("NO_COLOR", "1"), "").coloured()).isFalse();
    assertThat(terminal(Map.of("TERM", "dumb"), "").coloured()).isFalse();
  }
}

package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {
  /** kitten and sitting are the usual example: two letters changed, one added. */
  @ParameterizedTest
  @CsvSource({
    "kitten, sitting, 3",
    "sitting, kitten, 3",
    "'', abc, 3",
    "abc, '', 3",
    "flaw, lawn, 2",
    "same, same, 0"
  })
  void countsChangedLetters(String from, String to, int distance) {
    assertThat(NearestNames.distance(from, to)).isEqualTo(distance);
  }

  @Test
  void whatContainsTheTextComesAlone() {
    List<String> names = List.of("runs", "shiftSeen", "relaxationSeen", "starts");
    assertThat(NearestNames.of("SEEN", names)).containsExactly("shiftSeen", "relaxationSeen");
  }

  @Test
  void elseTheThreeWithFewestChanges() {
    List<String> names = List.of("leverage", "runs", "starts", "rungs", "tables");
    assertThat(NearestNames.of("rungss", names)).startsWith("rungs", "runs").hasSize(3);
    assertThat(NearestNames.of("", names)).hasSize(3);
  }
}

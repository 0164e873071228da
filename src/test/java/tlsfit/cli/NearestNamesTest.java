package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {
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

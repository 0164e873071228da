package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {
  private static final List<Integer> ALL = List.of(0, 1, 2, 3, 4);

  /** No result is graver than a result that is not valid, though its number is smaller. */
  @ParameterizedTest
  @CsvSource({"0, 4, 4", "4, 3, 3", "3, 2, 2", "0, 3, 3", "4, 2, 2", "4, 4, 4"})
  void theGraverOfTwo(int a, int b, int expected) {
    assertThat(ExitStatus.worse(a, b)).isEqualTo(expected);
    assertThat(ExitStatus.worse(b, a)).isEqualTo(expected);
  }

  @Test
  void successIsNeutral() {
    for (int status : ALL) {
      assertThat(ExitStatus.worse(ExitStatus.OK, status)).isEqualTo(status);
      assertThat(ExitStatus.worse(status, ExitStatus.OK)).isEqualTo(status);
    }
  }

  /**
   * The order of the samples does not matter, as far as several faults are of different gravity.
   */
  @Test
  void isAssociative() {
    for (int a : ALL) {
      for (int b : ALL) {
        for (int c : ALL) {
          assertThat(ExitStatus.worse(ExitStatus.worse(a, b), c))
              .isEqualTo(ExitStatus.worse(a, ExitStatus.worse(b, c)));
        }
      }
    }
  }
}

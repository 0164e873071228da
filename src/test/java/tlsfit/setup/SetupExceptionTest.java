package tlsfit.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;

class SetupExceptionTest {
  private static final Refusal LEVEL =
      Refusal.of(RefusalCode.LEVEL_NOT_A_PROBABILITY).with("level", 2);

  @Test
  void keepsAllReasonsInOrder() {
    List<Refusal> reasons = new ArrayList<>(List.of(Refusal.of(RefusalCode.ALL_FIXED), LEVEL));
    SetupException exception = new SetupException(reasons);
    reasons.clear();
    assertThat(exception.refusals()).containsExactly(Refusal.of(RefusalCode.ALL_FIXED), LEVEL);
    assertThat(new SetupException(LEVEL).refusals()).containsExactly(LEVEL);
  }

  @Test
  void itsMessageHasTheCodesAndNumbersForALog() {
    assertThat(new SetupException(List.of(Refusal.of(RefusalCode.ALL_FIXED), LEVEL)))
        .hasMessageContaining("ALL_FIXED")
        .hasMessageContaining("LEVEL_NOT_A_PROBABILITY")
        .hasMessageContaining("level=2.0");
  }
}

package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;

class FitRefusedExceptionTest {

  @Test
  void theMessageHoldsTheValuesInOrder() {
    Refusal refusal =
        Refusal.of(RefusalCode.TOO_FEW_READINGS, "a.csv").with("readings", 2).with("parameters", 3);
    FitRefusedException refused = new FitRefusedException(refusal);
    assertThat(refused.refusal()).isEqualTo(refusal);
    assertThat(refused).hasMessage("TOO_FEW_READINGS a.csv parameters=3.0 readings=2.0");
  }
}

package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tlsfit.setup.Relaxation;

class RelaxationStateTest {
  private static final RelaxationTest SEEN = new RelaxationTest(9, 0.0013);
  private static final RelaxationTest UNSEEN = new RelaxationTest(1, 0.16);
  private static final RelaxationState FITTED = new RelaxationState.Fitted(Optional.empty());
  private static final RelaxationState OFF = new RelaxationState.Off();

  @Test
  void isOnWhereARateIsFittedOrATimeIsFixed() {
    assertThat(FITTED.isOn()).isTrue();
    assertThat(new RelaxationState.Fixed(3e-6).isOn()).isTrue();
    assertThat(new RelaxationState.Fixed(Double.POSITIVE_INFINITY).isOn()).isFalse();
    assertThat(new RelaxationState.AtZero(UNSEEN).isOn()).isFalse();
    assertThat(new RelaxationState.LeftOut(UNSEEN).isOn()).isFalse();
    assertThat(OFF.isOn()).isFalse();
    assertThat(FITTED.choice()).isEqualTo(Relaxation.ON);
    assertThat(OFF.choice()).isEqualTo(Relaxation.OFF);
  }

  @Test
  void aTestedRateIsFittedOrLeftOut() {
    assertThat(RelaxationState.of(2e5, SEEN))
        .isEqualTo(new RelaxationState.Fitted(Optional.of(SEEN)));
    assertThat(RelaxationState.of(0, UNSEEN)).isEqualTo(new RelaxationState.LeftOut(UNSEEN));
  }

  @Test
  void isNotSeenOnlyByATest() {
    assertThat(RelaxationState.of(2e5, SEEN).notSeen()).isFalse();
    assertThat(RelaxationState.of(2e5, UNSEEN).notSeen()).isTrue(); // fitted on request
    assertThat(new RelaxationState.AtZero(UNSEEN).notSeen()).isTrue();
    assertThat(OFF.notSeen()).isFalse();
    assertThat(FITTED.test()).isEmpty();
  }

  @Test
  void theTestGoesWithAFitThatGoesOn() {
    RelaxationState atZero = new RelaxationState.AtZero(UNSEEN);
    assertThat(atZero.carriedTo(OFF)).isEqualTo(atZero);
    assertThat(atZero.carriedTo(FITTED)).isEqualTo(new RelaxationState.Fitted(Optional.of(UNSEEN)));
    assertThat(RelaxationState.of(2e5, SEEN).carriedTo(OFF))
        .isEqualTo(new RelaxationState.LeftOut(SEEN));
    assertThat(OFF.carriedTo(FITTED)).isEqualTo(FITTED);
  }
}

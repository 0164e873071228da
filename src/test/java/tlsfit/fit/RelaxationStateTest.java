package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelaxationStateTest {
  private static final RelaxationTest SEEN = new RelaxationTest(9, 0.0013);
  private static final RelaxationTest UNSEEN = new RelaxationTest(1, 0.16);
  private static final RelaxationState FITTED = new RelaxationState.Fitted(Optional.empty());
  private static final RelaxationState OFF = new RelaxationState.Off();

  private static RelaxationState atZero(RelaxationTest test) {
    return new RelaxationState.AtZero(Optional.of(test));
  }

  private static RelaxationState fitted(RelaxationTest test) {
    return new RelaxationState.Fitted(Optional.of(test));
  }

  @Test
  void isOnWhereARateIsFittedOrATimeIsFixed() {
    assertThat(FITTED.isOn()).isTrue();
    assertThat(new RelaxationState.Fixed(3e-6).isOn()).isTrue();
    assertThat(new RelaxationState.Fixed(Double.POSITIVE_INFINITY).isOn()).isFalse();
    assertThat(atZero(UNSEEN).isOn()).isFalse();
    assertThat(OFF.isOn()).isFalse();
  }

  @Test
  void isAtZeroOnlyWhereARateWasFitted() {
    assertThat(atZero(UNSEEN).atZero()).isTrue();
    assertThat(new RelaxationState.AtZero(Optional.empty()).atZero()).isTrue();
    assertThat(new RelaxationState.Fixed(Double.POSITIVE_INFINITY).atZero()).isFalse();
    assertThat(OFF.atZero()).isFalse();
    assertThat(FITTED.atZero()).isFalse();
  }

  @Test
  void aTestedRateIsPositiveOrAtZero() {
    assertThat(RelaxationState.of(2e5, SEEN)).isEqualTo(fitted(SEEN));
    assertThat(RelaxationState.of(0, UNSEEN)).isEqualTo(atZero(UNSEEN));
  }

  @Test
  void isNotSeenOnlyByATest() {
    assertThat(RelaxationState.of(2e5, SEEN).notSeen()).isFalse();
    assertThat(RelaxationState.of(2e5, UNSEEN).notSeen()).isTrue(); // fitted all the same
    assertThat(atZero(UNSEEN).notSeen()).isTrue();
    assertThat(OFF.notSeen()).isFalse();
    assertThat(FITTED.test()).isEmpty();
    assertThat(FITTED.notSeen()).isFalse();
  }

  @Test
  void theTestGoesWithAFitThatGoesOn() {
    assertThat(atZero(UNSEEN).carriedTo(new RelaxationState.AtZero(Optional.empty())))
        .isEqualTo(atZero(UNSEEN));
    assertThat(atZero(UNSEEN).carriedTo(FITTED)).isEqualTo(fitted(UNSEEN));
    assertThat(fitted(SEEN).carriedTo(new RelaxationState.AtZero(Optional.empty())))
        .isEqualTo(atZero(SEEN));
    assertThat(OFF.carriedTo(FITTED)).isEqualTo(FITTED);
    assertThat(FITTED.carriedTo(OFF)).isEqualTo(OFF);
  }
}

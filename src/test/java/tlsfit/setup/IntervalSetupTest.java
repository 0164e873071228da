package tlsfit.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.model.LogModel;
import tlsfit.model.TabulatedIntegral;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;

class IntervalSetupTest {
  private static final FitOptions OPTIONS =
      FitOptions.of(new LogModel(new TabulatedIntegral()), new Noise.Absolute());
  private static final IntervalSetup BOOTSTRAP =
      IntervalSetup.NONE.withKind(IntervalKind.BOOTSTRAP);

  private static List<RefusalCode> codes(IntervalSetup setup) {
    return setup.objections().stream().map(Refusal::code).toList();
  }

  @Test
  void whereNothingIsSaidTheDefaultsHold() {
    assertThat(IntervalSetup.NONE.objections()).isEmpty();
    assertThat(IntervalSetup.NONE.inForce(OPTIONS))
        .isEqualTo(Map.of("intervals", "profile", "level", "0.95"));
    assertThat(BOOTSTRAP.objections()).isEmpty();
    assertThat(BOOTSTRAP.inForce(OPTIONS))
        .isEqualTo(
            Map.of(
                "intervals", "bootstrap",
                "level", "0.95",
                "replicates", "2000",
                "bootstrap", "parametric"));
  }

  @ParameterizedTest
  @EnumSource(value = IntervalKind.class, names = "BOOTSTRAP", mode = EnumSource.Mode.EXCLUDE)
  void replicatesAndNoiseAreOfABootstrapOnly(IntervalKind kind) {
    IntervalSetup other = IntervalSetup.NONE.withKind(kind);
    assertThat(codes(other.withReplicates(500)))
        .containsExactly(RefusalCode.BOOTSTRAP_SETTINGS_UNUSED);
    assertThat(codes(other.withBootstrap(BootstrapKind.WILD)))
        .containsExactly(RefusalCode.BOOTSTRAP_SETTINGS_UNUSED);
    // from below they are dropped, so that a command line may choose against its file
    IntervalSetup file = BOOTSTRAP.withReplicates(500).withBootstrap(BootstrapKind.WILD);
    assertThat(other.over(file)).isEqualTo(other);
  }

  @Test
  void soManyReplicatesThatNoMemoryHoldsThemAreRefused() {
    assertThat(codes(BOOTSTRAP.withReplicates(Defaults.MOST_REPLICATES))).isEmpty();
    assertThat(codes(BOOTSTRAP.withReplicates(Integer.MAX_VALUE)))
        .containsExactly(RefusalCode.TOO_MANY_REPLICATES);
  }

  @Test
  void theFewestReplicatesAreEnough() {
    assertThat(codes(BOOTSTRAP.withReplicates(Defaults.FEWEST_REPLICATES))).isEmpty();
    assertThat(codes(BOOTSTRAP.withReplicates(Defaults.FEWEST_REPLICATES - 1)))
        .containsExactly(RefusalCode.TOO_FEW_REPLICATES);
    assertThat(codes(BOOTSTRAP.withReplicates(-1).withLevel(1)))
        .containsExactly(RefusalCode.LEVEL_NOT_A_PROBABILITY, RefusalCode.TOO_FEW_REPLICATES);
  }

  @Test
  void eachSettingIsMergedOnItsOwn() {
    IntervalSetup file = BOOTSTRAP.withReplicates(500).withLevel(0.9);
    IntervalSetup line = IntervalSetup.NONE.withLevel(0.99);
    assertThat(line.over(file)).isEqualTo(file.withLevel(0.99));
    assertThat(file.over(line)).isEqualTo(file);
    assertThat(BOOTSTRAP.over(file)).isEqualTo(file);
    assertThat(line.over(line)).isEqualTo(line);
  }

  @ParameterizedTest
  @EnumSource(BootstrapKind.class)
  void aNoiseThatIsAskedForIsTaken(BootstrapKind kind) {
    for (Loss loss : Loss.values()) {
      assertThat(BOOTSTRAP.withBootstrap(kind).bootstrapOf(OPTIONS.withLoss(loss))).isEqualTo(kind);
    }
  }
}

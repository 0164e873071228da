package tlsfit.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.measurement.Measurement;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;

/** What is known of σ, from what was asked and what the tables have. */
class SigmaUseTest {
  private static final double NO = Double.NaN;
  private static final Measurement ALL = Measurements.of(Measurements.table("a.csv", 1e3, 2e3));
  private static final Measurement NONE = Measurements.of(Measurements.table("a.csv", NO, NO));
  private static final Measurement SOME =
      Measurements.of(
          Measurements.table("a.csv", 1e3, 1e3),
          Measurements.table("b.csv", 1e3, NO),
          Measurements.table("c.csv", NO, NO));

  private static Refusal refusal(Optional<SigmaUse> asked, Measurement measurement) {
    SetupException e =
        catchThrowableOfType(SetupException.class, () -> SigmaUse.noise(asked, measurement));
    assertThat(e.refusals()).hasSize(1);
    return e.refusals().get(0);
  }

  @Test
  void theTablesDecideWhereNothingIsAsked() {
    assertThat(SigmaUse.noise(Optional.empty(), ALL)).isEqualTo(new Noise.Absolute());
    assertThat(SigmaUse.noise(Optional.empty(), NONE)).isEqualTo(new Noise.FromScatter());
  }

  @Test
  void tablesThatDisagreeAreNamed() {
    assertThat(refusal(Optional.empty(), SOME))
        .isEqualTo(
            new Refusal(
                RefusalCode.TABLES_WITHOUT_SIGMA,
                List.of("b.csv", "c.csv"),
                Map.of("others", 1.0)));
  }

  @Test
  void whatIsAskedForCounts() {
    assertThat(SigmaUse.noise(Optional.of(SigmaUse.ABSOLUTE), ALL)).isEqualTo(new Noise.Absolute());
    assertThat(SigmaUse.noise(Optional.of(SigmaUse.RELATIVE), ALL)).isEqualTo(new Noise.Relative());
    for (Measurement measurement : Arrays.asList(ALL, NONE, SOME)) {
      assertThat(SigmaUse.noise(Optional.of(SigmaUse.PER_TABLE), measurement))
          .isEqualTo(new Noise.PerTable());
      assertThat(SigmaUse.noise(Optional.of(SigmaUse.NONE), measurement))
          .isEqualTo(new Noise.FromScatter());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ABSOLUTE", "RELATIVE"})
  void sigmaThatIsAskedForMustBeThere(SigmaUse asked) {
    assertThat(refusal(Optional.of(asked), NONE))
        .isEqualTo(
            new Refusal(
                RefusalCode.ASKED_SIGMA_MISSING,
                List.of(asked.key(), "a.csv"),
                Map.of("others", 0.0)));
    assertThat(refusal(Optional.of(asked), SOME).names())
        .containsExactly(asked.key(), "b.csv", "c.csv");
  }

  @Test
  void namesAreThoseOfFilesAndOptions() {
    assertThat(SigmaUse.values())
        .extracting(SigmaUse::key)
        .containsExactly("absolute", "relative", "per-table", "none");
    for (SigmaUse use : SigmaUse.values()) {
      assertThat(SigmaUse.find(use.key())).contains(use);
      assertThat(use).hasToString(use.key());
    }
    assertThat(SigmaUse.find("Per-Table")).contains(SigmaUse.PER_TABLE);
    assertThat(SigmaUse.find("per row")).isEmpty();
  }
}

package tlsfit.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;
import tlsfit.setup.SlowChange.Family;
import tlsfit.setup.SlowChange.Kind;

/** The slow changes that are asked for, and what becomes of them in a measurement. */
class SlowSetupTest {
  private static final SlowChange DRIFT_A = new SlowChange("a.csv", Kind.LINEAR_DRIFT);
  private static final SlowChange SQRT_A = new SlowChange("a.csv", Kind.SQRT_BASELINE);
  private static final SlowChange LINEAR_A = new SlowChange("a.csv", Kind.LINEAR_BASELINE);

  /** A table at fields of 100, 100 + step, ... V/m. */
  private static Sweep table(String name, int rows, double step) {
    List<Reading> readings = new ArrayList<>();
    for (int k = 0; k < rows; k++) {
      readings.add(
          new Reading(
              new Drive.AcField(100 + k * step),
              new BiasRate.FieldRate(1e10),
              5e9,
              OptionalDouble.of(500),
              new Origin(name, k + 2)));
    }
    return new Sweep(name, readings);
  }

  private static final Measurement TWO =
      Measurements.of(table("a.csv", 6, 10), table("b.csv", 6, 0));

  private static List<SlowChange> resolved(SlowSetup setup, Measurement measurement) {
    return FitSetup.NONE.withSlow(setup).resolve(measurement).slow();
  }

  private static List<Refusal> refusals(SlowSetup setup, Measurement measurement) {
    return catchThrowableOfType(SetupException.class, () -> resolved(setup, measurement))
        .refusals();
  }

  @Test
  void nothingAskedIsNothing() {
    assertThat(resolved(SlowSetup.NONE, TWO)).isEmpty();
    assertThat(FitSetup.NONE.inForce(FitSetup.NONE.resolve(TWO)))
        .doesNotContainKeys("drift a.csv", "baseline a.csv");
  }

  @Test
  void aTableHasWhatIsAskedOfIt() {
    FitSetup setup = FitSetup.NONE.withSlow(DRIFT_A).withSlow(LINEAR_A).withSlow(SQRT_A);
    FitOptions options = setup.resolve(TWO);
    assertThat(options.slow()).containsExactly(DRIFT_A, SQRT_A); // one baseline, the last
    assertThat(setup.inForce(options))
        .containsEntry("drift a.csv", "linear")
        .containsEntry("baseline a.csv", "sqrt");
  }

  @Test
  void whatIsAskedOfAllTablesIsInEach() {
    assertThat(resolved(SlowSetup.NONE.withEverywhere(Kind.LINEAR_DRIFT), TWO))
        .containsExactly(DRIFT_A, new SlowChange("b.csv", Kind.LINEAR_DRIFT));
    // b.csv is measured at one power
    assertThat(resolved(SlowSetup.NONE.withEverywhere(Kind.SQRT_BASELINE), TWO))
        .containsExactly(SQRT_A);
    // f_ref is that of the first
    assertThat(resolved(SlowSetup.NONE.withEverywhere(Kind.OWN_REFERENCE), TWO))
        .containsExactly(new SlowChange("b.csv", Kind.OWN_REFERENCE));
    assertThat(resolved(SlowSetup.NONE.with(new SlowChange("a.csv", Kind.OWN_REFERENCE)), TWO))
        .containsExactly(new SlowChange("a.csv", Kind.OWN_REFERENCE));
  }

  @Test
  void theCommandLineForAllTablesCountsBeforeTheFileForSingleOnes() {
    SlowSetup file = SlowSetup.NONE.with(DRIFT_A).with(LINEAR_A);
    assertThat(SlowSetup.NONE.over(file)).isEqualTo(file);
    assertThat(file.over(SlowSetup.NONE)).isEqualTo(file);
    assertThat(resolved(SlowSetup.NONE.without(Family.DRIFT).over(file), TWO))
        .containsExactly(LINEAR_A);
    assertThat(resolved(SlowSetup.NONE.withEverywhere(Kind.SQRT_BASELINE).over(file), TWO))
        .containsExactly(DRIFT_A, SQRT_A);
    assertThat(resolved(SlowSetup.NONE.with(SQRT_A).over(file), TWO))
        .containsExactly(DRIFT_A, SQRT_A);
    assertThat(FitSetup.NONE.over(FitSetup.NONE.withSlow(DRIFT_A)).slow().tables())
        .containsExactly(DRIFT_A);
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    assertThat(refusals(SlowSetup.NONE.with(new SlowChange("c.csv", Kind.LINEAR_DRIFT)), TWO))
        .containsExactly(Refusal.of(RefusalCode.NO_SUCH_TABLE, "c.csv"));
    assertThat(refusals(SlowSetup.NONE.with(new SlowChange("b.csv", Kind.SQRT_BASELINE)), TWO))
        .containsExactly(Refusal.of(RefusalCode.BASELINE_WITHOUT_POWERS, "b.csv"));
    Measurement one = Measurements.of(table("b.csv", 6, 0));
    assertThat(refusals(SlowSetup.NONE.withEverywhere(Kind.LINEAR_BASELINE), one))
        .containsExactly(Refusal.of(RefusalCode.BASELINE_WITHOUT_POWERS, "b.csv"));
    Measurement same = Measurements.of(table("a.csv", 6, 10), table("a.csv", 6, 10));
    assertThat(refusals(SlowSetup.NONE.with(DRIFT_A), same))
        .containsExactly(Refusal.of(RefusalCode.TABLE_NAMED_TWICE, "a.csv"));
    Measurement few = Measurements.of(table("a.csv", 2, 10), table("b.csv", 6, 0));
    assertThat(refusals(SlowSetup.NONE.with(DRIFT_A).with(SQRT_A), few))
        .containsExactly(
            Refusal.of(RefusalCode.TOO_FEW_FOR_SLOW_CHANGES, "a.csv")
                .with("readings", 2)
                .with("needed", 3));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void kindsAreFoundByTheirNames(Kind kind) {
    assertThat(Kind.find(kind.family(), kind.value()).isPresent()).isEqualTo(kind.offered());
    assertThat(Kind.of(kind.family()).contains(kind)).isEqualTo(kind.offered());
    assertThat(kind.key()).matches("[a-z]+(-[a-z]+)+");
  }

  @Test
  void keysAreThoseOfTheGuide() {
    assertThat(Kind.find(Family.BASELINE, "linear")).contains(Kind.LINEAR_BASELINE);
    assertThat(Kind.find(Family.DRIFT, "linear")).contains(Kind.LINEAR_DRIFT);
    assertThat(Kind.find(Family.REFERENCE, "own")).contains(Kind.OWN_REFERENCE);
    assertThat(Kind.find(Family.DRIFT, "sqrt")).isEmpty();
    assertThat(Map.of(Kind.SQRT_BASELINE, 0.5, Kind.QUADRATIC_BASELINE, 2.0))
        .allSatisfy((kind, exponent) -> assertThat(kind.exponent()).isEqualTo(exponent));
  }
}

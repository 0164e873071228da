package tlsfit.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.model.Parameter;
import tlsfit.result.RefusalCode;

class ConstraintsTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final Constraints ALL =
      Constraints.NONE
          .withFixed(Parameter.CHI, 1e-4)
          .withBounds(Parameter.DIPOLE_MOMENT, new Bounds(1e-30, 1e-28))
          .withPrior(Parameter.DIPOLE_MOMENT, new Prior(2e-29, 1e-30))
          .withPrior(Parameter.RELAXATION_TIME, new Prior(3e-6, 1e-6));

  private static final List<Constraints> SOME =
      List.of(
          Constraints.NONE,
          ALL,
          Constraints.NONE.withFixed(Parameter.DIPOLE_MOMENT, 1e-29),
          Constraints.NONE.withBounds(Parameter.CHI, new Bounds(1e-5, INF)),
          Constraints.NONE.withPrior(Parameter.CHI, new Prior(1e-4, 1e-5)));

  @Test
  void keepsItsOwnNumbers() {
    Map<Parameter, Double> fixed = new EnumMap<>(Parameter.class);
    fixed.put(Parameter.CHI, 1e-4);
    Constraints constraints = new Constraints(fixed, Map.of(), Map.of());
    fixed.clear();
    assertThat(constraints.fixed()).containsOnlyKeys(Parameter.CHI);
    assertThatThrownBy(() -> constraints.fixed().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void addingLeavesTheOldOnesAsTheyAre() {
    ALL.withFixed(Parameter.CHI, 2e-4);
    assertThat(ALL.fixed()).containsExactly(Map.entry(Parameter.CHI, 1e-4));
    assertThat(ALL.withFixed(Parameter.CHI, 2e-4).fixed())
        .containsExactly(Map.entry(Parameter.CHI, 2e-4)); // the later one counts
  }

  @Test
  void whatIsSetOfAParameterIsNamed() {
    assertThat(ALL.settingsOf(Parameter.CHI)).containsExactly("fix");
    assertThat(ALL.settingsOf(Parameter.DIPOLE_MOMENT)).containsExactly("bound", "prior");
    assertThat(ALL.settingsOf(Parameter.RELAXATION_TIME)).containsExactly("prior");
    assertThat(ALL.settingsOf(Parameter.REFERENCE_FREQUENCY)).isEmpty();
    assertThat(ALL.concern(Parameter.REFERENCE_FREQUENCY)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Parameter.class)
  void withoutAParameterNothingConcernsItAndTheOthersStay(Parameter parameter) {
    Constraints rest = ALL.without(parameter);
    assertThat(rest.concern(parameter)).isFalse();
    for (Parameter other : Parameter.values()) {
      if (other != parameter) {
        assertThat(rest.settingsOf(other)).isEqualTo(ALL.settingsOf(other));
      }
    }
  }

  @Test
  void mergingIsTheSameInAnyGroupingAndTwice() {
    for (Constraints a : SOME) {
      assertThat(a.over(a)).isEqualTo(a);
      assertThat(a.over(Constraints.NONE)).isEqualTo(a);
      assertThat(Constraints.NONE.over(a)).isEqualTo(a);
      for (Constraints b : SOME) {
        assertThat(a.over(b).over(b)).isEqualTo(a.over(b));
      }
    }
  }

  /** Two that are in order by themselves are in order when merged, whichever is above. */
  @Test
  void mergingNeverMakesAContradiction() {
    for (Constraints a : SOME) {
      for (Constraints b : SOME) {
        assertThat(a.over(b).objections()).isEmpty();
      }
    }
  }

  @Test
  void eachWrongNumberIsObjectedTo() {
    Constraints wrong =
        Constraints.NONE
            .withFixed(Parameter.CHI, 0)
            .withBounds(Parameter.DIPOLE_MOMENT, new Bounds(-1, 0))
            .withPrior(Parameter.REFERENCE_FREQUENCY, new Prior(-5e9, 1e3));
    assertThat(wrong.objections())
        .extracting(refusal -> refusal.code() + " " + refusal.names().get(0))
        .containsExactly(
            RefusalCode.NOT_POSITIVE + " chi",
            RefusalCode.NOT_POSITIVE + " dipoleMoment",
            RefusalCode.NOT_POSITIVE + " referenceFrequency");
  }

  @Test
  void theRecordHasNumbersThatCanBeReadBack() {
    Map<String, String> said = ALL.inForce();
    assertThat(said.get("fix chi")).isEqualTo("1.0E-4 1");
    assertThat(said.get("bound dipoleMoment")).isEqualTo("1.0E-30..1.0E-28 C m");
    assertThat(said.get("prior relaxationTime")).isEqualTo("3.0E-6 +- 1.0E-6 s");
    Constraints third = Constraints.NONE.withFixed(Parameter.CHI, 1 / 3.0);
    String text = Objects.requireNonNull(third.inForce().get("fix chi")).split(" ", -1)[0];
    assertThat(Double.parseDouble(text)).isEqualTo(1 / 3.0);
    assertThat(Constraints.NONE.inForce()).isEmpty();
  }

  @Test
  void anOpenEndIsLeftOutOfTheRecord() {
    Constraints below =
        Constraints.NONE.withBounds(Parameter.CHI, new Bounds(Double.NEGATIVE_INFINITY, 1e-3));
    Constraints above = Constraints.NONE.withBounds(Parameter.CHI, new Bounds(1e-5, INF));
    assertThat(below.inForce()).containsEntry("bound chi", "..0.001 1");
    assertThat(above.inForce()).containsEntry("bound chi", "1.0E-5.. 1");
  }
}

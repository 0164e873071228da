package tlsfit.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.model.DistributedModel;
import tlsfit.model.FieldTable;
import tlsfit.model.FieldWeight;
import tlsfit.model.LogModel;
import tlsfit.model.Parameter;
import tlsfit.model.ShiftModel;
import tlsfit.model.TabulatedIntegral;
import tlsfit.model.UniformField;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;

class DistributionTest {
  private static final ShiftModel LOG = new LogModel(new TabulatedIntegral());
  private static final FieldEntries FIELDS =
      new FieldEntries("f.csv", List.of(new FieldTable.Entry(1, 3), new FieldTable.Entry(2, 1)));

  @Test
  void withoutOneTheModelStaysAsItIs() {
    assertThat(Distribution.NONE.around(LOG, Constraints.NONE)).isSameAs(LOG);
    assertThat(Distribution.NONE.withDipoleWidth(false).around(LOG, Constraints.NONE))
        .isSameAs(LOG);
    assertThat(Distribution.NONE.inForce()).isEmpty();
    assertThat(Distribution.NONE.objections(Constraints.NONE)).isEmpty();
  }

  @Test
  void aWidthBeginsAwayFromZeroWhereItIsFittedAndIsExactWhereItIsFixed() {
    Distribution wide = Distribution.NONE.withDipoleWidth(true);
    DistributedModel fitted = (DistributedModel) wide.around(LOG, Constraints.NONE);
    assertThat(fitted.dipoleWidth()).isPositive();
    assertThat(fitted.field()).isInstanceOf(UniformField.class);
    Constraints fixed = Constraints.NONE.withFixed(Parameter.DIPOLE_WIDTH, 0.25);
    assertThat(((DistributedModel) wide.around(LOG, fixed)).dipoleWidth()).isEqualTo(0.25);
  }

  @Test
  void aTableOfFieldsNeedsNoWidth() {
    Distribution table = Distribution.NONE.withTable(FIELDS, FieldWeight.VOLUME);
    DistributedModel model = (DistributedModel) table.around(LOG, Constraints.NONE);
    assertThat(model.dipoleWidth()).isZero();
    assertThat(model.field()).isEqualTo(new FieldTable(FIELDS.entries(), FieldWeight.VOLUME));
    assertThat(table.has(Parameter.FIELD_EXPONENT, Constraints.NONE)).isFalse();
    assertThat(table.has(Parameter.DIPOLE_WIDTH, Constraints.NONE)).isFalse();
    assertThat(table.inForce()).isEqualTo(Map.of("field-table", "f.csv", "field-weight", "volume"));
  }

  @Test
  void aPowerLawReplacesATableAndTheOtherWayRound() {
    Distribution both =
        Distribution.NONE.withTable(FIELDS, FieldWeight.VOLUME).withPowerLaw(5, FieldWeight.ENERGY);
    assertThat(both).isEqualTo(Distribution.NONE.withPowerLaw(5, FieldWeight.ENERGY));
    assertThat(both.has(Parameter.FIELD_EXPONENT, Constraints.NONE)).isTrue();
    assertThat(both.withTable(FIELDS, FieldWeight.VOLUME))
        .isEqualTo(Distribution.NONE.withTable(FIELDS, FieldWeight.VOLUME));
  }

  @Test
  void everyOtherParameterIsOneOfEveryModel() {
    for (Parameter parameter : Parameter.ofEveryModel()) {
      assertThat(Distribution.NONE.has(parameter, Constraints.NONE)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.5, -3, Double.POSITIVE_INFINITY, Double.NaN})
  void aLargestFieldIsAboveTheSmallest(double largest) {
    Refusal refusal =
        Distribution.NONE
            .withPowerLaw(largest, FieldWeight.ENERGY)
            .objections(Constraints.NONE)
            .get(0);
    assertThat(refusal.code()).isEqualTo(RefusalCode.LARGEST_FIELD_TOO_SMALL);
    assertThat(refusal.numbers()).containsEntry("largest", largest);
  }

  @Test
  void aTableWithoutWeightIsNamed() {
    FieldEntries empty = new FieldEntries("empty.csv", List.of());
    assertThat(empty.hasWeight()).isFalse();
    assertThat(FIELDS.hasWeight()).isTrue();
    assertThat(Distribution.NONE.withTable(empty, FieldWeight.VOLUME).objections(Constraints.NONE))
        .containsExactly(Refusal.of(RefusalCode.FIELD_TABLE_EMPTY, "empty.csv"));
  }

  @Test
  void aWeightFromBelowCountsWithFieldsFromAbove() {
    Distribution fieldsOnly =
        new Distribution(
            Optional.empty(), OptionalDouble.of(5), Optional.empty(), Optional.empty());
    Distribution weightOnly =
        new Distribution(
            Optional.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.of(FieldWeight.VOLUME));
    assertThat(fieldsOnly.over(weightOnly))
        .isEqualTo(Distribution.NONE.withPowerLaw(5, FieldWeight.VOLUME));
    assertThat(fieldsOnly.over(weightOnly)).isEqualTo(weightOnly.over(fieldsOnly));
  }

  @Test
  void entriesAreCopied() {
    List<FieldTable.Entry> entries = new ArrayList<>(FIELDS.entries());
    FieldEntries copy = new FieldEntries("f.csv", entries);
    entries.clear();
    assertThat(copy).isEqualTo(FIELDS);
  }
}

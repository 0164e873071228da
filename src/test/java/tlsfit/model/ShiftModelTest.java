package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What models say of their parameters and distributions. */
class ShiftModelTest {
  private static final ParameterValues VALUES =
      new ParameterValues(1.2e-4, 1.7e-29, 1 / 3e-6, 5.012e9);

  private final ShiftModel log = new LogModel(new TabulatedIntegral());
  private final FieldDistribution powerLaw = new PowerLawField(2, 10, FieldWeight.ENERGY);

  @Test
  void everyModelHasTheFourParameters() {
    assertThat(log.parameters())
        .containsExactly(
            Parameter.CHI,
            Parameter.DIPOLE_MOMENT,
            Parameter.RELAXATION_TIME,
            Parameter.REFERENCE_FREQUENCY);
    assertThat(log.distributed()).isFalse();
    assertThat(log.at(VALUES.with(Parameter.DIPOLE_WIDTH, 0.5))).isSameAs(log);
    assertThat(log.startingShape(VALUES, Map.of(Parameter.DIPOLE_WIDTH, 0.5))).isEqualTo(VALUES);
  }

  @Test
  void aDistributionAddsItsOwn() {
    assertThat(log.withWidth(0.5).parameters())
        .contains(Parameter.DIPOLE_WIDTH)
        .doesNotContain(Parameter.FIELD_EXPONENT)
        .hasSize(5);
    ShiftModel fields = DistributedModel.around(log, 0, powerLaw);
    assertThat(fields.parameters()).contains(Parameter.FIELD_EXPONENT).hasSize(5);
    assertThat(fields.distributed()).isTrue();
    assertThat(fields.withWidth(0.5).parameters()).hasSize(6);
  }

  @Test
  void withoutWidthAndWithOneFieldTheModelIsItself() {
    assertThat(DistributedModel.around(log, 0, new UniformField())).isSameAs(log);
    assertThat(log.withWidth(0)).isSameAs(log);
    assertThat(log.withWidth(0.5).withWidth(0)).isSameAs(log);
    assertThat(DistributedModel.around(log, 0.5, powerLaw).withWidth(0).distributed()).isTrue();
  }

  @Test
  void takesTheDistributionsOfGivenValues() {
    DistributedModel model = new DistributedModel(log, 0.5, powerLaw);
    ParameterValues same = model.startingShape(VALUES, Map.of());
    assertThat(same.dipoleWidth()).isEqualTo(0.5);
    assertThat(same.fieldExponent()).isEqualTo(2);
    assertThat(model.at(same)).isSameAs(model);
    DistributedModel other =
        model.at(same.with(Parameter.DIPOLE_WIDTH, 0.25).with(Parameter.FIELD_EXPONENT, 3));
    assertThat(other.dipoleWidth()).isEqualTo(0.25);
    assertThat(other.field()).isEqualTo(new PowerLawField(3, 10, FieldWeight.ENERGY));
  }

  @Test
  void fixedValuesGoBeforeTheModelsOwn() {
    DistributedModel model = new DistributedModel(log, 0.5, powerLaw);
    ParameterValues start =
        model.startingShape(
            VALUES, Map.of(Parameter.DIPOLE_WIDTH, 0.25, Parameter.FIELD_EXPONENT, 3.0));
    assertThat(start.dipoleWidth()).isEqualTo(0.25);
    assertThat(start.fieldExponent()).isEqualTo(3);
  }

  @Test
  void aCutOffMovesTheLogarithmOfTheModelThatHasOne() {
    Shift paper = log.shift(1e7, 1e12, 3e10, 0);
    Shift other = log.withCutOff(2).orElseThrow().shift(1e7, 1e12, 3e10, 0);
    // K = S L, and L is larger by ln 2
    assertThat(other.logarithm() - paper.logarithm()).isCloseTo(Math.log(2), within(1e-14));
    assertThat(other.value() / other.logarithm())
        .isCloseTo(paper.value() / paper.logarithm(), within(1e-15));
    assertThat(log.withWidth(0.5).withCutOff(2)).isPresent();
    assertThat(new LzModel(new TabulatedIntegral()).withCutOff(2)).isEmpty();
    assertThatThrownBy(() -> log.withCutOff(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void derivativesByTheShapeAreZeroWithoutOne() {
    Shift shift = log.shift(1e7, 1e12, 3e10, 0);
    assertThat(shift.by(Parameter.DIPOLE_WIDTH)).isZero();
    assertThat(log.withWidth(0.5).shift(1e7, 1e12, 3e10, 0).by(Parameter.DIPOLE_WIDTH)).isNotZero();
  }
}

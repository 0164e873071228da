package tlsfit.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.measurement.Measurement;
import tlsfit.model.DistributedModel;
import tlsfit.model.FieldTable;
import tlsfit.model.FieldWeight;
import tlsfit.model.LogModel;
import tlsfit.model.LzModel;
import tlsfit.model.Parameter;
import tlsfit.model.PowerLawField;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;

/** What is asked of a fit: merged, checked, and made the options of one measurement. */
class FitSetupTest {
  private static final Measurement MEASUREMENT =
      Measurements.of(Measurements.table("a.csv", 1e3, 2e3));
  private static final double INF = Double.POSITIVE_INFINITY;

  private static FitSetup off() {
    return FitSetup.NONE.withRelaxation(Relaxation.OFF);
  }

  @Test
  void whatIsSaidAboveCountsAndTheRestIsFromBelow() {
    FitSetup file =
        FitSetup.NONE
            .withModel(ModelChoice.LZ)
            .withSigma(SigmaUse.RELATIVE)
            .withLoss(Loss.CAUCHY)
            .withCalibration(true)
            .withLevel(0.9);
    FitSetup line = FitSetup.NONE.withLoss(Loss.SOFT_L1).withCalibration(false);
    FitSetup both = line.over(file);
    assertThat(both.model()).contains(ModelChoice.LZ);
    assertThat(both.sigma()).contains(SigmaUse.RELATIVE);
    assertThat(both.loss()).contains(Loss.SOFT_L1);
    assertThat(both.calibration()).contains(false);
    assertThat(both.intervals().level()).hasValue(0.9);
    assertThat(both.relaxation()).isEmpty();
  }

  @Test
  void nothingSaidChangesNothing() {
    FitSetup setup =
        FitSetup.NONE
            .withFixed(Parameter.CHI, 1e-4)
            .withBounds(Parameter.DIPOLE_MOMENT, 1e-30, 1e-29)
            .withPrior(Parameter.REFERENCE_FREQUENCY, 5e9, 1e3)
            .withRelaxation(Relaxation.ON)
            .withDistribution(
                Distribution.NONE.withDipoleWidth(true).withPowerLaw(5, FieldWeight.ENERGY))
            .withIntervals(IntervalKind.PROFILE);
    assertThat(FitSetup.NONE.over(setup)).isEqualTo(setup);
    assertThat(setup.over(FitSetup.NONE)).isEqualTo(setup);
  }

  @Test
  void aParameterFixedAboveHasNothingFromBelow() {
    FitSetup file =
        FitSetup.NONE.withBounds(Parameter.CHI, 1e-5, 1e-3).withPrior(Parameter.CHI, 1.2e-4, 2e-5);
    FitSetup both = FitSetup.NONE.withFixed(Parameter.CHI, 1e-4).over(file);
    assertThat(both.constraints()).isEqualTo(Constraints.NONE.withFixed(Parameter.CHI, 1e-4));
    FitSetup fixedTwice =
        FitSetup.NONE
            .withFixed(Parameter.CHI, 1e-4)
            .over(FitSetup.NONE.withFixed(Parameter.CHI, 2e-4));
    assertThat(fixedTwice.constraints().fixed()).containsExactly(Map.entry(Parameter.CHI, 1e-4));
  }

  @Test
  void aParameterWithBoundsOrPriorAboveIsNotFixedFromBelow() {
    FitSetup file =
        FitSetup.NONE.withFixed(Parameter.CHI, 1e-4).withFixed(Parameter.DIPOLE_MOMENT, 1e-29);
    FitSetup both =
        FitSetup.NONE
            .withBounds(Parameter.CHI, 1e-5, INF)
            .withPrior(Parameter.DIPOLE_MOMENT, 2e-29, 1e-30)
            .over(file);
    assertThat(both.constraints().fixed()).isEmpty();
    assertThat(both.objections()).isEmpty();
  }

  @Test
  void boundsAboveAndAPriorBelowGoTogether() {
    FitSetup file =
        FitSetup.NONE.withPrior(Parameter.CHI, 1.2e-4, 2e-5).withBounds(Parameter.CHI, 1e-6, 1e-2);
    FitSetup both = FitSetup.NONE.withBounds(Parameter.CHI, 1e-5, 1e-3).over(file);
    assertThat(both.constraints().bounds())
        .containsExactly(Map.entry(Parameter.CHI, new Bounds(1e-5, 1e-3)));
    assertThat(both.constraints().priors())
        .containsExactly(Map.entry(Parameter.CHI, new Prior(1.2e-4, 2e-5)));
  }

  @Test
  void withoutRelaxationNothingIsSaidOfItsTime() {
    FitSetup file =
        FitSetup.NONE
            .withBounds(Parameter.RELAXATION_TIME, 1e-6, INF)
            .withPrior(Parameter.RELAXATION_TIME, 3e-6, 1e-6)
            .withFixed(Parameter.CHI, 1e-4);
    FitSetup both = off().over(file);
    assertThat(both.constraints()).isEqualTo(Constraints.NONE.withFixed(Parameter.CHI, 1e-4));
    // and the other way round
    FitSetup time = FitSetup.NONE.withFixed(Parameter.RELAXATION_TIME, 3e-6);
    assertThat(time.over(off()).relaxation()).isEmpty();
    assertThat(time.over(off()).objections()).isEmpty();
  }

  @Test
  void fieldsAreTakenAsAWhole() {
    Distribution power = Distribution.NONE.withPowerLaw(5, FieldWeight.ENERGY);
    FieldEntries fields = new FieldEntries("f.csv", List.of(new FieldTable.Entry(1, 1)));
    Distribution table = Distribution.NONE.withTable(fields, FieldWeight.VOLUME);
    assertThat(power.over(table)).isEqualTo(power);
    assertThat(table.over(power)).isEqualTo(table);
    assertThat(Distribution.NONE.withDipoleWidth(false).over(power.withDipoleWidth(true)))
        .isEqualTo(power.withDipoleWidth(false));
  }

  @Test
  void aBootstrapFromBelowGoesWithIntervalsOfAnotherKind() {
    IntervalSetup bootstrap =
        IntervalSetup.NONE
            .withKind(IntervalKind.BOOTSTRAP)
            .withReplicates(500)
            .withBootstrap(BootstrapKind.WILD)
            .withLevel(0.9);
    IntervalSetup profile = IntervalSetup.NONE.withKind(IntervalKind.PROFILE);
    assertThat(profile.over(bootstrap)).isEqualTo(profile.withLevel(0.9));
    assertThat(IntervalSetup.NONE.withReplicates(300).over(bootstrap))
        .isEqualTo(bootstrap.withReplicates(300));
  }

  @Test
  void nothingAskedIsASetup() {
    assertThat(FitSetup.NONE.objections()).isEmpty();
  }

  @Test
  void aFixedParameterHasNothingBeside() {
    FitSetup setup =
        FitSetup.NONE
            .withFixed(Parameter.CHI, 1e-4)
            .withBounds(Parameter.CHI, 1e-5, 1e-3)
            .withPrior(Parameter.CHI, 1e-4, 1e-5);
    assertThat(setup.objections())
        .containsExactly(
            Refusal.of(RefusalCode.FIXED_WITH_BOUNDS, "chi"),
            Refusal.of(RefusalCode.FIXED_WITH_PRIOR, "chi"));
  }

  @Test
  void aRelaxationTimeNeedsRelaxation() {
    FitSetup setup =
        off()
            .withBounds(Parameter.RELAXATION_TIME, 1e-6, INF)
            .withPrior(Parameter.RELAXATION_TIME, 3e-6, 1e-6);
    assertThat(setup.objections())
        .containsExactly(
            Refusal.of(RefusalCode.RELAXATION_TIME_WITHOUT_RELAXATION, "bound"),
            Refusal.of(RefusalCode.RELAXATION_TIME_WITHOUT_RELAXATION, "prior"));
    assertThat(off().withFixed(Parameter.RELAXATION_TIME, 1e-6).objections())
        .containsExactly(Refusal.of(RefusalCode.RELAXATION_TIME_WITHOUT_RELAXATION, "fix"));
    assertThat(setup.withRelaxation(Relaxation.AUTO).objections()).isEmpty();
  }

  @Test
  void aParameterNeedsAModelThatHasIt() {
    FitSetup setup =
        FitSetup.NONE
            .withPrior(Parameter.DIPOLE_WIDTH, 0.5, 0.1)
            .withFixed(Parameter.FIELD_EXPONENT, 2);
    assertThat(setup.objections())
        .containsExactly(
            Refusal.of(RefusalCode.PARAMETER_NOT_IN_MODEL, "dipoleWidth", "prior"),
            Refusal.of(RefusalCode.PARAMETER_NOT_IN_MODEL, "fieldExponent", "fix"));
    Distribution both = Distribution.NONE.withDipoleWidth(true).withPowerLaw(5, FieldWeight.VOLUME);
    assertThat(setup.withDistribution(both).objections()).isEmpty();
    // a width that is fixed makes the dipole moments log-normal
    assertThat(FitSetup.NONE.withFixed(Parameter.DIPOLE_WIDTH, 0.5).objections()).isEmpty();
  }

  @Test
  void oneParameterAtLeastIsFitted() {
    FitSetup three =
        FitSetup.NONE
            .withFixed(Parameter.CHI, 1e-4)
            .withFixed(Parameter.DIPOLE_MOMENT, 1e-29)
            .withFixed(Parameter.REFERENCE_FREQUENCY, 5e9);
    Refusal allFixed = Refusal.of(RefusalCode.ALL_FIXED);
    assertThat(three.objections()).isEmpty();
    assertThat(three.withRelaxation(Relaxation.OFF).objections()).containsExactly(allFixed);
    FitSetup four = three.withFixed(Parameter.RELAXATION_TIME, 3e-6);
    assertThat(four.objections()).containsExactly(allFixed);
    assertThat(four.withDistribution(Distribution.NONE.withDipoleWidth(true)).objections())
        .isEmpty();
    assertThat(four.withFixed(Parameter.DIPOLE_WIDTH, 0.5).objections()).containsExactly(allFixed);
  }

  @ParameterizedTest
  @EnumSource(names = "FIELD_EXPONENT", mode = EnumSource.Mode.EXCLUDE)
  void valuesAreAboveZero(Parameter parameter) {
    Optional<Refusal> refusal = Optional.of(Refusal.of(RefusalCode.NOT_POSITIVE, parameter.key()));
    assertThat(Constraints.objection(parameter, 0)).isEqualTo(refusal);
    assertThat(Constraints.objection(parameter, -1e-30)).isEqualTo(refusal);
    assertThat(Constraints.objection(parameter, 1e-30)).isEmpty();
    assertThat(Constraints.objection(parameter, new Bounds(-2, 0))).isEqualTo(refusal);
    assertThat(Constraints.objection(parameter, new Bounds(0, 1)))
        .contains(Refusal.of(RefusalCode.LOWER_END_NOT_POSITIVE, parameter.key()));
    assertThat(Constraints.objection(parameter, new Bounds(-INF, 1))).isEmpty();
    assertThat(Constraints.objection(parameter, Double.NaN))
        .contains(Refusal.of(RefusalCode.NOT_FINITE, parameter.key()));
  }

  @Test
  void anExponentMayHaveAnySignAndARelaxationTimeNoEnd() {
    assertThat(Constraints.objection(Parameter.FIELD_EXPONENT, -1)).isEmpty();
    assertThat(Constraints.objection(Parameter.FIELD_EXPONENT, new Bounds(-1, 0))).isEmpty();
    assertThat(Constraints.objection(Parameter.FIELD_EXPONENT, -INF)).isPresent();
    assertThat(Constraints.objection(Parameter.RELAXATION_TIME, INF)).isEmpty();
    assertThat(Constraints.objection(Parameter.CHI, INF)).isPresent();
  }

  @Test
  void widthsHaveAnEnd() {
    Refusal tooLarge = Refusal.of(RefusalCode.WIDTH_TOO_LARGE, "dipoleWidth").with("largest", 2);
    assertThat(FitSetup.NONE.withFixed(Parameter.DIPOLE_WIDTH, 2.1).objections())
        .containsExactly(tooLarge);
    FitSetup wide = FitSetup.NONE.withDistribution(Distribution.NONE.withDipoleWidth(true));
    assertThat(wide.withBounds(Parameter.DIPOLE_WIDTH, 2, INF).objections())
        .containsExactly(tooLarge);
    assertThat(wide.withBounds(Parameter.DIPOLE_WIDTH, 1.9, INF).objections()).isEmpty();
    assertThat(FitSetup.NONE.withFixed(Parameter.DIPOLE_WIDTH, 2).objections()).isEmpty();
  }

  @Test
  void fieldsNeedOneDistributionAndWhatItCounts() {
    FieldEntries nothing = new FieldEntries("f.csv", List.of(new FieldTable.Entry(1, 0)));
    assertThat(codes(OptionalDouble.of(5), Optional.empty(), Optional.empty()))
        .containsExactly(RefusalCode.FIELD_WEIGHT_MISSING);
    assertThat(codes(OptionalDouble.empty(), Optional.empty(), Optional.of(FieldWeight.VOLUME)))
        .containsExactly(RefusalCode.FIELD_WEIGHT_UNUSED);
    assertThat(codes(OptionalDouble.of(1), Optional.empty(), Optional.of(FieldWeight.VOLUME)))
        .containsExactly(RefusalCode.LARGEST_FIELD_TOO_SMALL);
    assertThat(codes(OptionalDouble.of(5), Optional.of(nothing), Optional.of(FieldWeight.VOLUME)))
        .containsExactly(RefusalCode.TWO_FIELD_DISTRIBUTIONS, RefusalCode.FIELD_TABLE_EMPTY);
  }

  private static List<RefusalCode> codes(
      OptionalDouble largest, Optional<FieldEntries> table, Optional<FieldWeight> weight) {
    return FitSetup.NONE
        .withDistribution(new Distribution(Optional.empty(), largest, table, weight))
        .objections()
        .stream()
        .map(Refusal::code)
        .toList();
  }

  @Test
  void aLevelIsAProbability() {
    for (double level : new double[] {0, 1, 95, -0.5, Double.NaN}) {
      assertThat(FitSetup.NONE.withLevel(level).objections())
          .containsExactly(Refusal.of(RefusalCode.LEVEL_NOT_A_PROBABILITY).with("level", level));
    }
    assertThat(FitSetup.NONE.withLevel(0.6827).objections()).isEmpty();
  }

  @Test
  void replicatesAreForABootstrapAndEnough() {
    IntervalSetup few = IntervalSetup.NONE.withReplicates(99);
    assertThat(FitSetup.NONE.withIntervals(few).objections())
        .containsExactly(Refusal.of(RefusalCode.BOOTSTRAP_SETTINGS_UNUSED));
    assertThat(FitSetup.NONE.withIntervals(few.withKind(IntervalKind.BOOTSTRAP)).objections())
        .containsExactly(
            Refusal.of(RefusalCode.TOO_FEW_REPLICATES).with("replicates", 99).with("fewest", 100));
    assertThat(FitSetup.NONE.withIntervals(IntervalKind.BOOTSTRAP).objections()).isEmpty();
  }

  @Test
  void wrongBoundsAndPriorsAreRefusedAtOnce() {
    assertThatThrownBy(() -> FitSetup.NONE.withBounds(Parameter.CHI, 2, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FitSetup.NONE.withPrior(Parameter.CHI, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingAskedIsTheUsualFit() {
    FitOptions options = FitSetup.NONE.resolve(MEASUREMENT);
    FitOptions usual = FitOptions.of(options.model(), new Noise.Absolute());
    assertThat(options.model()).isInstanceOf(LogModel.class);
    assertThat(options).isEqualTo(usual);
  }

  @Test
  void whatIsAskedForIsInForce() {
    FitOptions options =
        FitSetup.NONE
            .withModel(ModelChoice.LZ)
            .withRelaxation(Relaxation.ON)
            .withFixed(Parameter.CHI, 1e-4)
            .withBounds(Parameter.DIPOLE_MOMENT, 1e-30, 1e-28)
            .withPrior(Parameter.RELAXATION_TIME, 3e-6, 1e-6)
            .withSigma(SigmaUse.PER_TABLE)
            .withLoss(Loss.CAUCHY)
            .withCalibration(true)
            .resolve(MEASUREMENT);
    assertThat(options)
        .isEqualTo(
            FitOptions.of(options.model(), new Noise.PerTable())
                .withRelaxation(Relaxation.ON)
                .withFixed(Parameter.CHI, 1e-4)
                .withBounds(Parameter.DIPOLE_MOMENT, new Bounds(1e-30, 1e-28))
                .withPrior(Parameter.RELAXATION_TIME, new Prior(3e-6, 1e-6))
                .withLoss(Loss.CAUCHY)
                .withCalibration(List.of(Measurements.ATTENUATION)));
    assertThat(options.model()).isInstanceOf(LzModel.class);
  }

  @Test
  void distributionsAreAboutTheModelAndTheOther() {
    FitSetup setup =
        FitSetup.NONE
            .withDistribution(
                Distribution.NONE.withDipoleWidth(true).withPowerLaw(5, FieldWeight.ENERGY))
            .withFixed(Parameter.FIELD_EXPONENT, 1.5);
    DistributedModel model = (DistributedModel) setup.shiftModel();
    assertThat(model.name()).isEqualTo("log");
    assertThat(model.dipoleWidth()).isEqualTo(Defaults.FIRST_WIDTH);
    assertThat(model.field()).isEqualTo(new PowerLawField(1.5, 5, FieldWeight.ENERGY));
    DistributedModel other = (DistributedModel) setup.otherShiftModel();
    assertThat(other.name()).isEqualTo("lz");
    assertThat(other.field()).isEqualTo(model.field());
    FitSetup fixed = FitSetup.NONE.withFixed(Parameter.DIPOLE_WIDTH, 0.3);
    assertThat(((DistributedModel) fixed.shiftModel()).dipoleWidth()).isEqualTo(0.3);
  }

  @Test
  void whatIsNoSetupIsNotResolved() {
    FitSetup setup = FitSetup.NONE.withLevel(2).withFixed(Parameter.CHI, -1);
    SetupException e = catchThrowableOfType(SetupException.class, () -> setup.resolve(MEASUREMENT));
    assertThat(e.refusals()).isEqualTo(setup.objections()).hasSize(2);
    assertThat(e).hasMessageContaining("NOT_POSITIVE").hasMessageContaining("chi");
    assertThatThrownBy(setup::shiftModel).isInstanceOf(SetupException.class);
  }

  @Test
  void theRecordOfAFitSaysAllThatItDependsOn() {
    FitSetup setup =
        FitSetup.NONE
            .withFixed(Parameter.REFERENCE_FREQUENCY, 5e9)
            .withBounds(Parameter.DIPOLE_MOMENT, -INF, 2e-29)
            .withPrior(Parameter.CHI, 1.2e-4, 2e-5)
            .withDistribution(
                Distribution.NONE.withDipoleWidth(true).withPowerLaw(5, FieldWeight.ENERGY))
            .withIntervals(IntervalSetup.NONE.withKind(IntervalKind.BOOTSTRAP).withReplicates(500));
    assertThat(setup.inForce(setup.resolve(MEASUREMENT)))
        .containsExactly(
            Map.entry("bootstrap", "parametric"),
            Map.entry("bound dipoleMoment", "..2.0E-29 C m"),
            Map.entry("calibration", "apart"),
            Map.entry("dipole-width", "log-normal"),
            Map.entry("field-power-law", "5.0"),
            Map.entry("field-weight", "energy"),
            Map.entry("fix referenceFrequency", "5.0E9 Hz"),
            Map.entry("intervals", "bootstrap"),
            Map.entry("level", "0.95"),
            Map.entry("loss", "linear"),
            Map.entry("model", "log"),
            Map.entry("prior chi", "1.2E-4 +- 2.0E-5 1"),
            Map.entry("relaxation", "auto"),
            Map.entry("replicates", "500"),
            Map.entry("sigma", "absolute"));
    assertThat(FitSetup.NONE.inForce(FitSetup.NONE.resolve(MEASUREMENT)))
        .containsOnlyKeys(
            "calibration", "intervals", "level", "loss", "model", "relaxation", "sigma");
  }

  @Test
  void aBootstrapHasNormalNoiseOnlyWhereSigmaIsBelieved() {
    IntervalSetup intervals = IntervalSetup.NONE.withKind(IntervalKind.BOOTSTRAP);
    FitOptions absolute = FitSetup.NONE.resolve(MEASUREMENT);
    assertThat(intervals.bootstrapOf(absolute)).isEqualTo(BootstrapKind.PARAMETRIC);
    assertThat(intervals.bootstrapOf(absolute.withLoss(Loss.CAUCHY)))
        .isEqualTo(BootstrapKind.RESIDUAL);
    assertThat(intervals.bootstrapOf(absolute.withNoise(new Noise.Relative())))
        .isEqualTo(BootstrapKind.RESIDUAL);
    assertThat(intervals.withBootstrap(BootstrapKind.WILD).bootstrapOf(absolute))
        .isEqualTo(BootstrapKind.WILD);
    assertThat(intervals.replicates()).isEqualTo(OptionalInt.empty());
    assertThat(intervals.replicatesOrDefault()).isEqualTo(2000);
  }

  @Test
  void modelsAreFoundByName() {
    for (ModelChoice model : ModelChoice.values()) {
      assertThat(ModelChoice.find(model.key())).contains(model);
      assertThat(model.make().name()).isEqualTo(model.key());
      assertThat(model.other()).isNotEqualTo(model);
      assertThat(model.other().other()).isEqualTo(model);
    }
    assertThat(ModelChoice.find("quantum")).isEmpty();
  }
}

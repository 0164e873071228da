package tlsfit.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.model.DistributedModel;
import tlsfit.model.FieldWeight;
import tlsfit.model.LogModel;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.PowerLawField;
import tlsfit.model.ShiftModel;
import tlsfit.model.TabulatedIntegral;

class FitOptionsTest {
  private static final ShiftModel LOG = new LogModel(new TabulatedIntegral());
  private static final Noise ABSOLUTE = new Noise.Absolute();
  private static final FitOptions OPTIONS = FitOptions.of(LOG, ABSOLUTE);
  private static final ParameterValues VALUES = new ParameterValues(1e-4, 2e-29, 1 / 3e-6, 5e9);
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void valuesAreMovedInsideTheirBounds() {
    FitOptions options =
        OPTIONS
            .withBounds(Parameter.CHI, new Bounds(2e-4, 1e-3))
            .withBounds(Parameter.RELAXATION_TIME, new Bounds(1e-7, 1e-6))
            .withBounds(Parameter.DIPOLE_MOMENT, new Bounds(1e-30, 1e-28));
    ParameterValues clamped = options.clamp(VALUES);
    assertThat(clamped.chi()).isEqualTo(2e-4);
    assertThat(clamped.relaxationRate()).isEqualTo(1e6);
    assertThat(clamped.dipoleMoment()).isEqualTo(2e-29);
    assertThat(clamped.referenceFrequency()).isEqualTo(5e9);
    assertThat(options.clamp(clamped)).isEqualTo(clamped);
  }

  @Test
  void noRelaxationIsATimeAboveEveryBound() {
    FitOptions options = OPTIONS.withBounds(Parameter.RELAXATION_TIME, new Bounds(1e-7, 1e-6));
    ParameterValues never = VALUES.with(Parameter.RELAXATION_TIME, INF);
    assertThat(options.clamp(never).relaxationRate()).isEqualTo(1e6);
    assertThat(OPTIONS.clamp(never)).isSameAs(never);
  }

  @Test
  void aFixedParameterIsNotMovedByItsBounds() {
    FitOptions options =
        OPTIONS.withBounds(Parameter.CHI, new Bounds(2e-4, 1e-3)).withFixed(Parameter.CHI, 1e-4);
    assertThat(options.clamp(VALUES)).isEqualTo(VALUES);
  }

  @Test
  void relaxationIsNeededWhereSomethingIsKnownOfItsTime() {
    assertThat(OPTIONS.needsRelaxation()).isFalse();
    assertThat(
            OPTIONS.withPrior(Parameter.RELAXATION_TIME, new Prior(3e-6, 1e-6)).needsRelaxation())
        .isTrue();
    assertThat(OPTIONS.withBounds(Parameter.RELAXATION_TIME, new Bounds(0, 1e-3)).needsRelaxation())
        .isTrue();
    // a shortest time leaves "no relaxation" possible; what is known of χ says nothing of it
    assertThat(
            OPTIONS.withBounds(Parameter.RELAXATION_TIME, new Bounds(1e-7, INF)).needsRelaxation())
        .isFalse();
    assertThat(OPTIONS.withPrior(Parameter.CHI, new Prior(1e-4, 1e-5)).needsRelaxation()).isFalse();
  }

  /**
   * A common factor of all σ moves the minimum only beside terms that do not scale with it: priors,
   * nuisance parameters, the scale of a robust loss, or σ of other tables.
   */
  @Test
  void theNoiseIsScaledWhereItsSizeMovesTheMinimum() {
    for (Noise unknown : List.of(new Noise.Relative(), new Noise.FromScatter())) {
      FitOptions plain = FitOptions.of(LOG, unknown);
      assertThat(plain.scalesNoise()).isFalse();
      assertThat(plain.withPrior(Parameter.CHI, new Prior(1e-4, 1e-5)).scalesNoise()).isTrue();
      assertThat(plain.withLoss(Loss.CAUCHY).scalesNoise()).isTrue();
      assertThat(plain.withCalibration(List.of(Measurements.ATTENUATION)).scalesNoise()).isTrue();
      assertThat(plain.withBounds(Parameter.CHI, new Bounds(1e-5, 1e-3)).scalesNoise()).isFalse();
      assertThat(plain.withFixed(Parameter.CHI, 1e-4).scalesNoise()).isFalse();
    }
    assertThat(OPTIONS.withLoss(Loss.CAUCHY).scalesNoise()).isFalse();
    assertThat(FitOptions.of(LOG, new Noise.PerTable()).scalesNoise()).isTrue();
  }

  @Test
  void eachTermOfTheCalibrationIsANuisanceParameterAtItsStatedValue() {
    CalibrationTerm gap = new CalibrationTerm("gap", -0.02, -0.02);
    FitOptions options = OPTIONS.withCalibration(List.of(Measurements.ATTENUATION, gap));
    assertThat(options.nuisances())
        .containsExactly(
            new NuisanceParameter(Measurements.ATTENUATION, 0), new NuisanceParameter(gap, 0));
    assertThat(options.withNuisances(List.of())).isEqualTo(OPTIONS);
  }

  @ParameterizedTest
  @EnumSource(Parameter.class)
  void aModelHasItsOwnParameters(Parameter parameter) {
    ShiftModel wide = new DistributedModel(LOG, 0.5, new PowerLawField(2, 5, FieldWeight.ENERGY));
    assertThat(OPTIONS.applies(parameter)).isEqualTo(!parameter.ofShape());
    assertThat(OPTIONS.withModel(wide).applies(parameter)).isTrue();
  }

  @Test
  void aShapeIsThatOfTheModelUnlessItIsFixed() {
    FitOptions wide =
        OPTIONS.withModel(
            new DistributedModel(LOG, 0.5, new PowerLawField(1.5, 5, FieldWeight.ENERGY)));
    assertThat(wide.shape(VALUES).dipoleWidth()).isEqualTo(0.5);
    assertThat(wide.shape(VALUES).fieldExponent()).isEqualTo(1.5);
    assertThat(wide.withFixed(Parameter.DIPOLE_WIDTH, 0.3).shape(VALUES).dipoleWidth())
        .isEqualTo(0.3);
    assertThat(OPTIONS.shape(VALUES)).isEqualTo(VALUES);
  }

  @Test
  void keepsItsOwnNumbersInTheOrderOfTheParameters() {
    Map<Parameter, Double> fixed = new EnumMap<>(Parameter.class);
    fixed.put(Parameter.REFERENCE_FREQUENCY, 5e9);
    List<NuisanceParameter> nuisances = new ArrayList<>();
    FitOptions options =
        new FitOptions(
            LOG,
            Relaxation.ON,
            ABSOLUTE,
            fixed,
            Map.of(),
            Map.of(),
            Loss.LINEAR,
            nuisances,
            List.of());
    fixed.clear();
    nuisances.add(new NuisanceParameter(Measurements.ATTENUATION, 1));
    assertThat(options.fixed()).containsOnlyKeys(Parameter.REFERENCE_FREQUENCY);
    assertThat(options.nuisances()).isEmpty();
    assertThat(options.withFixed(Parameter.CHI, 1e-4).fixed().keySet())
        .containsExactly(Parameter.CHI, Parameter.REFERENCE_FREQUENCY);
    assertThat(options.withFixed(Map.of()).fixed()).isEmpty();
  }

  @Test
  void whereNothingIsKnownThereIsNeitherBoundNorPrior() {
    assertThat(OPTIONS.boundsOf(Parameter.CHI)).isEqualTo(Bounds.NONE);
    assertThat(OPTIONS.findPrior(Parameter.CHI)).isEmpty();
    FitOptions bounded = OPTIONS.withBounds(Parameter.CHI, new Bounds(1e-5, 1e-3));
    assertThat(bounded.withoutBounds()).isEqualTo(OPTIONS);
    assertThat(OPTIONS.withPriors(Map.of(Parameter.CHI, new Prior(1, 2))).findPrior(Parameter.CHI))
        .contains(new Prior(1, 2));
  }
}

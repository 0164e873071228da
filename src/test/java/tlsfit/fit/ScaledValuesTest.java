package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;

class ScaledValuesTest {
  private static final FitOptions OPTIONS = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final ParameterValues TRUTH = Experiments.TRUTH;
  private static final List<Parameter> FREE = List.copyOf(Experiments.LOG.parameters());
  private static final double SPREAD = 2e6; // [Hz]

  private static ScaledValues scaled(FitOptions options, List<Double> nuisances) {
    return new ScaledValues(FREE, TRUTH, nuisances, List.of(), SPREAD, options);
  }

  private static double[] unit(int size, int j, double length) {
    double[] point = new double[size];
    point[j] = length;
    return point;
  }

  @Test
  void theOriginIsTheStart() {
    ScaledValues scaled = scaled(OPTIONS, List.of());
    assertThat(scaled.size()).isEqualTo(4);
    assertThat(scaled.values(new double[4])).isEqualTo(TRUTH);
    assertThat(scaled.contains(new double[4])).isTrue();
  }

  /** A step of one: a factor e of χ, p and 1/T10, and the spread of the readings for f_ref. */
  @Test
  void aStepOfOneIsALargeOne() {
    ScaledValues scaled = scaled(OPTIONS, List.of());
    assertThat(scaled.values(unit(4, 0, 1)).chi()).isCloseTo(1.2e-4 * Math.E, within(1e-18));
    assertThat(scaled.values(unit(4, 1, -1)).dipoleMoment() / TRUTH.dipoleMoment())
        .isCloseTo(1 / Math.E, within(1e-15));
    assertThat(scaled.values(unit(4, 2, 1)).relaxationRate() * 3e-6)
        .isCloseTo(Math.E, within(1e-14));
    assertThat(scaled.values(unit(4, 3, 1)).referenceFrequency()).isEqualTo(5.012e9 + SPREAD);
  }

  @Test
  void noStepChangesASign() {
    ScaledValues scaled = scaled(OPTIONS, List.of());
    for (double length : new double[] {-30, -1, 1, 30}) {
      ParameterValues at = scaled.values(new double[] {length, length, length, 0});
      assertThat(at.chi()).isPositive();
      assertThat(at.dipoleMoment()).isPositive();
      assertThat(at.relaxationRate()).isPositive();
    }
  }

  /** The factor of a column is what its scaled value moves by in a small step. */
  @ParameterizedTest
  @EnumSource(
      value = Parameter.class,
      names = {"CHI", "DIPOLE_MOMENT", "RELAXATION_TIME", "REFERENCE_FREQUENCY"})
  void theFactorIsTheDerivativeOfTheScaledValue(Parameter parameter) {
    ScaledValues scaled = scaled(OPTIONS, List.of());
    int j = FREE.indexOf(parameter);
    double h = 1e-4;
    double above = scaled.values(unit(4, j, h)).scaled(parameter);
    double below = scaled.values(unit(4, j, -h)).scaled(parameter);
    assertThat((above - below) / (2 * h) / scaled.factor(j, TRUTH)).isCloseTo(1, within(1e-6));
  }

  @Test
  void pointsFarOffAreNotWorthAnEvaluation() {
    ScaledValues scaled = scaled(OPTIONS, List.of());
    assertThat(scaled.contains(unit(4, 0, 40))).isTrue();
    assertThat(scaled.contains(unit(4, 0, -41))).isFalse();
    assertThat(scaled.contains(unit(4, 1, Double.NaN))).isFalse();
    assertThat(scaled.contains(unit(4, 1, Double.POSITIVE_INFINITY))).isFalse();
    // a frequency may go far in units of a small spread, but not below 0
    assertThat(scaled.contains(unit(4, 3, 1000))).isTrue();
    assertThat(scaled.contains(unit(4, 3, -3000))).isFalse();
  }

  @Test
  void aParameterStaysAtItsBoundWhileItsVariableGoesOn() {
    ScaledValues scaled =
        scaled(OPTIONS.withBounds(Parameter.CHI, new Bounds(1e-4, 1.5e-4)), List.of());
    assertThat(scaled.values(unit(4, 0, 5)).chi()).isEqualTo(1.5e-4);
    assertThat(scaled.beyondBounds(unit(4, 0, 5), 0)).isTrue();
    assertThat(scaled.values(unit(4, 0, -5)).chi()).isEqualTo(1e-4);
    assertThat(scaled.beyondBounds(unit(4, 0, 0.1), 0)).isFalse();
    assertThat(scaled.beyondBounds(unit(4, 0, 5), 1)).isFalse();
  }

  /** An upper bound of T10 is a lower one of the rate that moves. */
  @Test
  void aBoundOfATimeIsOneOfItsRate() {
    ScaledValues scaled =
        scaled(OPTIONS.withBounds(Parameter.RELAXATION_TIME, new Bounds(1e-6, 4e-6)), List.of());
    assertThat(scaled.values(unit(4, 2, -5)).get(Parameter.RELAXATION_TIME))
        .isCloseTo(4e-6, within(1e-20));
    assertThat(scaled.beyondBounds(unit(4, 2, -5), 2)).isTrue();
    assertThat(scaled.values(unit(4, 2, 5)).relaxationRate()).isCloseTo(1e6, within(1e-8));
  }

  /** Two calibrations: their shifts of ln F add up, each in proportion to its own parameter. */
  @Test
  void nuisanceParametersMoveTheFields() {
    FitOptions options =
        OPTIONS.withCalibration(
            List.of(new CalibrationTerm("gap", 0.1, 0.2), new CalibrationTerm("loss", 0.05, 0)));
    ScaledValues scaled = scaled(options, List.of(0.5, -1.0));
    assertThat(scaled.size()).isEqualTo(6);
    double[] point = {0, 0, 0, 0, 1.5, 0};
    assertThat(scaled.nuisances(point)).containsExactly(2.0, -1.0);
    ParameterValues at = scaled.values(point);
    assertThat(at.acFieldShift()).isCloseTo(0.1 * 2 - 0.05, within(1e-15));
    assertThat(at.biasRateShift()).isCloseTo(0.4, within(1e-15));
    assertThat(at.chi()).isEqualTo(1.2e-4);
  }
}

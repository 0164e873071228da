package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;

class StartValuesTest {
  private static final FitOptions OPTIONS = FitOptions.of(Experiments.LOG, new Noise.FromScatter());
  private static final Measurement EXACT =
      Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 0, 1);

  private static Observations observations(Measurement measurement) {
    return new Observations(measurement, new Noise.FromScatter());
  }

  private static List<ParameterValues> starts(FitOptions options, boolean relaxation) {
    return new StartValues(observations(EXACT), options).starts(relaxation);
  }

  private static Observations one(double acField, double fieldRate) {
    return Observations.at(
        List.of(
            new Reading(
                new Drive.AcField(acField),
                new BiasRate.FieldRate(fieldRate),
                5e9,
                OptionalDouble.empty(),
                new Origin("a.csv", 2))));
  }

  /**
   * p F/ħ + √(2 p Ḟ/ħ) = ω0 is a quadratic equation of √p: with F = 24 kV/m, Ḟ = 3.2e11 V/m/s, ω0 =
   * 2π 5 GHz its root is p = 1.3407945391e-28 C m. It is found to a per cent, from below.
   */
  @Test
  void theLargestDipoleMomentIsWhereTheTheoryEnds() {
    double largest = StartValues.largestDipoleMoment(one(2.4e4, 3.2e11));
    assertThat(largest).isBetween(1.3407945391e-28 / 1.01, 1.3407945391e-28);
  }

  /** It depends on p F and p Ḟ alone. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.1, 50})
  void weakerFieldsAllowALargerDipoleMoment(double factor) {
    double one = StartValues.largestDipoleMoment(one(2.4e4, 3.2e11));
    double scaled = StartValues.largestDipoleMoment(one(2.4e4 * factor, 3.2e11 * factor));
    assertThat(scaled * factor / one).isCloseTo(1, within(0.01));
  }

  /** η = ω0/(v0 T10) is 1 at the unit, for the reading of the median sweep rate. */
  @Test
  void theUnitOfTheRelaxationRateHasAnEtaOfOne() {
    Observations sweep = observations(Experiments.biasSweep(1500, 5));
    double unit = StartValues.relaxationRateUnit(sweep, 2e-29);
    double median = sweep.sweepRate(2, 2e-29); // ascending rates
    assertThat(unit).isCloseTo(median / (2 * Math.PI * 5e9), Percentage.withPercentage(1e-10));
    assertThat(StartValues.relaxationRateUnit(sweep, 4e-29) / unit).isCloseTo(2, within(1e-12));
  }

  /** The grid has steps of e^½ in p, so that one start lies within half a step of the truth. */
  @Test
  void oneStartIsNearTheTruth() {
    assertThat(starts(OPTIONS, true))
        .anySatisfy(
            start -> {
              assertThat(start.dipoleMoment() / Experiments.TRUTH.dipoleMoment())
                  .isBetween(0.6, 1.65);
              assertThat(start.chi() / Experiments.TRUTH.chi()).isBetween(0.7, 1.4);
              assertThat(start.referenceFrequency())
                  .isCloseTo(Experiments.TRUTH.referenceFrequency(), within(1e5));
            });
  }

  @Test
  void startsAreFewAndWithinTheTheory() {
    for (boolean relaxation : new boolean[] {true, false}) {
      List<ParameterValues> starts = starts(OPTIONS, relaxation);
      assertThat(starts).isNotEmpty().hasSizeLessThanOrEqualTo(6);
      for (ParameterValues start : starts) {
        assertThat(start.chi()).isPositive();
        assertThat(start.relaxationRate() > 0).isEqualTo(relaxation);
        assertThat(observations(EXACT).anyWithinTheory(start)).isTrue();
      }
    }
  }

  @Test
  void whatIsFixedIsAStartEverywhere() {
    FitOptions fixed =
        OPTIONS
            .withFixed(Parameter.CHI, 1e-4)
            .withFixed(Parameter.DIPOLE_MOMENT, 2e-29)
            .withFixed(Parameter.RELAXATION_TIME, 4e-6)
            .withFixed(Parameter.REFERENCE_FREQUENCY, 5.01e9);
    assertThat(starts(fixed, true))
        .containsExactly(new ParameterValues(1e-4, 2e-29, 1 / 4e-6, 5.01e9));
  }

  /** At the true p and T10 the straight line in K gives χ and f_ref at once, of exact data. */
  @Test
  void atTheTrueShapeTheRestFollowsByLinearLeastSquares() {
    FitOptions shape =
        OPTIONS
            .withFixed(Parameter.DIPOLE_MOMENT, Experiments.TRUTH.dipoleMoment())
            .withFixed(Parameter.RELAXATION_TIME, 3e-6);
    ParameterValues start = starts(shape, true).get(0);
    // but for K taken at the median frequency, which lies χ L below f_ref
    assertThat(start.chi()).isCloseTo(1.2e-4, within(1e-7));
    assertThat(start.referenceFrequency()).isCloseTo(5.012e9, within(2e3));
  }

  /** Shifts turned to the blue at a fixed p and T10 want χ below 0: one start with hardly any. */
  @Test
  void aShiftToTheBlueStartsWithoutOne() {
    List<Reading> readings = EXACT.readings().toList();
    Measurement blue = Experiments.moved(EXACT, i -> 2 * (5.012e9 - readings.get(i).frequency()));
    FitOptions shape =
        OPTIONS
            .withFixed(Parameter.DIPOLE_MOMENT, Experiments.TRUTH.dipoleMoment())
            .withFixed(Parameter.RELAXATION_TIME, 3e-6);
    List<ParameterValues> starts = new StartValues(observations(blue), shape).starts(true);
    assertThat(starts).hasSize(1);
    assertThat(starts.get(0).chi()).isEqualTo(1e-9);
    assertThat(starts.get(0).dipoleMoment()).isEqualTo(Experiments.TRUTH.dipoleMoment());
    assertThat(starts.get(0).referenceFrequency()).isEqualTo(observations(blue).medianFrequency());
  }
}

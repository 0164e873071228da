package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.Shift;
import tlsfit.model.ShiftModel;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;
import tlsfit.setup.Noise;

class ObservationsTest {
  private static final ParameterValues TRUTH = Experiments.TRUTH;
  private static final Measurement JOINT = Experiments.jointFile(0, 68);
  private static final Observations KNOWN = new Observations(JOINT, new Noise.Absolute());

  private static Reading reading(Drive drive, BiasRate rate, OptionalDouble sigma) {
    return new Reading(drive, rate, 5e9, sigma, new Origin("a.csv", 7));
  }

  /** A Rabi frequency and an energy rate: no dipole moment, no calibration. */
  private static final Reading RATES =
      reading(new Drive.RabiFrequency(3e7), new BiasRate.EnergyRate(2e15), OptionalDouble.empty());

  private static final Reading FIELDS =
      reading(new Drive.AcField(100), new BiasRate.FieldRate(3e10), OptionalDouble.empty());

  @Test
  void sigmaIsWhatTheNoiseSaysItIs() {
    assertThat(KNOWN.sigma(0)).isEqualTo(800);
    assertThat(KNOWN.sigma(1)).isEqualTo(1500);
    assertThat(new Observations(JOINT, new Noise.Relative()).sigma(1)).isEqualTo(1500);
    assertThat(new Observations(JOINT, new Noise.PerTable()).sigma(1)).isEqualTo(1500);
    assertThat(new Observations(JOINT, new Noise.FromScatter()).sigma(1)).isEqualTo(1);
  }

  @Test
  void aMissingSigmaIsOneOnlyWhereItIsToBeFound() {
    Measurement without = Experiments.of(List.of(FIELDS));
    assertThat(new Observations(without, new Noise.PerTable()).sigma(0)).isEqualTo(1);
    for (Noise noise : List.of(new Noise.Absolute(), new Noise.Relative())) {
      FitRefusedException refused =
          catchThrowableOfType(FitRefusedException.class, () -> new Observations(without, noise));
      assertThat(refused.refusal())
          .isEqualTo(Refusal.of(RefusalCode.READING_WITHOUT_SIGMA, "a.csv:7"));
    }
  }

  @Test
  void refusesToBeEmpty() {
    assertThatThrownBy(() -> new Observations(Experiments.of(List.of()), new Noise.FromScatter()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readingsKnowTheirTable() {
    Observations two = new Observations(Experiments.inTwoTables(JOINT, 48), new Noise.Absolute());
    assertThat(two.tableNames()).containsExactly("a.csv", "b.csv");
    assertThat(two.table(47)).isZero();
    assertThat(two.table(48)).isEqualTo(1);
    assertThat(two.frequency(48)).isEqualTo(KNOWN.frequency(48));
  }

  @Test
  void aSubsetHasItsOwnTables() {
    Observations two = new Observations(Experiments.inTwoTables(JOINT, 48), new Noise.Absolute());
    Observations last = two.subset(List.of(50, 67));
    assertThat(last.size()).isEqualTo(2);
    assertThat(last.tableNames()).containsExactly("b.csv");
    assertThat(last.table(1)).isZero();
    assertThat(last.frequency(1)).isEqualTo(two.frequency(67));
    assertThat(last.sigma(0)).isEqualTo(two.sigma(50));
    Observations all = two.subset(IntStream.range(0, 68).boxed().toList());
    assertThat(all.tableNames()).isEqualTo(two.tableNames());
    assertThat(all.readings()).isEqualTo(two.readings());
  }

  @Test
  void otherFrequenciesAndSigmasAreCopied() {
    double[] numbers = new double[68];
    Arrays.fill(numbers, 2e3);
    Observations changed = KNOWN.withSigma(numbers).withFrequencies(numbers);
    numbers[3] = -1;
    assertThat(changed.sigma(3)).isEqualTo(2e3);
    assertThat(changed.frequency(3)).isEqualTo(2e3);
    assertThat(KNOWN.sigma(0)).isEqualTo(800);
    assertThat(changed.unscaled().sigma(1)).isEqualTo(1500);
    assertThat(changed.medianFrequency()).isEqualTo(2e3);
  }

  @Test
  void theFactorsOfSigmaAreThoseOfEachTable() {
    Observations two = new Observations(Experiments.inTwoTables(JOINT, 48), new Noise.PerTable());
    double[] sigma = new double[68];
    for (int i = 0; i < 68; i++) {
      sigma[i] = two.sigma(i) * (i < 48 ? 2 : 0.25);
    }
    assertThat(two.withSigma(sigma).scales()).containsExactly(2.0, 0.25);
    assertThat(two.scales()).containsExactly(1.0, 1.0);
  }

  /** Ω_R0 = p F/ħ and v0 = 2 p Ḟ/ħ, with h = 6.62607015e-34 J s (SI, exact). */
  @Test
  void fieldsBecomeRatesByTheDipoleMoment() {
    Observations observations = Observations.at(List.of(FIELDS, RATES));
    double p = TRUTH.dipoleMoment();
    double hbar = 6.62607015e-34 / (2 * Math.PI);
    assertThat(observations.rabi(0, p)).isCloseTo(p * 100 / hbar, Percentage.withPercentage(1e-8));
    assertThat(observations.sweepRate(0, p))
        .isCloseTo(2 * p * 3e10 / hbar, Percentage.withPercentage(1e-8));
    assertThat(observations.rabi(1, p)).isEqualTo(3e7);
    assertThat(observations.sweepRate(1, 2 * p)).isEqualTo(2e15);
  }

  @Test
  void aCalibrationMovesFieldsAndLeavesRatesAlone() {
    Observations observations = Observations.at(List.of(FIELDS, RATES));
    ParameterValues moved = TRUTH.withFieldShifts(0.1, -0.2);
    assertThat(observations.rabi(0, moved) / observations.rabi(0, TRUTH))
        .isCloseTo(Math.exp(0.1), within(1e-14));
    assertThat(observations.sweepRate(0, moved) / observations.sweepRate(0, TRUTH))
        .isCloseTo(Math.exp(-0.2), within(1e-14));
    assertThat(observations.rabi(1, moved)).isEqualTo(3e7);
    assertThat(observations.sweepRate(1, moved)).isEqualTo(2e15);
    assertThat(observations.dependOnDipoleMoment()).isTrue();
    assertThat(Observations.at(List.of(RATES)).dependOnDipoleMoment()).isFalse();
  }

  /** η = ω0/(v0 T10): in proportion to the rate, and the slowest sweep has the largest. */
  @Test
  void theLargestRelaxationParameterIsThatOfTheSlowestSweep() {
    Observations sweep = new Observations(Experiments.biasSweep(1500, 5), new Noise.FromScatter());
    double omega0 = 2 * Math.PI * TRUTH.referenceFrequency();
    double slowest = sweep.sweepRate(0, TRUTH);
    assertThat(sweep.largestEta(TRUTH))
        .isCloseTo(omega0 / (slowest * 3e-6), Percentage.withPercentage(1e-10));
    double twice = sweep.largestEta(TRUTH.with(Parameter.RELAXATION_TIME, 1.5e-6));
    assertThat(twice / sweep.largestEta(TRUTH)).isCloseTo(2, within(1e-12));
    assertThat(sweep.largestEta(TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY)))
        .isZero();
  }

  @Test
  void theTheoryEndsWhereRatesReachTheFrequency() {
    Observations one = Observations.at(List.of(RATES));
    ParameterValues slow = TRUTH.with(Parameter.REFERENCE_FREQUENCY, 5e9);
    assertThat(one.anyWithinTheory(slow)).isTrue();
    // 3e7 + √2e15 = 7.47e7 1/s is 2π times 11.89 MHz
    assertThat(one.anyWithinTheory(slow.with(Parameter.REFERENCE_FREQUENCY, 11.9e6))).isTrue();
    assertThat(one.anyWithinTheory(slow.with(Parameter.REFERENCE_FREQUENCY, 11.8e6))).isFalse();
  }

  /** Central differences of the scaled values, and of the logarithms of the two fields. */
  @Test
  void derivativesOfAPredictionAreExact() {
    Observations few =
        Observations.at(List.of(FIELDS, KNOWN.readings().get(10), KNOWN.readings().get(60)));
    Prediction at = few.predict(Experiments.LOG, TRUTH);
    for (Parameter parameter : Experiments.LOG.parameters()) {
      double h = 1e-4 * TRUTH.scaledUnit(parameter, 1e6);
      double scaled = TRUTH.scaled(parameter);
      double[] slope =
          slope(
              few,
              TRUTH.withScaled(parameter, scaled - h),
              TRUTH.withScaled(parameter, scaled + h),
              2 * h);
      for (int i = 0; i < few.size(); i++) {
        assertThat(at.jacobian()[i][parameter.column()])
            .as(parameter.key())
            .isCloseTo(slope[i], Percentage.withPercentage(0.01));
      }
    }
    double[] byField =
        slope(few, TRUTH.withFieldShifts(-1e-4, 0), TRUTH.withFieldShifts(1e-4, 0), 2e-4);
    double[] byRate =
        slope(few, TRUTH.withFieldShifts(0, -1e-4), TRUTH.withFieldShifts(0, 1e-4), 2e-4);
    for (int i = 0; i < few.size(); i++) {
      assertThat(at.byLnAcField()[i]).isCloseTo(byField[i], Percentage.withPercentage(0.01));
      assertThat(at.byLnBiasRate()[i]).isCloseTo(byRate[i], Percentage.withPercentage(0.01));
      // p stands in both rates: its derivative is the sum of theirs
      assertThat(at.jacobian()[i][Parameter.DIPOLE_MOMENT.column()])
          .isEqualTo(at.byLnAcField()[i] + at.byLnBiasRate()[i]);
      // χ is a factor: by its logarithm the shift itself
      assertThat(at.jacobian()[i][Parameter.CHI.column()]).isEqualTo(at.shift()[i]);
      assertThat(at.shift()[i]).isNegative();
    }
  }

  private static double[] slope(
      Observations observations, ParameterValues below, ParameterValues above, double distance) {
    Prediction low = observations.predict(Experiments.LOG, below);
    Prediction high = observations.predict(Experiments.LOG, above);
    double reference = above.referenceFrequency() - below.referenceFrequency();
    double[] slope = new double[observations.size()];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = (reference + high.shift()[i] - low.shift()[i]) / distance;
    }
    return slope;
  }

  /** No derivative by a field where none is known. */
  @Test
  void knownRatesHaveNoDerivativeByTheDipoleMoment() {
    Prediction at = Observations.at(List.of(RATES)).predict(Experiments.LOG, TRUTH);
    assertThat(at.jacobian()[0][Parameter.DIPOLE_MOMENT.column()]).isZero();
    assertThat(at.byLnAcField()).containsExactly(0);
    assertThat(at.byLnBiasRate()).containsExactly(0);
  }

  /** 5 GHz has an ulp of 1e-6 Hz: a shift of 1e-9 Hz must count all the same. */
  @Test
  void aResidualKeepsTheDigitsOfTheShift() {
    Observations one = Observations.at(List.of(FIELDS));
    assertThat(one.residual(0, 5e9, 1e-9)).isEqualTo(1e-9);
    assertThat(one.withSigma(new double[] {4}).residual(0, 5e9, -2)).isEqualTo(-0.5);
  }

  @Test
  void eachEvaluationIsTakenFromTheBudget() {
    EvaluationBudget budget = new EvaluationBudget(2 * 68);
    Observations counted = KNOWN.within(budget);
    counted.predict(Experiments.LOG, TRUTH);
    assertThat(budget.spent()).isEqualTo(68);
    counted.subset(List.of(0, 1)).predict(Experiments.LOG, TRUTH);
    assertThat(budget.spent()).isEqualTo(70);
    assertThatThrownBy(() -> counted.predict(Experiments.LOG, TRUTH))
        .isInstanceOf(EvaluationBudget.Spent.class);
  }

  /** 26 dipole moments at σ_p = 0.5: a reading costs as much as 26 of one dipole moment. */
  @Test
  void aDistributionCostsAsManyEvaluationsAsItHasNodes() {
    ShiftModel wide = Experiments.LOG.withWidth(0.5);
    ParameterValues values = TRUTH.with(Parameter.DIPOLE_WIDTH, 0.5);
    EvaluationBudget budget = new EvaluationBudget(70 * 26);
    Observations counted = KNOWN.within(budget);
    counted.predict(wide, values);
    assertThat(budget.spent()).isEqualTo(68 * 26);
    double alone = counted.response(3, wide, values); // K without derivatives
    assertThat(budget.spent()).isEqualTo(69 * 26);
    Shift shift = counted.shift(3, wide, values);
    assertThat(budget.spent()).isEqualTo(70 * 26);
    assertThat(alone).isCloseTo(shift.value(), within(1e-14));
    assertThatThrownBy(() -> counted.response(3, Experiments.LOG, TRUTH))
        .isInstanceOf(EvaluationBudget.Spent.class);
  }

  /** A model is asked with the width that the values say, whose cost may be another. */
  @Test
  void theCostIsThatOfTheWidthInForce() {
    ShiftModel narrow = Experiments.LOG.withWidth(0.5);
    EvaluationBudget budget = new EvaluationBudget(1000);
    KNOWN.within(budget).shift(0, narrow, TRUTH.with(Parameter.DIPOLE_WIDTH, 2));
    assertThat(budget.spent()).isEqualTo(90);
  }
}

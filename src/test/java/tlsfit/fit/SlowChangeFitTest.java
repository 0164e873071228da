package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.setup.SlowChange;
import tlsfit.setup.SlowChange.Kind;

/** Fits with slow changes of the frequency in single tables. */
class SlowChangeFitTest {
  /** Readings of the first table, three power sweeps; the second is a bias sweep. */
  private static final int FIRST = 48;

  private static final int ALL = 68;
  private static final SlowChange BASELINE = new SlowChange("a.csv", Kind.SQRT_BASELINE);
  private static final SlowChange REFERENCE = new SlowChange("b.csv", Kind.OWN_REFERENCE);
  private static final SlowChange DRIFT = new SlowChange("b.csv", Kind.LINEAR_DRIFT);
  private static final List<SlowChange> SLOW = List.of(BASELINE, REFERENCE, DRIFT);
  private static final double[] AMPLITUDES = {-2000, 12e3, 3000};

  private static FitOptions options(Noise noise, List<SlowChange> slow) {
    return FitOptions.of(Experiments.LOG, noise).withRelaxation(Relaxation.ON).withSlow(slow);
  }

  /** What the slow changes add to reading i [Hz], in formulas of its own. */
  private static double added(int i) {
    if (i < FIRST) { // F is 24 kV/m times 400^(-(1 - k/15)), and √(F²/max F²) the ratio itself
      return AMPLITUDES[0] * Math.pow(400, (i % 16) / 15.0 - 1);
    }
    return AMPLITUDES[1] + AMPLITUDES[2] * ((i - FIRST) / 19.0 - 0.5);
  }

  private static Measurement twoTables(double sigma, IntToDoubleFunction by) {
    Measurement one =
        Experiments.moved(
            Experiments.simulate(Experiments.joint(), Experiments.TRUTH, sigma, 7), by);
    return Experiments.inTwoTables(one, FIRST);
  }

  @Test
  void withoutNoiseEverythingIsFoundExactly() {
    Fit fit =
        Fitter.fit(twoTables(0, SlowChangeFitTest::added), options(new Noise.FromScatter(), SLOW));
    Percentage exact = Percentage.withPercentage(1e-7); // 1e-9
    assertThat(fit.values().dipoleMoment()).isCloseTo(Experiments.TRUTH.dipoleMoment(), exact);
    assertThat(fit.values().chi()).isCloseTo(Experiments.TRUTH.chi(), exact);
    assertThat(fit.values().relaxationRate())
        .isCloseTo(Experiments.TRUTH.relaxationRate(), Percentage.withPercentage(1e-6));
    for (int k = 0; k < SLOW.size(); k++) {
      assertThat(fit.slow().get(k)).isCloseTo(AMPLITUDES[k], Percentage.withPercentage(1e-6));
    }
    for (int i = 0; i < ALL; i++) {
      assertThat(fit.prediction().frequency(i))
          .isCloseTo(fit.observations().frequency(i), within(1e-4));
    }
  }

  @Test
  void withNoiseEverythingIsFoundWithinItsErrors() {
    Fit fit =
        Fitter.fit(twoTables(500, SlowChangeFitTest::added), options(new Noise.Absolute(), SLOW));
    double[][] covariance = fit.covariance();
    int p = fit.free().indexOf(Parameter.DIPOLE_MOMENT);
    double off = Math.log(fit.values().dipoleMoment() / Experiments.TRUTH.dipoleMoment());
    assertThat(Math.abs(off) / Math.sqrt(covariance[p][p])).isLessThan(3.5);
    for (int k = 0; k < SLOW.size(); k++) {
      double error = Math.sqrt(covariance[fit.columnOfSlow(k)][fit.columnOfSlow(k)]);
      assertThat(Math.abs(fit.slow().get(k) - AMPLITUDES[k]) / error).isLessThan(3.5);
      assertThat(error).isBetween(50.0, 1500.0);
    }
    assertThat(fit.fittedNumbers()).isEqualTo(7);
    assertThat(fit.degreesOfFreedom()).isEqualTo(ALL - 7);
    assertThat(fit.linearization().leverages()).hasSize(ALL);
    assertThat(IntStream.range(0, ALL).mapToDouble(i -> fit.linearization().leverages()[i]).sum())
        .isCloseTo(7, within(1e-9));
    assertThat(fit.chiSquare()).isBetween(30.0, 100.0); // χ² with 61 degrees of freedom
  }

  /** Without the slow changes the same readings contradict the model. */
  @Test
  void whatIsLeftOutSpoilsTheFit() {
    Fit fit =
        Fitter.fit(
            twoTables(500, SlowChangeFitTest::added), options(new Noise.Absolute(), List.of()));
    assertThat(fit.reducedChiSquare()).isGreaterThan(20);
    assertThat(fit.slow()).isEmpty();
  }

  /**
   * numpy, with the K of model log at the six settings without relaxation, as {@code curve} prints
   * them, and the fitted f_ref and χ: K = array([0.0268357298100760, 0.241960732775650,
   * 1.01939990292579, 1.33791971580375, 1.07072953391431, 0.696213950722529]); J = column_stack([
   * -5.011964624168314e9*6.349606910063875e-5*K, ones(6), linspace(-.5, .5, 6)])/500; sqrt(diag(
   * inv(J.T @ J))). The derivative by f_ref is 1 − χ(K + ∂K/∂ln ω0), not 1: hence the tolerance.
   */
  @Test
  void theCovarianceIsThatOfLinearLeastSquares() {
    Measurement six =
        Experiments.simulate(Experiments.powerSweep(3.2e10, 6), Experiments.TRUTH, 500, 3);
    FitOptions options =
        options(new Noise.Absolute(), List.of(new SlowChange("test.csv", Kind.LINEAR_DRIFT)))
            .withRelaxation(Relaxation.OFF)
            .withFixed(Parameter.DIPOLE_MOMENT, Experiments.TRUTH.dipoleMoment());
    Fit fit = Fitter.fit(six, options);
    double[][] covariance = fit.covariance();
    double[] expected = {1.79923306e-03, 4.66288658e+02, 7.81250951e+02};
    for (int j = 0; j < expected.length; j++) {
      assertThat(Math.sqrt(covariance[j][j]))
          .isCloseTo(expected[j], Percentage.withPercentage(0.02));
    }
    assertThat(covariance[1][2]).isCloseTo(2.10959308e+05, Percentage.withPercentage(0.02));
  }

  /** A drift is none of the shift that a constant frequency would leave to be explained. */
  @Test
  void aDriftAloneIsNoShift() {
    Measurement design = Experiments.powerSweep(3.2e10, 40);
    Measurement drifting =
        Experiments.moved(
            Experiments.simulate(design, Experiments.TRUTH.with(Parameter.CHI, 1e-12), 500, 5),
            i -> 20e3 * (0.5 - i / 39.0));
    SlowChange drift = new SlowChange("test.csv", Kind.LINEAR_DRIFT);
    Fit without = Fitter.fit(drifting, options(new Noise.Absolute(), List.of()));
    Fit with = Fitter.fit(drifting, options(new Noise.Absolute(), List.of(drift)));
    assertThat(without.shiftPValue()).isLessThan(1e-12);
    assertThat(with.shiftPValue()).isGreaterThan(1e-3);
    assertThat(with.constantChiSquare()).isBetween(15.0, 75.0); // 38 degrees of freedom
  }

  @ParameterizedTest
  @EnumSource(names = {"SOFT_L1", "CAUCHY"})
  void aRobustLossFindsThemBesideAnOutlier(Loss loss) {
    Measurement measurement = twoTables(500, i -> added(i) + (i == 60 ? 60e3 : 0));
    Fit fit = Fitter.fit(measurement, options(new Noise.Absolute(), SLOW).withLoss(loss));
    for (int k = 0; k < SLOW.size(); k++) {
      double error = Math.sqrt(fit.covariance()[fit.columnOfSlow(k)][fit.columnOfSlow(k)]);
      assertThat(Math.abs(fit.slow().get(k) - AMPLITUDES[k]) / error).isLessThan(4);
    }
  }

  @Test
  void aPartKeepsWhatItSees() {
    Fit fit =
        Fitter.fit(twoTables(0, SlowChangeFitTest::added), options(new Noise.FromScatter(), SLOW));
    List<Integer> second = IntStream.range(FIRST + 2, ALL).boxed().toList();
    FitOptions fixed =
        fit.options().withFixed(Parameter.DIPOLE_MOMENT, fit.values().dipoleMoment());
    Fit part = Fitter.refit(fit.observations().subset(second), fixed, fit.values());
    // the only table has no reference frequency beside f_ref, and no baseline of another table
    assertThat(part.options().slow()).containsExactly(DRIFT);
    // the drift is that over the whole table
    assertThat(part.slow().get(0)).isCloseTo(3000, within(1e-2));
    assertThat(part.values().referenceFrequency())
        .isCloseTo(Experiments.TRUTH.referenceFrequency() + 12e3, within(1e-2));
  }

  @Test
  void moreUnknownsThanReadingsAreRefused() {
    Measurement six =
        Experiments.simulate(Experiments.powerSweep(3.2e10, 6), Experiments.TRUTH, 500, 3);
    List<SlowChange> two =
        List.of(
            new SlowChange("test.csv", Kind.LINEAR_DRIFT),
            new SlowChange("test.csv", Kind.LINEAR_BASELINE));
    assertThatThrownBy(() -> Fitter.fit(six, options(new Noise.Absolute(), two)))
        .isInstanceOf(FitRefusedException.class)
        .hasMessageContaining("parameters=6.0");
  }

  @Test
  void columnsAreThoseOfTheirTables() {
    Observations observations = new Observations(twoTables(500, i -> 0), new Noise.Absolute());
    double[][] columns =
        SlowColumns.of(
            observations,
            List.of(
                DRIFT,
                new SlowChange("a.csv", Kind.QUADRATIC_BASELINE),
                new SlowChange("a.csv", Kind.FOURTH_ROOT_BASELINE),
                REFERENCE,
                new SlowChange("c.csv", Kind.LINEAR_DRIFT)));
    assertThat(columns).hasDimensions(5, ALL);
    assertThat(columns[0][FIRST - 1]).isZero();
    assertThat(columns[0][FIRST]).isEqualTo(-0.5);
    assertThat(columns[0][ALL - 1]).isEqualTo(0.5);
    assertThat(columns[1][15]).isEqualTo(1);
    assertThat(columns[1][0]).isCloseTo(Math.pow(400, -4), within(1e-15));
    assertThat(columns[2][0]).isCloseTo(Math.pow(400, -0.5), within(1e-12));
    assertThat(columns[3][FIRST - 1]).isZero();
    assertThat(columns[3][FIRST]).isEqualTo(1);
    assertThat(columns[4]).containsOnly(0);
  }
}

package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.SlowColumns;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.result.Finding;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.setup.SlowChange;
import tlsfit.setup.SlowChange.Kind;

/** Slow changes that a fit does not have. The shift of a power sweep here is 0.8 MHz. */
class SlowChangesTest {
  private static final double SHIFT = 0.8e6;
  private static final SlowChange DRIFT = new SlowChange("test.csv", Kind.LINEAR_DRIFT);

  private static Fit fit(Measurement measurement, Noise noise, List<SlowChange> slow) {
    return Fitter.fit(
        measurement,
        FitOptions.of(Experiments.LOG, noise).withRelaxation(Relaxation.OFF).withSlow(slow));
  }

  private static Measurement sweep(double sigma, long seed) {
    return Experiments.simulate(
        Experiments.powerSweep(3.2e10, 40),
        Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY),
        sigma,
        seed);
  }

  private static Measurement drifting(double sigma) {
    return Experiments.moved(sweep(sigma, 4), i -> 0.1 * SHIFT * (i / 39.0 - 0.5));
  }

  private static Finding finding(Fit fit) {
    return SlowChanges.of(fit).finding(fit).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aCleanSweepMissesNothing(long seed) {
    Finding finding = finding(fit(sweep(3000, seed), new Noise.Absolute(), List.of()));
    assertThat(finding.holds()).isTrue();
    assertThat(finding.kind()).isEqualTo(Finding.Kind.CHECK);
    assertThat(finding.pValue()).isBetween(1e-3, 1.0);
  }

  /** With and without σ alike: there the drift would only make σ larger. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDriftOfATenthOfTheShiftSpoilsTheFitUntilItIsFitted(boolean known) {
    Noise noise = known ? new Noise.Absolute() : new Noise.FromScatter();
    Finding finding = finding(fit(drifting(3000), noise, List.of()));
    assertThat(finding.kind()).isEqualTo(Finding.Kind.FACT);
    assertThat(finding.holds()).isFalse();
    assertThat(finding.subject()).isEqualTo("linear-drift");
    assertThat(finding.readings()).containsExactly(new Finding.Place("test.csv", 2));
    assertThat(finding.limit()).isCloseTo(1e-5 / 5, within(1e-15));
    assertThat(finding.detail("amplitude"))
        .isCloseTo(0.1 * SHIFT, within(4 * finding.detail("standardError")));

    Fit with = fit(drifting(3000), noise, List.of(DRIFT));
    assertThat(finding(with).holds()).isTrue();
    assertThat(finding(with).detail("candidates")).isEqualTo(4);
    assertThat(Diagnosis.of(with).valid()).isTrue();
    double p = Experiments.TRUTH.dipoleMoment();
    assertThat(with.values().dipoleMoment()).isCloseTo(p, Percentage.withPercentage(10));
  }

  /** The fall is that of the fit with the drift, the changes lead to its parameters. */
  @Test
  void numbersAreThoseOfTheFitWithIt() {
    Fit without = fit(drifting(3000), new Noise.Absolute(), List.of());
    Fit with = fit(drifting(3000), new Noise.Absolute(), List.of(DRIFT));
    SlowChanges.Candidate drift = SlowChanges.of(without).leastLikely().orElseThrow();
    assertThat(drift.fall()).isCloseTo(without.chiSquare() - with.chiSquare(), within(1e-5));
    assertThat(drift.amplitude()).isCloseTo(with.slow().get(0), Percentage.withPercentage(1e-3));
    for (Parameter parameter : without.free()) {
      double change = with.values().get(parameter) - without.values().get(parameter);
      double size = Math.hypot(1, drift.standardError() / drift.amplitude());
      assertThat(Objects.requireNonNull(drift.changes().get(parameter)))
          .isCloseTo(change * size, Percentage.withPercentage(0.1));
    }
  }

  /**
   * Of a small amplitude the fall is the square of the residuals' part along the column, apart from
   * what the parameters do (Rao's score test), and the change that of linear regression.
   */
  @Test
  void aSmallOneFollowsLinearRegression() {
    Fit fit = fit(sweep(300, 2), new Noise.Absolute(), List.of());
    SlowChanges.Candidate drift = SlowChanges.of(fit).candidates().get(0);
    assertThat(drift.change()).isEqualTo(DRIFT);
    double[] column = SlowColumns.of(fit.observations(), List.of(DRIFT))[0];
    double along = 0;
    double square = 0;
    for (int i = 0; i < column.length; i++) {
      column[i] /= 300;
      along += column[i] * fit.residual(i);
      square += column[i] * column[i];
    }
    double left = square - fit.linearization().analysis().reduction(column);
    assertThat(drift.fall()).isCloseTo(along * along / left, Percentage.withPercentage(2));
    assertThat(drift.amplitude()).isCloseTo(-along / left, Percentage.withPercentage(2));
    assertThat(drift.standardError()).isCloseTo(1 / Math.sqrt(left), Percentage.withPercentage(1));
    double[] step = fit.linearization().analysis().solve(column);
    int p = fit.free().indexOf(Parameter.DIPOLE_MOMENT);
    double size = Math.hypot(drift.amplitude(), drift.standardError());
    assertThat(drift.changes().get(Parameter.DIPOLE_MOMENT))
        .isCloseTo(
            -step[p] * fit.values().dipoleMoment() * size * Math.signum(drift.amplitude()),
            Percentage.withPercentage(3));
  }

  @Test
  void candidatesAreThoseThatReadingsCanTell() {
    Measurement two =
        Experiments.inTwoTables(
            Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 3000, 3), 48);
    Fit fit = fit(two, new Noise.Absolute(), List.of(new SlowChange("a.csv", Kind.SQRT_BASELINE)));
    assertThat(SlowChanges.of(fit).candidates().stream().map(SlowChanges.Candidate::change))
        .containsExactly(
            new SlowChange("a.csv", Kind.LINEAR_DRIFT),
            new SlowChange("a.csv", Kind.LINEAR_BASELINE),
            new SlowChange("a.csv", Kind.QUADRATIC_BASELINE),
            new SlowChange("a.csv", Kind.FOURTH_ROOT_BASELINE),
            new SlowChange("b.csv", Kind.OWN_REFERENCE), // all of b.csv is at one power
            new SlowChange("b.csv", Kind.LINEAR_DRIFT));
    Measurement short0 = Experiments.inTwoTables(sweep(3000, 3), 37);
    assertThat(
            SlowChanges.of(fit(short0, new Noise.Absolute(), List.of())).candidates().stream()
                .map(one -> one.change().table()))
        .containsOnly("a.csv");
  }

  /** Two cool-downs 12 kHz apart. */
  @Test
  void anotherReferenceFrequencyIsNamed() {
    Measurement two =
        Experiments.inTwoTables(
            Experiments.moved(
                Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 500, 3),
                i -> i < 48 ? 0 : 12e3),
            48);
    FitOptions options =
        FitOptions.of(Experiments.LOG, new Noise.Absolute()).withRelaxation(Relaxation.ON);
    Finding finding = finding(Fitter.fit(two, options));
    assertThat(finding.kind()).isEqualTo(Finding.Kind.FACT);
    assertThat(finding.subject()).isEqualTo("own-reference");
    assertThat(finding.detail("amplitude")).isCloseTo(12e3, within(1000.0));
    SlowChange own = new SlowChange("b.csv", Kind.OWN_REFERENCE);
    assertThat(finding(Fitter.fit(two, options.withSlow(List.of(own)))).holds()).isTrue();
  }
}

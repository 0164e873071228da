package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ForkJoinPool;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;
import tlsfit.setup.BootstrapKind;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.IntervalKind;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

class InferenceTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final FitOptions RELAXING = KNOWN.withRelaxation(Relaxation.ON);
  private static final Bootstrap.Settings SETTINGS =
      new Bootstrap.Settings(BootstrapKind.PARAMETRIC, 200, 1);

  /**
   * Twelve readings so rough that there are two minima. By scipy 1.17.1 (see {@link
   * ProfileIntervalsTest}) they have χ² = 9.096036889913 and 10.383953028996.
   */
  private static final Measurement TWO_MINIMA =
      Experiments.simulate(Experiments.biasSweep(1500, 12), Experiments.TRUTH, 80_000, 15);

  private static final double LOWEST = 9.096036889913;
  private static final double HIGHER = 10.383953028996;

  @ParameterizedTest
  @EnumSource(IntervalKind.class)
  void goesOnFromALowerMinimumThatTheProfileMeets(IntervalKind kind) {
    Fit local = local(RELAXING);
    assertThat(local.chiSquare()).isCloseTo(HIGHER, Percentage.withPercentage(1e-8));
    Inference inference =
        switch (kind) {
          case WALD -> Inference.wald(local, 0.95);
          case PROFILE -> Inference.profile(local, 0.95);
          case BOOTSTRAP ->
              Inference.bootstrap(local, 0.95, SETTINGS, ForkJoinPool.commonPool(), done -> {});
        };
    assertThat(inference.fit().chiSquare()).isCloseTo(LOWEST, Percentage.withPercentage(1e-8));
    assertThat(inference.findings())
        .first()
        .extracting(Finding::code)
        .isEqualTo(FindingCode.LOWER_MINIMUM);
    assertThat(inference.findings().get(0).value())
        .isCloseTo(LOWEST, Percentage.withPercentage(1e-8));
    assertThat(inference.findings().get(0).limit())
        .isCloseTo(HIGHER, Percentage.withPercentage(1e-8));
    // Relaxation so fast, T10 = 26 ns, leaves p and χ open: no numbers of them.
    assertThat(inference.diagnosis().undetermined())
        .containsExactlyInAnyOrder(Parameter.CHI, Parameter.DIPOLE_MOMENT);
    assertThat(inference.estimates())
        .hasSize(4)
        .allSatisfy(
            estimate -> {
              Parameter parameter = Parameter.of(estimate.name());
              Double expected =
                  inference.determines(parameter) ? inference.fit().values().get(parameter) : null;
              assertThat(estimate.value()).isEqualTo(expected);
            });
  }

  @Test
  void doesSoTooWhereAParameterLiesAtABound() {
    // χ is 1.0041e-4 in the higher minimum, 6.53e-4 in the lower one.
    FitOptions bounded = RELAXING.withBounds(Parameter.CHI, new Bounds(1.01e-4, 1));
    Fit local = local(bounded);
    assertThat(local.atBound()).containsKey(Parameter.CHI);
    Inference inference = Inference.profile(local, 0.95);
    assertThat(inference.fit().chiSquare()).isCloseTo(LOWEST, Percentage.withPercentage(1e-8));
    assertThat(inference.findings()).isNotEmpty();
  }

  @Test
  void theLowestMinimumStays() {
    Fit fit = Fitter.fit(Experiments.jointFile(0, 68), KNOWN);
    Inference inference = Inference.profile(fit, 0.95);
    assertThat(inference.fit()).isSameAs(fit);
    assertThat(inference.findings()).isEmpty();
  }

  // The field is so strong that L nears 0: beyond some p no reading is within the theory, and χ² is
  // lower there than at the higher minimum; but that is no fit to go on with.
  @Test
  void doesNotLeaveTheTheory() {
    ParameterValues truth =
        Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);
    Measurement strong = Experiments.simulate(Experiments.biasSweep(8000, 12), truth, 24_000, 60);
    Fit lowest = Fitter.fit(strong, KNOWN.withRelaxation(Relaxation.OFF));
    assertThat(lowest.otherMinima()).isNotEmpty();
    Fit other =
        Fitter.refit(lowest.observations(), lowest.options(), lowest.otherMinima().get(0).values());
    Fit ended = Inference.profile(other, 0.95).fit();
    assertThat(other.chiSquare()).isGreaterThan(lowest.chiSquare() + 1);
    assertThat(ended.minimum().stop().isolated()).isTrue();
    assertThat(ended.chiSquare()).isCloseTo(lowest.chiSquare(), Percentage.withPercentage(1e-8));
  }

  @Test
  void makesNoReplicatesWhereNothingIsDetermined() {
    ParameterValues none = new ParameterValues(1e-30, 1e-29, 0, 5.012e9);
    Measurement noise = Experiments.simulate(Experiments.powerSweep(3e10, 20), none, 500, 1);
    Fit fit = Fitter.fit(noise, KNOWN.withFixed(Parameter.REFERENCE_FREQUENCY, 5.012e9));
    Inference inference =
        Inference.bootstrap(
            fit,
            0.95,
            SETTINGS,
            ForkJoinPool.commonPool(),
            done -> {
              throw new AssertionError("a replicate was made");
            });
    assertThat(inference.replicates()).isEmpty();
    assertThat(inference.diagnosis().undetermined())
        .contains(Parameter.CHI, Parameter.DIPOLE_MOMENT);
  }

  @Test
  void failedReplicatesAreLeftOutAndTold() {
    Measurement hopeless =
        Experiments.simulate(Experiments.biasSweep(1500, 12), Experiments.TRUTH, 120_000, 4);
    Fit fit = Fitter.fit(hopeless, RELAXING);
    Inference inference =
        Inference.bootstrap(fit, 0.95, SETTINGS, ForkJoinPool.commonPool(), done -> {});
    Bootstrap.Replicates replicates = inference.replicates().orElseThrow();
    assertThat(replicates.failed()).isPositive();
    assertThat(replicates.failedShare()).isEqualTo(replicates.failed() / 200.0);
    assertThat(replicates.scaled())
        .isNotEmpty()
        .allSatisfy((parameter, kept) -> assertThat(kept).hasSize(200 - replicates.failed()));
    Finding told =
        inference.findings().stream()
            .filter(finding -> finding.code() == FindingCode.FAILED_REPLICATES)
            .findFirst()
            .orElseThrow();
    assertThat(told.value()).isEqualTo(replicates.failed());
    assertThat(told.detail("replicates")).isEqualTo(200);
  }

  private static Fit local(FitOptions options) {
    return Fitter.refit(
        new Observations(TWO_MINIMA, new Noise.Absolute()), options, Experiments.TRUTH);
  }
}

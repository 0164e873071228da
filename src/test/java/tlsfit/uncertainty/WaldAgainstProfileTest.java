package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.likelihood.ConfidenceSets;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.result.Finding;
import tlsfit.result.Interval;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.FitOptions;
import tlsfit.setup.IntervalKind;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

class WaldAgainstProfileTest {
  private static final FitOptions KNOWN =
      FitOptions.of(Experiments.LOG, new Noise.Absolute()).withRelaxation(Relaxation.ON);

  // A parameter known to 0.6 % has a χ² that is a parabola over its interval: the ends can differ
  // by no more than about the relative curvature, some tenths of a per cent of the half-width.
  @Test
  void sharpDataAgree() {
    Finding check = check(Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 3000, 1));
    assertThat(check.holds()).isTrue();
    assertThat(check.value()).isLessThan(0.03);
  }

  // Thirteen times the noise on a sweep of the bias rate alone: p to a quarter.
  @Test
  void noisyDataDifferAndAreTold() {
    Finding check =
        check(Experiments.simulate(Experiments.biasSweep(1500, 40), Experiments.TRUTH, 40_000, 1));
    assertThat(check.kind()).isEqualTo(Finding.Kind.NOTE);
    assertThat(check.value()).isGreaterThan(WaldAgainstProfile.LARGEST);
    assertThat(check.parameters()).hasSize(1);
    assertThat(check.limit()).isEqualTo(WaldAgainstProfile.LARGEST);
  }

  @Test
  void limitsOfTheProfileAreNotCompared() {
    Fit fit = fit(Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 3000, 1));
    assertThat(WaldAgainstProfile.of(Inference.profile(fit, 0.95))).isEqualTo(Optional.empty());
  }

  private static final Fit SHARP =
      fit(Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 3000, 1));

  private static ParameterEstimate estimate(
      Parameter parameter, double value, @Nullable Double error, double lower, double upper) {
    return new ParameterEstimate(
        parameter.key(),
        parameter.unit(),
        value,
        error,
        Interval.of(0.95, "wald", lower, upper),
        error == null,
        true);
  }

  /** The finding of made-up intervals; the fit itself plays no part. */
  private static Optional<Finding> of(
      IntervalKind kind, ParameterEstimate wald, ParameterEstimate profiled) {
    return WaldAgainstProfile.of(
        new Inference(
            SHARP,
            Diagnosis.of(SHARP),
            0.95,
            kind,
            List.of(wald),
            List.of(profiled),
            ConfidenceSets.of(SHARP, 0.95),
            Optional.empty(),
            List.of()));
  }

  private static double distance(ParameterEstimate wald, ParameterEstimate profiled) {
    return Objects.requireNonNull(of(IntervalKind.WALD, wald, profiled).orElseThrow().value());
  }

  /** f_ref = 5 GHz ± 1 kHz; the profile ends 50 Hz farther below and 80 Hz farther above. */
  @Test
  void theDistanceIsTheLargerOneInHalfWidths() {
    Parameter frequency = Parameter.REFERENCE_FREQUENCY;
    ParameterEstimate wald = estimate(frequency, 5e9, 500.0, 5e9 - 1000, 5e9 + 1000);
    assertThat(distance(wald, estimate(frequency, 5e9, 500.0, 5e9 - 1050, 5e9 + 1080)))
        .isCloseTo(0.08, within(1e-9));
    assertThat(distance(wald, estimate(frequency, 5e9, 500.0, 5e9 - 880, 5e9 + 1000)))
        .isCloseTo(0.12, within(1e-9));
    assertThat(distance(wald, wald)).isZero();
  }

  /** ln χ ± 0.1, and the profile's upper end at + 0.105: a twentieth, in logarithms. */
  @Test
  void distancesAreThoseOfScaledValues() {
    double chi = 1e-4;
    ParameterEstimate wald =
        estimate(Parameter.CHI, chi, chi / 20, chi * Math.exp(-0.1), chi * Math.exp(0.1));
    ParameterEstimate profiled =
        estimate(Parameter.CHI, chi, chi / 20, chi * Math.exp(-0.1), chi * Math.exp(0.105));
    assertThat(distance(wald, profiled)).isCloseTo(0.05, within(1e-9));
  }

  @Test
  void anOpenEndIsAWholeHalfWidthOff() {
    ParameterEstimate wald = estimate(Parameter.RELAXATION_TIME, 3e-6, 1e-7, 2.8e-6, 3.2e-6);
    ParameterEstimate open =
        estimate(Parameter.RELAXATION_TIME, 3e-6, 1e-7, 2.8e-6, Double.POSITIVE_INFINITY);
    assertThat(distance(wald, open)).isEqualTo(1);
  }

  @Test
  void whatHasNoStandardErrorIsNotCompared() {
    ParameterEstimate fixed = estimate(Parameter.CHI, 1e-4, null, 1e-4, 1e-4);
    assertThat(of(IntervalKind.WALD, fixed, fixed)).isEmpty();
    ParameterEstimate fitted = estimate(Parameter.CHI, 1e-4, 1e-6, 0.98e-4, 1.02e-4);
    assertThat(of(IntervalKind.BOOTSTRAP, fitted, fitted)).isEmpty();
    assertThat(of(IntervalKind.WALD, fitted, fitted).orElseThrow().parameters())
        .containsExactly("chi");
  }

  private static Finding check(Measurement measurement) {
    return WaldAgainstProfile.of(Inference.wald(fit(measurement), 0.95)).orElseThrow();
  }

  private static Fit fit(Measurement measurement) {
    return Fitter.fit(measurement, KNOWN);
  }
}

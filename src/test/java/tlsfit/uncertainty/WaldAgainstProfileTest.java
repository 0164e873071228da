package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tlsfit.diagnosis.Check;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.Measurement;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

class WaldAgainstProfileTest {
  private static final FitOptions KNOWN =
      FitOptions.of(Experiments.LOG, new Noise.Absolute()).withRelaxation(Relaxation.ON);

  // A parameter known to 0.6 % has a χ² that is a parabola over its interval: the ends can differ
  // by no more than about the relative curvature, some tenths of a per cent of the half-width.
  @Test
  void sharpDataAgree() {
    Check check = check(Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 3000, 1));
    assertThat(check.passed()).isTrue();
    assertThat(check.value()).isLessThan(0.03);
  }

  // Thirteen times the noise on a sweep of the bias rate alone: p to a quarter.
  @Test
  void noisyDataAreToldToTakeTheProfile() {
    Check check =
        check(Experiments.simulate(Experiments.biasSweep(1500, 40), Experiments.TRUTH, 40_000, 1));
    assertThat(check.passed()).isFalse();
    assertThat(check.value()).isGreaterThan(WaldAgainstProfile.LARGEST);
    assertThat(check.meaning()).contains("take --intervals profile");
  }

  @Test
  void limitsOfTheProfileAreNotCompared() {
    Fit fit = fit(Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 3000, 1));
    assertThat(WaldAgainstProfile.of(Inference.profile(fit, 0.95))).isEqualTo(Optional.empty());
  }

  private static Check check(Measurement measurement) {
    return WaldAgainstProfile.of(Inference.wald(fit(measurement), 0.95)).orElseThrow();
  }

  private static Fit fit(Measurement measurement) {
    return Fitter.fit(measurement, KNOWN);
  }
}

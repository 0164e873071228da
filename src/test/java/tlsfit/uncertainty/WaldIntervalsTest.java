package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Interval;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;

class WaldIntervalsTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());

  // p = 1.672016115954549e-29, σ(ln p) = 3.327310539374312e-32/p by scipy (see FitterTest), and the
  // normal quantile 1.959963984540054: p exp(∓1.95996 σ).
  @Test
  void dipoleMomentIsLogNormal() {
    Fit fit = Fitter.fit(Experiments.jointFile(0, 68), KNOWN);
    Interval interval = estimate(fit, 0.95, Parameter.DIPOLE_MOMENT).interval();
    double ln = 3.327310539374312e-32 / 1.672016115954549e-29;
    assertThat(interval.lower())
        .isCloseTo(1.672016115954549e-29 * Math.exp(-1.959963984540054 * ln), relative(1e-7));
    assertThat(interval.upper())
        .isCloseTo(1.672016115954549e-29 * Math.exp(1.959963984540054 * ln), relative(1e-7));
  }

  // 1/T10 ± 1.959964 σ(T10)/T10², turned over.
  @Test
  void relaxationTimeIsNormalAsARate() {
    Fit fit = Fitter.fit(Experiments.jointFile(0, 68), KNOWN);
    Interval interval = estimate(fit, 0.95, Parameter.RELAXATION_TIME).interval();
    double rate = 1 / 2.9932379574051235e-06;
    double error = 7.3031063127307655e-09 * rate * rate;
    assertThat(interval.lower()).isCloseTo(1 / (rate + 1.959963984540054 * error), relative(1e-7));
    assertThat(interval.upper()).isCloseTo(1 / (rate - 1.959963984540054 * error), relative(1e-7));
  }

  // Student's t with 64 degrees of freedom: 0.975 point 1.997729654 (R 4.3 qt(0.975, 64)).
  @Test
  void relativeSigmaTakesStudentsT() {
    Fit fit =
        Fitter.fit(
            Experiments.jointFile(0, 68), FitOptions.of(Experiments.LOG, new Noise.Relative()));
    ParameterEstimate estimate = estimate(fit, 0.95, Parameter.REFERENCE_FREQUENCY);
    double reach = (estimate.interval().to() - estimate.interval().from()) / 2;
    assertThat(reach / Objects.requireNonNull(estimate.standardError()))
        .isCloseTo(1.997729654, relative(1e-6));
  }

  @Test
  void fixedParametersHaveNoError() {
    Fit fit =
        Fitter.fit(Experiments.jointFile(0, 68), KNOWN.withFixed(Parameter.RELAXATION_TIME, 3e-6));
    ParameterEstimate estimate = estimate(fit, 0.95, Parameter.RELAXATION_TIME);
    assertThat(estimate.fixed()).isTrue();
    assertThat(estimate.standardError()).isNull();
    assertThat(estimate.value()).isCloseTo(3e-6, relative(1e-12));
  }

  @Test
  void whatIsNotDeterminedHasNoLimits() {
    ParameterValues none = new ParameterValues(1e-30, 1e-29, 0, 5.012e9);
    Measurement noise = Experiments.simulate(Experiments.powerSweep(3e10, 20), none, 500, 1);
    ParameterEstimate estimate = estimate(Fitter.fit(noise, KNOWN), 0.95, Parameter.DIPOLE_MOMENT);
    assertThat(estimate.determined()).isFalse();
    assertThat(estimate.interval().from()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(estimate.interval().to()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void correlationIsThatOfTheParametersThemselves() {
    Fit fit = Fitter.fit(Experiments.jointFile(0, 68), KNOWN);
    double[][] correlation = fit.correlation();
    double[][] covariance = fit.covariance();
    assertThat(correlation[0][0]).isEqualTo(1);
    assertThat(correlation[0][1]).isEqualTo(correlation[1][0]).isBetween(-1.0, 1.0);
    // T10 goes against its rate.
    assertThat(Math.signum(correlation[1][2])).isEqualTo(-Math.signum(covariance[1][2]));
  }

  @Test
  void refusesLevelsThatAreNone() {
    Fit fit = Fitter.fit(Experiments.jointFile(0, 68), KNOWN);
    assertThatThrownBy(() -> WaldIntervals.of(fit, Diagnosis.of(fit), 95))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * 400 simulated measurements of each design: the 95 % limits must hold the truth in 95 % of them,
   * within 3.5 standard deviations of a binomial count (92.1 to 98.8 %).
   */
  @Test
  void limitsHoldTheTruthAsOftenAsTheySay() {
    Map<Noise, Measurement> designs =
        Map.of(
            new Noise.Absolute(), Experiments.joint(),
            new Noise.FromScatter(), Experiments.joint());
    designs.forEach(
        (noise, design) -> {
          int experiments = 400;
          Diagnosis determined = Diagnosis.of(Fitter.fit(Experiments.jointFile(0, 68), KNOWN));
          Map<Parameter, Integer> held = new EnumMap<>(Parameter.class);
          for (int seed = 0; seed < experiments; seed++) {
            Measurement measurement =
                Experiments.simulate(design, Experiments.TRUTH, 3000, 1000 + seed);
            Fit fit =
                Fitter.refit(
                    new Observations(measurement, noise),
                    FitOptions.of(Experiments.LOG, noise),
                    Experiments.TRUTH);
            for (ParameterEstimate estimate : WaldIntervals.of(fit, determined, 0.95)) {
              boolean holds =
                  estimate
                      .interval()
                      .contains(Experiments.TRUTH.get(Parameter.of(estimate.name())));
              held.merge(Parameter.of(estimate.name()), holds ? 1 : 0, Integer::sum);
            }
          }
          assertThat(held).hasSize(4);
          for (Parameter parameter : held.keySet()) {
            assertThat(held.getOrDefault(parameter, 0))
                .as(noise.name() + " " + parameter.key())
                .isBetween(365, 395);
          }
        });
  }

  private static ParameterEstimate estimate(Fit fit, double level, Parameter parameter) {
    List<ParameterEstimate> estimates = WaldIntervals.of(fit, Diagnosis.of(fit), level);
    return estimates.stream()
        .filter(e -> e.name().equals(parameter.key()))
        .findFirst()
        .orElseThrow();
  }

  private static Percentage relative(double tolerance) {
    return Percentage.withPercentage(100 * tolerance);
  }
}

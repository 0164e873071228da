package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.interval.Estimate;
import tlsfit.interval.WaldIntervals;
import tlsfit.measurement.Measurement;

/**
 * The fit of joint.csv against scipy 1.x: least_squares(method="lm") on the same equations, with a
 * tanh-sinh/Gauss-Legendre quadrature of S of its own (1e-11) and a Jacobian by differences;
 * standard errors from inv(JᵀJ). The table is synthetic: 68 readings, σ = 800 and 1500 Hz in turn.
 */
class FitterTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());

  @Test
  void jointFitAgreesWithAnIndependentOne() {
    Optimum optimum = Fitter.fit(Experiments.jointFile(0, 68), KNOWN);
    assertThat(optimum.chiSquare()).isCloseTo(84.89973366305584, relative(1e-9));
    assertThat(optimum.staticChiSquare()).isCloseTo(2336834.1806036066, relative(1e-9));
    check(optimum, Parameter.CHI, 0.00012003508607374175, 9.22072708188955e-08);
    check(optimum, Parameter.DIPOLE_MOMENT, 1.672016115954549e-29, 3.327310539374312e-32);
    check(optimum, Parameter.RELAXATION_TIME, 2.9932379574051235e-06, 7.3031063127307655e-09);
    check(optimum, Parameter.REFERENCE_FREQUENCY, 5011999926.719929, 196.213557014971);
  }

  @Test
  void biasSweepAloneAgreesWithAnIndependentFit() {
    Optimum optimum = Fitter.fit(Experiments.jointFile(48, 68), KNOWN);
    assertThat(optimum.chiSquare()).isCloseTo(34.481482011568694, relative(1e-9));
    check(optimum, Parameter.CHI, 0.00011943934305388546, 2.5910784016932405e-07);
    check(optimum, Parameter.DIPOLE_MOMENT, 1.7009716364031475e-29, 1.591877062213459e-31);
    check(optimum, Parameter.RELAXATION_TIME, 2.9711277505571528e-06, 1.61770321921742e-08);
    check(optimum, Parameter.REFERENCE_FREQUENCY, 5012000190.081979, 478.669075022164);
  }

  @Test
  void powerSweepWithoutRelaxationAgreesWithAnIndependentFit() {
    Optimum optimum =
        Fitter.fit(Experiments.jointFile(32, 48), KNOWN.withRelaxation(Relaxation.OFF));
    assertThat(optimum.chiSquare()).isCloseTo(54.66509399419221, relative(1e-9));
    check(optimum, Parameter.CHI, 0.00011304873580304368, 1.4460126960759617e-07);
    check(optimum, Parameter.DIPOLE_MOMENT, 1.6653169573853014e-29, 5.069677732877262e-32);
    check(optimum, Parameter.REFERENCE_FREQUENCY, 5011997683.569778, 400.7532897671983);
    assertThat(optimum.free()).doesNotContain(Parameter.RELAXATION_TIME);
  }

  @Test
  void exactDataGiveTheTruthAgain() {
    Measurement exact = Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 0, 1);
    Optimum optimum = Fitter.fit(exact, FitOptions.of(Experiments.LOG, new Noise.FromScatter()));
    assertThat(optimum.minimum().stop().converged()).isTrue();
    assertThat(optimum.free()).hasSize(4);
    for (Parameter parameter : optimum.free()) {
      assertThat(optimum.values().get(parameter))
          .isCloseTo(Experiments.TRUTH.get(parameter), relative(1e-8));
    }
  }

  // Errors of relative σ are those of absolute σ times √(χ²/ν), whatever the common factor.
  @Test
  void relativeSigmaTakesItsScaleFromTheScatter() {
    Optimum absolute = Fitter.fit(Experiments.jointFile(0, 68), KNOWN);
    Optimum relative =
        Fitter.fit(
            Experiments.jointFile(0, 68), FitOptions.of(Experiments.LOG, new Noise.Relative()));
    double factor = Math.sqrt(84.89973366305584 / 64);
    assertThat(estimate(relative, Parameter.DIPOLE_MOMENT).standardError())
        .isCloseTo(
            factor * estimate(absolute, Parameter.DIPOLE_MOMENT).standardError(), relative(1e-6));
  }

  @Test
  void heldParametersKeepTheirValues() {
    Optimum optimum =
        Fitter.fit(
            Experiments.jointFile(0, 68),
            KNOWN.withFixed(Parameter.RELAXATION_TIME, 2.5e-6).withFixed(Parameter.CHI, 1.1e-4));
    assertThat(optimum.values().get(Parameter.RELAXATION_TIME)).isCloseTo(2.5e-6, relative(1e-12));
    assertThat(optimum.values().chi()).isEqualTo(1.1e-4);
    assertThat(optimum.free())
        .containsExactly(Parameter.DIPOLE_MOMENT, Parameter.REFERENCE_FREQUENCY);
    assertThat(optimum.minimum().stop().converged()).isTrue();
  }

  @Test
  void everyParameterMayBeHeldButOne() {
    Optimum optimum =
        Fitter.fit(
            Experiments.jointFile(0, 68),
            KNOWN
                .withFixed(Parameter.DIPOLE_MOMENT, Experiments.TRUTH.dipoleMoment())
                .withFixed(Parameter.REFERENCE_FREQUENCY, 5.012e9)
                .withFixed(Parameter.RELAXATION_TIME, 3e-6));
    assertThat(optimum.values().chi()).isCloseTo(1.2e-4, relative(2e-3));
  }

  @Test
  void autoLeavesRelaxationOutWhereThereIsNone() {
    ParameterValues none =
        Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);
    Measurement measurement = Experiments.simulate(Experiments.joint(), none, 1000, 5);
    Optimum auto = Fitter.fit(measurement, KNOWN);
    assertThat(auto.free()).doesNotContain(Parameter.RELAXATION_TIME);
    assertThat(auto.values().relaxationRate()).isZero();
    assertThat(auto.relaxationTest()).isPresent();
  }

  @Test
  void refusesFewerReadingsThanParameters() {
    assertThatThrownBy(
            () -> Fitter.fit(Experiments.jointFile(0, 4), KNOWN.withRelaxation(Relaxation.ON)))
        .isInstanceOf(FitRefusedException.class)
        .hasMessageContaining("4 readings cannot determine");
  }

  @Test
  void refusesMissingSigma() {
    assertThatThrownBy(() -> Fitter.fit(Experiments.joint(), KNOWN))
        .isInstanceOf(FitRefusedException.class)
        .hasMessageContaining("test.csv:2");
  }

  private static void check(Optimum optimum, Parameter parameter, double value, double error) {
    Estimate estimate = estimate(optimum, parameter);
    assertThat(estimate.value()).isCloseTo(value, relative(2e-8));
    assertThat(estimate.standardError()).isCloseTo(error, relative(1e-6));
  }

  private static Estimate estimate(Optimum optimum, Parameter parameter) {
    return WaldIntervals.of(optimum, Judge.judge(optimum), 0.95).stream()
        .filter(e -> e.parameter() == parameter)
        .findFirst()
        .orElseThrow();
  }

  private static Percentage relative(double tolerance) {
    return Percentage.withPercentage(100 * tolerance);
  }
}

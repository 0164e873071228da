package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.uncertainty.WaldIntervals;

/**
 * The fit of joint.csv against scipy 1.x: least_squares(method="lm") on the same equations, with a
 * tanh-sinh/Gauss-Legendre quadrature of S of its own (1e-11) and a Jacobian by differences;
 * standard errors from inv(JᵀJ). The table is synthetic: 68 readings, σ = 800 and 1500 Hz in turn.
 */
public class FitterTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());

  @Test
  void jointFitAgreesWithAnIndependentOne() {
    Fit fit = Fitter.fit(Experiments.jointFile(0, 68), KNOWN);
    assertThat(fit.chiSquare()).isCloseTo(84.89973366305584, relative(1e-9));
    assertThat(fit.constantChiSquare()).isCloseTo(2336834.1806036066, relative(1e-9));
    check(fit, Parameter.CHI, 0.00012003508607374175, 9.22072708188955e-08);
    check(fit, Parameter.DIPOLE_MOMENT, 1.672016115954549e-29, 3.327310539374312e-32);
    check(fit, Parameter.RELAXATION_TIME, 2.9932379574051235e-06, 7.3031063127307655e-09);
    check(fit, Parameter.REFERENCE_FREQUENCY, 5011999926.719929, 196.213557014971);
  }

  @Test
  void biasSweepAloneAgreesWithAnIndependentFit() {
    Fit fit = Fitter.fit(Experiments.jointFile(48, 68), KNOWN);
    assertThat(fit.chiSquare()).isCloseTo(34.481482011568694, relative(1e-9));
    check(fit, Parameter.CHI, 0.00011943934305388546, 2.5910784016932405e-07);
    check(fit, Parameter.DIPOLE_MOMENT, 1.7009716364031475e-29, 1.591877062213459e-31);
    check(fit, Parameter.RELAXATION_TIME, 2.9711277505571528e-06, 1.61770321921742e-08);
    check(fit, Parameter.REFERENCE_FREQUENCY, 5012000190.081979, 478.669075022164);
  }

  @Test
  void powerSweepWithoutRelaxationAgreesWithAnIndependentFit() {
    Fit fit = Fitter.fit(Experiments.jointFile(32, 48), KNOWN.withRelaxation(Relaxation.OFF));
    assertThat(fit.chiSquare()).isCloseTo(54.66509399419221, relative(1e-9));
    check(fit, Parameter.CHI, 0.00011304873580304368, 1.4460126960759617e-07);
    check(fit, Parameter.DIPOLE_MOMENT, 1.6653169573853014e-29, 5.069677732877262e-32);
    check(fit, Parameter.REFERENCE_FREQUENCY, 5011997683.569778, 400.7532897671983);
    assertThat(fit.free()).doesNotContain(Parameter.RELAXATION_TIME);
  }

  @Test
  void exactDataGiveTheTruthAgain() {
    Measurement exact = Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 0, 1);
    Fit fit = Fitter.fit(exact, FitOptions.of(Experiments.LOG, new Noise.FromScatter()));
    assertThat(fit.minimum().stop().isolated()).isTrue();
    assertThat(fit.free()).hasSize(4);
    for (Parameter parameter : fit.free()) {
      assertThat(fit.values().get(parameter))
          .isCloseTo(Experiments.TRUTH.get(parameter), relative(1e-8));
    }
  }

  // Errors of relative σ are those of absolute σ times √(χ²/ν), whatever the common factor.
  @Test
  void relativeSigmaTakesItsScaleFromTheScatter() {
    Fit absolute = Fitter.fit(Experiments.jointFile(0, 68), KNOWN);
    Fit relative =
        Fitter.fit(
            Experiments.jointFile(0, 68), FitOptions.of(Experiments.LOG, new Noise.Relative()));
    double factor = Math.sqrt(84.89973366305584 / 64);
    assertThat(estimate(relative, Parameter.DIPOLE_MOMENT).standardError())
        .isCloseTo(
            factor
                * Objects.requireNonNull(
                    estimate(absolute, Parameter.DIPOLE_MOMENT).standardError()),
            relative(1e-6));
  }

  @Test
  void heldParametersKeepTheirValues() {
    Fit fit =
        Fitter.fit(
            Experiments.jointFile(0, 68),
            KNOWN.withFixed(Parameter.RELAXATION_TIME, 2.5e-6).withFixed(Parameter.CHI, 1.1e-4));
    assertThat(fit.values().get(Parameter.RELAXATION_TIME)).isCloseTo(2.5e-6, relative(1e-12));
    assertThat(fit.values().chi()).isEqualTo(1.1e-4);
    assertThat(fit.free()).containsExactly(Parameter.DIPOLE_MOMENT, Parameter.REFERENCE_FREQUENCY);
    assertThat(fit.minimum().stop().isolated()).isTrue();
  }

  @Test
  void everyParameterMayBeHeldButOne() {
    Fit fit =
        Fitter.fit(
            Experiments.jointFile(0, 68),
            KNOWN
                .withFixed(Parameter.DIPOLE_MOMENT, Experiments.TRUTH.dipoleMoment())
                .withFixed(Parameter.REFERENCE_FREQUENCY, 5.012e9)
                .withFixed(Parameter.RELAXATION_TIME, 3e-6));
    assertThat(fit.values().chi()).isCloseTo(1.2e-4, relative(2e-3));
  }

  /** Where noise of none would have the rate below 0 it is 0, and stays among what is fitted. */
  @Test
  void aRateThatWouldBeNegativeIsZero() {
    ParameterValues none =
        Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);
    Measurement measurement = Experiments.simulate(Experiments.joint(), none, 1000, 2);
    Fit off = Fitter.fit(measurement, KNOWN.withRelaxation(Relaxation.OFF));
    for (Relaxation choice : new Relaxation[] {Relaxation.AUTO, Relaxation.ON}) {
      Fit fit = Fitter.fit(measurement, KNOWN.withRelaxation(choice));
      assertThat(fit.values().relaxationRate()).isZero();
      assertThat(fit.relaxation().atZero()).isTrue();
      assertThat(fit.relaxation().notSeen()).isTrue();
      assertThat(fit.free()).doesNotContain(Parameter.RELAXATION_TIME);
      assertThat(fit.fitted()).contains(Parameter.RELAXATION_TIME);
      assertThat(fit.chiSquare()).isCloseTo(off.chiSquare(), relative(1e-9));
      for (Parameter parameter : fit.free()) {
        assertThat(fit.values().get(parameter))
            .isCloseTo(off.values().get(parameter), relative(1e-6));
      }
    }
    assertThat(off.relaxation()).isEqualTo(new RelaxationState.Off());
    assertThat(off.fitted()).doesNotContain(Parameter.RELAXATION_TIME);
  }

  /** A relaxation that no test sees is not dropped: its rate is where χ² is least. */
  @Test
  void aRateThatIsNotSeenIsFittedAllTheSame() {
    ParameterValues none =
        Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);
    Measurement measurement = Experiments.simulate(Experiments.joint(), none, 1000, 4);
    Fit fit = Fitter.fit(measurement, KNOWN);
    assertThat(fit.relaxation().notSeen()).isTrue();
    assertThat(fit.relaxation().isOn()).isTrue();
    double rate = fit.values().relaxationRate();
    for (double factor : new double[] {0, 0.8, 1.25}) {
      double time = 1 / (factor * rate);
      Fit beside = Fitter.fit(measurement, KNOWN.withFixed(Parameter.RELAXATION_TIME, time));
      assertThat(beside.chiSquare()).isGreaterThan(fit.chiSquare());
    }
  }

  @Test
  void refusesFewerReadingsThanParameters() {
    assertThatThrownBy(
            () -> Fitter.fit(Experiments.jointFile(0, 4), KNOWN.withRelaxation(Relaxation.ON)))
        .isInstanceOf(FitRefusedException.class)
        .hasMessageContaining("TOO_FEW_READINGS parameters=4.0 readings=4.0");
  }

  @Test
  void refusesMissingSigma() {
    assertThatThrownBy(() -> Fitter.fit(Experiments.joint(), KNOWN))
        .isInstanceOf(FitRefusedException.class)
        .hasMessageContaining("READING_WITHOUT_SIGMA test.csv:2");
  }

  private static void check(Fit fit, Parameter parameter, double value, double error) {
    ParameterEstimate estimate = estimate(fit, parameter);
    assertThat(estimate.value()).isCloseTo(value, relative(2e-8));
    assertThat(estimate.standardError()).isCloseTo(error, relative(1e-6));
  }

  private static ParameterEstimate estimate(Fit fit, Parameter parameter) {
    return WaldIntervals.of(fit, Diagnosis.of(fit), 0.95).stream()
        .filter(e -> e.name().equals(parameter.key()))
        .findFirst()
        .orElseThrow();
  }

  private static Percentage relative(double tolerance) {
    return Percentage.withPercentage(100 * tolerance);
  }
}

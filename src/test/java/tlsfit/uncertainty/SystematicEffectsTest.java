package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.fit.Prediction;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.ShiftModel;
import tlsfit.result.SystematicUncertainty;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

class SystematicEffectsTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());

  // The fit of exact data whose fields are all changed a little, against the linear answer; the
  // curvature of χ is the larger error.
  @ParameterizedTest
  @CsvSource({"1e-5, 0", "0, 1e-5", "-2e-5, 3e-5"})
  void agreesWithARefitOfChangedFields(double acField, double biasRate) {
    Measurement exact = Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 1e-3, 1);
    Fit fit = Fitter.fit(exact, KNOWN);
    CalibrationTerm term = new CalibrationTerm("a number", acField, biasRate);
    SystematicUncertainty effect = SystematicEffects.ofCalibration(fit, List.of(term)).get(0);
    Fit changed =
        Fitter.refit(
            new Observations(
                Experiments.scaled(exact, Math.exp(acField), Math.exp(biasRate)),
                new Noise.Absolute()),
            KNOWN,
            fit.values());
    for (Parameter parameter : fit.free()) {
      double expected = changed.values().get(parameter) - fit.values().get(parameter);
      assertThat(effect.changes().get(parameter.key()))
          .as(parameter.key())
          .isCloseTo(expected, Percentage.withPercentage(1));
      double logarithm = Math.log(changed.values().get(parameter) / fit.values().get(parameter));
      assertThat(Objects.requireNonNull(effect.calibration()).logarithms().get(parameter.key()))
          .as(parameter.key())
          .isCloseTo(logarithm, Percentage.withPercentage(1));
    }
  }

  // p ∝ Ḟ_DC/F_AC²: an attenuation known to ±1 dB is a dipole moment known to ±23 % (theory,
  // section 10), if only the place of the extremum counts.
  @Test
  void anAttenuationOfOneDecibelIsAQuarterOfTheDipoleMoment() {
    Measurement exact =
        Experiments.simulate(
            Experiments.powerSweep(3.2e11, 60),
            Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY),
            100,
            1);
    Fit fit = Fitter.fit(exact, KNOWN);
    double decibel = Math.log(10) / 20;
    SystematicUncertainty effect =
        SystematicEffects.ofCalibration(
                fit, List.of(new CalibrationTerm("attenuation 78 dB ± 1 dB", -decibel, 0)))
            .get(0);
    assertThat(effect.source()).isEqualTo("attenuation 78 dB ± 1 dB");
    double relative =
        effect.changes().getOrDefault("dipoleMoment", Double.NaN) / fit.values().dipoleMoment();
    assertThat(relative).isBetween(0.15, 0.3);
  }

  // Model log with the constant c is, for L ≫ 1, as if ω0 in L alone were c ω0: fitting it to data
  // made with it must give the truth back, and so fitting the paper's to them is off by the effect.
  @Test
  void theCutOffIsThatOfTheModel() {
    ParameterValues truth = Experiments.TRUTH;
    ShiftModel other = Experiments.LOG.withCutOff(2).orElseThrow();
    Observations plan = new Observations(Experiments.joint(), new Noise.FromScatter());
    Prediction made = plan.predict(other, truth);
    double[] frequencies = new double[plan.size()];
    double[] sigma = new double[plan.size()];
    for (int i = 0; i < sigma.length; i++) {
      frequencies[i] = made.frequency(i);
      sigma[i] = 1000;
    }
    Fit fit =
        Fitter.fit(
            plan.withFrequencies(frequencies).withSigma(sigma),
            KNOWN.withRelaxation(Relaxation.ON));
    SystematicUncertainty effect = SystematicEffects.ofCutOff(fit).get(1);
    assertThat(effect.kind()).isEqualTo(SystematicUncertainty.Kind.CUT_OFF);
    assertThat(effect.source()).isEqualTo("2.0");
    for (Parameter parameter : fit.free()) {
      assertThat(
              fit.values().get(parameter)
                  + effect.changes().getOrDefault(parameter.key(), Double.NaN))
          .as(parameter.key())
          .isCloseTo(truth.get(parameter), Percentage.withPercentage(1e-4));
    }
    // A larger L at every field takes a larger p to end as soon.
    assertThat(effect.changes().get("dipoleMoment")).isPositive();
  }
}

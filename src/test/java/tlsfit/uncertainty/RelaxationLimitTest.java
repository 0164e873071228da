package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

class RelaxationLimitTest {
  private static final FitOptions OFF =
      FitOptions.of(Experiments.LOG, new Noise.Absolute()).withRelaxation(Relaxation.OFF);
  private static final ParameterValues NONE =
      Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);

  // At the limit χ² has grown by 1.644853627², the square of the one-sided 95 % normal quantile.
  @Test
  void liesWhereChiSquareHasGrown() {
    Measurement measurement = Experiments.simulate(Experiments.joint(), NONE, 1000, 9);
    Fit fit = Fitter.fit(measurement, OFF);
    double limit = RelaxationLimit.lower(fit, 0.95).orElseThrow();
    Fit there = Fitter.fit(measurement, OFF.withFixed(Parameter.RELAXATION_TIME, limit));
    assertThat(there.chiSquare() - fit.chiSquare())
        .isCloseTo(1.644853627 * 1.644853627, Percentage.withPercentage(0.2));
  }

  @Test
  void growsWithBetterData() {
    double rough = limit(3000);
    double fine = limit(300);
    assertThat(fine).isGreaterThan(3 * rough);
  }

  /**
   * Of 150 tables with hardly any relaxation (at 3 ms it is seen in five of six, at 10 ms seldom),
   * or none, a limit above the true T10 may be given for 5 %, and 3 binomial standard deviations of
   * 1.78 %.
   */
  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, 1e-2, 3e-3})
  void coversTheTruth(double relaxationTime) {
    ParameterValues truth = Experiments.TRUTH.with(Parameter.RELAXATION_TIME, relaxationTime);
    FitOptions auto = FitOptions.of(Experiments.LOG, new Noise.Absolute());
    int wrong = 0;
    int limits = 0;
    for (int seed = 0; seed < 150; seed++) {
      Measurement measurement =
          Experiments.simulate(Experiments.biasSweep(1500, 16), truth, 5000, 7000 + seed);
      Fit fit = Fitter.fit(measurement, auto);
      if (fit.values().relaxationRate() == 0) {
        limits++;
        wrong += RelaxationLimit.lower(fit, 0.95).orElseThrow() > relaxationTime ? 1 : 0;
      }
    }
    assertThat(limits).isGreaterThan(10);
    assertThat(wrong / 150.0).isLessThanOrEqualTo(0.05 + 3 * 0.0178);
  }

  private static double limit(double sigma) {
    Measurement measurement = Experiments.simulate(Experiments.joint(), NONE, sigma, 2);
    return RelaxationLimit.lower(Fitter.fit(measurement, OFF), 0.95).orElseThrow();
  }
}

package tlsfit.interval;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.FitOptions;
import tlsfit.fit.Fitter;
import tlsfit.fit.Noise;
import tlsfit.fit.Optimum;
import tlsfit.fit.Parameter;
import tlsfit.fit.ParameterValues;
import tlsfit.fit.Relaxation;
import tlsfit.measurement.Measurement;

class RelaxationLimitTest {
  private static final FitOptions OFF =
      FitOptions.of(Experiments.LOG, new Noise.Absolute()).withRelaxation(Relaxation.OFF);
  private static final ParameterValues NONE =
      Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);

  // At the limit χ² has grown by 1.644853627², the square of the one-sided 95 % normal quantile.
  @Test
  void liesWhereChiSquareHasGrown() {
    Measurement measurement = Experiments.simulate(Experiments.joint(), NONE, 1000, 9);
    Optimum optimum = Fitter.fit(measurement, OFF);
    double limit = RelaxationLimit.lower(optimum, 0.95).orElseThrow();
    Optimum there = Fitter.fit(measurement, OFF.withFixed(Parameter.RELAXATION_TIME, limit));
    assertThat(there.chiSquare() - optimum.chiSquare())
        .isCloseTo(1.644853627 * 1.644853627, Percentage.withPercentage(0.2));
  }

  @Test
  void growsWithBetterData() {
    double rough = limit(3000);
    double fine = limit(300);
    assertThat(fine).isGreaterThan(3 * rough);
  }

  private static double limit(double sigma) {
    Measurement measurement = Experiments.simulate(Experiments.joint(), NONE, sigma, 2);
    return RelaxationLimit.lower(Fitter.fit(measurement, OFF), 0.95).orElseThrow();
  }
}

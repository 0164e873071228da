package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;

class RelaxationTestTest {
  private static final int TABLES = 400;

  /**
   * Without relaxation 5 % of tables must show it: of 400, binomially, 20 ± 4.36, here with 3.3
   * standard deviations either way (Self and Liang 1987: half χ² with one degree of freedom). Half
   * of them, 200 ± 10, have their minimum at a rate above 0, which is fitted and not left out.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void seesRelaxationByChanceAsOftenAsItsLevel(boolean known) {
    Noise noise = known ? new Noise.Absolute() : new Noise.FromScatter();
    ParameterValues none =
        Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);
    Measurement design = Experiments.biasSweep(1500, 20);
    int seen = 0;
    int positive = 0;
    for (int seed = 0; seed < TABLES; seed++) {
      Measurement measurement = Experiments.simulate(design, none, 3000, 6000 + seed);
      Fit fit = Fitter.fit(measurement, FitOptions.of(Experiments.LOG, noise));
      seen += fit.relaxation().test().orElseThrow().seen() ? 1 : 0;
      positive += fit.relaxation().isOn() ? 1 : 0;
    }
    assertThat(seen).isBetween(6, 34);
    assertThat(positive).isBetween(167, 233);
  }
}

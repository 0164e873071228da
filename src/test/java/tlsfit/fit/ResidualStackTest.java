package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.NuisanceParameter;
import tlsfit.setup.Prior;

class ResidualStackTest {
  private static final double[][] NO_SLOW = {};
  private static final List<Parameter> FREE = List.copyOf(Experiments.LOG.parameters());
  private static final FitOptions OPTIONS =
      FitOptions.of(Experiments.LOG, new Noise.Absolute())
          .withPriors(
              Map.of(
                  Parameter.CHI, new Prior(1.1e-4, 2e-5),
                  Parameter.RELAXATION_TIME, new Prior(2.9e-6, 1e-7)))
          .withNuisances(
              List.of(
                  new NuisanceParameter(new CalibrationTerm("gap", 0.1, 0), 0.2),
                  new NuisanceParameter(new CalibrationTerm("thickness", 0, 0.05), 0)));
  private static final List<Double> NUISANCES = List.of(0.5, -0.3);

  private final Observations observations =
      new Observations(Experiments.jointFile(0, 68), new Noise.Absolute());
  private final ResidualStack stack =
      new ResidualStack(observations, OPTIONS, List.of(Parameter.CHI, Parameter.RELAXATION_TIME));

  private static ParameterValues shifted(ParameterValues values, List<Double> nuisances) {
    return values.withFieldShifts(0.1 * nuisances.get(0), 0.05 * nuisances.get(1));
  }

  private double[] residuals(ParameterValues values, List<Double> nuisances) {
    ParameterValues at = shifted(values, nuisances);
    return stack.residuals(at, nuisances, observations.predict(Experiments.LOG, at));
  }

  @Test
  void belowTheReadingsStandPriorsAndNuisanceParameters() {
    int n = observations.size();
    double[] residuals = residuals(Experiments.TRUTH, NUISANCES);
    assertThat(residuals).hasSize(n + 4);
    assertThat(stack.rows()).isEqualTo(n + 4);
    assertThat(residuals[n]).isCloseTo((1.2e-4 - 1.1e-4) / 2e-5, within(1e-12));
    assertThat(residuals[n + 1]).isCloseTo((3e-6 - 2.9e-6) / 1e-7, within(1e-9));
    assertThat(residuals[n + 2]).isCloseTo(0.5 - 0.2, within(1e-15));
    assertThat(residuals[n + 3]).isEqualTo(-0.3);
  }

  @Test
  void derivativesAreThoseOfTheResiduals() {
    ParameterValues at = shifted(Experiments.TRUTH, NUISANCES);
    double[] factor = new double[FREE.size()];
    for (int j = 0; j < factor.length; j++) {
      factor[j] = step(j);
    }
    double[][] jacobian =
        stack.jacobian(
            FREE, factor, at, observations.predict(Experiments.LOG, at), NO_SLOW, 1, i -> 1);
    double h = 1e-4; // in units of the factor
    for (int j = 0; j < FREE.size() + NUISANCES.size(); j++) {
      double[] above = moved(j, h);
      double[] below = moved(j, -h);
      double largest = 0;
      for (double[] row : jacobian) {
        largest = Math.max(largest, Math.abs(row[j]));
      }
      for (int i = 0; i < above.length; i++) {
        double slope = (above[i] - below[i]) / (2 * h);
        assertThat(jacobian[i][j]).isCloseTo(slope, within(1e-5 * largest));
      }
    }
  }

  /** What one unit of a variable changes of a scaled value. */
  private static double step(int j) {
    return Experiments.TRUTH.scaledUnit(FREE.get(j), 1e6);
  }

  private double[] moved(int j, double change) {
    if (j < FREE.size()) {
      double scaled = Experiments.TRUTH.scaled(FREE.get(j)) + change * step(j);
      return residuals(Experiments.TRUTH.withScaled(FREE.get(j), scaled), NUISANCES);
    }
    double first = NUISANCES.get(0) + (j == FREE.size() ? change : 0);
    double second = NUISANCES.get(1) + (j == FREE.size() ? 0 : change);
    return residuals(Experiments.TRUTH, List.of(first, second));
  }

  @Test
  void aParameterThatDoesNotMoveHasARowOfZerosForItsPrior() {
    ParameterValues at = shifted(Experiments.TRUTH, NUISANCES);
    double[][] jacobian =
        stack.jacobian(
            List.of(Parameter.CHI),
            new double[] {1},
            at,
            observations.predict(Experiments.LOG, at),
            NO_SLOW,
            1,
            i -> 2);
    int n = observations.size();
    assertThat(jacobian[n]).containsExactly(1.2e-4 / 2e-5, 0, 0);
    assertThat(jacobian[n + 1]).containsOnly(0);
    assertThat(jacobian[n + 2]).containsExactly(0, 1, 0);
  }
}

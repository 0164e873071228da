package tlsfit.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

/**
 * The expected information against Fisher's matrix added up in the test, inverted by LU of Commons
 * Math: Σ j jᵀ/σ² of the readings, 1/prior² on the diagonal, and n j jᵀ/σ² of the new ones.
 */
class ExpectedInformationTest {
  private static final FitOptions OFF =
      FitOptions.of(Experiments.LOG, new Noise.Absolute()).withRelaxation(Relaxation.OFF);
  private static final ParameterValues STILL =
      Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);
  private static final Percentage CLOSE = Percentage.withPercentage(1e-4);

  private static final Fit FIT = refitted(OFF, 2000);

  private static Fit refitted(FitOptions options, double sigma) {
    return Fitter.refit(
        new Observations(
            Experiments.simulate(Experiments.powerSweep(3.2e10, 30), STILL, sigma, 7),
            options.noise()),
        options,
        STILL);
  }

  private static double byHand(Fit fit, Parameter parameter, double[] row, int readings) {
    List<Parameter> free = fit.free();
    int m = free.size();
    RealMatrix information = new Array2DRowRealMatrix(m, m);
    for (int i = 0; i < m; i++) {
      // ln χ and ln p are known to 3, the frequency to itself
      double prior =
          free.get(i) == Parameter.REFERENCE_FREQUENCY ? fit.values().referenceFrequency() : 3;
      information.addToEntry(i, i, 1 / (prior * prior));
      for (int j = 0; j < m; j++) {
        double sum =
            readings
                * row[free.get(i).column()]
                * row[free.get(j).column()]
                / (fit.typicalSigma() * fit.typicalSigma());
        for (int k = 0; k < fit.observations().size(); k++) {
          double sigma = fit.observations().sigma(k);
          double[] derivatives = fit.prediction().jacobian()[k];
          sum +=
              derivatives[free.get(i).column()]
                  * derivatives[free.get(j).column()]
                  / (sigma * sigma);
        }
        information.addToEntry(i, j, sum);
      }
    }
    // columns of unit size, since Hz and logarithms differ by 1e9
    RealMatrix scaled = information.copy();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        scaled.multiplyEntry(
            i, j, 1 / Math.sqrt(information.getEntry(i, i) * information.getEntry(j, j)));
      }
    }
    int column = free.indexOf(parameter);
    return Math.sqrt(
        new LUDecomposition(scaled).getSolver().getInverse().getEntry(column, column)
            / information.getEntry(column, column));
  }

  private static double[] row(int reading) {
    return FIT.prediction().jacobian()[reading];
  }

  @Test
  void beforeIsTheErrorOfThePresentReadings() {
    ExpectedInformation information = new ExpectedInformation(FIT, false);
    for (Parameter parameter : FIT.free()) {
      assertThat(information.before(parameter))
          .as(parameter.key())
          .isCloseTo(byHand(FIT, parameter, row(0), 0), CLOSE);
    }
    int column = FIT.free().indexOf(Parameter.DIPOLE_MOMENT);
    assertThat(information.before(Parameter.DIPOLE_MOMENT))
        .as("where the readings say much the prior says nothing")
        .isCloseTo(Math.sqrt(FIT.covariance()[column][column]), Percentage.withPercentage(0.1));
    assertThat(information.sigma()).isCloseTo(2000, Percentage.withPercentage(1e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 12, 20, 29})
  void afterIsFishersMatrixWithTheNewReadings(int reading) {
    ExpectedInformation information = new ExpectedInformation(FIT, false);
    for (Parameter parameter : FIT.free()) {
      double last = information.before(parameter);
      for (int readings : new int[] {1, 10, 1000}) {
        double after = information.after(parameter, row(reading), readings);
        assertThat(after).isCloseTo(byHand(FIT, parameter, row(reading), readings), CLOSE);
        assertThat(after).as("more readings never know less").isLessThanOrEqualTo(last);
        last = after;
      }
    }
  }

  @Test
  void aReadingThatDependsOnNothingBringsNothing() {
    ExpectedInformation information = new ExpectedInformation(FIT, false);
    double[] none = new double[row(0).length];
    assertThat(information.after(Parameter.DIPOLE_MOMENT, none, 10))
        .isEqualTo(information.before(Parameter.DIPOLE_MOMENT));
  }

  /** Without end of readings at one point one combination is known, the others are as before. */
  @Test
  void atOnePointOnlyOneCombinationIsLearnt() {
    ExpectedInformation information = new ExpectedInformation(FIT, false);
    double many = information.after(Parameter.CHI, row(15), 1_000_000);
    double more = information.after(Parameter.CHI, row(15), 100_000_000);
    assertThat(many).isPositive();
    assertThat(more / many).isCloseTo(1, within(1e-3));
  }

  /** The errors of a linear approximation are in proportion to σ. */
  @Test
  void errorsFollowTheNoise() {
    Fit fit = FIT;
    Fit louder =
        Fitter.refit(
            fit.observations()
                .withSigma(
                    fit.observations().readings().stream().mapToDouble(r -> 20_000).toArray()),
            OFF,
            fit.values());
    double quiet = new ExpectedInformation(fit, false).before(Parameter.DIPOLE_MOMENT);
    assertThat(new ExpectedInformation(louder, false).before(Parameter.DIPOLE_MOMENT))
        .isCloseTo(10 * quiet, Percentage.withPercentage(1));
  }

  /** What is not fitted may be counted as unknown; then the others are known less well. */
  @Test
  void relaxationThatCountsAsUnknownCostsInformation() {
    ExpectedInformation without = new ExpectedInformation(FIT, false);
    ExpectedInformation with = new ExpectedInformation(FIT, true);
    assertThat(with.before(Parameter.DIPOLE_MOMENT))
        .isGreaterThan(without.before(Parameter.DIPOLE_MOMENT));
    assertThat(with.before(Parameter.RELAXATION_TIME)).isPositive().isFinite();
  }

  /** Readings that say nothing leave the prior: at most 3 in ln p. */
  @Test
  void withoutReadingsToSpeakOfThePriorIsLeft() {
    Fit deaf =
        Fitter.refit(
            FIT.observations()
                .withSigma(FIT.observations().readings().stream().mapToDouble(r -> 1e12).toArray()),
            OFF,
            STILL);
    double error = new ExpectedInformation(deaf, false).before(Parameter.CHI);
    assertThat(error).isCloseTo(ExpectedInformation.PRIOR, within(1e-3));
  }
}

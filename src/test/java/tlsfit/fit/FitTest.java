package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.model.Parameter;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.setup.Prior;
import tlsfit.statistics.SigmaKnowledge;

/** What follows from a fit; its values are those of {@link FitterTest}. */
class FitTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final Fit FIT = Fitter.fit(Experiments.jointFile(0, 68), KNOWN);
  private static final Fit RELATIVE =
      Fitter.fit(Experiments.jointFile(0, 68), KNOWN.withNoise(new Noise.Relative()));

  private static Fit refit(FitOptions options) {
    return Fitter.refit(FIT.observations(), options, FIT.values());
  }

  @Test
  void knownSigmaJudgeTheFit() {
    assertThat(FIT.degreesOfFreedom()).isEqualTo(64);
    assertThat(FIT.sigmaKnowledge()).isEqualTo(new SigmaKnowledge.Known());
    assertThat(FIT.noiseVariance()).isEqualTo(1);
    assertThat(FIT.noiseFactors()).containsExactly(1.0);
    assertThat(FIT.reducedChiSquare()).isCloseTo(84.89973366305584 / 64, within(1e-8));
    // scipy.stats.chi2.sf(84.89973366305584, 64)
    assertThat(FIT.goodnessOfFit().orElseThrow()).isCloseTo(0.04136656475188911, within(1e-8));
  }

  @Test
  void relativeSigmaAreScaledByTheScatter() {
    assertThat(RELATIVE.sigmaKnowledge()).isEqualTo(new SigmaKnowledge.Estimated(64));
    assertThat(RELATIVE.noiseVariance()).isCloseTo(RELATIVE.reducedChiSquare(), within(1e-12));
    assertThat(RELATIVE.noiseFactor()).isCloseTo(Math.sqrt(84.89973366305584 / 64), within(1e-8));
    assertThat(RELATIVE.goodnessOfFit()).isEmpty();
    // the estimates are the same, their variances 84.9/64 times those of known σ
    for (int j = 0; j < 4; j++) {
      assertThat(RELATIVE.covariance()[j][j] / FIT.covariance()[j][j])
          .isCloseTo(84.89973366305584 / 64, within(1e-5));
    }
  }

  /** Σ a hundred times larger: χ² falls by 1e4; with relative σ nothing else changes. */
  @Test
  void aCommonFactorOfSigmaIsNoInformationWhereTheyAreRelative() {
    double[] sigma =
        IntStream.range(0, 68).mapToDouble(i -> 100 * FIT.observations().sigma(i)).toArray();
    Fit scaled =
        Fitter.refit(
            RELATIVE.observations().withSigma(sigma), RELATIVE.options(), RELATIVE.values());
    assertThat(scaled.chiSquare() * 1e4).isCloseTo(RELATIVE.chiSquare(), within(1e-6));
    assertThat(scaled.typicalSigma()).isCloseTo(RELATIVE.typicalSigma(), within(1e-4));
    assertThat(scaled.shiftPValue() / RELATIVE.shiftPValue()).isCloseTo(1, within(1e-6));
    for (Parameter parameter : FIT.free()) {
      assertThat(scaled.values().get(parameter))
          .isCloseTo(RELATIVE.values().get(parameter), Percentage.withPercentage(1e-5));
    }
  }

  @Test
  void residualsAreWhatTheModelPredictsLessWhatWasRead() {
    double sum = 0;
    for (int i = 0; i < 68; i++) {
      double difference = FIT.prediction().frequency(i) - FIT.observations().frequency(i);
      assertThat(FIT.residual(i)).isCloseTo(difference / FIT.observations().sigma(i), within(1e-8));
      sum += FIT.residual(i) * FIT.residual(i);
    }
    assertThat(sum).isCloseTo(FIT.chiSquare(), within(1e-9));
    assertThat(FIT.readingsChiSquare()).isCloseTo(FIT.chiSquare(), within(1e-9));
    FIT.residuals()[0] = 1e9;
    assertThat(FIT.residuals()[0]).isEqualTo(FIT.residual(0)).isLessThan(10);
  }

  /** At the minimum the residuals are orthogonal to every column of the Jacobian. */
  @Test
  void theGradientVanishesAtTheFit() {
    double[][] jacobian = FIT.linearization().jacobian();
    for (int j = 0; j < 4; j++) {
      double product = 0;
      double square = 0;
      for (int i = 0; i < 68; i++) {
        product += jacobian[i][j] * FIT.residual(i);
        square += jacobian[i][j] * jacobian[i][j];
      }
      assertThat(product / Math.sqrt(square * FIT.chiSquare())).isCloseTo(0, within(1e-6));
    }
  }

  @Test
  void aCorrelationIsTheCovarianceInStandardErrors() {
    double[][] covariance = FIT.covariance();
    double[][] correlation = FIT.correlation();
    int rate = FIT.free().indexOf(Parameter.RELAXATION_TIME);
    for (int i = 0; i < 4; i++) {
      assertThat(correlation[i][i]).isEqualTo(1);
      for (int j = 0; j < 4; j++) {
        double scaled = covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
        // T10 falls as its rate grows
        double sign = i != j && (i == rate || j == rate) ? -1 : 1;
        assertThat(correlation[i][j]).isCloseTo(sign * scaled, within(1e-12));
        assertThat(correlation[i][j]).isCloseTo(correlation[j][i], within(1e-12));
        assertThat(Math.abs(correlation[i][j])).isLessThanOrEqualTo(1);
      }
    }
  }

  /** σ are 800 and 1500 Hz in turn; the upper median of 34 each is 1500. */
  @Test
  void aTypicalSigmaIsTheMedianOneTimesTheScatter() {
    assertThat(FIT.typicalSigma()).isEqualTo(1500);
    assertThat(RELATIVE.typicalSigma())
        .isCloseTo(1500 * Math.sqrt(84.89973366305584 / 64), within(1e-4));
  }

  @Test
  void theShiftIsBeyondDoubt() {
    assertThat(FIT.addedToConstant()).isEqualTo(3);
    assertThat(FIT.shiftPValue()).isZero(); // scipy.stats.chi2.sf(2336749, 3)
    Fit fixed = refit(KNOWN.withFixed(Parameter.REFERENCE_FREQUENCY, 5.012e9));
    assertThat(fixed.addedToConstant()).isEqualTo(3);
    assertThat(fixed.degreesOfFreedom()).isEqualTo(65);
  }

  @Test
  void aPriorIsOneMoreReading() {
    Prior prior = new Prior(FIT.values().chi(), 1e-6);
    Fit fit = refit(KNOWN.withPrior(Parameter.CHI, prior));
    assertThat(fit.degreesOfFreedom()).isEqualTo(65);
    // at the minimum already: χ² stays, and the variance is that of both together
    assertThat(fit.chiSquare()).isCloseTo(FIT.chiSquare(), within(1e-6));
    double readings = 1 / FIT.covariance()[0][0];
    double known = Math.pow(FIT.values().chi() / 1e-6, 2); // of ln χ
    assertThat(1 / fit.covariance()[0][0] / (readings + known)).isCloseTo(1, within(1e-6));
  }

  @Test
  void aParameterAtABoundIsFittedButNotFree() {
    double best = FIT.values().chi();
    Fit fit = refit(KNOWN.withBounds(Parameter.CHI, new Bounds(best * 1.001, best * 2)));
    assertThat(fit.atBound()).containsOnlyKeys(Parameter.CHI);
    assertThat(fit.free()).doesNotContain(Parameter.CHI);
    assertThat(fit.fitted()).isEqualTo(FIT.free());
    assertThat(fit.degreesOfFreedom()).isEqualTo(65);
    assertThat(fit.chiSquare()).isGreaterThan(FIT.chiSquare());
  }

  /** Under a robust loss the weighted squares are Σ ψ r, and no weight is above 1. */
  @ParameterizedTest
  @EnumSource(
      value = Loss.class,
      names = {"SOFT_L1", "CAUCHY"})
  void aRobustFitIsAWeightedOne(Loss loss) {
    Fit fit = refit(KNOWN.withLoss(loss));
    Observations weighted = fit.reweighted();
    double sum = 0;
    double psi = 0;
    for (int i = 0; i < 68; i++) {
      double ratio = fit.observations().sigma(i) / weighted.sigma(i);
      assertThat(ratio).isBetween(0.0, 1.0);
      sum += Math.pow(fit.residual(i) * ratio, 2);
      psi += loss.influence(fit.residual(i)) * fit.residual(i);
    }
    assertThat(fit.readingsChiSquare()).isCloseTo(sum, within(1e-9)).isCloseTo(psi, within(1e-9));
    assertThat(fit.goodnessOfFit()).isEmpty();
    // least squares with these weights has its minimum at the same place
    Fit squares = Fitter.refit(weighted, KNOWN, fit.values());
    assertThat(squares.values().chi() / fit.values().chi()).isCloseTo(1, within(1e-5));
    assertThat(FIT.reweighted()).isSameAs(FIT.observations());
  }

  @Test
  void whatAFitAsksOfTheModelIsCounted() {
    EvaluationBudget budget = new EvaluationBudget(100);
    Fit limited = FIT.within(budget);
    limited.observations().predict(Experiments.LOG, FIT.values());
    assertThat(budget.spent()).isEqualTo(68);
    assertThatThrownBy(() -> Fitter.refit(limited.observations(), KNOWN, FIT.values()))
        .isInstanceOf(EvaluationBudget.Spent.class);
  }

  @Test
  void relaxationIsAStateOfTheFit() {
    RelaxationState none = new RelaxationState.AtZero(Optional.of(new RelaxationTest(1, 0.16)));
    assertThat(FIT.withRelaxation(none).relaxation()).isEqualTo(none);
    assertThat(FIT.relaxation().test().orElseThrow().seen()).isTrue();
    assertThat(FIT.relaxation().isOn()).isTrue();
    assertThat(FIT.starts()).isGreaterThanOrEqualTo(FIT.agreeing());
    assertThat(FIT.otherMinima()).allMatch(other -> other.chiSquare() > FIT.chiSquare());
    assertThat(Arrays.stream(FIT.residuals())).hasSize(68);
  }
}

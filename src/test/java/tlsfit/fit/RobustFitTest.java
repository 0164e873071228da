package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.uncertainty.WaldIntervals;

/**
 * Robust losses and noise of each table, on joint.csv with four readings spoilt, against scipy
 * 1.17.1 and numpy 2.4.6: least_squares(method="trf", loss=..., f_scale=c), polished by iteratively
 * reweighted least squares, on the model described in {@link BoundsAndPriorsTest}.
 */
class RobustFitTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());

  /** 10 to 38 σ off. */
  private static final Map<Integer, Double> SPOILT =
      Map.of(5, 15e3, 20, -20e3, 40, 30e3, 60, -12e3);

  private static final Measurement OUTLIERS =
      Experiments.moved(Experiments.jointFile(0, 68), i -> SPOILT.getOrDefault(i, 0.0));

  // (E ψ′)² = 0.95 E ψ², for the standard normal distribution: quadrature here, and brentq on
  // scipy's quad, which gives 1.28709922427 and 2.38494711936.
  @ParameterizedTest
  @EnumSource(names = {"SOFT_L1", "CAUCHY"})
  void theConstantsGive95PercentEfficiency(Loss loss) {
    double curvature = expectation(loss::curvature);
    double square = expectation(r -> loss.influence(r) * loss.influence(r));
    assertThat(curvature * curvature / square).isCloseTo(0.95, relative(1e-9));
  }

  private static double expectation(UnivariateFunction f) {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    return 2
        * new IterativeLegendreGaussIntegrator(30, 1e-12, 1e-12)
            .integrate(1_000_000, r -> f.value(r) * normal.density(r), 0, 12);
  }

  @ParameterizedTest
  @EnumSource
  void derivativesOfALossAreThose(Loss loss) {
    double h = 1e-5;
    for (double r : new double[] {-8, -0.7, 1e-3, 0.4, 2, 30}) {
      double root = (loss.root(r + h) - loss.root(r - h)) / (2 * h);
      double curvature = (loss.influence(r + h) - loss.influence(r - h)) / (2 * h);
      assertThat(loss.rootSlope(r)).isCloseTo(root, relative(1e-6));
      assertThat(loss.curvature(r)).isCloseTo(curvature, relative(1e-6));
      assertThat(loss.rootSlope(r) * loss.root(r)).isCloseTo(loss.influence(r), relative(1e-12));
    }
    assertThat(loss.root(0)).isZero();
    assertThat(loss.rootSlope(0)).isEqualTo(1);
  }

  // Errors: inv(H) (Σ ψ²/(1 − h) J Jᵀ) inv(H), H = Σ ψ′ J Jᵀ, h the leverages of J √max(ψ′, 0).
  @Test
  void softL1AgreesWithAnIndependentFit() {
    Fit fit = Fitter.fit(OUTLIERS, KNOWN.withLoss(Loss.SOFT_L1));
    assertThat(fit.chiSquare()).isCloseTo(272.7288436622509, relative(1e-9));
    check(fit, Parameter.CHI, 0.00012011982386744732, 1.3506670156322228e-07);
    check(fit, Parameter.DIPOLE_MOMENT, 1.675012404980054e-29, 6.100432655229223e-32);
    check(fit, Parameter.RELAXATION_TIME, 2.988964185320236e-06, 1.4230501711474749e-08);
    check(fit, Parameter.REFERENCE_FREQUENCY, 5012000022.188667, 204.5034507858234);
  }

  @Test
  void cauchyAgreesWithAnIndependentFit() {
    Fit fit = Fitter.fit(OUTLIERS, KNOWN.withLoss(Loss.CAUCHY));
    assertThat(fit.chiSquare()).isCloseTo(156.38866597132423, relative(1e-9));
    check(fit, Parameter.CHI, 0.00012011640825827627, 9.627610082622794e-08);
    check(fit, Parameter.DIPOLE_MOMENT, 1.674065805315544e-29, 3.792944976782788e-32);
    check(fit, Parameter.RELAXATION_TIME, 2.9911054761226317e-06, 9.093060307878844e-09);
    check(fit, Parameter.REFERENCE_FREQUENCY, 5012000037.0483265, 199.84544999732063);
    assertThat(fit.residual(60)).isCloseTo(15.178282868401293, relative(1e-6));
  }

  // The fixed point of: fit, then σ times median|r|/0.67449 √(n/(n − Σh)).
  @Test
  void besideARobustLossTheFactorOfSigmaIsTheMediansOne() {
    Fit fit =
        Fitter.fit(
            OUTLIERS, FitOptions.of(Experiments.LOG, new Noise.Relative()).withLoss(Loss.CAUCHY));
    assertThat(fit.noiseFactors().get(0)).isCloseTo(1.1220570136638277, relative(3e-6));
    check(fit, Parameter.CHI, 0.00012011521696321085, 9.827264247207484e-08);
    check(fit, Parameter.DIPOLE_MOMENT, 1.6740987497278085e-29, 3.802886371460788e-32);
    check(fit, Parameter.RELAXATION_TIME, 2.9909003166385946e-06, 9.041375213678298e-09);
    check(fit, Parameter.REFERENCE_FREQUENCY, 5012000034.468037, 201.8529424815245);
  }

  // Without σ the residuals are thousands of "σ" = 1 Hz at first, all of them outliers.
  @Test
  void aRobustLossNeedsNoSigma() {
    Fit fit =
        Fitter.fit(
            OUTLIERS,
            FitOptions.of(Experiments.LOG, new Noise.FromScatter()).withLoss(Loss.CAUCHY));
    // σ of the file are 800 and 1500 Hz in turn
    assertThat(fit.noiseFactors().get(0)).isBetween(800.0, 1700.0);
    for (Parameter parameter : fit.free()) {
      assertThat(fit.values().get(parameter))
          .isCloseTo(Experiments.TRUTH.get(parameter), relative(0.01));
    }
  }

  /**
   * 320 measurements with a tenth of the readings 10 σ off: the mean standard error must be the
   * scatter of the estimates within 15 % (its own uncertainty is 1/√640 = 4 %), and 95 % limits
   * hold the truth in 95 %, within 3.5 standard deviations of a binomial count (0.95 ± 0.043).
   */
  @Test
  @Tag("study")
  void errorsUnderTheCauchyLossAreTheScatter() {
    int experiments = 320;
    double sigma = 2000;
    Map<Parameter, SummaryStatistics> scatter = new EnumMap<>(Parameter.class);
    Map<Parameter, Double> variance = new EnumMap<>(Parameter.class);
    Map<Parameter, Integer> held = new EnumMap<>(Parameter.class);
    FitOptions robust = KNOWN.withRelaxation(Relaxation.ON).withLoss(Loss.CAUCHY);
    @Nullable Diagnosis diagnosis = null;
    for (int seed = 0; seed < experiments; seed++) {
      UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7000 + seed);
      Measurement measurement =
          Experiments.moved(
              Experiments.simulate(Experiments.joint(), Experiments.TRUTH, sigma, 100 + seed),
              i -> random.nextDouble() < 0.1 ? (random.nextBoolean() ? 10 : -10) * sigma : 0);
      Fit fit =
          Fitter.refit(new Observations(measurement, robust.noise()), robust, Experiments.TRUTH);
      diagnosis = diagnosis == null ? Diagnosis.of(fit) : diagnosis; // every one determines all
      for (ParameterEstimate estimate : WaldIntervals.of(fit, diagnosis, 0.95)) {
        Parameter parameter = Parameter.of(estimate.name());
        scatter
            .computeIfAbsent(parameter, p -> new SummaryStatistics())
            .addValue(Objects.requireNonNull(estimate.value()));
        variance.merge(
            parameter, Math.pow(Objects.requireNonNull(estimate.standardError()), 2), Double::sum);
        boolean holds = estimate.interval().contains(Experiments.TRUTH.get(parameter));
        held.merge(parameter, holds ? 1 : 0, Integer::sum);
      }
    }
    assertThat(held).hasSize(4);
    scatter.forEach(
        (parameter, squares) -> {
          double promised = Math.sqrt(variance.getOrDefault(parameter, 0.0) / experiments);
          assertThat(promised / squares.getStandardDeviation())
              .as(parameter.key())
              .isBetween(0.85, 1.15);
          assertThat(held.getOrDefault(parameter, 0) / (double) experiments)
              .as(parameter.key())
              .isBetween(0.95 - 0.043, 0.95 + 0.043);
        });
  }

  // The fixed point of: fit, then σ of each table times √(Σr²/(n − Σh)) over its readings;
  // joint.csv
  // cut after 48 readings.
  @Test
  void eachTableHasItsOwnNoise() {
    Fit fit =
        Fitter.fit(
            Experiments.inTwoTables(Experiments.jointFile(0, 68), 48),
            FitOptions.of(Experiments.LOG, new Noise.PerTable()));
    assertThat(fit.noiseFactors().get(0)).isCloseTo(0.9963229851031782, relative(3e-6));
    assertThat(fit.noiseFactors().get(1)).isCloseTo(1.45385096953197, relative(3e-6));
    check(fit, Parameter.CHI, 0.00012007549235745802, 1.0152773445238969e-07);
    check(fit, Parameter.DIPOLE_MOMENT, 1.6723499664960644e-29, 3.5787548632924625e-32);
    check(fit, Parameter.RELAXATION_TIME, 2.992421283334121e-06, 8.314482568124444e-09);
    check(fit, Parameter.REFERENCE_FREQUENCY, 5011999981.480323, 210.82712739159894);
  }

  /** Two tables that both claim 1 kHz, one of which scatters by five; means of 150 experiments. */
  @Test
  @Tag("study")
  void theNoiseOfEachTableIsFound() {
    int experiments = 150;
    double[] sum = new double[2];
    double[] squares = new double[2];
    FitOptions options =
        FitOptions.of(Experiments.LOG, new Noise.PerTable()).withRelaxation(Relaxation.ON);
    for (int seed = 0; seed < experiments; seed++) {
      Measurement quiet =
          Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 1000, 300 + seed);
      Measurement exact = Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 0, 1);
      Measurement loud =
          Experiments.moved(
              quiet,
              i -> {
                double truth = exact.sweeps().get(0).readings().get(i).frequency();
                double noise = quiet.sweeps().get(0).readings().get(i).frequency() - truth;
                return i < 48 ? 0 : 4 * noise;
              });
      Fit fit = Fitter.fit(Experiments.inTwoTables(loud, 48), options);
      for (int t = 0; t < 2; t++) {
        double square = Math.pow(fit.noiseFactors().get(t), 2);
        sum[t] += square;
        squares[t] += square * square;
      }
    }
    for (int t = 0; t < 2; t++) {
      double mean = sum[t] / experiments;
      double error = Math.sqrt((squares[t] / experiments - mean * mean) / experiments);
      // restricted maximum likelihood has no bias in the variance
      assertThat((mean - (t == 0 ? 1 : 25)) / error).isBetween(-3.0, 3.0);
    }
  }

  @Test
  void aTableWithTooFewReadingsIsNamed() {
    assertThatThrownBy(
            () ->
                Fitter.fit(
                    Experiments.inTwoTables(Experiments.jointFile(0, 68), 65),
                    FitOptions.of(Experiments.LOG, new Noise.PerTable())))
        .isInstanceOf(FitRefusedException.class)
        .hasMessage("TOO_FEW_IN_TABLE b.csv readings=3.0");
  }

  // σ in force are those of the observations: else two χ² of a profile would have other units.
  @Test
  void aRefitLeavesTheNoiseAsItIs() {
    Fit fit =
        Fitter.fit(
            Experiments.inTwoTables(Experiments.jointFile(0, 68), 48),
            FitOptions.of(Experiments.LOG, new Noise.PerTable()));
    double far = 1.1 * fit.values().dipoleMoment();
    Fit moved =
        Fitter.refit(
            fit.observations(),
            fit.options().withFixed(Parameter.DIPOLE_MOMENT, far),
            fit.values().with(Parameter.DIPOLE_MOMENT, far));
    assertThat(moved.observations().sigma(0)).isEqualTo(fit.observations().sigma(0));
    assertThat(moved.chiSquare()).isGreaterThan(10 * fit.chiSquare());
  }

  private static void check(Fit fit, Parameter parameter, double value, double error) {
    assertThat(fit.minimum().stop().isolated()).isTrue();
    int column = fit.free().indexOf(parameter);
    assertThat(fit.values().get(parameter)).isCloseTo(value, relative(1e-6));
    assertThat(
            Math.sqrt(fit.covariance()[column][column])
                * Math.abs(fit.values().derivative(parameter)))
        .isCloseTo(error, relative(1e-5));
  }

  private static Percentage relative(double tolerance) {
    return Percentage.withPercentage(100 * tolerance);
  }
}

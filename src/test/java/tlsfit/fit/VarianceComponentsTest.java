package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;

class VarianceComponentsTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final Fit JOINT = Fitter.fit(Experiments.jointFile(0, 68), KNOWN);

  private static Fit twoTables(int first) {
    Observations observations =
        new Observations(
            Experiments.inTwoTables(Experiments.jointFile(0, 68), first), new Noise.PerTable());
    return Fitter.refit(observations, KNOWN.withNoise(new Noise.PerTable()), Experiments.TRUTH);
  }

  /** The leverages of all readings add up to the parameters: one group has √(χ²/ν). */
  @Test
  void ofOneGroupItIsTheReducedChiSquare() {
    double[] factors = VarianceComponents.of(JOINT, Loss.LINEAR);
    assertThat(factors).hasSize(68).containsOnly(factors[0]);
    // sqrt(84.89973366305584/64): FitterTest
    assertThat(factors[0]).isCloseTo(1.1517631433959186, within(1e-8));
  }

  /** Σ over tables of factor² (n_t − Σ h) is χ², as both are what the tables scatter. */
  @Test
  void theComponentsOfTablesAddUpToChiSquare() {
    Fit fit = twoTables(48);
    double[] factors = VarianceComponents.of(fit, Loss.LINEAR);
    double[] leverages = fit.linearization().leverages();
    double sum = 0;
    double freedom = 0;
    for (int i = 0; i < 68; i++) {
      sum += factors[i] * factors[i] * (1 - leverages[i]);
      freedom += 1 - leverages[i];
      assertThat(factors[i]).isEqualTo(factors[i < 48 ? 0 : 48]);
    }
    assertThat(sum).isCloseTo(fit.chiSquare(), within(1e-6));
    assertThat(freedom).isCloseTo(64, within(1e-9));
    assertThat(factors[0]).isNotEqualTo(factors[48]);
  }

  /** σ a thousand times larger, factors a thousand times smaller. */
  @Test
  void factorsAreInUnitsOfTheGivenSigma() {
    Observations observations = JOINT.observations();
    double[] sigma =
        IntStream.range(0, 68).mapToDouble(i -> 1000 * observations.sigma(i)).toArray();
    Fit scaled = Fitter.refit(observations.withSigma(sigma), KNOWN, JOINT.values());
    for (Loss loss : Loss.values()) {
      assertThat(VarianceComponents.of(scaled, loss)[0] * 1000)
          .isCloseTo(VarianceComponents.of(JOINT, loss)[0], within(1e-5));
    }
  }

  /** The median of |r| over 0.67449 = norm.ppf(0.75), √(68/64) for the four parameters. */
  @Test
  void aRobustFactorIsTheMedianOfTheResiduals() {
    double[] sizes = Arrays.stream(JOINT.residuals()).map(Math::abs).sorted().toArray();
    double median = 0.5 * (sizes[33] + sizes[34]);
    assertThat(VarianceComponents.of(JOINT, Loss.CAUCHY)[0])
        .isCloseTo(median / 0.6744897501960817 * Math.sqrt(68 / 64.0), within(1e-9));
    assertThat(VarianceComponents.of(JOINT, Loss.SOFT_L1))
        .isEqualTo(VarianceComponents.of(JOINT, Loss.CAUCHY));
  }

  /** One reading moved by 30 kHz, 37 σ: 37²/64 of χ²/ν, and little of a median. */
  @Test
  void anOutlierBlowsUpTheSquaresAndNotTheMedian() {
    double[] frequencies =
        IntStream.range(0, 68).mapToDouble(JOINT.observations()::frequency).toArray();
    frequencies[20] += 3e4;
    Fit fit =
        Fitter.refit(JOINT.observations().withFrequencies(frequencies), KNOWN, JOINT.values());
    assertThat(VarianceComponents.of(fit, Loss.LINEAR)[0])
        .isGreaterThan(3 * VarianceComponents.of(JOINT, Loss.LINEAR)[0]);
    assertThat(VarianceComponents.of(fit, Loss.CAUCHY)[0])
        .isLessThan(2 * VarianceComponents.of(JOINT, Loss.CAUCHY)[0]);
  }

  @Test
  void aTableWithoutFreedomIsNamed() {
    Fit fit = twoTables(65);
    FitRefusedException refused =
        catchThrowableOfType(
            FitRefusedException.class, () -> VarianceComponents.of(fit, Loss.LINEAR));
    assertThat(refused.refusal())
        .isEqualTo(Refusal.of(RefusalCode.TOO_FEW_IN_TABLE, "b.csv").with("readings", 3));
  }

  @Test
  void fewReadingsInAllAreTooFew() {
    Observations few = JOINT.observations().subset(List.of(0, 12, 24, 36, 50, 60));
    Fit fit = Fitter.refit(few, KNOWN, Experiments.TRUTH);
    FitRefusedException refused =
        catchThrowableOfType(
            FitRefusedException.class, () -> VarianceComponents.of(fit, Loss.LINEAR));
    assertThat(refused.refusal())
        .isEqualTo(Refusal.of(RefusalCode.TOO_FEW_FOR_NOISE).with("readings", 6));
  }
}

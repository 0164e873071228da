package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.Measurement;
import tlsfit.model.DistributedModel;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.UniformField;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;

/**
 * The test for a spread of the dipole moments; how often it fails by chance is held by {@link
 * OtherModelsTest}.
 */
class SpreadTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());

  /** σ_p = 0.5 about a median of 2.5 D, whose root mean square is 3.2 D. */
  private static final ParameterValues DISTRIBUTED =
      Experiments.TRUTH
          .with(Parameter.DIPOLE_MOMENT, 0.5 * Experiments.TRUTH.dipoleMoment())
          .with(Parameter.DIPOLE_WIDTH, 0.5);

  private static final Measurement WIDE =
      Tables.simulated(
          new DistributedModel(Experiments.LOG, 0.5, new UniformField()),
          DISTRIBUTED,
          1000,
          true,
          4);

  /** One with a width is refused, the width and the parameters with it are those of the truth. */
  @Test
  void aSpreadThatWasSimulatedIsFound() {
    Fit fit = Fitter.fit(WIDE, KNOWN);
    Spread spread = Spread.of(fit).orElseThrow();
    assertThat(spread.pValue()).isLessThan(1e-20);
    Fit with = spread.width().fit();
    ParameterValues found = with.values();
    assertThat(spread.fall()).isCloseTo(fit.chiSquare() - with.chiSquare(), within(1e-9));
    for (Parameter parameter :
        new Parameter[] {Parameter.DIPOLE_WIDTH, Parameter.DIPOLE_MOMENT, Parameter.CHI}) {
      int column = with.free().indexOf(parameter);
      double error = Math.sqrt(with.covariance()[column][column]);
      assertThat(found.scaled(parameter))
          .as(parameter.key())
          .isCloseTo(DISTRIBUTED.scaled(parameter), within(3 * error));
      assertThat(error).isLessThan(0.1);
    }
    Finding finding = spread.finding();
    assertThat(finding.code()).isEqualTo(FindingCode.SPREAD);
    assertThat(finding.kind()).isEqualTo(Kind.FACT);
    assertThat(finding.holds()).isFalse();
    assertThat(finding.detail("width")).isEqualTo(found.dipoleWidth());
    // σ_p² + its standard error 2 σ_p² × that of ln σ_p
    int column = with.free().indexOf(Parameter.DIPOLE_WIDTH);
    double error = Math.sqrt(with.covariance()[column][column]);
    assertThat(spread.sigma())
        .isBetween(found.dipoleWidth(), found.dipoleWidth() * Math.sqrt(1 + 6 * error));
  }

  /** What it does to the parameters is what separates the two fits, but for the size allowed. */
  @Test
  void theChangesAreThoseOfAFitWithTheWidthAllowed() {
    Fit fit = Fitter.fit(WIDE, KNOWN);
    Spread spread = Spread.of(fit).orElseThrow();
    FitOptions fixed =
        KNOWN
            .withModel(new DistributedModel(Experiments.LOG, spread.sigma(), new UniformField()))
            .withFixed(Parameter.DIPOLE_WIDTH, spread.sigma());
    ParameterValues start =
        spread.width().fit().values().with(Parameter.DIPOLE_WIDTH, spread.sigma());
    Fit wide = Fitter.refit(fit.observations(), fixed, start);
    assertThat(spread.changes()).containsOnlyKeys(fit.free());
    assertThat(fit.free()).contains(Parameter.RELAXATION_TIME);
    spread
        .changes()
        .forEach(
            (parameter, change) -> {
              double expected = wide.values().get(parameter) - fit.values().get(parameter);
              assertThat(change)
                  .as(parameter.key())
                  .isCloseTo(expected, within(1e-4 * Math.abs(expected)));
            });
    // One dipole moment stands for the root mean square, and takes the smearing for relaxation.
    assertThat(spread.changes().get(Parameter.DIPOLE_MOMENT)).isNegative();
    assertThat(spread.changes().get(Parameter.RELAXATION_TIME)).isPositive();
  }

  @Test
  void noSpreadIsFoundWhereThereIsNone() {
    int warned = 0;
    for (int seed = 0; seed < 12; seed++) {
      Fit fit = Fitter.fit(Tables.simulated(1000, seed), KNOWN);
      Spread spread = Spread.of(fit).orElseThrow();
      warned += spread.finding().holds() ? 0 : 1;
      assertThat(spread.fall()).isGreaterThanOrEqualTo(0);
      // a width that 68 good readings cannot miss
      assertThat(spread.sigma()).isBetween(0.0, 0.2);
      assertThat(spread.finding().detail("width")).isLessThanOrEqualTo(spread.sigma());
    }
    assertThat(warned).isZero(); // p-value below 10⁻³ in one of 1000
  }

  /** With σ of every kind, and under a robust loss. */
  @Test
  void itIsSeenWithoutSigmaToo() {
    for (FitOptions options :
        new FitOptions[] {
          FitOptions.of(Experiments.LOG, new Noise.Relative()),
          FitOptions.of(Experiments.LOG, new Noise.FromScatter()),
          FitOptions.of(Experiments.LOG, new Noise.PerTable()),
          KNOWN.withLoss(Loss.SOFT_L1)
        }) {
      Spread spread = Spread.of(Fitter.fit(WIDE, options)).orElseThrow();
      assertThat(spread.pValue()).as(options.noise().toString()).isLessThan(Levels.SPOILS);
    }
  }

  @Test
  void thereIsNothingToTestWhereAWidthIsPartOfTheFitOrPIsFixed() {
    DistributedModel model = new DistributedModel(Experiments.LOG, 0.3, new UniformField());
    Measurement measurement = Tables.simulated(1000, 1);
    FitOptions wide = KNOWN.withModel(model).withFixed(Parameter.DIPOLE_WIDTH, 0.3);
    Fit fit = Fitter.refit(Fitter.fit(measurement, KNOWN).observations(), wide, DISTRIBUTED);
    assertThat(Spread.of(fit)).isEmpty();
    FitOptions fixed = KNOWN.withFixed(Parameter.DIPOLE_MOMENT, Experiments.TRUTH.dipoleMoment());
    assertThat(Spread.of(Fitter.fit(measurement, fixed))).isEmpty();
  }
}

package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;

class ObjectiveTest {
  private static final FitOptions OPTIONS = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final List<Parameter> FREE = List.copyOf(Experiments.LOG.parameters());

  private final Observations observations =
      new Observations(Experiments.jointFile(0, 68), new Noise.Absolute());

  private Objective objective(FitOptions options) {
    return new Objective(observations, options, FREE);
  }

  @Test
  void theLeastLiesWhereNoParameterMovesAnyMore() {
    Objective.Solution found = objective(OPTIONS).solve(Experiments.TRUTH);
    assertThat(found.minimum().stop().isolated()).isTrue();
    assertThat(found.free()).isEqualTo(FREE);
    assertThat(found.atBound()).isEmpty();
    Objective.Solution again = objective(OPTIONS).solve(found.values());
    assertThat(again.cost()).isCloseTo(found.cost(), within(1e-6));
  }

  @Test
  void aParameterThatIsFixedStaysWhereTheStartHasIt() {
    ParameterValues start = Experiments.TRUTH.with(Parameter.CHI, 1.25e-4);
    Objective.Solution found = objective(OPTIONS).fixing(EnumSet.of(Parameter.CHI)).solve(start);
    assertThat(found.values().chi()).isEqualTo(1.25e-4);
    assertThat(found.free()).doesNotContain(Parameter.CHI);
    assertThat(found.cost()).isGreaterThan(objective(OPTIONS).solve(start).cost());
  }

  @Test
  void aBoundThatCutsTheMinimumOffHoldsItsParameter() {
    double best =
        objective(OPTIONS).solve(Experiments.TRUTH).values().get(Parameter.RELAXATION_TIME);
    FitOptions bounded =
        OPTIONS.withBounds(Parameter.RELAXATION_TIME, new Bounds(1e-6, 0.98 * best));
    Objective.Solution found = objective(bounded).solve(Experiments.TRUTH);
    assertThat(found.atBound()).containsOnlyKeys(Parameter.RELAXATION_TIME);
    assertThat(found.atBound()).containsEntry(Parameter.RELAXATION_TIME, Bounds.Side.UPPER);
    assertThat(found.values().get(Parameter.RELAXATION_TIME))
        .isCloseTo(0.98 * best, Percentage.withPercentage(1e-10));
  }

  @Test
  void otherDataMoveTheMinimumWithThem() {
    double[] frequencies = new double[observations.size()];
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] = observations.frequency(i) + 1000;
    }
    Objective objective = objective(OPTIONS);
    double before = objective.solve(Experiments.TRUTH).values().referenceFrequency();
    double after =
        objective
            .withData(frequencies, OPTIONS.priors(), OPTIONS.nuisances())
            .solve(Experiments.TRUTH)
            .values()
            .referenceFrequency();
    assertThat(after - before).isCloseTo(1000, within(1.0)); // f_ref enters ω0 too: 1e-7 of it
  }
}

package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

/**
 * A small {@link CoverageStudy}: the 95 % intervals must hold the truth in 95 % of the experiments,
 * within 3.5 standard deviations of a binomial count: 1.26 % each of 300, 1.78 % of 150, 2.18 % of
 * 100.
 */
@Tag("study")
class CoverageTest {
  private static final double DEVIATIONS = 3.5;

  static Stream<Arguments> kinds() {
    return Stream.of(CoverageStudy.JOINT, CoverageStudy.POWER_ONLY, CoverageStudy.BIAS_ONLY)
        .flatMap(
            design ->
                Stream.of(new Noise.Absolute(), new Noise.Relative())
                    .map(noise -> Arguments.of(design, noise)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void waldAndProfileIntervalsHoldTheTruth(CoverageStudy.Design design, Noise noise) {
    int experiments = design.equals(CoverageStudy.JOINT) ? 150 : 300; // which takes longest
    List<CoverageStudy.Coverage> table = study(design, noise, experiments, 0);
    holdTheTruth(table, experiments, 0);
    holdTheTruth(table, experiments, 1);
  }

  static Stream<Arguments> bootstraps() {
    return Stream.of(
        Arguments.of(CoverageStudy.POWER_ONLY, new Noise.Absolute()), // parametric
        Arguments.of(CoverageStudy.BIAS_ONLY, new Noise.Relative())); // of residuals
  }

  /**
   * The few replicates leave the places of 2.5 % and 97.5 % uncertain, but not biased: the mean
   * probability below the k-th of B is k/(B + 1).
   */
  @ParameterizedTest
  @MethodSource("bootstraps")
  void bootstrapIntervalsHoldTheTruth(CoverageStudy.Design design, Noise noise) {
    holdTheTruth(study(design, noise, 100, 199), 100, 2);
  }

  private static List<CoverageStudy.Coverage> study(
      CoverageStudy.Design design, Noise noise, int experiments, int replicates) {
    List<CoverageStudy.Coverage> table =
        new CoverageStudy(design, noise, experiments, replicates, 70_000).run(done -> {});
    assertThat(table).hasSize(design.relaxation() == Relaxation.ON ? 4 : 3);
    return table;
  }

  private static void holdTheTruth(
      List<CoverageStudy.Coverage> table, int experiments, int method) {
    double tolerance = DEVIATIONS * Math.sqrt(0.95 * 0.05 / experiments);
    for (CoverageStudy.Coverage row : table) {
      assertThat(row.determined()).isEqualTo(experiments);
      assertThat(row.share(method))
          .as(row.parameter().key() + " " + CoverageStudy.METHODS.get(method))
          .isBetween(0.95 - tolerance, 0.95 + tolerance);
    }
  }
}

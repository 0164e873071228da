package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

/**
 * A small {@link CoverageStudy}: of 300 experiments of each kind the 95 % intervals must hold the
 * truth in 95 %, within 3.5 standard deviations of a binomial count, 1.26 % each.
 *
 * <p>The few replicates leave the places of 2.5 % and 97.5 % uncertain, but not biased: the mean
 * probability below the k-th of B is k/(B + 1).
 */
class CoverageTest {
  private static final int EXPERIMENTS = 300;
  private static final int REPLICATES = 199;

  static Stream<Arguments> kinds() {
    return Stream.of(CoverageStudy.JOINT, CoverageStudy.POWER_ONLY, CoverageStudy.BIAS_ONLY)
        .flatMap(
            design ->
                Stream.of(new Noise.Absolute(), new Noise.Relative())
                    .map(noise -> Arguments.of(design, noise)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void intervalsHoldTheTruthAsOftenAsTheySay(CoverageStudy.Design design, Noise noise) {
    List<CoverageStudy.Coverage> table =
        new CoverageStudy(design, noise, EXPERIMENTS, REPLICATES, 70_000).run(done -> {});
    assertThat(table).hasSize(design.relaxation() == Relaxation.ON ? 4 : 3);
    for (CoverageStudy.Coverage row : table) {
      assertThat(row.determined()).isEqualTo(EXPERIMENTS);
      for (int method = 0; method < CoverageStudy.METHODS.size(); method++) {
        double deviation = Math.sqrt(0.95 * 0.05 / row.determined());
        assertThat(row.share(method))
            .as(row.parameter().key() + " " + CoverageStudy.METHODS.get(method))
            .isBetween(0.95 - 3.5 * deviation, 0.95 + 3.5 * deviation);
      }
    }
  }
}

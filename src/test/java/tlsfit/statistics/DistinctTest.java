package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DistinctTest {
  @Test
  void zeroAndMinusZeroAreOne() {
    assertThat(Distinct.count(new double[] {})).isZero();
    assertThat(Distinct.count(new double[] {0.0, -0.0})).isEqualTo(1);
    assertThat(Distinct.count(new double[] {0.0, 1, -0.0, -1, 1, Double.MIN_VALUE})).isEqualTo(4);
  }

  /** As many as a set holds, of whole numbers and of neighbours in the last digit. */
  @Test
  void itCountsAsASetDoes() {
    SplittableRandom random = new SplittableRandom(7);
    double[] whole = random.doubles(20_000, 0, 3_000).map(Math::floor).toArray();
    double[] near = random.ints(20_000, 0, 500).mapToDouble(i -> 5e9 + i * 1e-6).toArray();
    assertThat(Distinct.count(whole)).isEqualTo((int) Arrays.stream(whole).distinct().count());
    assertThat(Distinct.count(near)).isEqualTo((int) Arrays.stream(near).distinct().count());
  }

  /** As sorting tells, for so many that they are parted, and for few; of which 0 and −0 are one. */
  @Test
  void severalTimesIsToldAsSortingTells() {
    SplittableRandom random = new SplittableRandom(11);
    double[] many = random.ints(200_000, -60_000, 60_000).mapToDouble(i -> i * 1e-3).toArray();
    Map<Double, Long> counts =
        Arrays.stream(many)
            .boxed()
            .collect(Collectors.groupingBy(x -> x + 0.0, Collectors.counting()));
    assertThat(Distinct.count(many)).isEqualTo(counts.size());
    counts.values().removeIf(count -> count < 6);
    assertThat(Distinct.atLeast(many, 6)).hasSizeGreaterThan(100).isEqualTo(counts.keySet());
    assertThat(Distinct.atLeast(new double[] {0, 3, -0.0, 1, 3}, 2))
        .containsExactlyInAnyOrder(0.0, 3.0);
    assertThat(Distinct.atLeast(new double[] {1, 2}, 2)).isEmpty();
  }
}

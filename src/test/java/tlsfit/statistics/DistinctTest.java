package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
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
}

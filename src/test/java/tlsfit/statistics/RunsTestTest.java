package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsTestTest {

  private static boolean[] signs(String text) {
    boolean[] positive = new boolean[text.length()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = text.charAt(i) == '+';
    }
    return positive;
  }

  // 5 + and 4 − have 126 orders; those with 2, 3, 4 runs are 2, 7, 24 (by hand: 2 C(4,k−1) C(3,k−1)
  // for 2k runs, C(4,1) + C(3,1) for 3). μ = 1 + 2·5·4/9.
  @Test
  void countsTheOrdersOfOneSequence() {
    RunsTest test = RunsTest.of(List.of(signs("+++----++")));
    assertThat(test.runs()).isEqualTo(3);
    assertThat(test.expected()).isCloseTo(1 + 40 / 9.0, within(1e-12));
    assertThat(test.pValue()).isCloseTo(9 / 126.0, within(1e-12));
    RunsTest four = RunsTest.of(List.of(signs("+++--++--")));
    assertThat(four.pValue()).isCloseTo(33 / 126.0, within(1e-12));
  }

  // Two sequences of 2 + and 2 −: the runs of one are 2, 3, 4 in 2 orders each, so 36 pairs of
  // orders, of which 4 have 4 runs in all and 8 have 5.
  @Test
  void addsTheRunsOfTheSequences() {
    RunsTest test = RunsTest.of(List.of(signs("++--"), signs("+--+")));
    assertThat(test.runs()).isEqualTo(5);
    assertThat(test.pValue()).isCloseTo(12 / 36.0, within(1e-12));
    assertThat(RunsTest.of(List.of(signs("++--"), signs(""), signs("+++"))).pValue())
        .isCloseTo(2 / 6.0, within(1e-12));
    assertThat(RunsTest.of(List.of(signs("++"), signs("-"))).pValue()).isEqualTo(1);
  }

  // 300 + and 300 − with 280 runs: μ = 301, variance 180000·(180000 − 600)/(600²·599) = 149.75,
  // Φ((280.5 − 301)/12.2372) = 0.04694 (scipy 1.17.1: stats.norm.cdf). Exact counting (Python
  // integers, math.comb) gives 0.04691.
  @Test
  void manyReadingsAreNormal() {
    StringBuilder text = new StringBuilder("+-".repeat(139));
    text.append("+".repeat(161)).append("-".repeat(161));
    RunsTest test = RunsTest.of(List.of(signs(text.toString())));
    assertThat(test.runs()).isEqualTo(280);
    assertThat(test.pValue()).isCloseTo(0.0469, within(2e-4));
  }

  /** All 70 orders of 4 + and 4 −, made one by one. */
  @Test
  void theDistributionIsThatOfAllOrders() {
    List<boolean[]> orders = new ArrayList<>();
    for (int bits = 0; bits < 256; bits++) {
      if (Integer.bitCount(bits) == 4) {
        boolean[] order = new boolean[8];
        for (int i = 0; i < 8; i++) {
          order[i] = (bits >> i & 1) == 1;
        }
        orders.add(order);
      }
    }
    assertThat(orders).hasSize(70);
    double sum = 0;
    for (boolean[] order : orders) {
      RunsTest test = RunsTest.of(List.of(order));
      sum += test.runs();
      long asFew =
          orders.stream().filter(o -> RunsTest.of(List.of(o)).runs() <= test.runs()).count();
      assertThat(test.pValue()).isCloseTo(asFew / 70.0, within(1e-12));
    }
    assertThat(RunsTest.of(List.of(orders.get(0))).expected()).isCloseTo(sum / 70, within(1e-12));
  }

  @Test
  void signsAndDirectionsMayBeTurned() {
    RunsTest test = RunsTest.of(List.of(signs("++-+++--+-")));
    assertThat(RunsTest.of(List.of(signs("--+---++-+")))).isEqualTo(test);
    assertThat(RunsTest.of(List.of(signs("-+--+++-++")))).isEqualTo(test);
  }

  @Test
  void theOrderOfTheSequencesDoesNotMatter() {
    List<boolean[]> forward = List.of(signs("++--+"), signs("-+"), signs("---++++-"));
    List<boolean[]> backward = List.of(forward.get(2), forward.get(1), forward.get(0));
    assertThat(RunsTest.of(backward).pValue())
        .isCloseTo(RunsTest.of(forward).pValue(), within(1e-14));
    assertThat(RunsTest.of(backward).runs()).isEqualTo(RunsTest.of(forward).runs());
  }

  @Test
  void asManyRunsAsThereCanBeAreNeverTooFew() {
    assertThat(RunsTest.of(List.of(signs("+-+-+-+-"))).pValue()).isCloseTo(1, within(1e-12));
    assertThat(RunsTest.of(List.of(signs("+-".repeat(300)))).pValue()).isGreaterThan(1 - 1e-9);
  }

  // 2 of the C(2k, k) orders have two runs; C(40, 20) = 137846528820 (math.comb)
  @Test
  void oneDriftIsAsRareAsItsOrders() {
    assertThat(RunsTest.of(List.of(signs("+".repeat(20) + "-".repeat(20)))).pValue())
        .isCloseTo(2 / 137846528820.0, within(1e-20));
  }

  @Test
  void withoutSignsThereIsNothingToTest() {
    for (List<boolean[]> none :
        List.of(
            List.<boolean[]>of(), List.of(signs("")), List.of(signs("+")), List.of(signs("--")))) {
      assertThat(RunsTest.of(none).pValue()).isEqualTo(1);
    }
    assertThat(RunsTest.of(List.of()).runs()).isZero();
    assertThat(RunsTest.of(List.of(signs("+"), signs("-"))).runs()).isEqualTo(2);
  }

  /** From the exact distribution to the normal one at 500 signs the p-value hardly moves. */
  @Test
  void theTwoDistributionsMeet() {
    boolean[] exact = signs("++--".repeat(125));
    boolean[] normal = signs("++--".repeat(125) + "++");
    assertThat(exact).hasSize(500);
    double below = RunsTest.of(List.of(exact)).pValue();
    double above = RunsTest.of(List.of(normal)).pValue();
    assertThat(above).isCloseTo(below, within(0.03));
  }
}

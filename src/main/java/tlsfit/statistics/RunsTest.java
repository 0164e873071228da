package tlsfit.statistics;

import java.util.List;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The runs test of Wald and Wolfowitz (Ann. Math. Stat. 11, 147 (1940)) for signs in sequences:
 * where residuals are not independent along a sequence, because the model has the wrong shape or
 * the quantity drifts, several in a row have the same sign, in fewer runs than chance makes.
 *
 * <p>Given how many signs of a sequence are positive and how many negative, all their orders are
 * equally likely. The runs of all sequences are added; the distribution of the sum is exact up to
 * {@value #EXACT} signs, normal with the correction for continuity above. For residuals of a fit
 * the p-value is a little too large: m fitted parameters make them change sign more often, by a
 * number of runs of the order of m.
 *
 * @param runs number of runs of equal signs, of all sequences together
 * @param expected how many chance makes on average
 * @param pValue probability of as few runs, or fewer, by chance
 */
public record RunsTest(int runs, double expected, double pValue) {
  private static final int EXACT = 500;

  /** The signs along one sequence. */
  private record Signs(int positive, int negative, int runs) {
    private static Signs of(boolean[] signs) {
      int positive = 0;
      int runs = 0;
      for (int i = 0; i < signs.length; i++) {
        positive += signs[i] ? 1 : 0;
        runs += i == 0 || signs[i] != signs[i - 1] ? 1 : 0;
      }
      return new Signs(positive, signs.length - positive, runs);
    }

    private int size() {
      return positive + negative;
    }

    private double expected() {
      return 1 + 2.0 * positive * negative / size();
    }

    private double variance() {
      double product = 2.0 * positive * negative;
      double n = size();
      return n < 2 ? 0 : product * (product - n) / (n * n * (n - 1));
    }

    /** Probability of r runs, r from 0 to the number of residuals. */
    private double[] distribution() {
      double[] probability = new double[size() + 1];
      if (positive == 0 || negative == 0) {
        probability[1] = 1;
        return probability;
      }
      for (int r = 2; r < probability.length; r++) {
        int k = r / 2;
        probability[r] =
            r % 2 == 0
                ? 2 * ways(k, k)
                : ways(k + 1, k) + ways(k, k + 1); // of the sign that comes first one run more
      }
      return probability;
    }

    /** Share of the orders with so many runs of either sign, beginning with a given sign. */
    private double ways(int positiveRuns, int negativeRuns) {
      if (positiveRuns > positive || negativeRuns > negative) {
        return 0;
      }
      return Math.exp(
          CombinatoricsUtils.binomialCoefficientLog(positive - 1, positiveRuns - 1)
              + CombinatoricsUtils.binomialCoefficientLog(negative - 1, negativeRuns - 1)
              - CombinatoricsUtils.binomialCoefficientLog(size(), positive));
    }
  }

  /**
   * Tests signs. Where no sequence has both signs there is nothing to test, and the p-value is 1.
   *
   * @param sequences whether each residual is positive, in order; an array for each sequence, which
   *     may be empty
   */
  public static RunsTest of(List<boolean[]> sequences) {
    List<Signs> signs =
        sequences.stream().filter(sequence -> sequence.length > 0).map(Signs::of).toList();
    int size = signs.stream().mapToInt(Signs::size).sum();
    int runs = signs.stream().mapToInt(Signs::runs).sum();
    double expected = signs.stream().mapToDouble(Signs::expected).sum();
    double variance = signs.stream().mapToDouble(Signs::variance).sum();
    double pValue;
    if (variance == 0) {
      pValue = 1;
    } else if (size <= EXACT) {
      pValue = Math.min(1, exact(signs, runs));
    } else {
      pValue =
          NormalDistribution.of(0, 1)
              .cumulativeProbability((runs + 0.5 - expected) / Math.sqrt(variance));
    }
    return new RunsTest(runs, expected, pValue);
  }

  private static double exact(List<Signs> signs, int runs) {
    double[] sum = {1};
    for (Signs one : signs) {
      double[] more = one.distribution();
      double[] next = new double[sum.length + more.length - 1];
      for (int i = 0; i < sum.length; i++) {
        for (int j = 0; j < more.length; j++) {
          next[i + j] += sum[i] * more[j];
        }
      }
      sum = next;
    }
    double probability = 0;
    for (int r = 0; r <= runs; r++) {
      probability += sum[r];
    }
    return probability;
  }
}

package tlsfit.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The serial correlation of residuals along sequences by the ratio of von Neumann (Ann. Math. Stat.
 * 12, 367 (1941)), Σ (r_{k+1} − r_k)²/Σ r², which is small where neighbours are alike. It sees a
 * misfit or a drift with half the readings that signs alone need.
 *
 * <p>The residuals r = M ε of a fit are not independent, but M = 1 − U Uᵀ is known from the
 * Jacobian, and so is the distribution of the ratio for normal noise (Durbin and Watson, Biometrika
 * 37, 409 (1950)): a ratio of quadratic forms, whose tail comes from the saddlepoint approximation
 * (Lieberman, J. Am. Stat. Assoc. 89, 924 (1994)), good to some per cent of a probability of any
 * size, and to an eighth, too large, with six degrees of freedom. The scale of the noise cancels.
 *
 * @param ratio von Neumann's ratio [1], about 2 for independent residuals
 * @param expected its mean by chance, for these sequences and this fit
 * @param pValue probability of as small a ratio, or a smaller one, by chance
 */
public record SerialCorrelation(double ratio, double expected, double pValue) {
  /** Rows up to which the eigenvalues are computed; beyond, Durbin and Watson's beta serves. */
  static final int EXACT = 40;

  /** No ratio of pairs in a row exceeds it. */
  private static final double LARGEST_RATIO = 4;

  /**
   * Tests residuals.
   *
   * @param residuals of the readings, in units of σ, n
   * @param fit the Jacobian they belong to, whose first n rows are the readings
   * @param sequences numbers of the readings, in order, a list a sequence; none in two of them
   * @return empty where no two readings are neighbours, all residuals are 0, or fewer than two
   *     degrees of freedom are left
   */
  public static Optional<SerialCorrelation> of(
      double[] residuals, JacobianAnalysis fit, List<List<Integer>> sequences) {
    double squares = Arrays.stream(residuals).map(r -> r * r).sum();
    double differences = 0;
    RealMatrix u = fit.basis();
    int rows = u.getRowDimension();
    RealMatrix applied = new Array2DRowRealMatrix(rows, u.getColumnDimension());
    double[] diagonal = new double[rows];
    double[] partner = new double[rows]; // squares of the entries beside the diagonal
    for (List<Integer> sequence : sequences) {
      for (int k = 1; k < sequence.size(); k++) {
        int i = sequence.get(k - 1);
        int j = sequence.get(k);
        differences += (residuals[j] - residuals[i]) * (residuals[j] - residuals[i]);
        diagonal[i]++;
        diagonal[j]++;
        partner[i]++;
        partner[j]++;
        for (int m = 0; m < u.getColumnDimension(); m++) {
          double step = u.getEntry(i, m) - u.getEntry(j, m);
          applied.addToEntry(i, m, step);
          applied.addToEntry(j, m, -step);
        }
      }
    }
    double freedom = rows - u.getColumnDimension();
    if (!(squares > 0) || !(Arrays.stream(partner).sum() > 0) || freedom < 2) {
      return Optional.empty();
    }
    double ratio = differences / squares;
    RealMatrix inner = u.transpose().multiply(applied);
    double mean = (Arrays.stream(diagonal).sum() - inner.getTrace()) / freedom;
    double pValue;
    if (rows <= EXACT) {
      pValue = byEigenvalues(ratio, residuals.length, u, applied, sequences);
    } else {
      double square = 0; // trace of (M A)²
      for (int i = 0; i < rows; i++) {
        square += diagonal[i] * diagonal[i] + partner[i];
      }
      square += inner.multiply(inner).getTrace();
      square -= 2 * applied.transpose().multiply(applied).getTrace();
      double variance = 2 * (square - freedom * mean * mean) / (freedom * (freedom + 2));
      pValue = byMoments(ratio, mean, variance);
    }
    return Optional.of(new SerialCorrelation(ratio, mean, pValue));
  }

  /** The beta distribution between 0 and 4 with this mean and variance (Durbin and Watson). */
  private static double byMoments(double ratio, double mean, double variance) {
    double centre = mean / LARGEST_RATIO;
    double spread = variance / (LARGEST_RATIO * LARGEST_RATIO);
    double sum = centre * (1 - centre) / spread - 1;
    return BetaDistribution.of(centre * sum, (1 - centre) * sum)
        .cumulativeProbability(Math.min(ratio / LARGEST_RATIO, 1));
  }

  /** The probability that εᵀ M (A − ratio D) M ε is negative, D being 1 for the readings alone. */
  private static double byEigenvalues(
      double ratio, int readings, RealMatrix u, RealMatrix applied, List<List<Integer>> sequences) {
    int rows = u.getRowDimension();
    RealMatrix form = new Array2DRowRealMatrix(rows, rows);
    RealMatrix formOfBasis = applied.copy();
    for (int i = 0; i < readings; i++) {
      form.setEntry(i, i, -ratio);
      for (int m = 0; m < u.getColumnDimension(); m++) {
        formOfBasis.addToEntry(i, m, -ratio * u.getEntry(i, m));
      }
    }
    for (List<Integer> sequence : sequences) {
      for (int k = 1; k < sequence.size(); k++) {
        int i = sequence.get(k - 1);
        int j = sequence.get(k);
        form.addToEntry(i, i, 1);
        form.addToEntry(j, j, 1);
        form.addToEntry(i, j, -1);
        form.addToEntry(j, i, -1);
      }
    }
    RealMatrix inner = u.transpose().multiply(formOfBasis);
    RealMatrix cross = formOfBasis.multiply(u.transpose());
    RealMatrix projected =
        form.subtract(cross)
            .subtract(cross.transpose())
            .add(u.multiply(inner).multiply(u.transpose()));
    symmetrise(projected);
    return QuadraticForm.belowZero(new EigenDecomposition(projected).getRealEigenvalues());
  }

  private static void symmetrise(RealMatrix matrix) {
    for (int i = 0; i < matrix.getRowDimension(); i++) {
      for (int j = 0; j < i; j++) {
        matrix.setEntry(j, i, matrix.getEntry(i, j));
      }
    }
  }
}

package tlsfit.statistics;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The singular value decomposition of a Jacobian, that of residuals in units of σ by the
 * parameters, and what follows from it: the covariance of the parameters, the leverages of the
 * readings, the Gauss-Newton step, and which combinations of parameters the data do not determine.
 *
 * <p>The columns of J are scaled to unit length first, so that the units of the parameters do not
 * matter; JᵀJ, whose condition is the square of that of J, is never formed (Golub and Van Loan,
 * Matrix Computations, 4th edition, sections 5.3 and 5.5).
 */
public final class JacobianAnalysis {
  /** Singular values below this share of the largest count as zero. */
  private static final double RANK_TOLERANCE = 1e-10;

  private final double[] scale;
  private final double[] singular;
  private final RealMatrix u;
  private final RealMatrix v;

  /**
   * Analyses a Jacobian.
   *
   * @param jacobian derivatives of the residuals, n rows by m columns, n ≥ 1, m ≥ 1
   */
  public JacobianAnalysis(double[][] jacobian) {
    int m = jacobian[0].length;
    scale = new double[m];
    RealMatrix scaled = new Array2DRowRealMatrix(jacobian);
    for (int j = 0; j < m; j++) {
      scale[j] = scaled.getColumnVector(j).getNorm();
      if (scale[j] > 0) {
        scaled.setColumnVector(j, scaled.getColumnVector(j).mapDivide(scale[j]));
      }
    }
    SingularValueDecomposition svd = new SingularValueDecomposition(scaled);
    singular = svd.getSingularValues();
    u = svd.getU();
    v = svd.getV();
  }

  /** Number of combinations of parameters that the data determine, at most m. */
  public int rank() {
    int rank = 0;
    while (rank < singular.length && singular[rank] > RANK_TOLERANCE * singular[0]) {
      rank++;
    }
    return rank;
  }

  /** Whether every parameter has its own effect on the data. */
  public boolean fullRank() {
    return rank() == scale.length;
  }

  /** Ratio of the largest to the smallest singular value of the scaled Jacobian. */
  public double conditionNumber() {
    return scale.length > singular.length
        ? Double.POSITIVE_INFINITY
        : singular[0] / singular[singular.length - 1];
  }

  /**
   * (JᵀJ)⁻¹, the covariance of the parameters for residuals of unit variance; over the determined
   * combinations alone if some are not.
   *
   * @return m rows by m columns, in the units of the parameters
   */
  public double[][] covariance() {
    int m = scale.length;
    double[][] covariance = new double[m][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        double sum = 0;
        for (int k = 0; k < rank(); k++) {
          sum += v.getEntry(i, k) * v.getEntry(j, k) / (singular[k] * singular[k]);
        }
        covariance[i][j] = scale[i] == 0 || scale[j] == 0 ? 0 : sum / (scale[i] * scale[j]);
      }
    }
    return covariance;
  }

  /**
   * The combination of parameters that the data determine least, the largest entry being 1.
   *
   * @param units the unit in which to count each parameter, m
   * @return changes of the parameters in these units, m
   */
  public double[] weakestDirection(double[] units) {
    int m = scale.length;
    double[] direction = new double[m];
    double largest = 0;
    for (int j = 0; j < m; j++) {
      direction[j] = v.getEntry(j, m - 1) / (scale[j] == 0 ? 1 : scale[j] * units[j]);
      if (Math.abs(direction[j]) > Math.abs(largest)) {
        largest = direction[j];
      }
    }
    for (int j = 0; j < m; j++) {
      direction[j] /= largest;
    }
    return direction;
  }

  /**
   * Whether a parameter takes part in a combination that the data do not determine.
   *
   * @param column the parameter's column
   */
  public boolean undetermined(int column) {
    for (int k = rank(); k < v.getColumnDimension(); k++) {
      if (Math.abs(v.getEntry(column, k)) > 1e-6) {
        return true;
      }
    }
    return false;
  }

  /**
   * The step that a Gauss-Newton iteration would take, (JᵀJ)⁻¹ Jᵀ r.
   *
   * @param residuals r, n
   * @return to be subtracted from the parameters, m, in their units
   */
  public double[] solve(double[] residuals) {
    int m = scale.length;
    double[] step = new double[m];
    for (int k = 0; k < rank(); k++) {
      double projection = project(residuals, k) / singular[k];
      for (int j = 0; j < m; j++) {
        if (scale[j] > 0) {
          step[j] += v.getEntry(j, k) * projection / scale[j];
        }
      }
    }
    return step;
  }

  /**
   * Leverage of each reading: the diagonal of the hat matrix J (JᵀJ)⁻¹ Jᵀ, from 0 to 1, adding up
   * to the rank. It is how far the fit follows when the reading moves by 1.
   *
   * @return n, one for each row of the Jacobian [1]
   */
  public double[] leverages() {
    double[] leverages = new double[u.getRowDimension()];
    for (int i = 0; i < leverages.length; i++) {
      for (int k = 0; k < rank(); k++) {
        leverages[i] += u.getEntry(i, k) * u.getEntry(i, k);
      }
    }
    return leverages;
  }

  /** An orthonormal basis of the columns of J: a row for each of its rows, as many as the rank. */
  RealMatrix basis() {
    return u.getSubMatrix(0, u.getRowDimension() - 1, 0, rank() - 1);
  }

  /** Norm of the longest column: the effect of the parameter that moves the residuals most. */
  double largestColumn() {
    return Arrays.stream(scale).max().orElse(0);
  }

  /**
   * By how much a Gauss-Newton step would lower the sum of squares in the linear approximation: the
   * square of the projection of the residuals on the columns of J.
   *
   * @param residuals r, n
   */
  public double reduction(double[] residuals) {
    double sum = 0;
    for (int k = 0; k < rank(); k++) {
      double projection = project(residuals, k);
      sum += projection * projection;
    }
    return sum;
  }

  private double project(double[] residuals, int k) {
    double sum = 0;
    for (int i = 0; i < residuals.length; i++) {
      sum += u.getEntry(i, k) * residuals[i];
    }
    return sum;
  }
}

package tlsfit.statistics;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The generalised least squares of estimates y with a scatter of their true values: y = X β + G z +
 * u + e with e of known variances, u of the common variance τ², and shared effects z, each standard
 * normal and common to all estimates (a calibration: G holds what one standard uncertainty does to
 * each). Without G the random-effects model of meta-analysis (DerSimonian and Laird, Control. Clin.
 * Trials 7, 177 (1986)); X is a column of ones, for a mean, or has covariates besides.
 *
 * <p>The z are fitted like β, each with a row of its own that says 0 ± 1: the covariance D + τ² + G
 * Gᵀ is never inverted.
 */
final class MixedEffects {
  private final double[] y;
  private final double[] variances;
  private final double[][] columns; // of X, then of G
  private final int fixed;

  /**
   * What least squares gives at one τ².
   *
   * @param coefficients of X, then z
   * @param sum yᵀ P y, the weighted sum of squares with the rows of z [1]
   * @param slope derivative by τ² of twice the negative restricted log-likelihood
   * @param deviance twice the negative restricted log-likelihood, up to a constant
   * @param projection trace of P
   * @param inverse of the normal equations
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers of one evaluation, never compared
  record Solution(
      double[] coefficients,
      double sum,
      double slope,
      double deviance,
      double projection,
      double[][] inverse) {}

  /**
   * Takes the estimates.
   *
   * @param y n estimates
   * @param variances of their own errors, n, positive
   * @param design p columns of n numbers, linearly independent, p below n
   * @param shared columns of n numbers, none or more
   */
  MixedEffects(double[] y, double[] variances, double[][] design, double[][] shared) {
    this.y = y;
    this.variances = variances;
    fixed = design.length;
    columns = new double[design.length + shared.length][];
    System.arraycopy(design, 0, columns, 0, design.length);
    System.arraycopy(shared, 0, columns, design.length, shared.length);
  }

  /** Estimates less coefficients of the design. */
  int degreesOfFreedom() {
    return y.length - fixed;
  }

  /** Least squares at a variance τ² ≥ 0. */
  Solution at(double tau2) {
    int n = y.length;
    int m = columns.length;
    double[] weight = new double[n];
    RealMatrix normal = new Array2DRowRealMatrix(m, m);
    double[] right = new double[m];
    for (int k = fixed; k < m; k++) {
      normal.setEntry(k, k, 1);
    }
    double deviance = 0;
    for (int i = 0; i < n; i++) {
      weight[i] = 1 / (variances[i] + tau2);
      deviance -= Math.log(weight[i]);
      for (int k = 0; k < m; k++) {
        right[k] += weight[i] * columns[k][i] * y[i];
        for (int l = 0; l < m; l++) {
          normal.addToEntry(k, l, weight[i] * columns[k][i] * columns[l][i]);
        }
      }
    }
    CholeskyDecomposition cholesky = new CholeskyDecomposition(normal, 1e-9, 0);
    RealMatrix inverse = cholesky.getSolver().getInverse();
    double[] coefficients = inverse.operate(right);
    double sum = 0;
    for (int k = fixed; k < m; k++) {
      sum += coefficients[k] * coefficients[k];
    }
    double slope = 0;
    double projection = 0;
    for (int i = 0; i < n; i++) {
      double residual = y[i];
      double[] row = new double[m];
      for (int k = 0; k < m; k++) {
        residual -= coefficients[k] * columns[k][i];
        row[k] = columns[k][i];
      }
      double leverage = weight[i] * dot(row, inverse.operate(row));
      sum += weight[i] * residual * residual;
      projection += weight[i] * (1 - leverage);
      slope += weight[i] * (1 - leverage) - weight[i] * weight[i] * residual * residual;
    }
    return new Solution(
        coefficients,
        sum,
        slope,
        deviance + Math.log(cholesky.getDeterminant()) + sum,
        projection,
        inverse.getData());
  }

  /**
   * How far each estimate moves a combination of the coefficients of the design.
   *
   * @param solution what least squares gave
   * @param combination p numbers
   * @return n weights; those of the mean add up to 1
   */
  double[] weights(Solution solution, double tau2, double[] combination) {
    double[] weights = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      for (int k = 0; k < fixed; k++) {
        for (int l = 0; l < columns.length; l++) {
          weights[i] +=
              combination[k] * solution.inverse[k][l] * columns[l][i] / (variances[i] + tau2);
        }
      }
    }
    return weights;
  }

  /** Variance of a sum of the estimates from their own errors and their scatter. */
  double ownVariance(double[] weights, double tau2) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += weights[i] * weights[i] * (variances[i] + tau2);
    }
    return sum;
  }

  /** Variance of a sum of the estimates from the shared effects. */
  double sharedVariance(double[] weights) {
    double sum = 0;
    for (int k = fixed; k < columns.length; k++) {
      double effect = dot(weights, columns[k]);
      sum += effect * effect;
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

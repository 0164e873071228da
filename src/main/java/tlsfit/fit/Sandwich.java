package tlsfit.fit;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import tlsfit.setup.Loss;
import tlsfit.statistics.JacobianAnalysis;

/**
 * The covariance of estimates under a robust loss, H⁻¹ (Σ ψ_i² J_i J_iᵀ) H⁻¹ with H = Σ ψ′_i J_i
 * J_iᵀ, which is right whatever the distribution of the noise (Huber and Ronchetti, Robust
 * Statistics, 2nd edition, section 7.6). Each ψ² is divided by 1 − h, for the readings' leverage h
 * (HC2 of MacKinnon and White, J. Econometrics 29, 305 (1985)).
 */
final class Sandwich {
  private Sandwich() {}

  /**
   * The covariance, or the inverse of JᵀJ where H has none.
   *
   * @param residuals of the readings, in units of σ [1], n
   * @param loss a robust one
   * @param jacobian the residuals' plain Jacobian, priors and nuisance parameters after the
   *     readings
   * @param analysis of the weighted Jacobian
   */
  static double[][] covariance(
      double[] residuals, Loss loss, double[][] jacobian, JacobianAnalysis analysis) {
    double[] leverage = analysis.leverages();
    double[][] inverse = analysis.covariance();
    int m = inverse.length;
    double[] scale = new double[m]; // of order of the standard errors: H near the unit matrix
    for (int j = 0; j < m; j++) {
      scale[j] = Math.sqrt(inverse[j][j]);
    }
    RealMatrix bread = new Array2DRowRealMatrix(m, m);
    RealMatrix filling = new Array2DRowRealMatrix(m, m);
    for (int i = 0; i < jacobian.length; i++) {
      boolean reading = i < residuals.length;
      double psi = reading ? loss.influence(residuals[i]) : 1; // a prior's has unit variance
      double curvature = reading ? loss.curvature(residuals[i]) : 1;
      double square = reading ? psi * psi / (1 - leverage[i]) : 1;
      for (int j = 0; j < m; j++) {
        for (int k = 0; k < m; k++) {
          double product = jacobian[i][j] * scale[j] * jacobian[i][k] * scale[k];
          bread.addToEntry(j, k, curvature * product);
          filling.addToEntry(j, k, square * product);
        }
      }
    }
    try {
      RealMatrix h = new LUDecomposition(bread).getSolver().getInverse();
      double[][] covariance = h.multiply(filling).multiply(h).getData();
      for (int j = 0; j < m; j++) {
        for (int k = 0; k < m; k++) {
          covariance[j][k] *= scale[j] * scale[k];
        }
      }
      return covariance;
    } catch (SingularMatrixException e) {
      return inverse; // not determined, which the rank of the Jacobian says
    }
  }
}

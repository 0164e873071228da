package tlsfit.fit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tlsfit.setup.Loss;
import tlsfit.statistics.JacobianAnalysis;

/**
 * The linearisation of a fit: residuals and Jacobian at the fitted values, with one singular value
 * decomposition from which rank, covariance, leverages and all else follow.
 *
 * <p>Arrays are not copied: do not write.
 */
public final class Linearization {
  private final double[] residuals;
  private final double[][] plain;
  private final double[][] jacobian;
  private final Loss loss;
  private volatile @Nullable JacobianAnalysis analysis;

  /**
   * Linearises.
   *
   * @param residuals of the readings in units of σ [1], n
   * @param plain their derivatives, a row each, then the rows of priors and of nuisance parameters;
   *     one column a variable
   * @param loss how residuals count
   */
  Linearization(double[] residuals, double[][] plain, Loss loss) {
    this.residuals = residuals;
    this.plain = plain;
    this.loss = loss;
    jacobian = loss == Loss.LINEAR ? plain : weighted(residuals, plain, loss);
  }

  private static double[][] weighted(double[] residuals, double[][] plain, Loss loss) {
    double[][] jacobian = plain.clone();
    for (int i = 0; i < residuals.length; i++) {
      double weight = weight(residuals[i], loss);
      jacobian[i] = Arrays.stream(plain[i]).map(entry -> entry * weight).toArray();
    }
    return jacobian;
  }

  /** Root of the curvature of the loss [1]. */
  private static double weight(double residual, Loss loss) {
    return Math.sqrt(Math.max(loss.curvature(residual), 0));
  }

  /** Residuals of the readings in units of σ [1], what the model predicts less what was read. */
  public double[] residuals() {
    return residuals;
  }

  /**
   * The Jacobian of the residuals: a row for each reading, then for each prior, then for each
   * nuisance parameter; a column for the scaled value of each free parameter, then for each
   * nuisance parameter, then for each slow change. Under a robust loss the rows of readings are
   * weighted by the root of the loss's curvature, so that JᵀJ is half the second derivative of what
   * is minimised, as for least squares.
   */
  public double[][] jacobian() {
    return jacobian;
  }

  /** The analysis of {@link #jacobian} by singular values, made once. */
  public JacobianAnalysis analysis() {
    JacobianAnalysis known = analysis;
    if (known == null) {
      known = new JacobianAnalysis(jacobian);
      analysis = known;
    }
    return known;
  }

  /** Leverage of each row [1]: readings first, then priors and nuisance parameters. */
  public double[] leverages() {
    return analysis().leverages();
  }

  /**
   * Covariance of the columns' estimates; over the determined combinations alone if some are not.
   *
   * <p>(JᵀJ)⁻¹ times the noise variance for least squares, a {@link Sandwich} under a robust loss.
   *
   * @param noiseVariance by how much χ² scatters, in units of what noise of these σ would do [1]
   */
  public double[][] covariance(double noiseVariance) {
    if (loss != Loss.LINEAR) {
      return Sandwich.covariance(residuals, loss, plain, analysis());
    }
    double[][] covariance = analysis().covariance();
    for (double[] row : covariance) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= noiseVariance;
      }
    }
    return covariance;
  }
}

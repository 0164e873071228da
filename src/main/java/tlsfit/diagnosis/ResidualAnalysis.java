package tlsfit.diagnosis;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;
import tlsfit.fit.Fit;
import tlsfit.statistics.JacobianAnalysis;

/**
 * The residuals of a fit, each against what it may be: a reading with leverage h pulls the fit
 * after itself, so that its residual has only 1 − h of the variance (Cook and Weisberg, Residuals
 * and Influence in Regression, 1982, sections 2.2 and 3.1).
 */
final class ResidualAnalysis {
  /** Residuals of this many units in the last place of the frequency are rounding. */
  private static final double ROUNDING = 8;

  /** 1 − h below which a reading is fitted by itself and has no residual to look at. */
  private static final double ALONE = 1e-9;

  private final Fit fit;
  private final double[] residuals;
  private final double[] leverages;
  private final double sumOfSquares;

  ResidualAnalysis(Fit fit) {
    this.fit = fit;
    residuals = fit.residuals();
    leverages = new JacobianAnalysis(fit.weightedJacobian()).leverages();
    double sum = 0;
    for (double residual : residuals) {
      sum += residual * residual;
    }
    sumOfSquares = sum;
  }

  int size() {
    return residuals.length;
  }

  /** Leverage h of reading i [1]. */
  double leverage(int i) {
    return leverages[i];
  }

  /** Square of residual i [1]. */
  double square(int i) {
    return residuals[i] * residuals[i];
  }

  /** Whether the residuals are something else than rounding. */
  boolean scatter() {
    double largest = 0;
    for (int i = 0; i < residuals.length; i++) {
      double inHertz = Math.abs(residuals[i]) * fit.observations().sigma(i);
      largest = Math.max(largest, inHertz / Math.ulp(fit.observations().frequency(i)));
    }
    return largest > ROUNDING;
  }

  /** The residuals over their standard deviations σ √(1 − h), of the readings that have one. */
  double[] standardised() {
    double deviation = Math.sqrt(fit.noiseVariance());
    double[] standardised = new double[residuals.length];
    int n = 0;
    for (int i = 0; i < residuals.length; i++) {
      if (1 - leverages[i] > ALONE) {
        standardised[n++] = residuals[i] / (deviation * Math.sqrt(1 - leverages[i]));
      }
    }
    return Arrays.copyOf(standardised, n);
  }

  /**
   * Externally studentised residual: in units of what the other readings scatter about a fit
   * without this one; Student's t with one degree of freedom less than the fit. 0 where there is
   * none.
   */
  double studentised(int i) {
    double share = 1 - leverages[i];
    double others = sumOfSquares - square(i) / share;
    if (share <= ALONE || !(others > 0) || freedom() < 1) {
      return 0;
    }
    return residuals[i] / Math.sqrt(others / freedom() * share);
  }

  /** The probability that the largest of all n studentised residuals is as large as that of i. */
  double outlierPValue(int i) {
    if (freedom() < 1) {
      return 1;
    }
    double one = 2 * TDistribution.of(freedom()).survivalProbability(Math.abs(studentised(i)));
    return Math.min(1, size() * one);
  }

  private int freedom() {
    return fit.degreesOfFreedom() - 1;
  }

  /**
   * Cook's distance of reading i: the square of how far the fit moves without it, in units of the
   * confidence ellipsoid of m parameters. 0 where the reading is fitted by itself.
   */
  double cook(int i) {
    double share = 1 - leverages[i];
    if (share <= ALONE) {
      return 0;
    }
    return square(i) * leverages[i] / (fit.free().size() * fit.noiseVariance() * share * share);
  }
}

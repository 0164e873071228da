package tlsfit.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The influence measures of a least-squares fit: the residual of each reading rescaled for its
 * leverage, and how far the fit moves without it. A reading with leverage h draws the fit towards
 * itself, so that its residual has only 1 − h of the variance (Cook and Weisberg, Residuals and
 * Influence in Regression, 1982, sections 2.2 and 3.1).
 */
public final class InfluenceMeasures {
  /** 1 − h below which a reading is fitted by itself and has no residual. */
  private static final double ALONE = 1e-9;

  private final double[] residuals;
  private final double[] leverages;
  private final double degreesOfFreedom;
  private final int parameters;
  private final double variance;
  private final double sumOfSquares;

  /**
   * Collects what the measures are made of.
   *
   * @param residuals r, n, in units of σ [1]
   * @param leverages h, at least n, of which the first n count; from 0 to 1 (rows of priors may
   *     follow)
   * @param degreesOfFreedom ν of the fit
   * @param parameters number of fitted parameters, m ≥ 1 for Cook's distances
   * @param variance noise variance [1]
   */
  public InfluenceMeasures(
      double[] residuals,
      double[] leverages,
      double degreesOfFreedom,
      int parameters,
      double variance) {
    this.residuals = residuals.clone();
    this.leverages = leverages.clone();
    this.degreesOfFreedom = degreesOfFreedom;
    this.parameters = parameters;
    this.variance = variance;
    double sum = 0;
    for (double residual : residuals) {
      sum += residual * residual;
    }
    sumOfSquares = sum;
  }

  /** Number of readings, n. */
  public int size() {
    return residuals.length;
  }

  /** Leverage h of reading i [1]. */
  public double leverage(int i) {
    return leverages[i];
  }

  /** Square of residual i [1]. */
  public double square(int i) {
    return residuals[i] * residuals[i];
  }

  /**
   * The residuals over their standard deviations, r/√(variance (1 − h)) [1]: internally
   * studentised.
   *
   * @return one for each reading that is not fitted by itself, in their order; at most n
   */
  public double[] standardised() {
    double deviation = Math.sqrt(variance);
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
   * Externally studentised residual of reading i [1]: in units of the scatter of the other readings
   * about a fit without this one. It follows Student's t with ν − 1 degrees of freedom. 0 where
   * there is none: the reading is fitted by itself, or the others do not scatter.
   */
  public double studentised(int i) {
    double share = 1 - leverages[i];
    double others = sumOfSquares - square(i) / share;
    if (share <= ALONE || !(others > 0) || without() < 1) {
      return 0;
    }
    return residuals[i] / Math.sqrt(others / without() * share);
  }

  /**
   * The probability that the largest of all n studentised residuals is as large as that of reading
   * i by chance, by Bonferroni's inequality (Cook and Weisberg, section 2.2.2); 1 where ν &lt; 2.
   */
  public double outlierPValue(int i) {
    if (without() < 1) {
      return 1;
    }
    double one = 2 * TDistribution.of(without()).survivalProbability(Math.abs(studentised(i)));
    return Math.min(1, size() * one);
  }

  /**
   * Cook's distance of reading i [1]: the square of how far the fit moves without it, in units of
   * the confidence ellipsoid of the m parameters. 0 where the reading is fitted by itself.
   */
  public double cook(int i) {
    double share = 1 - leverages[i];
    if (share <= ALONE) {
      return 0;
    }
    return square(i) * leverages[i] / (parameters * variance * share * share);
  }

  /**
   * The median of F with m and ν degrees of freedom: where Cook's distance reaches it, one reading
   * moves the fit to the edge of its 50 % confidence region (Cook, Technometrics 19, 15 (1977)).
   */
  public double cookLimit() {
    return FDistribution.of(parameters, degreesOfFreedom).inverseCumulativeProbability(0.5);
  }

  /** Degrees of freedom of a fit without one reading. */
  private double without() {
    return degreesOfFreedom - 1;
  }
}

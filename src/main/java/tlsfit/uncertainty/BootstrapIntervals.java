package tlsfit.uncertainty;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.fit.Fit;
import tlsfit.likelihood.ConfidenceSets;
import tlsfit.model.Parameter;
import tlsfit.result.Interval;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.BootstrapKind;
import tlsfit.statistics.CriticalValues;

/**
 * Intervals from the quantiles of bootstrap replicates, corrected for bias and acceleration (BCa:
 * Efron, J. Am. Stat. Assoc. 82, 171 (1987)). Where σ comes from the scatter the normal quantiles
 * in it are those of Student's t, which allows for the noise of the replicates being only as large
 * on average as that of the fit (the expanded percentile interval: Hesterberg, Am. Stat. 69, 371
 * (2015), section 4.2).
 *
 * <p>The acceleration is a sixth of the skewness of the estimate's first-order error Σ w_i ε_i,
 * with w_i its derivative by reading i: 0 for parametric replicates, whose noise is symmetric; with
 * the skewness of all residuals where they are drawn from each other; with each residual's own cube
 * for the wild bootstrap.
 */
public final class BootstrapIntervals implements IntervalMethod {
  /** The name of the method in files and reports. */
  public static final String METHOD = "bootstrap";

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final Fit fit;
  private final double level;
  private final Bootstrap.Replicates replicates;
  private final double[][] inverse;
  private final double[][] jacobian;

  private BootstrapIntervals(Fit fit, double level, Bootstrap.Replicates replicates) {
    this.fit = fit;
    this.level = level;
    this.replicates = replicates;
    jacobian = fit.linearization().jacobian();
    inverse = fit.linearization().analysis().covariance();
  }

  /**
   * Estimates with intervals of all parameters of a fit, fitted or fixed, in their own order.
   *
   * @param fit the fit
   * @param diagnosis which of them it determines
   * @param level confidence level 1 − α, between 0 and 1
   * @param replicates of that fit
   */
  public static List<ParameterEstimate> of(
      Fit fit, Diagnosis diagnosis, double level, Bootstrap.Replicates replicates) {
    return Estimates.of(
            fit,
            diagnosis,
            ConfidenceSets.of(fit, level),
            new BootstrapIntervals(fit, level, replicates))
        .all();
  }

  @Override
  public Interval interval(Parameter parameter) {
    double[] sorted = replicates.scaled().get(parameter);
    if (sorted == null || sorted.length == 0) {
      return new Interval(level, METHOD, null, null);
    }
    double bias = bias(sorted, fit.values().scaled(parameter));
    double acceleration = acceleration(fit.free().indexOf(parameter));
    double reach = new CriticalValues(level, fit.sigmaKnowledge()).twoSided();
    return ScaledInterval.of(
        level,
        METHOD,
        parameter,
        quantile(sorted, corrected(bias, acceleration, -reach)),
        quantile(sorted, corrected(bias, acceleration, reach)));
  }

  /** z0: how far the median of the replicates is off, as a normal deviate. */
  private static double bias(double[] sorted, double best) {
    double below = 0;
    for (double value : sorted) {
      below += value < best ? 1 : value == best ? 0.5 : 0;
    }
    double share = (below + 0.5) / (sorted.length + 1); // never 0 or 1
    return NORMAL.inverseCumulativeProbability(share);
  }

  private static double corrected(double bias, double acceleration, double deviate) {
    double moved = bias + deviate;
    return NORMAL.cumulativeProbability(bias + moved / (1 - acceleration * moved));
  }

  /** Quantile by interpolation at probability (k + 1)/(B + 1) of the k-th of B values. */
  private static double quantile(double[] sorted, double probability) {
    double place = probability * (sorted.length + 1) - 1;
    int below = (int) Math.floor(place);
    if (below < 0) {
      return sorted[0];
    }
    if (below >= sorted.length - 1) {
      return sorted[sorted.length - 1];
    }
    return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
  }

  private double acceleration(int column) {
    if (replicates.settings().kind() == BootstrapKind.PARAMETRIC) {
      return 0;
    }
    int n = fit.observations().size();
    double squares = 0;
    double cubes = 0;
    double ownSquares = 0;
    double ownCubes = 0;
    double second = 0;
    double third = 0;
    for (int i = 0; i < n; i++) {
      double w = 0;
      for (int j = 0; j < inverse.length; j++) {
        w += inverse[column][j] * jacobian[i][j];
      }
      double r = -fit.options().loss().influence(fit.residual(i)); // reading less fit
      squares += w * w;
      cubes += w * w * w;
      ownSquares += w * w * r * r;
      ownCubes += w * w * w * r * r * r;
      second += r * r / n;
      third += r * r * r / n;
    }
    return replicates.settings().kind() == BootstrapKind.WILD
        ? ownCubes / Math.pow(ownSquares, 1.5) / 6
        : third / Math.pow(second, 1.5) * cubes / Math.pow(squares, 1.5) / 6;
  }
}

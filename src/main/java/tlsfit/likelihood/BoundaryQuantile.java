package tlsfit.likelihood;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.NormalDistribution;
import tlsfit.statistics.CriticalValues;
import tlsfit.statistics.SigmaKnowledge;

/**
 * How far χ² may rise at a value of a parameter that cannot be negative, for the set of such values
 * to hold the truth as often as it says.
 *
 * <p>For a normal estimate x of θ ≥ 0 in standard errors the rise is (x − θ)², less x² where x is
 * negative; the limit c(θ)² is that which it stays below with the confidence level: Φ(c) − Φ(−(θ² +
 * c²)/(2θ)) (Feldman and Cousins, Phys. Rev. D 57, 3873 (1998), section IV). At θ = 0 it is the
 * one-sided quantile, from θ = c on the two-sided one.
 */
final class BoundaryQuantile {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private BoundaryQuantile() {}

  /**
   * The limit of the root of the rise [standard errors].
   *
   * @param distance of the value from 0 [standard errors], ≥ 0
   * @param critical of the confidence level; where σ is estimated the limit lies between its
   *     quantiles as it does between the normal ones
   */
  static double at(double distance, CriticalValues critical) {
    double level = critical.level();
    CriticalValues normal = new CriticalValues(level, new SigmaKnowledge.Known());
    double one = normal.oneSided();
    double two = normal.twoSided();
    double limit;
    if (distance >= two) {
      limit = two;
    } else if (distance < 1e-6) {
      limit = one;
    } else {
      limit =
          new BrentSolver(1e-9)
              .solve(
                  100,
                  c ->
                      NORMAL.cumulativeProbability(c)
                          - NORMAL.cumulativeProbability(
                              -(distance * distance + c * c) / (2 * distance))
                          - level,
                  one - 1e-6,
                  two + 1e-6);
    }
    double share = (limit - one) / (two - one);
    return critical.oneSided() + share * (critical.twoSided() - critical.oneSided());
  }
}

package tlsfit.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tlsfit.fit.Fit;
import tlsfit.statistics.JacobianAnalysis;
import tlsfit.statistics.NestedModelTest;
import tlsfit.statistics.SigmaKnowledge;

/**
 * Whether the tables of a sample agree: the extra sum of squares that a fit loses because all
 * tables share their parameters (Seber and Wild, Nonlinear Regression, 1989, section 5.3).
 *
 * <p>By how much χ² would fall if each table had parameters of its own is taken to first order
 * about the joint fit, Σ |P_t r_t|² with the projection P_t on the columns of the table's own
 * Jacobian (Rao's score form of the test). So a table too short to be fitted by itself counts with
 * what it sees, and combinations of parameters that it does not see are neither fitted nor counted:
 * as many parameters are added as the tables' Jacobians have rank, less that of the joint one.
 *
 * @param fall fall of χ² [1]
 * @param added parameters added
 * @param pValue probability of as large a fall, in units of the noise variance, if the tables agree
 *     ({@link NestedModelTest}); where σ is estimated the variance is that about separate fits
 * @param farthest the table whose own part of the fall is largest
 */
public record TableConsistency(double fall, int added, double pValue, String farthest) {

  /** Tests a fit; empty where there is one table, or nothing is left to test. */
  public static Optional<TableConsistency> of(Fit fit) {
    Map<String, List<Integer>> files = Part.files(fit);
    double[][] jacobian = fit.linearization().jacobian();
    double[] residuals = fit.residuals();
    double fall = 0;
    double largest = -1;
    int added = -fit.linearization().analysis().rank();
    String farthest = "";
    for (Map.Entry<String, List<Integer>> table : files.entrySet()) {
      List<Integer> numbers = table.getValue();
      JacobianAnalysis own =
          new JacobianAnalysis(numbers.stream().map(i -> jacobian[i]).toArray(double[][]::new));
      double part = own.reduction(numbers.stream().mapToDouble(i -> residuals[i]).toArray());
      fall += part;
      added += own.rank();
      if (part > largest) {
        largest = part;
        farthest = table.getKey();
      }
    }
    if (files.size() < 2 || added < 1) {
      return Optional.empty();
    }
    SigmaKnowledge sigma = fit.sigmaKnowledge();
    double variance = fit.noiseVariance();
    if (!sigma.known()) {
      int freedom = fit.degreesOfFreedom() - added;
      double rest = fit.chiSquare() - fall;
      if (freedom < 1 || !(rest > 0)) {
        return Optional.empty();
      }
      sigma = new SigmaKnowledge.Estimated(freedom);
      variance = sigma.variance(rest);
    }
    double pValue = NestedModelTest.of(fall, added, variance, sigma).pValue();
    return Optional.of(new TableConsistency(fall, added, pValue, farthest));
  }
}

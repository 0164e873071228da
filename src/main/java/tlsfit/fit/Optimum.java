package tlsfit.fit;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * The least-squares optimum of a measurement.
 *
 * @param observations what was fitted
 * @param options how
 * @param values the best values of all parameters; 1/T10 is 0 where relaxation is left out
 * @param free the parameters that were fitted and lie inside their range
 * @param relaxationAtZero whether relaxation was to be fitted and its rate came out as 0, the end
 *     of its range
 * @param relaxationTest the test for relaxation, where both fits were made
 * @param prediction the model at the optimum
 * @param chiSquare sum of squared residuals, in units of σ
 * @param staticChiSquare the same for the best constant frequency
 * @param minimum how the minimisation ended
 * @param otherMinima the other minima found, as their values with their χ², lowest first
 * @param starts number of minimisations that led here or to the other minima
 * @param agreeing how many of them ended here
 */
public record Optimum(
    Observations observations,
    FitOptions options,
    ParameterValues values,
    List<Parameter> free,
    boolean relaxationAtZero,
    Optional<RelaxationTest> relaxationTest,
    Prediction prediction,
    double chiSquare,
    double staticChiSquare,
    Minimum minimum,
    List<OtherMinimum> otherMinima,
    int starts,
    int agreeing) {

  /**
   * A minimum that is not the lowest.
   *
   * @param values the parameters there
   * @param chiSquare its χ², above that of the optimum
   */
  public record OtherMinimum(ParameterValues values, double chiSquare) {}

  public Optimum {
    free = List.copyOf(free);
    otherMinima = List.copyOf(otherMinima);
  }

  /** Whether relaxation is part of the model at this optimum. */
  public Relaxation relaxation() {
    return values.relaxationRate() > 0 ? Relaxation.ON : Relaxation.OFF;
  }

  /** Readings less fitted parameters. */
  public int degreesOfFreedom() {
    return observations.size() - free.size();
  }

  /** χ²/ν, which is near 1 where σ is known and the model right. */
  public double reducedChiSquare() {
    return chiSquare / degreesOfFreedom();
  }

  /** Variance of the residuals in units of σ²: 1 where σ is known, else χ²/ν. */
  public double noiseVariance() {
    return options.noise() instanceof Noise.Absolute ? 1 : reducedChiSquare();
  }

  /** What the model predicts less what was read, in units of σ [1], one for each reading. */
  public double[] residuals() {
    double[] residuals = new double[observations.size()];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = observations.residual(i, values.referenceFrequency(), prediction.shift()[i]);
    }
    return residuals;
  }

  /**
   * The Jacobian of the residuals by ln χ, ln p, 1/T10, f_ref, ln σ_p and α, of the free ones
   * alone.
   */
  public double[][] weightedJacobian() {
    double[][] result = new double[observations.size()][free.size()];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < free.size(); j++) {
        result[i][j] = prediction.jacobian()[i][free.get(j).column()] / observations.sigma(i);
      }
    }
    return result;
  }

  /** Probability that χ² is as large if model and σ are right; 1 where σ is not known. */
  public double goodnessOfFit() {
    return options.noise() instanceof Noise.Absolute
        ? ChiSquaredDistribution.of(degreesOfFreedom()).survivalProbability(chiSquare)
        : 1;
  }

  /**
   * Probability of as large an improvement over a constant frequency if there is no shift: from χ²
   * where σ is known, else from F. An approximation, since without a shift p has no meaning; see
   * {@link Judge}.
   */
  public double shiftPValue() {
    int added = free.size() - (free.contains(Parameter.REFERENCE_FREQUENCY) ? 1 : 0);
    if (added == 0) {
      return 0;
    }
    double fall = Math.max(staticChiSquare - chiSquare, 0);
    if (options.noise() instanceof Noise.Absolute) {
      return ChiSquaredDistribution.of(added).survivalProbability(fall);
    }
    return chiSquare == 0
        ? 0
        : FDistribution.of(added, degreesOfFreedom())
            .survivalProbability(fall / added / reducedChiSquare());
  }
}

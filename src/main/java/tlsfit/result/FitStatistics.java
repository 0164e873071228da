package tlsfit.result;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.result.UnreadableResultException.Reason;

/**
 * The statistics of a fit: how well the model describes the readings.
 *
 * @param points number of readings
 * @param freeParameters number of fitted parameters and slow changes of tables
 * @param degreesOfFreedom their difference
 * @param chiSquare what was minimised: the sum of squared residuals in units of σ (of 1 Hz where no
 *     σ is used), or of their robust losses, with priors and nuisance parameters
 * @param reducedChiSquare chiSquare/degreesOfFreedom; null where no σ is used
 * @param scatter standard deviation of the readings about the fit [Hz] where no σ is used; else
 *     null
 * @param pValue probability of as large a χ² where σ is known; else null
 * @param noise what is known of σ: {@code absolute}, {@code relative}, {@code per-table} or {@code
 *     from-scatter}
 * @param shiftPValue probability of as large an improvement over a constant frequency by chance
 * @param relaxationPValue p-value of the test for relaxation; null where it was not made
 * @param conditionNumber of the column-scaled Jacobian; null if it has no full rank
 * @param starts number of start values
 * @param stop why the minimisation ended, such as {@code gradient}
 * @param loss how residuals count
 * @param noiseFactors of each table, and so one at least
 */
public record FitStatistics(
    @Within(least = 0) int points,
    @Within(least = 0) int freeParameters,
    int degreesOfFreedom,
    @Within(least = 0) double chiSquare,
    @Within(least = 0) @Nullable Double reducedChiSquare,
    @Within(least = 0) @Nullable Double scatter,
    @Within(least = 0, most = 1) @Nullable Double pValue,
    String noise,
    @Within(least = 0, most = 1) double shiftPValue,
    @Within(least = 0, most = 1) @Nullable Double relaxationPValue,
    @Within(least = 0) @Nullable Double conditionNumber,
    @Within(least = 0) int starts,
    String stop,
    String loss,
    List<NoiseFactor> noiseFactors)
    implements Consistent {

  @Override
  public Optional<Contradiction> contradiction() {
    return Contradiction.of(noiseFactors.isEmpty(), "noiseFactors", Reason.MISSING, 0);
  }
}

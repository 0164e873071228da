package tlsfit.statistics;

/**
 * The minimum found by a least-squares minimisation, or the best point where it failed.
 *
 * @param point the best point found, m parameters
 * @param evaluation residuals and Jacobian there
 * @param stop why it ended
 * @param iterations number of iterations
 */
@SuppressWarnings("ArrayRecordComponent") // numbers of one minimisation, never compared
public record Minimum(
    double[] point, ResidualFunction.Evaluation evaluation, StopReason stop, int iterations) {

  /** Sum of squared residuals. */
  public double cost() {
    return evaluation.cost();
  }
}

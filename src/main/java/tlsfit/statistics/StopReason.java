package tlsfit.statistics;

import java.util.Locale;

/** The stopping reason of a minimisation. */
public enum StopReason {
  /** A minimum: the residuals are orthogonal to every column of the Jacobian, to rounding. */
  GRADIENT,
  /** A minimum: a step no longer changes the point. */
  STEP,
  /** A minimum: a step no longer lowers the sum of squares. */
  COST,
  /** No step lowers the sum of squares, but along a valley it stays the same: no single minimum. */
  RANK,
  /** A step no longer changes the parameters, yet the minimum is not reached. */
  STALLED,
  /** The largest number of iterations is used up. */
  LIMIT,
  /** The model or a derivative is not a number where the minimisation began. */
  NOT_A_NUMBER;

  /** The name in files and findings, such as {@code not-a-number}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether no step lowers the sum of squares any more: at a point, or all along a valley. */
  public boolean converged() {
    return isolated() || this == RANK;
  }

  /** Whether it converged to a single point, which determines every variable. */
  public boolean isolated() {
    return this == GRADIENT || this == STEP || this == COST;
  }
}

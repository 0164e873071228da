package tlsfit.statistics;

/** Why a minimisation stopped. */
public enum StopReason {
  /** A minimum: the residuals are orthogonal to every column of the Jacobian, to rounding. */
  GRADIENT("converged: the gradient of the sum of squares vanishes"),
  /** A minimum: a step no longer changes the coordinates. */
  STEP("converged: a step no longer changes the parameters"),
  /** A minimum: a step no longer lowers the sum of squares. */
  COST("converged: a step no longer lowers the sum of squares"),
  /** No step lowers the sum of squares, but along a valley it stays the same: no single minimum. */
  RANK("the best fit is a valley, where parameters change without a trace in the data"),
  /** A step no longer changes the parameters, yet the minimum is not reached. */
  STALLED("no step makes the residuals smaller, but this is no minimum"),
  /** The largest number of iterations is used up. */
  LIMIT("the limit of iterations was reached"),
  /** The model or a derivative is not a number where the minimisation began. */
  NOT_A_NUMBER("the model is not a number at the start");

  private final String text;

  StopReason(String text) {
    this.text = text;
  }

  /** The reason in words. */
  public String text() {
    return text;
  }

  /** Whether a minimum was reached that determines every coordinate. */
  public boolean converged() {
    return this == GRADIENT || this == STEP || this == COST;
  }

  /** Whether no step lowers the sum of squares any more: converged, or at the floor of a valley. */
  public boolean atRest() {
    return converged() || this == RANK;
  }
}

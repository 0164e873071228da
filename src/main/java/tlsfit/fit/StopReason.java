package tlsfit.fit;

/** Why a minimisation stopped. */
public enum StopReason {
  /** The residuals are orthogonal to every column of the Jacobian, or no longer get smaller. */
  CONVERGED("converged"),
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

  /** Whether it ended at a minimum. */
  public boolean converged() {
    return this == CONVERGED;
  }
}

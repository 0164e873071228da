package tlsfit.diagnosis;

/** How the fit of a model beside others ended. */
public enum Outcome {
  /** In a minimum of its own: it is compared. */
  FITTED(""),
  /** With a relaxation rate of 0: the same as without relaxation. */
  NO_RELAXATION("no relaxation fits best"),
  /** With a width of 0, or no better than that: the same as without. */
  NO_WIDTH("no width fits best"),
  /** At the largest width that is taken. */
  LARGEST_WIDTH("the width runs to its largest"),
  /** Nowhere. */
  NOT_CONVERGED("not converged");

  private final String text;

  Outcome(String text) {
    this.text = text;
  }

  /** Why it is not compared, in words; empty if it is. */
  public String text() {
    return text;
  }
}

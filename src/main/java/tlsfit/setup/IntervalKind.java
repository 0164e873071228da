package tlsfit.setup;

/** The ways to make confidence intervals. */
public enum IntervalKind {
  /** From the curvature at the fit. */
  WALD,
  /** From the rise of χ² as each parameter moves, the others refitted. */
  PROFILE,
  /** From replicates of the measurement. */
  BOOTSTRAP
}

package tlsfit.model;

/**
 * Whether the theory holds at a point: it wants the drive and the sweep slow beside the resonance,
 * ω0 ≫ Ω_R0 + √v0, that is, its leading logarithm L well above 0.
 */
public enum Validity {
  /** L ≥ 1. */
  VALID,
  /** 0 &lt; L &lt; 1: the leading logarithm no longer leads. */
  DOUBTFUL,
  /** L ≤ 0: the theory says nothing here. */
  OUTSIDE;

  /**
   * Judges a leading logarithm.
   *
   * @param logarithm L [1]
   */
  public static Validity of(double logarithm) {
    if (logarithm >= 1) {
      return VALID;
    }
    return logarithm > 0 ? DOUBTFUL : OUTSIDE;
  }
}

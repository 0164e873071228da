package tlsfit.model;

/**
 * The validity of the theory at a point: it needs a drive and a sweep that are slow beside the
 * resonance, ω0 ≫ Ω_R0 + √v0, that is, a leading logarithm L well above 0.
 */
public enum Validity {
  /** L ≥ 1. */
  VALID,
  /** 0 &lt; L &lt; 1: the leading logarithm no longer leads. */
  DOUBTFUL,
  /** L ≤ 0: the theory says nothing here. */
  OUTSIDE;

  /**
   * The validity at a leading logarithm.
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

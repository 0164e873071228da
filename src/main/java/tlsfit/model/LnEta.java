package tlsfit.model;

/**
 * The coordinate ln η of the tables, which it holds within their range without a cliff: from {@link
 * #LOWEST} to {@link #HIGHEST} it is ln η itself, beyond it runs with continuous slope into {@link
 * #LEAST} and {@link #LARGEST}.
 */
final class LnEta {
  /** Where the tables begin. */
  static final double LEAST = -24;

  /** Where they end. */
  static final double LARGEST = 24;

  /** η = 2e-9. */
  static final double LOWEST = -20;

  /** η = 5e8. */
  static final double HIGHEST = 20;

  private LnEta() {}

  /** The coordinate at ln η. */
  static double at(double lnEta) {
    return Clamp.at(lnEta, LOWEST, LEAST, HIGHEST, LARGEST);
  }

  /** The derivative of the coordinate by ln η. */
  static double slope(double lnEta) {
    return Clamp.slope(lnEta, LOWEST, LEAST, HIGHEST, LARGEST);
  }
}

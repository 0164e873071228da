package tlsfit.setup;

/** The choice whether the relaxation between two crossings is part of the fit. */
public enum Relaxation {
  /** It is if the data show it: see the likelihood-ratio test with one degree of freedom. */
  AUTO,
  /** It is. */
  ON,
  /** It is not: T10 is taken as infinite. */
  OFF
}

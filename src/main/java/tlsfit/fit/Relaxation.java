package tlsfit.fit;

/** Whether the relaxation between two crossings is part of the fit. */
public enum Relaxation {
  /** It is if the data show it: see {@link RelaxationTest}. */
  AUTO,
  /** It is. */
  ON,
  /** It is not: T10 is taken as infinite. */
  OFF
}

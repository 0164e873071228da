package tlsfit.setup;

/** The choice whether the relaxation between two crossings is part of the fit. */
public enum Relaxation {
  /** Its rate is fitted, and may come out as 0; T10 then has a lower limit. */
  AUTO,
  /** The same, and the readings must show it for the fit to be valid. */
  ON,
  /** It is not: T10 is taken as infinite. */
  OFF
}

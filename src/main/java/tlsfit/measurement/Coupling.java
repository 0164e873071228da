package tlsfit.measurement;

/**
 * How the feed line is coupled to the resonator: the factor g of the stored energy W = g Q_l²
 * P/(Q_c ω0) (theory, section 10).
 */
public enum Coupling {
  /** Notch, or hanger: the resonator beside a line that goes through, g = 2. */
  NOTCH(2),
  /** Measured in reflection from its only port, g = 4. */
  REFLECTION(4),
  /** Two ports, measured in transmission; Q_c is that of the input port, g = 4. */
  TRANSMISSION(4);

  private final double factor;

  Coupling(double factor) {
    this.factor = factor;
  }

  /** The factor g [1]. */
  public double factor() {
    return factor;
  }
}

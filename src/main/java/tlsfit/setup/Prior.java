package tlsfit.setup;

/**
 * A Gaussian prior of a parameter: a measurement of it by other means, with a normal error, which
 * counts as one more reading.
 *
 * @param value in the parameter's own SI unit
 * @param sigma its standard uncertainty in the same unit, positive
 */
public record Prior(double value, double sigma) {
  public Prior {
    if (!(sigma > 0 && Double.isFinite(sigma) && Double.isFinite(value))) {
      throw new IllegalArgumentException("not a prior: " + value + ", " + sigma);
    }
  }
}

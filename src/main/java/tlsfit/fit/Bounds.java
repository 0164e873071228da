package tlsfit.fit;

/**
 * Limits within which a parameter is looked for, ends included.
 *
 * @param lower in the parameter's own SI unit; minus infinity for none
 * @param upper likewise; plus infinity for none
 */
public record Bounds(double lower, double upper) {
  /** No limits. */
  public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** An end of the range. */
  public enum Side {
    LOWER,
    UPPER
  }

  public Bounds {
    if (!(lower < upper)) {
      throw new IllegalArgumentException(
          "the lower bound must lie below the upper one: " + lower + ", " + upper);
    }
  }

  /** The value, or the end it lies beyond. */
  public double clamp(double value) {
    return Math.min(Math.max(value, lower), upper);
  }

  /** The end on one side. */
  public double end(Side side) {
    return side == Side.LOWER ? lower : upper;
  }
}

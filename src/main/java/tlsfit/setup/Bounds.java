package tlsfit.setup;

import java.util.Optional;

/**
 * Bounds within which a parameter is fitted, ends included.
 *
 * @param lower in the parameter's own SI unit; minus infinity for none
 * @param upper likewise; plus infinity for none
 */
public record Bounds(double lower, double upper) {
  /** No bounds. */
  public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Rounding that a value may carry: T10 is kept as its rate. */
  private static final double ROUNDING = 4 * Math.ulp(1.0);

  /** An end of the range. */
  public enum Side {
    LOWER,
    UPPER;

    /** The name in files and reports. */
    public String key() {
      return this == LOWER ? "lower" : "upper";
    }
  }

  public Bounds {
    if (!(lower < upper)) {
      throw new IllegalArgumentException("lower bound not below upper: " + lower + ", " + upper);
    }
  }

  /** The value, or the end it lies beyond. */
  public double clamp(double value) {
    return Math.min(Math.max(value, lower), upper);
  }

  /** The end that a value lies at, but for rounding; empty where it lies between them. */
  public Optional<Side> findSide(double value) {
    if (!Double.isFinite(value)) {
      return Optional.empty();
    }
    if (Math.abs(value - lower) <= ROUNDING * Math.abs(value)) {
      return Optional.of(Side.LOWER);
    }
    return Math.abs(value - upper) <= ROUNDING * Math.abs(value)
        ? Optional.of(Side.UPPER)
        : Optional.empty();
  }

  /** The end on one side. */
  public double end(Side side) {
    return side == Side.LOWER ? lower : upper;
  }
}

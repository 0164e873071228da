package tlsfit.model;

/** A coordinate held within a range, with continuous slope: x inside, exponential at both ends. */
final class Clamp {
  private Clamp() {}

  /**
   * The coordinate.
   *
   * @param x what it is inside
   * @param low where it begins to lag behind
   * @param least what it never falls below
   * @param high where it begins to lag behind
   * @param largest what it never exceeds
   */
  static double at(double x, double low, double least, double high, double largest) {
    if (x > high) {
      return largest - (largest - high) * Math.exp((high - x) / (largest - high));
    }
    return x < low ? least + (low - least) * Math.exp((x - low) / (low - least)) : x;
  }

  /** The derivative of {@link #at} by x. */
  static double slope(double x, double low, double least, double high, double largest) {
    if (x > high) {
      return Math.exp((high - x) / (largest - high));
    }
    return x < low ? Math.exp((x - low) / (low - least)) : 1;
  }
}

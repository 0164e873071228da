package tlsfit.units;

/** The range of an argument; a value outside it is a mistake of the calling program. */
public final class Require {
  private Require() {}

  /**
   * Requires a value above 0; infinity is one.
   *
   * @param name what the value is
   * @param value the value
   * @throws IllegalArgumentException if it is 0, negative or not a number
   */
  public static void positive(String name, double value) {
    if (!(value > 0)) {
      throw wrong(name, " > 0", value);
    }
  }

  /**
   * Requires a value of 0 or more; infinity is one.
   *
   * @param name what the value is
   * @param value the value
   * @throws IllegalArgumentException if it is negative or not a number
   */
  public static void notNegative(String name, double value) {
    if (!(value >= 0)) {
      throw wrong(name, " >= 0", value);
    }
  }

  /**
   * Requires a number that is finite.
   *
   * @param name what the value is
   * @param value the value
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  public static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw wrong(name, " finite", value);
    }
  }

  private static IllegalArgumentException wrong(String name, String range, double value) {
    return new IllegalArgumentException(name + range + ", not " + value);
  }
}

package tlsfit.model;

/**
 * Polynomials of total degree 12, of one variable and of two: those of most tables. Written out,
 * since loops over the powers cost twice as much; four coefficients at a time, so that what does
 * not depend on each other is computed side by side (Estrin's scheme).
 */
final class TwelfthDegree {
  /** The degree of all of them. */
  static final int DEGREE = 12;

  private TwelfthDegree() {}

  /**
   * Checks the degree that a table states.
   *
   * @throws IllegalStateException if it is another
   */
  static void require(int degree) {
    if (degree != DEGREE) {
      throw new IllegalStateException("degree " + degree);
    }
  }

  /**
   * A polynomial of one variable.
   *
   * @param c coefficients by rising power, 13 from k on
   */
  static double ofOne(double[] c, int k, double t) {
    return twelve(c, k, t, t * t * t * t);
  }

  /**
   * A polynomial of two variables.
   *
   * @param c coefficients of sⁱ tʲ by rising i, within i by rising j, 91 from k on
   */
  static double ofTwo(double[] c, int k, double s, double t) {
    double t4 = t * t * t * t;
    double value = c[k + 90];
    value = value * s + one(c, k + 88, t);
    value = value * s + two(c, k + 85, t);
    value = value * s + three(c, k + 81, t);
    value = value * s + (c[k + 80] * t4 + three(c, k + 76, t));
    value = value * s + (one(c, k + 74, t) * t4 + three(c, k + 70, t));
    value = value * s + (two(c, k + 67, t) * t4 + three(c, k + 63, t));
    value = value * s + seven(c, k + 55, t, t4);
    value = value * s + (c[k + 54] * t4 * t4 + seven(c, k + 46, t, t4));
    value = value * s + ((one(c, k + 44, t) * t4 + three(c, k + 40, t)) * t4 + three(c, k + 36, t));
    value = value * s + ((two(c, k + 33, t) * t4 + three(c, k + 29, t)) * t4 + three(c, k + 25, t));
    value = value * s + (seven(c, k + 17, t, t4) * t4 + three(c, k + 13, t));
    return value * s + twelve(c, k, t, t4);
  }

  private static double twelve(double[] c, int k, double t, double t4) {
    return (c[k + 12] * t4 + three(c, k + 8, t)) * (t4 * t4) + seven(c, k, t, t4);
  }

  private static double seven(double[] c, int k, double t, double t4) {
    return three(c, k + 4, t) * t4 + three(c, k, t);
  }

  private static double three(double[] c, int k, double t) {
    return ((c[k + 3] * t + c[k + 2]) * t + c[k + 1]) * t + c[k];
  }

  private static double two(double[] c, int k, double t) {
    return (c[k + 2] * t + c[k + 1]) * t + c[k];
  }

  private static double one(double[] c, int k, double t) {
    return c[k + 1] * t + c[k];
  }
}

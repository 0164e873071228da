package tlsfit.model;

import java.util.function.DoubleUnaryOperator;

/** Chebyshev interpolation on [−1, 1], and its coefficients in powers. */
final class Interpolation {
  private Interpolation() {}

  /** Node i of n: the zeros of T_n. */
  static double node(int i, int n) {
    return Math.cos(Math.PI * (i + 0.5) / n);
  }

  /** T_p at node i of n. */
  static double polynomialAtNode(int p, int i, int n) {
    return Math.cos(Math.PI * p * (i + 0.5) / n);
  }

  /** Row n: the coefficients of T_n in powers, up to a degree. */
  static double[][] chebyshevInPowers(int degree) {
    double[][] power = new double[degree + 1][degree + 1];
    power[0][0] = 1;
    power[1][1] = 1;
    for (int n = 2; n <= degree; n++) {
      for (int i = 0; i <= degree; i++) {
        power[n][i] = (i > 0 ? 2 * power[n - 1][i - 1] : 0) - power[n - 2][i];
      }
    }
    return power;
  }

  /** Coefficients in rising powers of the interpolant of a function. */
  static double[] monomials(int degree, DoubleUnaryOperator function) {
    int n = degree + 1;
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = function.applyAsDouble(node(i, n));
    }
    double[][] power = chebyshevInPowers(degree);
    double[] result = new double[n];
    for (int p = 0; p < n; p++) {
      double coefficient = 0;
      for (int i = 0; i < n; i++) {
        coefficient += values[i] * polynomialAtNode(p, i, n) * (p == 0 ? 1 : 2) / n;
      }
      for (int i = 0; i < n; i++) {
        result[i] += coefficient * power[p][i];
      }
    }
    return result;
  }
}

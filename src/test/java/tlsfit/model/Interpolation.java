package tlsfit.model;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

  /** Writes the file of an {@link IntervalTable}. */
  static void write(
      OutputStream file,
      int degree,
      double from,
      double width,
      int intervals,
      DoubleUnaryOperator function)
      throws IOException {
    DataOutputStream out = new DataOutputStream(file);
    out.writeInt(degree);
    out.writeDouble(from);
    out.writeDouble(width);
    out.writeInt(intervals);
    for (int i = 0; i < intervals; i++) {
      double centre = from + (i + 0.5) * width;
      for (double coefficient :
          monomials(degree, s -> function.applyAsDouble(centre + 0.5 * width * s))) {
        out.writeDouble(coefficient);
      }
    }
    out.flush();
  }
}

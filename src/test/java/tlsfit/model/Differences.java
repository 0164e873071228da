package tlsfit.model;

import java.util.function.DoubleUnaryOperator;

/** Derivatives by central differences of eighth order (Fornberg, Math. Comp. 51, 699 (1988)). */
final class Differences {
  private static final double[] WEIGHTS = {4 / 5.0, -1 / 5.0, 4 / 105.0, -1 / 280.0};

  private Differences() {}

  static double derivative(DoubleUnaryOperator function, double x, double step) {
    double sum = 0;
    for (int k = 1; k <= WEIGHTS.length; k++) {
      sum +=
          WEIGHTS[k - 1]
              * (function.applyAsDouble(x + k * step) - function.applyAsDouble(x - k * step));
    }
    return sum / step;
  }
}

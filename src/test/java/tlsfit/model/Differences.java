package tlsfit.model;

import java.util.function.DoubleUnaryOperator;

/** Derivatives by differences, to check exact ones against. */
public final class Differences {
  private Differences() {}

  /**
   * The derivative by central differences of sixth order (Fornberg, Math. Comp. 51, 699 (1988)).
   *
   * @param h step
   */
  public static double derivative(DoubleUnaryOperator f, double x, double h) {
    return (45 * (f.applyAsDouble(x + h) - f.applyAsDouble(x - h))
            - 9 * (f.applyAsDouble(x + 2 * h) - f.applyAsDouble(x - 2 * h))
            + (f.applyAsDouble(x + 3 * h) - f.applyAsDouble(x - 3 * h)))
        / (60 * h);
  }
}

package tlsfit.model;

import java.nio.ByteBuffer;

/**
 * A smooth function of one variable as polynomials on equal intervals, with its derivative.
 *
 * <p>Format, big-endian: int degree, 12; double lower end; double width of an interval; int number
 * of intervals; per interval 13 doubles, the coefficients of sⁱ by rising i, with s in [−1, 1].
 */
final class IntervalTable {
  private static final int DEGREE = TwelfthDegree.DEGREE;

  private final double x0;
  private final double inverseWidth;
  private final int intervals;
  private final double[] coefficients;

  IntervalTable(ByteBuffer in) {
    TwelfthDegree.require(in.getInt());
    x0 = in.getDouble();
    inverseWidth = 1 / in.getDouble();
    intervals = in.getInt();
    coefficients = new double[intervals * (DEGREE + 1)];
    in.asDoubleBuffer().get(coefficients);
  }

  /**
   * Reads a table from the class path.
   *
   * @param resource name of the resource beside this class
   */
  static IntervalTable load(String resource) {
    return new IntervalTable(TableResource.read(resource));
  }

  /**
   * Evaluates the function; outside the range, at its nearer end.
   *
   * @param x the variable
   * @param out receives the value and the derivative
   */
  void evaluate(double x, double[] out) {
    double position = (x - x0) * inverseWidth;
    int interval = Math.min(Math.max((int) position, 0), intervals - 1);
    double s = Math.min(Math.max(2 * (position - interval) - 1, -1), 1);
    int first = interval * (DEGREE + 1);
    double value = coefficients[first + DEGREE];
    double derivative = 0;
    for (int k = first + DEGREE - 1; k >= first; k--) {
      derivative = derivative * s + value;
      value = value * s + coefficients[k];
    }
    out[0] = value;
    out[1] = derivative * 2 * inverseWidth;
  }

  /** The value alone. */
  double value(double x) {
    double position = (x - x0) * inverseWidth;
    int interval = Math.min(Math.max((int) position, 0), intervals - 1);
    double s = Math.min(Math.max(2 * (position - interval) - 1, -1), 1);
    return TwelfthDegree.ofOne(coefficients, interval * (DEGREE + 1), s);
  }
}

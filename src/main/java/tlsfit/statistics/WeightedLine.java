package tlsfit.statistics;

/**
 * The weighted straight line through points, by least squares, and what it gains over a constant.
 *
 * @param slope change of y with x [unit of y / unit of x]; 0 where x does not vary
 * @param chiSquare weighted sum of squared residuals of the line [1]
 * @param fall by how much that is below the sum of the best constant [1], ≥ 0
 */
public record WeightedLine(double slope, double chiSquare, double fall) {

  /**
   * Fits the line.
   *
   * @param x n values, finite
   * @param y n values; their differences from the first are summed, so that small changes of large
   *     values keep their digits
   * @param weights n values ≥ 0, 1/σ² of each y; 0 leaves a point out. At least one is positive
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public static WeightedLine of(double[] x, double[] y, double[] weights) {
    int n = x.length;
    if (y.length != n || weights.length != n) {
      throw new IllegalArgumentException("arrays of different length");
    }
    double nominal = y[0];
    double sumW = 0;
    double sumX = 0;
    double sumY = 0;
    for (int i = 0; i < n; i++) {
      sumW += weights[i];
      sumX += weights[i] * x[i];
      sumY += weights[i] * (y[i] - nominal);
    }
    double meanX = sumX / sumW;
    double meanY = sumY / sumW;
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < n; i++) {
      double dx = x[i] - meanX;
      double dy = y[i] - nominal - meanY;
      xx += weights[i] * dx * dx;
      xy += weights[i] * dx * dy;
    }
    double slope = xx > 0 ? xy / xx : 0;
    double chiSquare = 0;
    for (int i = 0; i < n; i++) {
      double residual = y[i] - nominal - meanY - slope * (x[i] - meanX);
      chiSquare += weights[i] * residual * residual;
    }
    return new WeightedLine(slope, chiSquare, slope * xy);
  }
}

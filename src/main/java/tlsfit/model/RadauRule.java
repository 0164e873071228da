package tlsfit.model;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.polynomials.PolynomialsUtils;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The Radau IIA collocation of a linear differential equation f′ = −γ f + q over one panel, stiff
 * or not (Hairer and Wanner, Solving Ordinary Differential Equations II, section IV.5): with s
 * stages of order 2s − 1, and what has decayed within a panel is gone at its end.
 */
final class RadauRule {
  private static final int STAGES = 11;

  /** The stages on [0, 1]; the last is 1. */
  static final double[] POINT = new double[STAGES];

  /** Weights of the integral over [0, 1]. */
  static final double[] WEIGHT = new double[STAGES];

  /** Integrals from 0 to stage i of the polynomial that is 1 at stage j. */
  private static final double[][] INTEGRAL = new double[STAGES][STAGES];

  static {
    // right Radau points: zeros of P_s − P_(s−1) of 2t − 1
    BrentSolver solver = new BrentSolver(1e-16, 1e-17);
    var upper = PolynomialsUtils.createLegendrePolynomial(STAGES);
    var lower = PolynomialsUtils.createLegendrePolynomial(STAGES - 1);
    int found = 0;
    int steps = 400;
    for (int i = 0; i < steps - 1; i++) {
      // denser toward the ends, and never on the zero at 1
      double left = -Math.cos(Math.PI * i / steps);
      double right = -Math.cos(Math.PI * (i + 1) / steps);
      double atLeft = upper.value(left) - lower.value(left);
      if (atLeft * (upper.value(right) - lower.value(right)) < 0) {
        double zero = solver.solve(200, x -> upper.value(x) - lower.value(x), left, right);
        POINT[found++] = 0.5 * (1 + zero);
      }
    }
    POINT[found] = 1;
    GaussIntegratorFactory gauss = new GaussIntegratorFactory();
    for (int j = 0; j < STAGES; j++) {
      int stage = j;
      for (int i = 0; i < STAGES; i++) {
        INTEGRAL[i][j] = gauss.legendre(STAGES, 0, POINT[i]).integrate(t -> lagrange(stage, t));
      }
      WEIGHT[j] = INTEGRAL[STAGES - 1][j];
    }
  }

  private final double[][] matrix = new double[STAGES][STAGES];
  private final int[] pivot = new int[STAGES];

  /** The polynomial that is 1 at one stage and 0 at the others. */
  private static double lagrange(int j, double t) {
    double product = 1;
    for (int m = 0; m < STAGES; m++) {
      if (m != j) {
        product *= (t - POINT[m]) / (POINT[j] - POINT[m]);
      }
    }
    return product;
  }

  static int stages() {
    return STAGES;
  }

  /**
   * Prepares a panel.
   *
   * @param length of the panel
   * @param decay γ at the stages
   */
  void factor(double length, double[] decay) {
    for (int i = 0; i < STAGES; i++) {
      for (int j = 0; j < STAGES; j++) {
        matrix[i][j] = length * INTEGRAL[i][j] * decay[j] + (i == j ? 1 : 0);
      }
    }
    for (int k = 0; k < STAGES; k++) {
      int best = k;
      for (int i = k + 1; i < STAGES; i++) {
        if (Math.abs(matrix[i][k]) > Math.abs(matrix[best][k])) {
          best = i;
        }
      }
      pivot[k] = best;
      double[] row = matrix[best];
      matrix[best] = matrix[k];
      matrix[k] = row;
      for (int i = k + 1; i < STAGES; i++) {
        double factor = matrix[i][k] / row[k];
        matrix[i][k] = factor;
        for (int j = k + 1; j < STAGES; j++) {
          matrix[i][j] -= factor * row[j];
        }
      }
    }
  }

  /**
   * Solves over the panel prepared.
   *
   * @param length of the panel
   * @param start f at its beginning
   * @param source q at the stages
   * @param out receives f at the stages
   */
  void solve(double length, double start, double[] source, double[] out) {
    for (int i = 0; i < STAGES; i++) {
      double sum = start;
      for (int j = 0; j < STAGES; j++) {
        sum += length * INTEGRAL[i][j] * source[j];
      }
      out[i] = sum;
    }
    for (int k = 0; k < STAGES; k++) {
      double value = out[pivot[k]];
      out[pivot[k]] = out[k];
      out[k] = value;
    }
    for (int i = 1; i < STAGES; i++) {
      double sum = out[i];
      for (int j = 0; j < i; j++) {
        sum -= matrix[i][j] * out[j];
      }
      out[i] = sum;
    }
    for (int i = STAGES - 1; i >= 0; i--) {
      double sum = out[i];
      for (int j = i + 1; j < STAGES; j++) {
        sum -= matrix[i][j] * out[j];
      }
      out[i] = sum / matrix[i][i];
    }
  }
}

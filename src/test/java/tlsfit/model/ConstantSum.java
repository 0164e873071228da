package tlsfit.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * V of {@link TabulatedConstant} at many points, by the rule of {@link QuadratureConstant} without
 * its cancellation for η → 0: what relaxation changes is summed by itself, in units of η. The
 * {@link EnergyIntegrals} depend on u and β = η/c alone, so that at each node in u they are
 * interpolated in ln β, by Chebyshev polynomials on intervals of length 1, once for all: being
 * analytic for |Im ln β| &lt; π/2, to 3e-15 by the 18 points of an interval. Not for use by several
 * threads at a time.
 */
final class ConstantSum {
  private static final int POINTS = 18;
  private static final int KEPT = 64;

  /** Beside S without relaxation, and with the most there is. */
  private static final double NEGLIGIBLE = 1e-26;

  private final ResponseNodes nodes = new ResponseNodes(0.35, 5, 12);
  private final double from;
  private final int intervals;
  private final int first;
  private final int count;

  /** By node and interval: of (1+βx²) A/β, then of (1+βx²) B/β. */
  private final double[][] chebyshev;

  private final Map<Double, double[][]> drives = new LinkedHashMap<>();
  private final Map<Double, double[][]> relaxations = new LinkedHashMap<>();

  /**
   * Interpolates.
   *
   * @param lnXi largest |ln ξ|
   * @param lnEtaFrom smallest ln η
   * @param lnEtaTo largest ln η
   */
  ConstantSum(double lnXi, double lnEtaFrom, double lnEtaTo) {
    double smallest = Math.log(nodes.c[nodes.c.length - 1]);
    from = lnEtaFrom - 1;
    intervals = (int) Math.ceil(lnEtaTo - smallest + 1 - from);
    double reach = ResponseNodes.TAIL + Math.max(lnXi, lnEtaTo) - smallest;
    first = nodes.index(-reach);
    count = nodes.index(reach) - first + 1;
    chebyshev = new double[count][];
    for (int i = 0; i < count; i++) {
      chebyshev[i] = interpolate(first + i);
    }
  }

  private double[] interpolate(int i) {
    EnergyIntegrals integrals = new EnergyIntegrals();
    double[] result = new double[intervals * 2 * POINTS];
    for (int interval = 0; interval < intervals; interval++) {
      for (int p = 0; p < POINTS; p++) {
        double beta = Math.exp(from + interval + 0.5 * (1 + Interpolation.node(p, POINTS)));
        integrals.compute(nodes.u[i], nodes.w[i], nodes.artanh(i), beta);
        double scale = 1 + beta * nodes.x[i] * nodes.x[i];
        for (int n = 0; n < POINTS; n++) {
          double share =
              scale * Interpolation.polynomialAtNode(n, p, POINTS) * (n == 0 ? 1 : 2) / POINTS;
          result[interval * 2 * POINTS + n] += share * integrals.between;
          result[interval * 2 * POINTS + POINTS + n] += share * integrals.after;
        }
      }
    }
    return result;
  }

  /** V at ln ξ and ln η. */
  synchronized double value(double lnXi, double lnEta) {
    double[][] a = kept(drives, lnXi, this::drive);
    double[][] b = kept(relaxations, lnEta, this::relaxation);
    double c = 0; // C and S, or for η < 1 what relaxation changes in them, over η
    double s = 0;
    for (int n = 0; n < a[0].length; n++) {
      c += a[2][n] * b[0][n] + a[0][n] * b[1][n] + a[1][n] * b[2][n];
      s += a[0][n] * b[0][n];
    }
    double eta = Math.exp(lnEta);
    return lnEta < 0
        ? (1 + eta) * (c - a[3][0] * s) / (a[3][1] + eta * s)
        : (1 + eta) / eta * (c / s - a[3][0]);
  }

  private static double[][] kept(
      Map<Double, double[][]> map, double key, DoubleFunction<double[][]> function) {
    double[][] found = map.get(key);
    if (found == null) {
      if (map.size() >= KEPT) {
        map.remove(map.keySet().iterator().next());
      }
      found = function.apply(key);
      map.put(key, found);
    }
    return found;
  }

  /** Of (1−P)², (1−P) and (1−P)² times the bracket, weighted; then C/S and S. */
  private double[][] drive(double lnXi) {
    int size = nodes.c.length * count;
    double[][] result = {new double[size], new double[size], new double[size], new double[2]};
    double xi = Math.exp(lnXi);
    double c = 0;
    double s = 0;
    for (int k = 0, n = 0; k < nodes.c.length; k++) {
      for (int i = first; i < first + count; i++, n++) {
        double exponent = xi * nodes.c[k] * nodes.h[i];
        double crossed = -Math.expm1(-exponent);
        double weight = nodes.cWeight[k] * nodes.weight[i];
        if (weight * crossed < NEGLIGIBLE * Math.min(xi, 1)) {
          continue;
        }
        double b = Math.log(2) + 2 * (nodes.lnU(i) - Math.log1p(nodes.u[i]));
        double bracket =
            b
                - 0.5
                    * (Math.log(nodes.c[k])
                        + nodes.lnU(i)
                        + Digamma.real(exponent / (2 * Math.PI)));
        result[0][n] = weight * crossed * crossed;
        result[1][n] = weight * crossed;
        result[2][n] = result[0][n] * bracket;
        s += result[0][n];
        c += result[2][n] + 2 * result[1][n] * nodes.artanh(i);
      }
    }
    result[3][0] = c / s;
    result[3][1] = s;
    return result;
  }

  /**
   * R, R B, and what stands beside 1−P; for η &lt; 1 less what they are without relaxation, over η.
   */
  private double[][] relaxation(double lnEta) {
    int size = nodes.c.length * count;
    double[][] result = {new double[size], new double[size], new double[size]};
    double[] basis = new double[POINTS];
    for (int k = 0, n = 0; k < nodes.c.length; k++) {
      double c = nodes.c[k];
      double lnBeta = lnEta - Math.log(c);
      double beta = Math.exp(lnBeta);
      int interval = (int) (lnBeta - from);
      double t = 2 * (lnBeta - from - interval) - 1;
      basis[0] = 1;
      basis[1] = t;
      for (int m = 2; m < POINTS; m++) {
        basis[m] = 2 * t * basis[m - 1] - basis[m - 2];
      }
      for (int i = 0; i < count; i++, n++) {
        double between = 0;
        double after = 0;
        int at = interval * 2 * POINTS;
        for (int m = 0; m < POINTS; m++) {
          between += chebyshev[i][at + m] * basis[m];
          after += chebyshev[i][at + POINTS + m] * basis[m];
        }
        double x = nodes.x[first + i];
        double scale = 1 / (c * (1 + beta * x * x));
        double exponent = beta * nodes.g[first + i];
        double unrelaxed = Math.exp(-exponent);
        double share = Math.expm1(-exponent) / (beta * c);
        double tau = nodes.artanh(first + i);
        double eta = lnEta < 0 ? 1 : beta * c;
        result[0][n] = lnEta < 0 ? share : unrelaxed;
        result[1][n] = eta * unrelaxed * after * scale;
        result[2][n] =
            (lnEta < 0 ? share : 1 + unrelaxed) * tau
                + 0.5 * eta * (between - (1 + unrelaxed) * after) * scale;
      }
    }
    return result;
  }
}

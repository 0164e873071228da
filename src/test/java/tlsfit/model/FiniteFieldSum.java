package tlsfit.model;

import java.util.stream.IntStream;

/**
 * D(ζ, η) at many points: the curly bracket of D depends on ζ and c through their product alone, so
 * that at each node in u it is interpolated in ln(c ζ), by Chebyshev polynomials on intervals of
 * length 1, once for all. The bracket is analytic in a strip of half-width π/2 about real ln(c ζ),
 * which makes the 18 points of an interval good to 3e-15 of it.
 */
final class FiniteFieldSum {
  private static final int POINTS = 18;

  private final ResponseNodes nodes;
  private final double from;
  private final int firstNode;
  private final int lastNode;
  private final double[][] chebyshev;
  private volatile Column lastColumn;

  private static final class Column {
    final double lnZeta;
    final double[][] brackets;

    Column(double lnZeta, double[][] brackets) {
      this.lnZeta = lnZeta;
      this.brackets = brackets;
    }
  }

  FiniteFieldSum(QuadratureFiniteField quadrature, double from, double to, double lnEta) {
    nodes = quadrature.nodes;
    double smallestC = nodes.c[nodes.c.length - 1];
    this.from = from + Math.floor(Math.log(smallestC));
    int intervals = (int) Math.ceil(to - this.from);
    double lnB = lnEta - Math.log(smallestC);
    firstNode = nodes.index(-ResponseNodes.TAIL - lnB);
    lastNode = nodes.index(2 * ResponseNodes.TAIL + lnB);
    chebyshev = new double[lastNode + 1][];
    IntStream.rangeClosed(firstNode, lastNode)
        .parallel()
        .forEach(i -> chebyshev[i] = interpolate(quadrature, i, intervals));
    lastColumn = column(from);
  }

  private double[] interpolate(QuadratureFiniteField quadrature, int i, int intervals) {
    double[] result = new double[intervals * POINTS];
    double[] out = new double[2];
    for (int interval = 0; interval < intervals; interval++) {
      for (int p = 0; p < POINTS; p++) {
        double angle = Math.PI * (p + 0.5) / POINTS;
        double lnDrive = from + interval + 0.5 * (1 + Math.cos(angle));
        quadrature.bracket(Math.exp(lnDrive), i, out);
        for (int n = 0; n < POINTS; n++) {
          result[interval * POINTS + n] += out[0] * Math.cos(n * angle) * (n == 0 ? 1 : 2) / POINTS;
        }
      }
    }
    return result;
  }

  /** D at ln ζ and η; quick where ln ζ is that of the last call. */
  double value(double lnZeta, double eta) {
    Column last = lastColumn;
    if (last.lnZeta != lnZeta) {
      last = column(lnZeta);
      lastColumn = last;
    }
    double sum = 0;
    for (int k = 0; k < nodes.c.length; k++) {
      double b = eta / nodes.c[k];
      double lnB = Math.log(Math.max(1, b));
      int to = Math.min(nodes.index(lnB + 2 * ResponseNodes.TAIL), lastNode);
      double inner = 0;
      for (int i = Math.max(nodes.index(-lnB - ResponseNodes.TAIL), firstNode); i <= to; i++) {
        inner += last.brackets[k][i - firstNode] * Math.exp(-b * nodes.g[i]);
      }
      sum += nodes.cWeight[k] * inner;
    }
    return sum;
  }

  /** The weighted brackets at all c and u. */
  private Column column(double lnZeta) {
    double[][] brackets = new double[nodes.c.length][lastNode - firstNode + 1];
    double[] basis = new double[POINTS];
    for (int k = 0; k < nodes.c.length; k++) {
      double position = lnZeta + Math.log(nodes.c[k]) - from;
      int interval = (int) position;
      double s = 2 * (position - interval) - 1;
      basis[0] = 1;
      basis[1] = s;
      for (int n = 2; n < POINTS; n++) {
        basis[n] = 2 * s * basis[n - 1] - basis[n - 2];
      }
      for (int i = firstNode; i <= lastNode; i++) {
        double bracket = 0;
        for (int n = 0; n < POINTS; n++) {
          bracket += chebyshev[i][interval * POINTS + n] * basis[n];
        }
        brackets[k][i - firstNode] = bracket * nodes.weight[i];
      }
    }
    return new Column(lnZeta, brackets);
  }
}

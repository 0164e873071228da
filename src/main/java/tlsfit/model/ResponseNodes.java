package tlsfit.model;

import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Nodes and weights of ∫₀¹ c² dc ∫₀¹ du after u = 1/(1 + e^−s) and c = e^−t, which make the
 * integrands of the Landau-Zener response analytic in a strip about the real axes: the trapezoidal
 * rule in s, Gauss-Legendre panels in t.
 */
final class ResponseNodes {

  /** Where e^−s no longer matters beside 1. */
  static final double TAIL = 37;

  private static final double S_LIMIT = 200;

  private final double step;

  /** u = √(1 − (Δ0/E0)²). */
  final double[] u;

  /** 1 − u, without cancellation. */
  final double[] w;

  /** x = Δ0/E0 = √(1 − u²). */
  final double[] x;

  /** h = x²/u, so that P = exp(−ξ c h). */
  final double[] h;

  /** g of the relaxation between the crossings. */
  final double[] g;

  /** du. */
  final double[] weight;

  /** c = |cos θ|. */
  final double[] c;

  /** c² dc. */
  final double[] cWeight;

  /**
   * Makes the nodes.
   *
   * @param step of s
   * @param panels in t, each of them 2 long
   * @param nodesPerPanel in t
   */
  ResponseNodes(double step, int panels, int nodesPerPanel) {
    this(
        step,
        IntStream.rangeClosed(0, panels).mapToDouble(i -> 2.0 * i).toArray(),
        IntStream.range(0, panels).map(i -> nodesPerPanel).toArray());
  }

  /**
   * Makes the nodes.
   *
   * @param step of s
   * @param edges of the panels in t, rising
   * @param nodes of each of them
   */
  ResponseNodes(double step, double[] edges, int[] nodes) {
    this.step = step;
    int half = (int) Math.round(S_LIMIT / step);
    int n = 2 * half + 1;
    u = new double[n];
    w = new double[n];
    x = new double[n];
    h = new double[n];
    g = new double[n];
    weight = new double[n];
    for (int i = 0; i < n; i++) {
      double s = (i - half) * step;
      u[i] = 1 / (1 + Math.exp(-s));
      w[i] = 1 / (1 + Math.exp(s));
      double x2 = w[i] * (1 + u[i]);
      x[i] = Math.sqrt(x2);
      h[i] = x2 / u[i];
      g[i] = x2 * (x2 * artanh(i) + u[i]);
      weight[i] = step * u[i] * w[i];
    }
    c = new double[IntStream.of(nodes).sum()];
    cWeight = new double[c.length];
    for (int panel = 0, k = 0; panel < nodes.length; panel++) {
      GaussIntegrator rule =
          new GaussIntegratorFactory().legendre(nodes[panel], edges[panel], edges[panel + 1]);
      for (int i = 0; i < nodes[panel]; i++, k++) {
        double t = rule.getPoint(i);
        c[k] = Math.exp(-t);
        cWeight[k] = rule.getWeight(i) * Math.exp(-3 * t);
      }
    }
  }

  /** artanh u at a node, accurate at both ends. */
  double artanh(int i) {
    return 0.5 * Math.log1p(2 * u[i] / w[i]);
  }

  /** ln u at a node, accurate at both ends. */
  double lnU(int i) {
    return u[i] < 0.5 ? Math.log(u[i]) : Math.log1p(-w[i]);
  }

  /** Number of nodes in s. */
  int size() {
    return u.length;
  }

  /** The node nearest to s. */
  int index(double s) {
    int half = u.length / 2;
    return half + (int) Math.min(Math.max(Math.round(s / step), -half), half);
  }
}

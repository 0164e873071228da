package tlsfit.model;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import tlsfit.units.Require;

/**
 * S(ξ, η) by direct quadrature: slow, without approximation, the yardstick of everything faster.
 *
 * <p>With u = 1/(1 + e^−s) and c = e^−t the integrand is analytic, and decays, in a strip about the
 * real axes whatever ξ and η are, so that one fixed rule serves all of them: the trapezoidal rule
 * in s, which converges geometrically (Trefethen and Weideman, SIAM Review 56, 385 (2014)), and
 * Gauss-Legendre panels in t. Halving the step and doubling the nodes ({@link #refined}) shows the
 * error.
 */
public final class QuadratureIntegral implements LandauZenerIntegral {

  /** Index of S(ξ, 0) − S(ξ, η) in {@link #evaluateAll}, free of cancellation. */
  static final int DEFICIT = 3;

  /** Where e^−s no longer matters beside 1. */
  private static final double TAIL = 37;

  /** The range of s: wide enough for every ξ and η within {@link #SMALLEST} and its inverse. */
  private static final double S_LIMIT = 170;

  /** Beyond this and its inverse ξ and η have reached their limits in double precision. */
  private static final double SMALLEST = 1e-50;

  /** c² dc = e^−3t dt, so that beyond this less than 1e-15 is left. */
  private static final double T_LIMIT = 12;

  private final double step;
  private final double[] h;
  private final double[] g;
  private final double[] weight;
  private final double[] c;
  private final double[] cWeight;

  /** The rule that reaches 1e-13 relative. */
  public QuadratureIntegral() {
    this(0.25, 6, 14);
  }

  private QuadratureIntegral(double step, int panels, int nodesPerPanel) {
    this.step = step;
    int half = (int) Math.round(S_LIMIT / step);
    h = new double[2 * half + 1];
    g = new double[2 * half + 1];
    weight = new double[2 * half + 1];
    for (int i = 0; i < h.length; i++) {
      double s = (i - half) * step;
      double u = 1 / (1 + Math.exp(-s));
      double w = 1 / (1 + Math.exp(s)); // 1 − u without cancellation
      double x2 = w * (1 + u);
      h[i] = x2 / u;
      double artanh = 0.5 * (Math.log1p(u) + Math.log1p(Math.exp(s)));
      g[i] = x2 * (x2 * artanh + u);
      weight[i] = step * u * w;
    }
    c = new double[panels * nodesPerPanel];
    cWeight = new double[c.length];
    double width = T_LIMIT / panels;
    for (int panel = 0, k = 0; panel < panels; panel++) {
      GaussIntegrator rule =
          new GaussIntegratorFactory().legendre(nodesPerPanel, panel * width, (panel + 1) * width);
      for (int i = 0; i < nodesPerPanel; i++, k++) {
        double t = rule.getPoint(i);
        c[k] = Math.exp(-t);
        cWeight[k] = rule.getWeight(i) * Math.exp(-3 * t);
      }
    }
  }

  /** The same rule with half the step and twice the nodes, to estimate the error of this one. */
  public static QuadratureIntegral refined() {
    return new QuadratureIntegral(0.125, 6, 28);
  }

  @Override
  public void evaluate(double xi, double eta, double[] out) {
    double[] all = new double[4];
    evaluateAll(xi, eta, all);
    System.arraycopy(all, 0, out, 0, 3);
  }

  /** As {@link #evaluate}, with S(ξ, 0) − S(ξ, η) as a fourth output. */
  void evaluateAll(double xiArgument, double etaArgument, double[] out) {
    Require.notNegative("xi", xiArgument);
    Require.notNegative("eta", etaArgument);
    // Below the smallest ξ the integral is proportional to it, above the largest independent of it;
    // the same for 1/η and η.
    double xi = Math.min(Math.max(xiArgument, SMALLEST), 1 / SMALLEST);
    double eta = Math.min(etaArgument, 1 / SMALLEST);
    double value = 0;
    double byLnXi = 0;
    double byEta = 0;
    double deficit = 0;
    for (int k = 0; k < c.length; k++) {
      double a = xi * c[k];
      double b = eta / c[k];
      int from = index(-(TAIL + Math.log(Math.max(Math.max(1, 1 / a), b))));
      int to = index(TAIL + Math.log(Math.max(1, b)));
      double inner = 0;
      double innerByLnXi = 0;
      double innerByB = 0;
      double innerDeficit = 0;
      for (int i = from; i <= to; i++) {
        double passed = Math.exp(-a * h[i]); // P_LZ
        double crossed = passed > 0.5 ? -Math.expm1(-a * h[i]) : 1 - passed;
        double unrelaxed = Math.exp(-b * g[i]);
        double relaxed = unrelaxed > 0.5 ? -Math.expm1(-b * g[i]) : 1 - unrelaxed;
        double strength = weight[i] * crossed * crossed;
        inner += strength * unrelaxed;
        innerDeficit += strength * relaxed;
        innerByB -= strength * unrelaxed * g[i];
        if (passed > 0) { // else 0 · ∞ far from the resonance
          innerByLnXi += 2 * weight[i] * crossed * passed * a * h[i] * unrelaxed;
        }
      }
      value += cWeight[k] * inner;
      byLnXi += cWeight[k] * innerByLnXi;
      byEta += cWeight[k] / c[k] * innerByB;
      deficit += cWeight[k] * innerDeficit;
    }
    double xiScale = xiArgument < SMALLEST ? xiArgument / SMALLEST : 1;
    double etaScale = etaArgument > 1 / SMALLEST ? 1 / SMALLEST / etaArgument : 1;
    out[VALUE] = value * xiScale * etaScale;
    out[BY_LN_XI] = byLnXi * xiScale * etaScale;
    out[BY_ETA] = byEta * xiScale * etaScale * etaScale;
    out[DEFICIT] = deficit * xiScale;
  }

  private int index(double s) {
    int half = h.length / 2;
    return Math.min(Math.max(half + (int) Math.round(s / step), 0), h.length - 1);
  }
}

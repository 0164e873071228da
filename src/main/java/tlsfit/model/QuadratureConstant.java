package tlsfit.model;

/**
 * Λ = C/S, and C itself, by direct quadrature: slow, without approximation. The integrand is
 * arranged as
 *
 * <pre>
 *   (1−P) [artanh u + π u/(2x)] + (1−P)² [b(u) − ½ ln(c u) − ½ Re ψ(1+iy)],   y = ξ c x²/(2π u)
 * </pre>
 *
 * <p>which is that of {@link LandauZenerConstant} because a(u) − b(u) = artanh u + π u/(2x); in this
 * form nothing cancels, neither at u → 0, where a and b both diverge, nor at u → 1. The poles of ψ
 * lie where P = 1 and are cancelled by (1−P)², so that the substitutions of {@link ResponseNodes}
 * serve as well as they do for S.
 */
public final class QuadratureConstant implements LandauZenerConstant {

  /** Beyond this and its inverse the limits are reached in double precision. */
  private static final double SMALLEST = 1e-50;

  /** Slope of Λ over ln ξ for ξ → 0. */
  private static final double SLOPE_OF_FAST = 1.5;

  /** Slope of Λ over ln ξ for ξ → ∞. */
  private static final double SLOPE_OF_SLOW = -0.5;

  private final ResponseNodes nodes;

  /** artanh u + π u/(2x), what the incompletely crossed systems add. */
  private final double[] linear;

  /** b(u) − ½ ln u. */
  private final double[] square;

  /** The rule that reaches 1e-13. */
  public QuadratureConstant() {
    this(new ResponseNodes(0.25, 9, 14));
  }

  private QuadratureConstant(ResponseNodes nodes) {
    this.nodes = nodes;
    linear = new double[nodes.size()];
    square = new double[nodes.size()];
    for (int i = 0; i < nodes.size(); i++) {
      double u = nodes.u[i];
      double w = nodes.w[i];
      double x = nodes.x[i];
      linear[i] = nodes.artanh(i) + Math.PI * u / (2 * x);
      double lnU = u < 0.5 ? Math.log(u) : Math.log1p(-w);
      double b = Math.log(2) + 2 * lnU - Math.log1p(u) - u / x * Math.atan2(x, u);
      square[i] = b - 0.5 * lnU;
    }
  }

  /** The same rule with half the step and twice the nodes, to estimate the error of this one. */
  public static QuadratureConstant refined() {
    return new QuadratureConstant(new ResponseNodes(0.125, 9, 28));
  }

  @Override
  public void evaluate(double xi, double eta, double[] out) {
    double[] all = new double[6];
    integrate(xi, eta, all);
    double s = all[3];
    double ratio = all[0] / s;
    out[BY_LN_XI] = (all[1] - ratio * all[4]) / s;
    out[BY_ETA] = (all[2] - ratio * all[5]) / s;
    double beyond = Math.log(Math.max(xi, Double.MIN_VALUE) / clamp(xi));
    out[VALUE] = ratio + beyond * (beyond < 0 ? SLOPE_OF_FAST : SLOPE_OF_SLOW);
  }

  /**
   * C itself.
   *
   * @param xi Landau-Zener parameter ξ [1], between 1e-50 and 1e50
   * @param eta relaxation parameter η [1], ≥ 0
   * @param out receives C, ∂C/∂ln ξ and ∂C/∂η [1]; at least three long
   */
  public void constant(double xi, double eta, double[] out) {
    double[] all = new double[6];
    integrate(xi, eta, all);
    System.arraycopy(all, 0, out, 0, 3);
  }

  private static double clamp(double xi) {
    return Math.min(Math.max(xi, SMALLEST), 1 / SMALLEST);
  }

  /** C, ∂C/∂ln ξ, ∂C/∂η, and the same three of S. */
  private void integrate(double xiArgument, double etaArgument, double[] out) {
    if (!(xiArgument >= 0 && etaArgument >= 0)) {
      throw new IllegalArgumentException(
          "xi and eta must not be negative: " + xiArgument + ", " + etaArgument);
    }
    double xi = clamp(xiArgument);
    double eta = Math.min(etaArgument, 1 / SMALLEST);
    for (int k = 0; k < nodes.c.length; k++) {
      double a = xi * nodes.c[k];
      double b = eta / nodes.c[k];
      double lnA = Math.log(a);
      double lnB = Math.log(Math.max(1, b));
      int from = nodes.index(-(ResponseNodes.TAIL + Math.max(lnB, -lnA)));
      // At u → 1 the integrand falls as √(1−u), and thrice as fast once ξ (1−u) is small.
      int to =
          nodes.index(
              Math.min(
                  Math.max(lnA, lnB) + ResponseNodes.TAIL, lnB + 2 * ResponseNodes.TAIL));
      double halfLnC = 0.5 * Math.log(nodes.c[k]);
      double c = 0;
      double cByLnXi = 0;
      double cByB = 0;
      double s = 0;
      double sByLnXi = 0;
      double sByB = 0;
      for (int i = from; i <= to; i++) {
        double unrelaxed = nodes.weight[i] * Math.exp(-b * nodes.g[i]);
        if (unrelaxed == 0) {
          continue;
        }
        double exponent = a * nodes.h[i];
        double passed = Math.exp(-exponent); // P
        double crossed = passed > 0.5 ? -Math.expm1(-exponent) : 1 - passed;
        double crossedByLnXi = passed > 0 ? passed * exponent : 0;
        double y = exponent / (2 * Math.PI);
        double bracket = square[i] - halfLnC - 0.5 * Digamma.real(y);
        double value = crossed * (linear[i] + crossed * bracket);
        c += unrelaxed * value;
        cByB -= unrelaxed * nodes.g[i] * value;
        cByLnXi +=
            unrelaxed
                * (crossedByLnXi * (linear[i] + 2 * crossed * bracket)
                    - 0.5 * crossed * crossed * Digamma.realByLn(y));
        s += unrelaxed * crossed * crossed;
        sByB -= unrelaxed * nodes.g[i] * crossed * crossed;
        sByLnXi += unrelaxed * 2 * crossed * crossedByLnXi;
      }
      double weight = nodes.cWeight[k];
      out[0] += weight * c;
      out[1] += weight * cByLnXi;
      out[2] += weight / nodes.c[k] * cByB;
      out[3] += weight * s;
      out[4] += weight * sByLnXi;
      out[5] += weight / nodes.c[k] * sByB;
    }
  }
}

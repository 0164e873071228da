package tlsfit.model;

import java.util.Arrays;
import tlsfit.units.Require;

/**
 * Λ = C/S, and C itself, by direct quadrature: slow, without approximation. The integrand is
 * arranged as
 *
 * <pre>
 *   (1−P) [artanh u + π u/(2x)] + (1−P)² [b(u) − ½ ln(c u) − ½ Re ψ(1+iy)],   y = ξ c x²/(2π u)
 * </pre>
 *
 * <p>which is that of {@link LandauZenerConstant} because a(u) − b(u) = artanh u + π u/(2x); in
 * this form nothing cancels, neither at u → 0, where a and b both diverge, nor at u → 1. The poles
 * of ψ lie where P = 1 and are cancelled by (1−P)², so that the substitutions of {@link
 * ResponseNodes} serve as well as they do for S.
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

  /** The rule without the smallest c, which matter to the derivatives alone. */
  static QuadratureConstant forValues() {
    return new QuadratureConstant(new ResponseNodes(0.25, 6, 14));
  }

  @Override
  public void evaluate(double xi, double eta, double[] out) {
    at(xi).evaluate(eta, out);
  }

  /**
   * C itself.
   *
   * @param xi Landau-Zener parameter ξ [1], between 1e-50 and 1e50
   * @param eta relaxation parameter η [1], ≥ 0
   * @param out receives C, ∂C/∂ln ξ and ∂C/∂η [1]; at least three long
   */
  public void constant(double xi, double eta, double[] out) {
    System.arraycopy(at(xi).integrate(eta), 0, out, 0, 3);
  }

  /**
   * Λ as a function of η at one ξ; what does not depend on η is computed once. Not for use by
   * several threads at a time.
   *
   * @param xi Landau-Zener parameter ξ [1], ≥ 0
   */
  public Slice at(double xi) {
    Require.notNegative("xi", xi);
    return new Slice(xi);
  }

  /** Λ(ξ, η) at one ξ. */
  public final class Slice {
    private final double xi;
    private final double continuation;
    private final double[] brackets;
    private final double[] bracketsByLnXi;
    private final double[] crossings;
    private final double[] crossingsByLnXi;

    private Slice(double xi) {
      this.xi = Math.min(Math.max(xi, SMALLEST), 1 / SMALLEST);
      double beyond = Math.log(Math.max(xi, Double.MIN_VALUE)) - Math.log(this.xi);
      continuation = beyond * (beyond < 0 ? SLOPE_OF_FAST : SLOPE_OF_SLOW);
      brackets = new double[nodes.c.length * nodes.size()];
      bracketsByLnXi = new double[brackets.length];
      crossings = new double[brackets.length];
      crossingsByLnXi = new double[brackets.length];
      Arrays.fill(brackets, Double.NaN); // not yet computed
    }

    /**
     * Evaluates Λ and both derivatives.
     *
     * @param eta relaxation parameter η [1], ≥ 0
     * @param out receives Λ, ∂Λ/∂ln ξ and ∂Λ/∂η [1]; at least three long
     */
    public void evaluate(double eta, double[] out) {
      double[] all = integrate(eta);
      double ratio = all[0] / all[3];
      out[VALUE] = ratio + continuation;
      out[BY_LN_XI] = (all[1] - ratio * all[4]) / all[3];
      out[BY_ETA] = (all[2] - ratio * all[5]) / all[3];
    }

    /** C, ∂C/∂ln ξ, ∂C/∂η, and the same three of S. */
    private double[] integrate(double etaArgument) {
      Require.notNegative("eta", etaArgument);
      double eta = Math.min(etaArgument, 1 / SMALLEST);
      double[] out = new double[6];
      for (int k = 0; k < nodes.c.length; k++) {
        double lnA = Math.log(xi * nodes.c[k]);
        double b = eta / nodes.c[k];
        double lnB = Math.log(Math.max(1, b));
        int from = nodes.index(-(ResponseNodes.TAIL + Math.max(lnB, -lnA)));
        // At u → 1 the integrand falls as √(1−u), and thrice as fast once ξ (1−u) is small.
        int to =
            nodes.index(
                Math.min(Math.max(lnA, lnB) + ResponseNodes.TAIL, lnB + 2 * ResponseNodes.TAIL));
        for (int i = from; i <= to; i++) {
          double weight = nodes.cWeight[k] * nodes.weight[i] * Math.exp(-b * nodes.g[i]);
          if (weight == 0) {
            continue;
          }
          int node = k * nodes.size() + i;
          if (Double.isNaN(brackets[node])) {
            compute(nodes.c[k], i, node);
          }
          double byEta = -nodes.g[i] / nodes.c[k] * weight;
          out[0] += weight * brackets[node];
          out[1] += weight * bracketsByLnXi[node];
          out[2] += byEta * brackets[node];
          out[3] += weight * crossings[node];
          out[4] += weight * crossingsByLnXi[node];
          out[5] += byEta * crossings[node];
        }
      }
      return out;
    }

    private void compute(double c, int i, int node) {
      double exponent = xi * c * nodes.h[i];
      double passed = Math.exp(-exponent); // P
      double crossed = passed > 0.5 ? -Math.expm1(-exponent) : 1 - passed;
      double crossedByLnXi = passed > 0 ? passed * exponent : 0;
      double y = exponent / (2 * Math.PI);
      double bracket = square[i] - 0.5 * Math.log(c) - 0.5 * Digamma.real(y);
      brackets[node] = crossed * (linear[i] + crossed * bracket);
      bracketsByLnXi[node] =
          crossedByLnXi * (linear[i] + 2 * crossed * bracket)
              - 0.5 * crossed * crossed * Digamma.realByLn(y);
      crossings[node] = crossed * crossed;
      crossingsByLnXi[node] = 2 * crossed * crossedByLnXi;
    }
  }
}

package tlsfit.model;

import java.util.Arrays;
import tlsfit.units.Require;

/**
 * C and Λ = C/S by direct quadrature: slow, without approximation. The integrand is arranged as
 *
 * <pre>
 *   R (1−P)² [b + B − ½ ln(c u) − ½ Re ψ(1+iν)] + (1−P) [(1+R) artanh u + ½ A − ½ (1+R) B]
 * </pre>
 *
 * <p>with A and B of {@link EnergyIntegrals}, which is that of {@link LandauZenerConstant} because
 * a − b = 2 artanh u; in this form nothing cancels, neither at u → 0, where a and b both diverge,
 * nor at u → 1. The poles of ψ lie where P = 1 and are cancelled by (1−P)², so that the
 * substitutions of {@link ResponseNodes} serve as well as they do for S.
 */
public final class QuadratureConstant implements LandauZenerConstant {

  /** Beyond this and its inverse the limits are reached in double precision. */
  private static final double SMALLEST = 1e-50;

  /** Slope of Λ over ln ξ for ξ → 0. */
  private static final double SLOPE_OF_FAST = 1.5;

  /** Slope of Λ over ln ξ for ξ → ∞. */
  private static final double SLOPE_OF_SLOW = -0.5;

  /** What no longer matters beside the sum. */
  private static final double NEGLIGIBLE = 1e-17;

  /** Of t = −ln c; c² dc = e^−3t dt, so that less is asked for as t grows. */
  private static final double[] EDGES = {0, 1.5, 3.5, 6, 10};

  private final ResponseNodes nodes;

  /** b(u) − ½ ln u. */
  private final double[] square;

  /** The rule that reaches 1e-12. */
  public QuadratureConstant() {
    this(new ResponseNodes(0.35, EDGES, new int[] {12, 12, 10, 8}));
  }

  private QuadratureConstant(ResponseNodes nodes) {
    this.nodes = nodes;
    square = new double[nodes.size()];
    for (int i = 0; i < nodes.size(); i++) {
      square[i] = Math.log(2) + 1.5 * nodes.lnU(i) - 2 * Math.log1p(nodes.u[i]);
    }
  }

  /** The same rule with smaller steps and more nodes, to estimate the error of this one. */
  public static QuadratureConstant refined() {
    return new QuadratureConstant(new ResponseNodes(0.25, 7, 18));
  }

  @Override
  public void evaluate(double xi, double eta, double[] out) {
    double[] all = integrate(xi, eta);
    double ratio = all[0] / all[3];
    double bounded = Math.min(Math.max(xi, SMALLEST), 1 / SMALLEST);
    double beyond = Math.log(Math.max(xi, Double.MIN_VALUE)) - Math.log(bounded);
    out[VALUE] = ratio + beyond * (beyond < 0 ? SLOPE_OF_FAST : SLOPE_OF_SLOW);
    out[BY_LN_XI] = (all[1] - ratio * all[4]) / all[3];
    out[BY_ETA] = (all[2] - ratio * all[5]) / all[3];
  }

  /**
   * C itself.
   *
   * @param xi Landau-Zener parameter ξ [1], between 1e-50 and 1e50
   * @param eta relaxation parameter η [1], ≥ 0
   * @param out receives C, ∂C/∂ln ξ and ∂C/∂η [1], the latter at {@link #LEAST_ETA} where η is
   *     below it; at least three long
   * @throws IllegalArgumentException if ξ or η is negative or NaN
   */
  public void constant(double xi, double eta, double[] out) {
    System.arraycopy(integrate(xi, eta), 0, out, 0, 3);
  }

  /** Λ without relaxation, at a fraction of the cost; ξ between 1e-50 and 1e50. */
  double unrelaxed(double xi) {
    double[] all = new double[6];
    sum(xi, 0, all);
    return all[0] / all[3];
  }

  /** C, ∂C/∂ln ξ, ∂C/∂η, and the same three of S. */
  private double[] integrate(double xiArgument, double etaArgument) {
    Require.notNegative("xi", xiArgument);
    Require.notNegative("eta", etaArgument);
    double xi = Math.min(Math.max(xiArgument, SMALLEST), 1 / SMALLEST);
    double eta = Math.min(etaArgument, 1 / SMALLEST);
    double[] out = new double[6];
    sum(xi, Math.max(eta, LEAST_ETA), out);
    if (eta < LEAST_ETA) {
      double byEta = out[2];
      sum(xi, 0, out);
      out[2] = byEta;
    }
    return out;
  }

  private void sum(double xi, double eta, double[] out) {
    Arrays.fill(out, 0);
    EnergyIntegrals integrals = new EnergyIntegrals();
    for (int k = 0; k < nodes.c.length; k++) {
      double c = nodes.c[k];
      double lnA = Math.log(xi * c);
      double rate = eta / c;
      double lnB = Math.log(Math.max(1, rate));
      int from = nodes.index(-(ResponseNodes.TAIL + Math.max(lnB, -lnA)));
      // At u → 1 the integrand falls as 1−u, and twice as fast once ξ (1−u) is small.
      int to = nodes.index(Math.max(lnA, lnB) + ResponseNodes.TAIL);
      for (int i = from; i <= to; i++) {
        double exponent = xi * c * nodes.h[i];
        double passed = Math.exp(-exponent); // P
        double crossed = passed > 0.5 ? -Math.expm1(-exponent) : 1 - passed;
        double weight = nodes.cWeight[k] * nodes.weight[i] * crossed;
        if (weight * (1 + nodes.artanh(i)) < NEGLIGIBLE * out[3]) {
          continue;
        }
        double crossedByLnXi = passed > 0 ? passed * exponent : 0;
        double nu = exponent / (2 * Math.PI);
        double bracket = square[i] - 0.5 * Math.log(c) - 0.5 * Digamma.real(nu);
        double bracketByLnXi = -0.5 * Digamma.realByLn(nu);
        double tau = nodes.artanh(i);
        double unrelaxed = 1;
        double unrelaxedByEta = -nodes.g[i] / c;
        double byEta = 0;
        double linear = 2 * tau;
        double linearByEta = 0;
        if (rate > 0) {
          integrals.compute(nodes.u[i], nodes.w[i], tau, rate);
          unrelaxed = integrals.unrelaxed;
          unrelaxedByEta *= unrelaxed;
          double after = rate * integrals.after;
          bracket += after;
          byEta = integrals.afterSlope / c;
          linear = integrals.linear();
          linearByEta = integrals.linearSlope() / c;
        }
        double relaxed = unrelaxed * bracket;
        out[0] += weight * (crossed * relaxed + linear);
        out[1] +=
            weight * unrelaxed * crossed * bracketByLnXi
                + nodes.cWeight[k]
                    * nodes.weight[i]
                    * crossedByLnXi
                    * (2 * crossed * relaxed + linear);
        out[2] += weight * (crossed * (unrelaxedByEta * bracket + unrelaxed * byEta) + linearByEta);
        out[3] += weight * crossed * unrelaxed;
        out[4] += 2 * nodes.cWeight[k] * nodes.weight[i] * crossed * crossedByLnXi * unrelaxed;
        out[5] += weight * crossed * unrelaxedByEta;
      }
    }
  }
}

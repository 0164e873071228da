package tlsfit.model;

import java.util.Arrays;
import tlsfit.units.Require;

/**
 * D(ζ, η) by direct quadrature: slow, without approximation; its inner integral is that of {@link
 * ResonanceRule}.
 */
public final class QuadratureFiniteField implements FiniteFieldTerm {

  /** Beyond these D is continued by its limits. */
  private static final double SMALLEST = 1e-30;

  private static final double LARGEST = 1e12;

  /** D falls as √ζ for ζ → 0. */
  private static final double POWER_OF_WEAK = 0.5;

  /** Where the bracket is evaluated. */
  final ResponseNodes nodes;

  private final ResonanceRule rule;

  /** The rule that reaches 1e-12. */
  public QuadratureFiniteField() {
    this(new ResponseNodes(0.125, 6, 14), new ResonanceRule(14));
  }

  private QuadratureFiniteField(ResponseNodes nodes, ResonanceRule rule) {
    this.nodes = nodes;
    this.rule = rule;
  }

  /** The same rule with 2/3 of the step and more nodes, to estimate the error of this one. */
  public static QuadratureFiniteField refined() {
    return new QuadratureFiniteField(new ResponseNodes(0.08, 6, 20), new ResonanceRule(20));
  }

  @Override
  public void evaluate(double zeta, double eta, double[] out) {
    at(zeta).evaluate(eta, out);
  }

  /**
   * D as a function of η at one ζ; what does not depend on η is computed once. Not for use by
   * several threads at a time.
   *
   * @param zeta drive ζ [1], ≥ 0
   */
  public Slice at(double zeta) {
    Require.notNegative("zeta", zeta);
    return new Slice(zeta);
  }

  /** D(ζ, η) at one ζ. */
  public final class Slice {
    private final double zeta;
    private final double scale;
    private final double[] brackets;
    private final double[] byLnZeta;
    private final double[] response = new double[2];

    private Slice(double zeta) {
      this.zeta = Math.min(Math.max(zeta, SMALLEST), LARGEST);
      this.scale = zeta < SMALLEST ? Math.pow(zeta / SMALLEST, POWER_OF_WEAK) : 1;
      brackets = new double[nodes.c.length * nodes.size()];
      byLnZeta = new double[brackets.length];
      Arrays.fill(brackets, Double.NaN); // not yet computed
    }

    /**
     * Evaluates D and both derivatives.
     *
     * @param eta relaxation parameter η [1], ≥ 0
     * @param out receives D, ∂D/∂ln ζ and ∂D/∂η [1]; at least three long
     */
    public void evaluate(double eta, double[] out) {
      Require.notNegative("eta", eta);
      double value = 0;
      double slope = 0;
      double byEta = 0;
      // What cannot matter beside D ~ 1/(3 + 4η), or beside √ζ, is not computed.
      double negligible = 1e-18 / (3 + 4 * eta) * Math.min(1, Math.sqrt(zeta));
      for (int k = 0; k < nodes.c.length; k++) {
        double b = eta / nodes.c[k];
        double lnB = Math.log(Math.max(1, b));
        int to = nodes.index(lnB + 2 * ResponseNodes.TAIL);
        for (int i = nodes.index(-lnB - ResponseNodes.TAIL); i <= to; i++) {
          double weight = nodes.cWeight[k] * nodes.weight[i] * Math.exp(-b * nodes.g[i]);
          if (weight > negligible * nodes.x[i]) {
            int node = k * nodes.size() + i;
            if (Double.isNaN(brackets[node])) {
              bracket(nodes.c[k] * zeta, i, response);
              brackets[node] = response[0];
              byLnZeta[node] = response[1];
            }
            value += weight * brackets[node];
            slope += weight * byLnZeta[node];
            byEta -= weight * brackets[node] * nodes.g[i] / nodes.c[k];
          }
        }
      }
      out[VALUE] = value * scale;
      out[BY_LN_ZETA] = slope * scale;
      out[BY_ETA] = byEta * scale;
    }
  }

  /**
   * The curly bracket of D at a node in u and its derivative by ln ζ; of c and ζ it is the product
   * alone that matters. ln(2/κ) + a + uΠ/2 is written out.
   */
  void bracket(double drive, int i, double[] out) {
    double u = nodes.u[i];
    double w = nodes.w[i];
    double x = nodes.x[i];
    rule.integrate(u, w, x, drive * x, out);
    double lnX = 0.5 * (Math.log(w) + Math.log1p(u));
    double lnU = u < 0.5 ? Math.log(u) : Math.log1p(-w);
    out[0] =
        0.5 * u * out[0]
            + Math.log(0.25 * drive)
            + 1.5 * lnX
            + 0.5 * Math.log1p(u)
            - 2 * lnU
            + u / x * (Math.atan2(x, u) - 0.25 * Math.PI);
    out[1] = 0.5 * u * out[1] + 1;
  }
}

package tlsfit.model;

import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * D(ζ, η) by direct quadrature: slow, without approximation.
 *
 * <p>The inner integral, with E = x cosh σ and σ = artanh u ± e, where e = 0 is the resonance E =
 * 1, is that of 1/√(E²(E−1)² + κ²) over σ ≥ 0. Its singularities beside e = 0 lie at the distance
 * of about κ/(u + √κ); with sinh e = φ sinh θ and φ half of that they come to lie off the real axis
 * of θ by at least π/4, and Gauss-Legendre panels in θ converge geometrically. In terms of q = sinh
 * e all is algebraic: E = √(1+q²) ± u q. The far tail is a panel in e^−e.
 */
public final class QuadratureFiniteField implements FiniteFieldTerm {

  /** Beyond these D is continued by its limits. */
  private static final double SMALLEST = 1e-30;

  private static final double LARGEST = 1e12;

  /** D falls as √ζ for ζ → 0. */
  private static final double POWER_OF_WEAK = 0.5;

  /** Where the bracket is evaluated. */
  final ResponseNodes nodes;

  private final PanelRule rule;

  /** The rule that reaches 1e-12. */
  public QuadratureFiniteField() {
    this(new ResponseNodes(0.125, 6, 14), new PanelRule(14));
  }

  private QuadratureFiniteField(ResponseNodes nodes, PanelRule rule) {
    this.nodes = nodes;
    this.rule = rule;
  }

  /** The same rule with 2/3 of the step and more nodes, to estimate the error of this one. */
  public static QuadratureFiniteField refined() {
    return new QuadratureFiniteField(new ResponseNodes(0.08, 6, 20), new PanelRule(20));
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
    if (!(zeta >= 0)) {
      throw new IllegalArgumentException("zeta must not be negative: " + zeta);
    }
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
      if (!(eta >= 0)) {
        throw new IllegalArgumentException("eta must not be negative: " + eta);
      }
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

  /** The inner integral J(u, κ) and ∂J/∂ln κ. */
  private static final class PanelRule {
    /** Up to here panels of length 1, from here of length 2. */
    private static final int NEAR = 3;

    private static final int FAR_PANELS = 100;

    private final double[] point; // on [−1, 1]
    private final double[] weight;
    private final double[][] sinh = new double[NEAR + FAR_PANELS][];
    private final double[][] cosh = new double[NEAR + FAR_PANELS][];

    PanelRule(int nodes) {
      GaussIntegrator gauss = new GaussIntegratorFactory().legendre(nodes);
      point = new double[nodes];
      weight = new double[nodes];
      for (int i = 0; i < nodes; i++) {
        point[i] = gauss.getPoint(i);
        weight[i] = gauss.getWeight(i);
      }
      for (int panel = 0; panel < sinh.length; panel++) {
        sinh[panel] = new double[nodes];
        cosh[panel] = new double[nodes];
        for (int i = 0; i < nodes; i++) {
          double theta = start(panel) + 0.5 * length(panel) * (1 + point[i]);
          sinh[panel][i] = Math.sinh(theta);
          cosh[panel][i] = Math.cosh(theta);
        }
      }
    }

    private static double start(int panel) {
      return panel < NEAR ? panel : NEAR + 2.0 * (panel - NEAR);
    }

    private static double length(int panel) {
      return panel < NEAR ? 1 : 2;
    }

    void integrate(double u, double w, double x, double kappa, double[] out) {
      out[0] = 0;
      out[1] = 0;
      double root = Math.sqrt(kappa);
      double phi = Math.min(0.5 * kappa / (u + root), 1);
      double tail = 1.5 + Math.log1p(2 * root);
      side(true, Math.sinh(tail), u, x, phi, kappa, out);
      side(false, u / x, u, x, phi, kappa, out);
      double end = Math.exp(-tail);
      for (int i = 0; i < point.length; i++) {
        double v = 0.5 * end * (1 + point[i]); // e^−e
        double energy = 0.5 * (1 + u + w * v * v); // v E
        double square = energy * energy * (energy - v) * (energy - v);
        double saturation = kappa * kappa * v * v * v * v;
        double f = 0.5 * end * weight[i] * v / Math.sqrt(square + saturation);
        out[0] += f;
        out[1] -= f * saturation / (square + saturation);
      }
    }

    /** From the resonance up, or down to E = x, to where sinh e has the value given. */
    private void side(
        boolean up, double sinhEnd, double u, double x, double phi, double kappa, double[] out) {
      double end = asinh(sinhEnd / phi);
      for (int panel = 0; panel < sinh.length && start(panel) < end; panel++) {
        boolean whole = start(panel) + length(panel) <= end;
        double half = 0.5 * (whole ? length(panel) : end - start(panel));
        for (int i = 0; i < point.length; i++) {
          double sinhTheta;
          double coshTheta;
          if (whole) {
            sinhTheta = sinh[panel][i];
            coshTheta = cosh[panel][i];
          } else {
            double theta = start(panel) + half * (1 + point[i]);
            sinhTheta = Math.sinh(theta);
            coshTheta = Math.cosh(theta);
          }
          double q = phi * sinhTheta;
          double r = Math.sqrt(1 + q * q);
          double energy;
          double detuning;
          if (up) {
            energy = r + u * q;
            detuning = q * (q / (1 + r) + u);
          } else {
            energy = (1 + x * x * q * q) / (r + u * q); // = r − u q
            detuning = q < 1 ? q * (q / (1 + r) - u) : energy - 1;
          }
          double square = energy * energy * detuning * detuning;
          double all = square + kappa * kappa;
          double f = half * weight[i] * phi * coshTheta / (r * Math.sqrt(all));
          out[0] += f;
          out[1] -= f * kappa * kappa / all;
        }
      }
    }

    private static double asinh(double value) {
      return Math.log1p(value + value * value / (1 + Math.sqrt(1 + value * value)));
    }
  }
}

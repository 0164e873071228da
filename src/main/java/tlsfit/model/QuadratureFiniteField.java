package tlsfit.model;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import tlsfit.units.Require;

/**
 * D(ζ, η) by direct quadrature, good to 1e-10: slow, half a second a value, the yardstick of the
 * table. The passages of {@link FiniteFieldKernel} at each angle, and Gauss-Legendre panels in t =
 * −ln c.
 */
public final class QuadratureFiniteField implements FiniteFieldTerm {
  /** The drive below which D vanishes in double precision. */
  private static final double SMALLEST = 1e-30;

  /** Where the rule ends, far beyond where the theory does. */
  private static final double LARGEST = 1e3;

  private static final double LARGEST_ETA = 1e30;

  /** Stands for 0 in M₁, which has a limit there. */
  private static final double LEAST_ETA = 1e-16;

  private final double step;

  /** c = |cos θ|. */
  private final double[] c;

  /** c² dc. */
  private final double[] weight;

  /** The rule that reaches 1e-10. */
  public QuadratureFiniteField() {
    this(0.22, 0);
  }

  private QuadratureFiniteField(double step, int more) {
    this.step = step;
    double[] edges = {0, 2, 4, 8};
    int[] nodes = {10 + more, 8 + more, 8 + more};
    c = new double[nodes[0] + nodes[1] + nodes[2]];
    weight = new double[c.length];
    for (int panel = 0, k = 0; panel < nodes.length; panel++) {
      GaussIntegrator rule =
          new GaussIntegratorFactory().legendre(nodes[panel], edges[panel], edges[panel + 1]);
      for (int i = 0; i < nodes[panel]; i++, k++) {
        c[k] = Math.exp(-rule.getPoint(i));
        weight[k] = rule.getWeight(i) * c[k] * c[k] * c[k];
      }
    }
  }

  /** The same rule with smaller steps and more nodes, to estimate the error of this one. */
  public static QuadratureFiniteField refined() {
    return new QuadratureFiniteField(0.16, 4);
  }

  @Override
  public void evaluate(double zeta, double eta, double[] out) {
    Require.notNegative("zeta", zeta);
    Require.notNegative("eta", eta);
    out[VALUE] = 0;
    out[BY_LN_ZETA] = 0;
    out[BY_ETA] = 0;
    if (zeta < SMALLEST) {
      return;
    }
    FiniteFieldKernel kernel = new FiniteFieldKernel(step, true);
    double bounded = Math.min(eta, LARGEST_ETA);
    for (int k = 0; k < c.length; k++) {
      double rate = Math.max(bounded, LEAST_ETA) / c[k];
      kernel.compute(Math.min(zeta, LARGEST) * c[k], rate);
      out[VALUE] += weight[k] * (kernel.unrelaxed + rate * kernel.relaxed);
      out[BY_LN_ZETA] += weight[k] * (kernel.unrelaxedByLnDrive + rate * kernel.relaxedByLnDrive);
      out[BY_ETA] += weight[k] / c[k] * kernel.byRate;
    }
  }
}

package tlsfit.model;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The quadrature of J(u, κ) of the {@link FiniteFieldTerm}, and of ∂J/∂ln κ, through the resonance.
 *
 * <p>The integrand, with E = x cosh σ and σ = artanh u ± e, where e = 0 is the resonance E = 1, is
 * 1/√(E²(E−1)² + κ²) over σ ≥ 0. Its singularities beside e = 0 lie at the distance of about κ/(u +
 * √κ); with sinh e = φ sinh θ and φ half of that they come to lie off the real axis of θ by at
 * least π/4, and Gauss-Legendre panels in θ converge geometrically. In terms of q = sinh e all is
 * algebraic: E = √(1+q²) ± u q. The far tail is a panel in e^−e.
 */
final class ResonanceRule {
  /** Up to here panels of length 1, from here of length 2. */
  private static final int NEAR = 3;

  private static final int FAR_PANELS = 100;

  private final double[] point; // on [−1, 1]
  private final double[] weight;
  private final double[][] sinh = new double[NEAR + FAR_PANELS][];
  private final double[][] cosh = new double[NEAR + FAR_PANELS][];

  /**
   * Makes the rule.
   *
   * @param nodes of a panel
   */
  ResonanceRule(int nodes) {
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

  /**
   * J and ∂J/∂ln κ.
   *
   * @param u √(1 − (Δ0/E0)²) [1]
   * @param w 1 − u, without cancellation [1]
   * @param x Δ0/E0 [1]
   * @param kappa κ = c x ζ [1], positive
   * @param out receives J and ∂J/∂ln κ [1]; at least two long
   */
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

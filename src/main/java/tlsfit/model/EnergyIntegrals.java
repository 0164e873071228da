package tlsfit.model;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The energy integrals of the response of a relaxing two-level system between and after its two
 * crossings, at one tunnelling amplitude: what relaxation with the rate β = η/c adds to u F₁ and u
 * F₂ of {@link LandauZenerConstant}.
 *
 * <p>With y = x sinh σ, E = x cosh σ and e = |σ − τ|, τ = artanh u, the distance from the second
 * crossing, all is elementary but the exponentials of relaxation:
 *
 * <pre>
 *   u·2 dy/(E|u²−y²|) = [coth e + coth(2τ−e)] de between, [coth e − coth(2τ+e)] de after them
 *   x²∫E dy           = δ∓(e) = ½ x⁴ [e + cosh(2τ∓e) sinh e]
 *   u F₁ = (1+R) a + A,   A = ∫₀^τ [coth e + coth(2τ−e)] [e^(−βδ₋) − 1 + R (e^(βδ₋) − 1)] de
 *   u F₂ = b + B,         B = ∫₀^∞ [coth e − coth(2τ+e)] (e^(−βδ₊) − 1) de
 * </pre>
 *
 * <p>The integrands are analytic, with the scales e ~ 1/(βx²), where relaxation begins, e ~ τ and e
 * ~ 1; the second has one more, where exp(2e) ~ 8/(βx²). Gauss-Legendre panels that grow with e
 * resolve all of them, good to 1e-13. B runs as β ln β for β → 0: far above the resonance even slow
 * relaxation is fast, T1 ∝ 1/E.
 *
 * <p>Not for use by several threads at a time.
 */
final class EnergyIntegrals {
  private static final int POINTS = 12;

  /** By how much a panel is longer than all before it. */
  private static final double GROWTH = 2.5;

  /** Exponent beyond which nothing has not relaxed. */
  private static final double RELAXED = 45;

  private static final double[] POINT = new double[POINTS]; // on [0, 1]
  private static final double[] WEIGHT = new double[POINTS];

  static {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(POINTS, 0, 1);
    for (int i = 0; i < POINTS; i++) {
      POINT[i] = rule.getPoint(i);
      WEIGHT[i] = rule.getWeight(i);
    }
  }

  private double tau;
  private double beta;
  private double x2;
  private double up2; // (1+u)²
  private double w2; // (1−u)²
  private double g;

  /** R, the chance not to relax between the crossings. */
  double unrelaxed;

  /** (R − 1)/β. */
  double relaxedByRate;

  /** A/β. */
  double between;

  /** B/β. */
  double after;

  /** ∂R/∂β. */
  double unrelaxedSlope;

  /** ∂A/∂β. */
  double betweenSlope;

  /** ∂B/∂β. */
  double afterSlope;

  /**
   * Computes all of them.
   *
   * @param u √(1 − (Δ0/E0)²) [1]
   * @param w 1 − u, without cancellation [1]
   * @param artanh τ = artanh u [1]
   * @param rate β [1], positive
   */
  void compute(double u, double w, double artanh, double rate) {
    tau = artanh;
    beta = rate;
    x2 = w * (1 + u);
    up2 = (1 + u) * (1 + u);
    w2 = w * w;
    g = x2 * (x2 * tau + u);
    double exponent = beta * g;
    unrelaxed = Math.exp(-exponent);
    relaxedByRate = Math.expm1(-exponent) / beta;
    unrelaxedSlope = -g * unrelaxed;
    between = 0;
    betweenSlope = 0;
    after = 0;
    afterSlope = 0;
    double first = Math.min(1, 1 / (beta * x2));
    integrateBetween(first);
    integrateAfter(Math.min(first, 2 * tau));
  }

  /** (1+R) τ + ½ A − ½ (1+R) B, which is ½ [u F₁ − (1+R) u F₂]. */
  double linear() {
    return (1 + unrelaxed) * (tau - 0.5 * beta * after) + 0.5 * beta * between;
  }

  /** The derivative of {@link #linear} by β. */
  double linearSlope() {
    return unrelaxedSlope * (tau - 0.5 * beta * after)
        + 0.5 * (betweenSlope - (1 + unrelaxed) * afterSlope);
  }

  private void integrateBetween(double first) {
    double from = 0;
    while (from < tau) {
      double to = Math.min(tau, from == 0 ? first : GROWTH * from);
      for (int i = 0; i < POINTS; i++) {
        double e = from + (to - from) * POINT[i];
        double grown = Math.expm1(e);
        double sinh = 0.5 * grown * (grown + 2) / (grown + 1);
        double kernel = cosh(grown) / sinh + coth(tau + (tau - e));
        double delta = 0.5 * x2 * (x2 * e + 0.5 * (up2 / (grown + 1) + w2 * (grown + 1)) * sinh);
        double lost = beta * delta;
        double kept = Math.exp(-lost);
        double keptLonger = Math.exp(-beta * (g - delta));
        double both =
            lost < 0.5
                ? Math.expm1(-lost) + unrelaxed * Math.expm1(lost)
                : kept - 1 + keptLonger - unrelaxed;
        double weight = (to - from) * WEIGHT[i] * kernel;
        between += weight * both / beta;
        betweenSlope += weight * (g * unrelaxed - delta * kept - (g - delta) * keptLonger);
      }
      from = to;
    }
  }

  private void integrateAfter(double first) {
    double transition = Math.max(1, 0.5 * Math.log(8 / (beta * x2 * up2)) - 2);
    double from = 0;
    double exponent = 0;
    while (exponent < RELAXED) {
      double to;
      if (from == 0) {
        to = first;
      } else if (from < transition) {
        to = Math.min(GROWTH * from, transition);
      } else {
        to = Math.min(GROWTH * from, from + 1);
      }
      for (int i = 0; i < POINTS; i++) {
        double e = from + (to - from) * POINT[i];
        double grown = Math.expm1(e);
        double sinh = 0.5 * grown * (grown + 2) / (grown + 1);
        // coth e − coth(2τ+e) = sinh 2τ/(sinh e sinh(2τ+e)), both sides over x²
        double kernel = kernelAfter(grown);
        double delta = 0.5 * x2 * (x2 * e + 0.5 * (up2 * (grown + 1) + w2 / (grown + 1)) * sinh);
        double lost = beta * delta;
        double weight = (to - from) * WEIGHT[i] * kernel;
        after += weight * Math.expm1(-lost) / beta;
        afterSlope -= weight * delta * Math.exp(-lost);
        exponent = lost;
      }
      from = to;
    }
    double rest = Math.exp(-2 * from);
    after += Math.log1p(-rest) / beta - Math.log1p(-w2 / up2 * rest) / beta; // ρ² = (w/(1+u))²
  }

  private double kernelAfter(double grown) {
    double decay = -Math.expm1(-4 * tau); // 1 − ρ²
    double above = grown * (grown + 2);
    return 2 * decay * (above + 1) / above / (above + decay);
  }

  private static double cosh(double grown) {
    return 0.5 * (grown + 1 + 1 / (grown + 1));
  }

  private static double coth(double z) {
    double decay = Math.expm1(-2 * z);
    return -(2 + decay) / decay;
  }
}

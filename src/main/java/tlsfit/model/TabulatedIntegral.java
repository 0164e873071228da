package tlsfit.model;

/**
 * S(ξ, η) from tables of polynomials, as exact as direct quadrature and some thousand times faster.
 *
 * <p>What is tabulated is smooth and of order one over the whole plane: ln S(ξ, 0), and the Q of
 *
 * <pre>   S(ξ, η) = S(ξ, 0) / (1 + η exp Q(ξ, η)),</pre>
 *
 * whose relative weight vanishes by itself as η → 0, so that ∂S/∂η keeps its relative accuracy
 * there. For ξ &lt; 1 the structure of Q lies along ξη, so that the table's coordinates are ln ξ
 * and ln ξη; above they are ln ξ and ln η. The files are made by {@code IntegralTables} in the
 * tests.
 *
 * <p>Beyond ξ in [1e-12, 1e12], η ≤ 4e8 direct quadrature answers.
 */
public final class TabulatedIntegral implements LandauZenerIntegral {
  static final double XI_MIN = 1e-12;
  static final double XI_MAX = 1e12;
  static final double ETA_MAX = 4e8;

  /** Below this Q is linear in η, and continued as such. */
  private static final double ETA_MIN = 1e-8;

  private final IntervalTable unrelaxed = IntervalTable.load("s-unrelaxed.bin");
  private final PatchTable weak = PatchTable.load("s-weak.bin");
  private final PatchTable strong = PatchTable.load("s-strong.bin");
  private final QuadratureIntegral beyond = new QuadratureIntegral();

  @Override
  public void evaluate(double xi, double eta, double[] out) {
    if (!(xi >= XI_MIN && xi <= XI_MAX && eta >= 0 && eta <= ETA_MAX)) {
      beyond.evaluate(xi, eta, out);
      return;
    }
    double x = Math.log(xi);
    double y = Math.log(Math.max(eta, ETA_MIN));
    double qByX;
    if (x < 0) {
      weak.evaluate(x, x + y, out);
      qByX = out[1] + out[2];
    } else {
      strong.evaluate(x, y, out);
      qByX = out[1];
    }
    double small = Math.min(eta / ETA_MIN, 1);
    double q = out[0] + out[2] * (small - 1);
    double qByY = out[2] * small;
    unrelaxed.evaluate(x, out);

    double slope = Math.exp(q);
    double value = Math.exp(out[0]) / (1 + eta * slope);
    double relaxed = eta * slope / (1 + eta * slope);
    out[BY_LN_XI] = value * (out[1] - relaxed * qByX);
    out[BY_ETA] = -value * slope / (1 + eta * slope) * (1 + qByY);
    out[VALUE] = value;
  }
}

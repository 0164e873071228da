package tlsfit.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * W₀ and X of {@link TabulatedFiniteField} at many points. D is an integral over c of a function of
 * c ζ and η/c alone, {@link FiniteFieldKernel}, which costs a thousand passages; that function is
 * interpolated first, in two variables, once for all:
 *
 * <pre>
 *   W₀ = D(ζ, 0)/ζ                        = ∫₀¹ c³ [M(q, 0)/q] dc,   q = c ζ, β = η/c
 *   X  = (D − D(ζ, 0)) (1+η)/(η ζ) = (1+η) ∫₀¹ c³/(c+η) N(q, β) dc,   N = (1+β) M₁(q, β)/q
 * </pre>
 */
final class FiniteFieldSum {
  private static final double FROM = TabulatedFiniteField.LN_ZETA_FROM;
  private static final double TO = TabulatedFiniteField.LN_ZETA_TO;

  /** Beyond these ln β N has its asymptotic forms, a logarithm and a constant, to 1e-8. */
  private static final double LN_RATE_FROM = -20;

  private static final double LN_RATE_TO = 20;

  private static final int DEGREE = 9;
  private static final double ROOT_SIDE = 4;
  private static final int DEEPEST = 4;

  private final double from;
  private final double to;
  private final double[] c;
  private final double[] weight;
  private final PatchTable relaxed;
  private final IntervalTable unrelaxed;

  /** With the whole range of ln ζ. */
  static FiniteFieldSum whole() throws IOException {
    return new FiniteFieldSum(FROM, TO, LN_RATE_FROM, LN_RATE_TO);
  }

  /** Interpolates. */
  FiniteFieldSum(double from, double to, double lnRateFrom, double lnRateTo) throws IOException {
    this.from = from;
    this.to = to;
    double[] edges = {0, 2, 4, 6, 10};
    int nodes = 12;
    c = new double[nodes * (edges.length - 1)];
    weight = new double[c.length];
    for (int panel = 0, k = 0; panel < edges.length - 1; panel++) {
      GaussIntegrator rule =
          new GaussIntegratorFactory().legendre(nodes, edges[panel], edges[panel + 1]);
      for (int i = 0; i < nodes; i++, k++) {
        c[k] = Math.exp(-rule.getPoint(i));
        weight[k] = rule.getWeight(i) * c[k]; // dc
      }
    }
    unrelaxed = unrelaxed();
    PatchTableBuilder builder =
        new PatchTableBuilder(
            DEGREE,
            from,
            lnRateFrom,
            ROOT_SIDE,
            (int) Math.round((to - from) / ROOT_SIDE),
            (int) Math.round((lnRateTo - lnRateFrom) / ROOT_SIDE),
            DEEPEST,
            FiniteFieldSum::kernelTolerance);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    System.out.println("kernel: " + builder.build(FiniteFieldSum::kernel, file));
    relaxed = new PatchTable(ByteBuffer.wrap(file.toByteArray()));
  }

  private static final ThreadLocal<FiniteFieldKernel> KERNEL =
      ThreadLocal.withInitial(() -> new FiniteFieldKernel(0.22, false));

  /**
   * Of D, ζ times as much, from 2e-10 for weak drives to 6e-10 at ζ = 0.1, above which all ends.
   */
  static double tolerance(double x, double y) {
    return 1e-9 * Math.exp(-0.8 * x) * Math.max(1, Math.exp(2 * x + 4));
  }

  /** Where all has relaxed N has to be known less well, and rounding would show. */
  static double kernelTolerance(double x, double y) {
    return Math.max(1, Math.exp(y - 11)) * tolerance(x, y);
  }

  /** N of ln q and ln β. */
  private static double kernel(double x, double y) {
    FiniteFieldKernel kernel = KERNEL.get();
    kernel.compute(Math.exp(x), Math.exp(y));
    return (1 + Math.exp(y)) * kernel.relaxed * Math.exp(-x);
  }

  /** M(q, 0)/q of ln q. */
  private IntervalTable unrelaxed() throws IOException {
    double width = 0.5;
    int intervals = (int) Math.round((to - from) / width);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Interpolation.write(
        file,
        12,
        from,
        width,
        intervals,
        x -> {
          FiniteFieldKernel kernel = new FiniteFieldKernel(0.22, true);
          kernel.compute(Math.exp(x), 1);
          return kernel.unrelaxed * Math.exp(-x);
        });
    return new IntervalTable(ByteBuffer.wrap(file.toByteArray()));
  }

  /** W₀ of ln ζ. */
  double unrelaxed(double lnZeta) {
    double sum = 0;
    for (int k = 0; k < c.length; k++) {
      sum += weight[k] * c[k] * c[k] * c[k] * unrelaxed.value(lnZeta + Math.log(c[k]));
    }
    return sum;
  }

  /** X of ln ζ and ln η. */
  double relaxed(double lnZeta, double lnEta) {
    double eta = Math.exp(lnEta);
    double sum = 0;
    for (int k = 0; k < c.length; k++) {
      double lnC = Math.log(c[k]);
      sum += weight[k] * (c[k] * c[k] * c[k] / (c[k] + eta)) * continued(lnZeta + lnC, lnEta - lnC);
    }
    return (1 + eta) * sum;
  }

  /** N, which for small q and β runs as their logarithms. */
  private double continued(double x, double y) {
    double[] out = new double[3];
    relaxed.evaluate(x, y, out);
    return out[0] + Math.min(x - from, 0) * out[1] + Math.min(y - LN_RATE_FROM, 0) * out[2];
  }
}

package tlsfit.setup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The loss function of a fit, how a residual counts: it minimises Σ ρ(r_i) over the residuals in
 * units of σ, with ρ(r) → r² for small r. The scale c of each robust loss is that for which the
 * estimate has 95 % of the efficiency of least squares if the noise is normal after all (Huber and
 * Ronchetti, Robust Statistics, 2nd edition, section 4.5; the constants solve (E ψ′)² = 0.95 E ψ²
 * for the standard normal distribution).
 */
public enum Loss {
  /** ρ = r²: least squares. */
  LINEAR(Double.POSITIVE_INFINITY),
  /** ρ = 2c² (√(1 + r²/c²) − 1): grows as |r|. */
  SOFT_L1(1.287099224266201),
  /** ρ = c² ln(1 + r²/c²): a reading far away is strongly down-weighted. */
  CAUCHY(2.3849471193624403);

  private final double scale;

  Loss(double scale) {
    this.scale = scale;
  }

  /** The name in options and files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The loss of a name, whatever its case. */
  public static Optional<Loss> find(String key) {
    return Arrays.stream(values()).filter(loss -> loss.key().equalsIgnoreCase(key)).findFirst();
  }

  /** The signed root √ρ of a residual: what a least-squares method minimises. */
  public double root(double residual) {
    double t = residual / scale;
    return switch (this) {
      case LINEAR -> residual;
      // 2(√(1+t²) − 1) = 2t²/(√(1+t²) + 1)
      case SOFT_L1 -> residual * Math.sqrt(2 / (1 + Math.sqrt(1 + t * t)));
      case CAUCHY ->
          Math.abs(t) < 1e-8 ? residual : scale * Math.copySign(Math.sqrt(Math.log1p(t * t)), t);
    };
  }

  /** Derivative of {@link #root}. */
  public double rootSlope(double residual) {
    double root = root(residual);
    return root == 0 ? 1 : influence(residual) / root;
  }

  /** ψ = ρ′/2, which is r for small residuals. */
  public double influence(double residual) {
    return residual * weight(residual);
  }

  /** Weight ψ/r of a residual, between 0 and 1. */
  public double weight(double residual) {
    double t = residual / scale;
    return switch (this) {
      case LINEAR -> 1;
      case SOFT_L1 -> 1 / Math.sqrt(1 + t * t);
      case CAUCHY -> 1 / (1 + t * t);
    };
  }

  /** ψ′, which is 1 for small residuals and may be negative for large ones. */
  public double curvature(double residual) {
    double t = residual / scale;
    double w = weight(residual);
    return switch (this) {
      case LINEAR -> 1;
      case SOFT_L1 -> w * w * w;
      case CAUCHY -> (1 - t * t) * w * w;
    };
  }
}

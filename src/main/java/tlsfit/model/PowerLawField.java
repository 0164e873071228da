package tlsfit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import tlsfit.units.Require;

/**
 * A distribution of local fields with the density s^−α for 1 ≤ s ≤ s_max, as about the edge of an
 * electrode (arXiv:2401.15624, section IV.C): F_AC is then the weakest field.
 *
 * <p>With α counting energy and 1 &lt; α &lt; 3 the shift at small fields grows as F_AC^(α−1);
 * counting volume, α is larger by 2 for the same fields. The average is taken over ln s by
 * Gauss-Legendre panels. K(s F_AC) is analytic at least for |Im ln s| &lt; π/4, since ξ is
 * proportional to s² and S analytic for |arg ξ| &lt; π/2, so that the rule converges geometrically;
 * what it leaves is below 1e-10 of K (measured by {@code DistributedModelTest}).
 *
 * @param exponent α [1], any number
 * @param largest s_max [1], above 1
 * @param counting what the density counts
 */
public record PowerLawField(double exponent, double largest, FieldWeight counting)
    implements FieldDistribution {

  /** The longest panel in ln s. */
  private static final double PANEL = 2.4;

  /** The largest change of the density's logarithm over a panel. */
  private static final double STEEPEST = 16;

  /** Where the density times s to that power has fallen to e^−48, 1e-21 of its largest value. */
  private static final double NEGLIGIBLE = 48;

  /** More than the power of s with which K, or any mean of interest, grows. */
  private static final double GROWTH = 6;

  private static final int NODES_PER_PANEL = 12;

  private static final GaussIntegrator RULE =
      new GaussIntegratorFactory().legendre(NODES_PER_PANEL);

  /** Checks the ranges. */
  public PowerLawField {
    Require.finite("exponent", exponent);
    Require.positive("largest - 1", largest - 1);
    Require.finite("largest", largest);
  }

  /**
   * The same with another exponent.
   *
   * @param newExponent α [1]
   */
  public PowerLawField withExponent(double newExponent) {
    return new PowerLawField(newExponent, largest, counting);
  }

  @Override
  public Optional<PowerLawField> powerLaw() {
    return Optional.of(this);
  }

  @Override
  public List<Node> nodes() {
    double whole = Math.log(largest);
    // A steep density has all its weight at one end; what lies farther away adds nothing.
    double steep = Math.max(Math.abs(slope()) - GROWTH, Double.MIN_NORMAL);
    double range = Math.min(whole, NEGLIGIBLE / steep);
    double start = slope() > 0 ? whole - range : 0;
    int panels = (int) Math.ceil(range * Math.max(1 / PANEL, Math.abs(slope()) / STEEPEST));
    double half = 0.5 * range / panels;
    int n = panels * NODES_PER_PANEL;
    double[] x = new double[n];
    double[] w = new double[n];
    double total = 0;
    double mean = 0;
    for (int k = 0; k < n; k++) {
      int i = k % NODES_PER_PANEL;
      double along = half * (2 * (k / NODES_PER_PANEL) + 1 + RULE.getPoint(i));
      x[k] = start + along;
      w[k] = RULE.getWeight(i) * Math.exp(slope() * along - Math.max(slope() * range, 0));
      total += w[k];
      mean += w[k] * x[k];
    }
    mean /= total;
    List<Node> nodes = new ArrayList<>(n);
    for (int k = 0; k < n; k++) {
      // ∂/∂α of e^(−αx)/Σ e^(−αx) is −(x − mean) times it.
      nodes.add(new Node(Math.exp(x[k]), w[k] / total, -w[k] / total * (x[k] - mean)));
    }
    return nodes;
  }

  @Override
  public double upperQuantile(double share) {
    double range = Math.log(largest);
    double b = slope();
    // Of the density e^(bx) on [0, X], the share above x is (1 − e^(−b(X−x)))/(1 − e^(−bX)).
    if (Math.abs(b * range) < 1e-9) {
      return Math.exp(range * (1 - share));
    }
    double below = b > 0 ? -Math.log1p(share * Math.expm1(-b * range)) / b : lowerBranch(b, share);
    return Math.exp(Math.min(Math.max(range - below, 0), range));
  }

  /** X − x for b &lt; 0, where e^(−bX) overflows: from the share below instead. */
  private double lowerBranch(double b, double share) {
    double range = Math.log(largest);
    return range - Math.log1p((1 - share) * Math.expm1(b * range)) / b;
  }

  /** The density over x = ln s is e^(slope x): ds = s dx. */
  private double slope() {
    return 1 - exponent + counting.powerToEnergy();
  }
}

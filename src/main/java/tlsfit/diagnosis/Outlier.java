package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import tlsfit.fit.Fit;
import tlsfit.setup.Loss;

/**
 * A reading that a robust loss puts aside: its residual is larger than that of any of n readings
 * with normal noise would be, but for one fit in twenty (Bonferroni's bound on the largest of n),
 * 3.4 σ of 68 readings. By its weight alone, below one half, two good readings of a hundred would
 * be named in every fit.
 *
 * @param reading its number among the observations
 * @param residual (f(θ) − f)/σ, with the σ in force [1]
 * @param weight with which it counts, between 0 and 1
 */
public record Outlier(int reading, double residual, double weight) {
  /** Share of fits to good readings in which one is named. */
  private static final double MISTAKES = 0.05;

  /** The outliers of a fit, in the order of the readings; none under least squares. */
  public static List<Outlier> of(Fit fit) {
    Loss loss = fit.options().loss();
    List<Outlier> outliers = new ArrayList<>();
    if (loss == Loss.LINEAR) {
      return outliers;
    }
    int n = fit.observations().size();
    double largest = NormalDistribution.of(0, 1).inverseSurvivalProbability(MISTAKES / (2.0 * n));
    for (int i = 0; i < n; i++) {
      double residual = fit.residual(i);
      if (Math.abs(residual) > largest) {
        outliers.add(new Outlier(i, residual, loss.weight(residual)));
      }
    }
    return outliers;
  }
}

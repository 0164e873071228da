package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import tlsfit.fit.Fit;
import tlsfit.measurement.Origin;
import tlsfit.result.Outlier;
import tlsfit.setup.Loss;
import tlsfit.statistics.CriticalValues;
import tlsfit.statistics.SigmaKnowledge;

/**
 * The outliers of a robust fit: readings whose residual is larger than that of any of n readings
 * with normal noise would be, but for one fit in twenty (Bonferroni's bound on the largest of n),
 * 3.4 σ of 68 readings. By its weight alone, below one half, two good readings of a hundred would
 * be named in every fit.
 */
public final class Outliers {
  /** Share of fits to good readings in which one is named. */
  private static final double MISTAKES = 0.05;

  private Outliers() {}

  /** The outliers of a fit, in the order of the readings; none under least squares. */
  public static List<Outlier> of(Fit fit) {
    Loss loss = fit.options().loss();
    List<Outlier> outliers = new ArrayList<>();
    if (loss == Loss.LINEAR) {
      return outliers;
    }
    int n = fit.observations().size();
    double largest = new CriticalValues(1 - MISTAKES, new SigmaKnowledge.Known()).simultaneous(n);
    for (int i = 0; i < n; i++) {
      double residual = fit.residual(i);
      if (Math.abs(residual) > largest) {
        Origin origin = fit.observations().readings().get(i).origin();
        outliers.add(new Outlier(origin.file(), origin.line(), residual, loss.weight(residual)));
      }
    }
    return outliers;
  }
}

package tlsfit.fit;

import java.util.Arrays;
import tlsfit.model.ParameterValues;
import tlsfit.model.Rates;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.statistics.ResidualFunction;

/**
 * The residuals of a model's predictions and their derivatives, at any point of the scaled values:
 * of the readings under the loss in force, and of what is known from elsewhere.
 */
final class ModelResiduals {
  private final ResidualStack stack;
  private final Observations observations;
  private final FitOptions options;
  private final double[][] slow;
  private final double frequencyScale;
  private final boolean searchesDipoleMoment;

  /**
   * Prepares them.
   *
   * @param stack what there is to fit, and how
   * @param frequencyScale by which the frequency and slow changes are scaled [Hz]
   * @param searchesDipoleMoment whether values with no reading at all within the theory are none
   */
  ModelResiduals(ResidualStack stack, double frequencyScale, boolean searchesDipoleMoment) {
    this.stack = stack;
    this.observations = stack.observations();
    this.options = stack.options();
    this.slow = SlowColumns.of(observations, options.slow());
    this.frequencyScale = frequencyScale;
    this.searchesDipoleMoment = searchesDipoleMoment;
  }

  /** Spread of the measured frequencies [Hz]; 1 Hz if they are all the same. */
  static double frequencyScale(Observations observations) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (int i = 0; i < observations.size(); i++) {
      low = Math.min(low, observations.frequency(i));
      high = Math.max(high, observations.frequency(i));
    }
    return high > low ? high - low : 1;
  }

  /** What there is to fit, and how. */
  ResidualStack stack() {
    return stack;
  }

  /** Columns of the slow changes, a row each. */
  double[][] slow() {
    return slow;
  }

  /** By which the frequency and slow changes are scaled [Hz]. */
  double frequencyScale() {
    return frequencyScale;
  }

  /**
   * Whether the model can be evaluated, and is worth it: a fitted dipole moment so large that no
   * reading at all is within the theory is none, in a profile over it either.
   */
  boolean withinDomain(ParameterValues values) {
    boolean anyInside = !searchesDipoleMoment || observations.anyWithinTheory(values);
    return anyInside && observations.largestEta(values) <= Rates.LARGEST_ETA;
  }

  /** Residuals and Jacobian at a point; NaN outside the domain. */
  ResidualFunction.Evaluation evaluate(ScaledValues scaled, double[] point) {
    int n = observations.size();
    int m = scaled.free().size();
    ParameterValues values = scaled.values(point);
    if (!scaled.contains(point) || !withinDomain(values)) {
      double[] residuals = new double[stack.rows()];
      Arrays.fill(residuals, Double.NaN);
      return new ResidualFunction.Evaluation(residuals, new double[residuals.length][point.length]);
    }
    Prediction prediction =
        observations
            .predict(options.model(), values)
            .withSlow(SlowColumns.sum(slow, scaled.slow(point), n));
    double[] factor = new double[m];
    for (int j = 0; j < m; j++) {
      factor[j] = scaled.beyondBounds(point, j) ? 0 : scaled.factor(j, values);
    }
    double[] residuals = stack.residuals(values, scaled.nuisances(point), prediction);
    Loss loss = options.loss();
    double[] slope = new double[n];
    for (int i = 0; i < n; i++) {
      slope[i] = loss.rootSlope(residuals[i]);
      residuals[i] = loss.root(residuals[i]);
    }
    return new ResidualFunction.Evaluation(
        residuals,
        stack.jacobian(
            scaled.free(), factor, values, prediction, slow, frequencyScale, i -> slope[i]));
  }
}

package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.List;
import tlsfit.fit.Fit;
import tlsfit.fit.Prediction;
import tlsfit.fit.SlowColumns;
import tlsfit.statistics.CriticalValues;

/**
 * The confidence and prediction bands of the fitted curve at one reading, pointwise: to first
 * order, from the covariance of the parameters (Seber and Wild, Nonlinear Regression, 1989, section
 * 5.1).
 *
 * @param standardError of the fitted frequency [Hz]
 * @param confidence half-width of the confidence band [Hz]: holds the true curve
 * @param prediction half-width of the prediction band [Hz]: holds another reading with the same σ
 */
public record Band(double standardError, double confidence, double prediction) {

  /**
   * The bands at all readings.
   *
   * @param fit a fit whose parameters are all determined
   * @param level confidence level 1 − α
   */
  public static List<Band> of(Fit fit, double level) {
    double quantile = new CriticalValues(level, fit.sigmaKnowledge()).twoSided();
    double[][] slow = SlowColumns.of(fit.observations(), fit.options().slow());
    double[] errors = standardErrors(fit, fit.prediction(), slow);
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < fit.observations().size(); i++) {
      double sigma = fit.observations().sigma(i) * fit.noiseFactor();
      bands.add(new Band(errors[i], quantile * errors[i], quantile * Math.hypot(errors[i], sigma)));
    }
    return bands;
  }

  /**
   * Standard errors of the frequencies that a fit predicts, without the slow changes of its tables
   * [Hz].
   *
   * @param fit a fit whose parameters are all determined
   * @param prediction by its values, at any settings
   */
  static double[] standardErrors(Fit fit, Prediction prediction) {
    return standardErrors(fit, prediction, new double[0][]);
  }

  /** The same with slow changes, whose columns have a row for each frequency. */
  private static double[] standardErrors(Fit fit, Prediction prediction, double[][] slow) {
    double[][] covariance = fit.covariance();
    int m = fit.free().size();
    double[] errors = new double[prediction.shift().length];
    for (int i = 0; i < errors.length; i++) {
      double[] gradient = new double[covariance.length];
      for (int j = 0; j < m; j++) {
        gradient[j] = prediction.jacobian()[i][fit.free().get(j).column()];
      }
      for (int k = 0; k < fit.nuisances().size(); k++) {
        gradient[m + k] = prediction.byNuisance(i, fit.options().nuisances().get(k).term());
      }
      for (int k = 0; k < slow.length; k++) {
        gradient[fit.columnOfSlow(k)] = slow[k][i];
      }
      double variance = 0;
      for (int j = 0; j < gradient.length; j++) {
        for (int k = 0; k < gradient.length; k++) {
          variance += gradient[j] * gradient[k] * covariance[j][k];
        }
      }
      errors[i] = Math.sqrt(variance);
    }
    return errors;
  }
}

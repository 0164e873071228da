package tlsfit.planning;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tlsfit.fit.Fit;
import tlsfit.fit.SearchRange;
import tlsfit.fit.SlowColumns;
import tlsfit.model.Parameter;
import tlsfit.model.Scale;
import tlsfit.statistics.JacobianAnalysis;

/**
 * What the present readings tell of the parameters, and what more would, in the linear
 * approximation at the fitted values: Fisher's information, through the covariance of J with the
 * rows of new readings below it. ln χ and ln p have a weak prior, so that nothing is singular.
 */
final class ExpectedInformation {
  /** Standard deviation of the prior of ln χ and ln p. */
  static final double PRIOR = 3;

  /** The prior of 1/T10, in rates at which η is 1. */
  private static final double RATE_PRIOR = 100;

  private final Fit fit;
  private final List<Parameter> parameters;
  private final double[][] covariance;
  private final double sigma;

  /**
   * The information of a fit.
   *
   * @param fit the fit
   * @param relaxation whether the relaxation rate counts as unknown, though it was not fitted
   */
  ExpectedInformation(Fit fit, boolean relaxation) {
    this.fit = fit;
    Set<Parameter> free = EnumSet.noneOf(Parameter.class);
    free.addAll(fit.free());
    if (relaxation) {
      free.add(Parameter.RELAXATION_TIME);
    }
    parameters = List.copyOf(free);
    sigma = fit.typicalSigma();
    int n = fit.observations().size();
    int m = parameters.size();
    double noise = Math.sqrt(fit.noiseVariance());
    double[][] slow = SlowColumns.of(fit.observations(), fit.options().slow());
    double[][] rows = new double[n + m][m + slow.length];
    for (int i = 0; i < n; i++) {
      double scale = noise * fit.observations().sigma(i);
      for (int j = 0; j < m; j++) {
        rows[i][j] = fit.prediction().jacobian()[i][parameters.get(j).column()] / scale;
      }
      for (int k = 0; k < slow.length; k++) {
        rows[i][m + k] = slow[k][i] / scale;
      }
    }
    for (int j = 0; j < m; j++) {
      rows[n + j][j] = 1 / prior(parameters.get(j));
    }
    covariance = new JacobianAnalysis(rows).covariance();
  }

  private double prior(Parameter parameter) {
    if (parameter.scaledIsNumber()) {
      return PRIOR;
    }
    return parameter.scale() == Scale.RATE
        ? RATE_PRIOR
            * SearchRange.relaxationRateUnit(fit.observations(), fit.values().dipoleMoment())
        : fit.values().referenceFrequency();
  }

  /** The standard deviation [Hz] that a new reading is taken to have: the median of the present. */
  double sigma() {
    return sigma;
  }

  /** Standard error of a parameter's scaled value from the present readings. */
  double before(Parameter parameter) {
    int j = parameters.indexOf(parameter);
    return Math.sqrt(covariance[j][j]);
  }

  /**
   * The same with new readings at one point, by the formula of Sherman and Morrison.
   *
   * @param derivatives of the frequency there by all parameters' scaled values
   * @param readings their number
   */
  double after(Parameter parameter, double[] derivatives, int readings) {
    int m = parameters.size();
    int target = parameters.indexOf(parameter);
    double[] step = new double[m]; // C j
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        step[i] += covariance[i][j] * derivatives[parameters.get(j).column()];
      }
    }
    double spread = sigma * sigma / readings;
    for (int i = 0; i < m; i++) {
      spread += step[i] * derivatives[parameters.get(i).column()];
    }
    double variance = covariance[target][target] - step[target] * step[target] / spread;
    return Math.sqrt(Math.max(variance, 0));
  }
}

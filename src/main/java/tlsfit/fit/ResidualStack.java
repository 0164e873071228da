package tlsfit.fit;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Prior;

/**
 * The residual vector of a least-squares problem and its Jacobian: readings, priors, nuisance
 * parameters, one below the other. Minimisation and covariance both take them from here.
 *
 * @param observations the readings
 * @param options how they are fitted
 * @param withPrior the parameters that have a row for their prior, in order
 */
record ResidualStack(Observations observations, FitOptions options, List<Parameter> withPrior) {
  ResidualStack {
    withPrior = List.copyOf(withPrior);
  }

  /** Number of rows. */
  int rows() {
    return observations.size() + withPrior.size() + options.nuisances().size();
  }

  private static double shift(Prediction prediction, int i) {
    return prediction.shift()[i] + prediction.slow()[i];
  }

  /** Row of the first nuisance parameter. */
  private int firstNuisance() {
    return observations.size() + withPrior.size();
  }

  /**
   * The residuals [1]: readings in units of σ, then how far priors and nuisance parameters are from
   * what is known of them, in standard uncertainties.
   *
   * @param values the parameters
   * @param nuisances the nuisance parameters
   * @param prediction the model there, with the slow changes
   * @return as many as there are {@link #rows}
   */
  double[] residuals(ParameterValues values, List<Double> nuisances, Prediction prediction) {
    double[] residuals = new double[rows()];
    for (int i = 0; i < observations.size(); i++) {
      residuals[i] = observations.residual(i, values.referenceFrequency(), shift(prediction, i));
    }
    for (int k = 0; k < withPrior.size(); k++) {
      Parameter parameter = withPrior.get(k);
      Prior prior = options.findPrior(parameter).orElseThrow();
      residuals[observations.size() + k] = (values.get(parameter) - prior.value()) / prior.sigma();
    }
    for (int k = 0; k < nuisances.size(); k++) {
      residuals[firstNuisance() + k] = nuisances.get(k) - options.nuisances().get(k).centre();
    }
    return residuals;
  }

  /**
   * Derivatives of the residuals by variables that each move one parameter, then by the nuisance
   * parameters, then by the amplitudes of slow changes.
   *
   * @param columns the parameter that each variable moves
   * @param factor derivative of its scaled value by the variable, one for each of these
   * @param values the parameters
   * @param prediction the model there
   * @param slow columns of the slow changes, a row each, n numbers
   * @param slowFactor derivative of their amplitudes by the variables [Hz]
   * @param weight by which to multiply the row of a reading [1]
   * @return {@link #rows} rows; a column for each variable, each nuisance parameter, each slow
   *     change
   */
  double[][] jacobian(
      List<Parameter> columns,
      double[] factor,
      ParameterValues values,
      Prediction prediction,
      double[][] slow,
      double slowFactor,
      IntToDoubleFunction weight) {
    int m = columns.size();
    int nuisances = options.nuisances().size();
    double[][] jacobian = new double[rows()][m + nuisances + slow.length];
    for (int i = 0; i < observations.size(); i++) {
      double slope = weight.applyAsDouble(i) / observations.sigma(i);
      for (int j = 0; j < m; j++) {
        jacobian[i][j] = prediction.jacobian()[i][columns.get(j).column()] * factor[j] * slope;
      }
      for (int k = 0; k < nuisances; k++) {
        jacobian[i][m + k] = prediction.byNuisance(i, options.nuisances().get(k).term()) * slope;
      }
      for (int k = 0; k < slow.length; k++) {
        jacobian[i][m + nuisances + k] = slow[k][i] * slowFactor * slope;
      }
    }
    for (int k = 0; k < withPrior.size(); k++) {
      Parameter parameter = withPrior.get(k);
      int j = columns.indexOf(parameter);
      if (j >= 0) { // else it is fixed for now
        double sigma = options.findPrior(parameter).orElseThrow().sigma();
        jacobian[observations.size() + k][j] = factor[j] * values.derivative(parameter) / sigma;
      }
    }
    for (int k = 0; k < nuisances; k++) {
      jacobian[firstNuisance() + k][m + k] = 1;
    }
    return jacobian;
  }
}

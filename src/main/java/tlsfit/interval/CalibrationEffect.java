package tlsfit.interval;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tlsfit.fit.JacobianAnalysis;
import tlsfit.fit.Optimum;
import tlsfit.fit.Parameter;
import tlsfit.measurement.CalibrationTerm;

/**
 * What one uncertain number of the calibration does to the fitted parameters. It shifts all
 * readings together, so that no scatter shows it and no more readings reduce it: it is told apart
 * from the statistical error.
 *
 * @param source what is uncertain
 * @param change change of each free parameter in its own unit when the number grows by one standard
 *     uncertainty
 */
public record CalibrationEffect(String source, Map<Parameter, Double> change) {

  /**
   * The effects of all terms, to first order: the fields change by factors e^a and e^b, and the fit
   * answers with the step that makes the residuals orthogonal to the Jacobian again.
   *
   * @param optimum the fit, all of whose parameters must be determined
   * @param terms what the calibration leaves uncertain
   */
  public static List<CalibrationEffect> of(Optimum optimum, List<CalibrationTerm> terms) {
    JacobianAnalysis analysis = new JacobianAnalysis(optimum.weightedJacobian());
    return terms.stream().map(term -> of(optimum, analysis, term)).toList();
  }

  private static CalibrationEffect of(
      Optimum optimum, JacobianAnalysis analysis, CalibrationTerm term) {
    int n = optimum.observations().size();
    double[] moved = new double[n];
    for (int i = 0; i < n; i++) {
      moved[i] =
          optimum.prediction().byPull(i, term)
              * optimum.rowWeight(i)
              / optimum.observations().sigma(i);
    }
    double[] step = analysis.solve(moved);
    Map<Parameter, Double> change = new EnumMap<>(Parameter.class);
    for (int j = 0; j < optimum.free().size(); j++) {
      Parameter parameter = optimum.free().get(j);
      double byCoordinate = optimum.values().byCoordinate(parameter);
      change.put(parameter, -step[j] * byCoordinate);
    }
    return new CalibrationEffect(term.source(), change);
  }
}

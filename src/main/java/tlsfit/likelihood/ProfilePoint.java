package tlsfit.likelihood;

import java.util.List;
import tlsfit.model.ParameterValues;

/**
 * A point of the profile of a parameter: all others refitted at one value of it.
 *
 * @param scaled its scaled value
 * @param rise of χ² above the fit's, in noise variances [1]; infinite where no model can be
 *     evaluated
 * @param values of all parameters
 * @param nuisances the nuisance parameters [1]
 */
public record ProfilePoint(
    double scaled, double rise, ParameterValues values, List<Double> nuisances) {
  /** Copies the list. */
  public ProfilePoint {
    nuisances = List.copyOf(nuisances);
  }

  /** Root of the rise [standard errors]; 0 below the fit. */
  double root() {
    return Math.sqrt(Math.max(rise, 0));
  }
}

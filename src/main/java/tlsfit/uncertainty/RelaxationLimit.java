package tlsfit.uncertainty;

import java.util.OptionalDouble;
import tlsfit.fit.Fit;
import tlsfit.model.Parameter;

/**
 * The shortest relaxation time that data still allow which do not show relaxation: a one-sided
 * limit from the profile of χ² over 1/T10, all other parameters refitted at each rate.
 */
public final class RelaxationLimit {
  private RelaxationLimit() {}

  /**
   * The lower limit of T10 [s]; empty if even very fast relaxation fits.
   *
   * @param fit a fit without relaxation
   * @param level one-sided confidence level
   */
  public static OptionalDouble lower(Fit fit, double level) {
    double quantile = Quantile.oneSided(fit, level);
    double rate = new Profile(fit).end(Parameter.RELAXATION_TIME, 1, quantile);
    return Double.isInfinite(rate) ? OptionalDouble.empty() : OptionalDouble.of(1 / rate);
  }
}

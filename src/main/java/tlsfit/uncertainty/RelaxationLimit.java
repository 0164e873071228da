package tlsfit.uncertainty;

import java.util.OptionalDouble;
import tlsfit.fit.Fit;
import tlsfit.model.Parameter;
import tlsfit.result.Interval;
import tlsfit.result.ParameterEstimate;
import tlsfit.statistics.CriticalValues;

/**
 * The shortest relaxation time that data still allow which do not show relaxation: a one-sided
 * limit from the profile likelihood over 1/T10, all other parameters refitted at each rate.
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
    double quantile = new CriticalValues(level, fit.sigmaKnowledge()).oneSided();
    double rate = new Profile(fit).end(Parameter.RELAXATION_TIME, 1, quantile).scaled();
    return Double.isInfinite(rate) ? OptionalDouble.empty() : OptionalDouble.of(1 / rate);
  }

  /**
   * The estimate of a relaxation time that is not determined.
   *
   * @param limit its lower limit [s]; empty where there is none, or none was asked for
   * @param method how the limit was made
   */
  static ParameterEstimate estimate(double level, String method, OptionalDouble limit) {
    return new ParameterEstimate(
        Parameter.RELAXATION_TIME.key(),
        Parameter.RELAXATION_TIME.unit(),
        null,
        null,
        new Interval(level, method, limit.isPresent() ? limit.getAsDouble() : null, null),
        false,
        false);
  }
}

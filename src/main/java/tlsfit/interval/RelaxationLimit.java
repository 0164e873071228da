package tlsfit.interval;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import tlsfit.fit.FitOptions;
import tlsfit.fit.Fitter;
import tlsfit.fit.Optimum;
import tlsfit.fit.Parameter;

/**
 * The shortest relaxation time that data still allow which do not show relaxation: a one-sided
 * limit from the profile of χ² over 1/T10, all other parameters refitted at each rate.
 */
public final class RelaxationLimit {
  /** Steps by which the rate is raised until the limit is passed. */
  private static final double FACTOR = 3;

  private static final double ACCURACY = 1e-4;

  private RelaxationLimit() {}

  /**
   * The lower limit of T10 [s]; empty if even very fast relaxation fits.
   *
   * @param optimum a fit without relaxation
   * @param level one-sided confidence level
   */
  public static OptionalDouble lower(Optimum optimum, double level) {
    double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(level);
    double allowed = optimum.chiSquare() + z * z * optimum.noiseVariance();
    double scale = optimum.values().referenceFrequency();
    double low = 0;
    double high = 1e-9 * scale;
    while (chiSquare(optimum, high) < allowed) {
      low = high;
      high *= FACTOR;
      if (high > scale) {
        return OptionalDouble.empty();
      }
    }
    while (high - low > ACCURACY * high) {
      double middle = 0.5 * (low + high);
      if (chiSquare(optimum, middle) < allowed) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalDouble.of(1 / high);
  }

  private static double chiSquare(Optimum optimum, double rate) {
    FitOptions held = optimum.options().withFixed(Parameter.RELAXATION_TIME, 1 / rate);
    return Fitter.refit(
            optimum.observations(),
            held,
            optimum.values().with(Parameter.RELAXATION_TIME, 1 / rate))
        .chiSquare();
  }
}

package tlsfit.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several samples fitted jointly with parameters common to all, beside fits of their own.
 *
 * @param samples names of those that were fitted
 * @param shared the common parameters
 * @param values of all parameters of each sample [SI], in the order of the samples
 * @param nuisances how far the numbers of the calibration moved [standard uncertainties]
 * @param readings of all samples
 * @param chiSquare of the joint fit
 * @param separateChiSquare of the separate ones, with the same calibration in common
 * @param pValue probability of as large a difference where the parameters are common to all
 * @param degreesOfFreedom of that test
 * @param aicc Akaike's criterion of the joint fit, corrected for few readings; null where there is
 *     none
 * @param separateAicc that of the separate ones
 */
public record JointRefit(
    List<String> samples,
    List<Common> shared,
    List<Map<String, Double>> values,
    Map<String, Double> nuisances,
    int readings,
    double chiSquare,
    double separateChiSquare,
    double pValue,
    int degreesOfFreedom,
    @Nullable Double aicc,
    @Nullable Double separateAicc) {

  /**
   * A common parameter.
   *
   * @param name its name
   * @param unit SI unit
   * @param value best value
   * @param standardError one standard error, with the calibration
   * @param interval from its profile, with the calibration
   * @param profile Δχ² over its values
   */
  public record Common(
      String name,
      String unit,
      double value,
      double standardError,
      Interval interval,
      List<Point> profile) {}

  /**
   * A point of a profile.
   *
   * @param value of the parameter [SI]
   * @param rise Δχ² above the best joint fit [1]
   */
  public record Point(double value, double rise) {}
}

package tlsfit.result;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one standard uncertainty of a number of the calibration does, on logarithmic scales, and
 * which number it is: two samples that share it are wrong by it together.
 *
 * @param name its key in the sample file, such as {@code attenuation}
 * @param id what the sample file calls the number itself, such as the name of a line; empty where
 *     it has no name
 * @param ofResonator whether it belongs to the resonator, and not to the line that leads there
 * @param acField change of ln F_AC of all readings [1]
 * @param biasRate change of ln dF_DC/dt of all readings [1]
 * @param logarithms change of the logarithm of each parameter, by its name [1]: the derivative by
 *     the number in its standard uncertainties
 */
public record CalibrationEffect(
    String name,
    String id,
    boolean ofResonator,
    double acField,
    double biasRate,
    Map<String, Double> logarithms) {

  /** Copies the map. */
  public CalibrationEffect {
    logarithms = Collections.unmodifiableMap(new TreeMap<>(logarithms));
  }

  /** The same number with other changes of the parameters. */
  public CalibrationEffect with(Map<String, Double> changes) {
    return new CalibrationEffect(name, id, ofResonator, acField, biasRate, changes);
  }
}

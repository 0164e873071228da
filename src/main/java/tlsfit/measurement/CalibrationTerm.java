package tlsfit.measurement;

import java.util.Map;
import java.util.Set;
import tlsfit.result.CalibrationEffect;

/**
 * One uncertain number of the calibration, as what one standard uncertainty of it does to the
 * fields of all readings together. The terms are independent of each other.
 *
 * @param source what is uncertain, with its value, e.g. "attenuation 78 dB ± 1 dB"
 * @param acField change of ln F_AC [1] when the number grows by one standard uncertainty
 * @param biasRate change of ln dF_DC/dt [1] likewise
 * @param name its key in the sample file, such as {@code attenuation}
 * @param id what the sample file calls the number itself; empty where it has no name
 */
public record CalibrationTerm(
    String source, double acField, double biasRate, String name, String id) {
  /** Numbers of the resonator; the others are of the line that leads there. */
  private static final Set<String> OF_RESONATOR =
      Set.of("coupling-q", "loaded-q", "frequency", "capacitance", "gap");

  /** A number without a name of its own. */
  public CalibrationTerm(String source, double acField, double biasRate) {
    this(source, acField, biasRate, source.split(" ", 2)[0], "");
  }

  /** The same number with a name of its own. */
  public CalibrationTerm withId(String own) {
    return new CalibrationTerm(source, acField, biasRate, name, own);
  }

  /**
   * What it does to parameters.
   *
   * @param logarithms change of the logarithm of each, by its name
   */
  public CalibrationEffect effect(Map<String, Double> logarithms) {
    return new CalibrationEffect(
        name, id, OF_RESONATOR.contains(name), acField, biasRate, logarithms);
  }
}

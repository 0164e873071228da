package tlsfit.fit;

import java.util.EnumMap;
import java.util.Map;
import tlsfit.model.ShiftModel;

/**
 * How to fit.
 *
 * @param model the model of the shift
 * @param relaxation whether relaxation is part of it
 * @param noise what is known of σ
 * @param fixed parameters that are held, with their values in their own SI units
 */
public record FitOptions(
    ShiftModel model, Relaxation relaxation, Noise noise, Map<Parameter, Double> fixed) {
  public FitOptions {
    EnumMap<Parameter, Double> copy = new EnumMap<>(Parameter.class);
    copy.putAll(fixed);
    fixed = copy;
  }

  /** The usual fit of a model: relaxation decided by the data, nothing held. */
  public static FitOptions of(ShiftModel model, Noise noise) {
    return new FitOptions(model, Relaxation.AUTO, noise, Map.of());
  }

  /** These options with another choice of relaxation. */
  public FitOptions withRelaxation(Relaxation choice) {
    return new FitOptions(model, choice, noise, fixed);
  }

  /** These options with another model. */
  public FitOptions withModel(ShiftModel other) {
    return new FitOptions(other, relaxation, noise, fixed);
  }

  /**
   * These options with one more parameter held.
   *
   * @param value in the parameter's own SI unit
   */
  public FitOptions withFixed(Parameter parameter, double value) {
    Map<Parameter, Double> more = new EnumMap<>(Parameter.class);
    more.putAll(fixed);
    more.put(parameter, value);
    return new FitOptions(model, relaxation, noise, more);
  }
}

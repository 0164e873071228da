package tlsfit.fit;

import java.util.EnumMap;
import java.util.Map;
import tlsfit.model.DistributedModel;
import tlsfit.model.PowerLawField;
import tlsfit.model.ShiftModel;

/**
 * How to fit.
 *
 * <p>Of a {@link DistributedModel} the width of the dipole moments and the exponent of the local
 * fields are parameters, which start from what the model has; a width of 0 stays 0.
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

  /** The width of the dipole moments and the exponent of the local fields that the model has. */
  ParameterValues shape(ParameterValues values) {
    if (!(model instanceof DistributedModel distributed)) {
      return values;
    }
    ParameterValues shaped =
        values.with(
            Parameter.DIPOLE_WIDTH,
            fixed.getOrDefault(Parameter.DIPOLE_WIDTH, distributed.dipoleWidth()));
    return distributed.field() instanceof PowerLawField power
        ? shaped.with(
            Parameter.FIELD_EXPONENT,
            fixed.getOrDefault(Parameter.FIELD_EXPONENT, power.exponent()))
        : shaped;
  }

  /** Whether a parameter has a meaning in the model. */
  boolean applies(Parameter parameter) {
    boolean distributed = model instanceof DistributedModel;
    return switch (parameter) {
      case DIPOLE_WIDTH -> distributed && ((DistributedModel) model).dipoleWidth() > 0;
      case FIELD_EXPONENT ->
          distributed && ((DistributedModel) model).field() instanceof PowerLawField;
      case CHI, DIPOLE_MOMENT, RELAXATION_TIME, REFERENCE_FREQUENCY -> true;
    };
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

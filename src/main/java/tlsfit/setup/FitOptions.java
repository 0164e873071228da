package tlsfit.setup;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.ShiftModel;

/**
 * The options of a fit in force: model, noise, loss, constraints, nuisance parameters.
 *
 * <p>Of a distributed model the width of the dipole moments and the exponent of the local fields
 * are parameters, which start from what the model has; a width of 0 stays 0.
 *
 * @param model the model of the shift
 * @param relaxation whether relaxation is part of it
 * @param noise what is known of σ
 * @param fixed parameters that are fixed, with their values in their own SI units
 * @param bounds ranges of parameters
 * @param priors what is known of parameters beforehand
 * @param loss how residuals count
 * @param nuisances numbers of the calibration that are fitted jointly
 * @param slow slow changes of single tables that are fitted jointly
 */
public record FitOptions(
    ShiftModel model,
    Relaxation relaxation,
    Noise noise,
    Map<Parameter, Double> fixed,
    Map<Parameter, Bounds> bounds,
    Map<Parameter, Prior> priors,
    Loss loss,
    List<NuisanceParameter> nuisances,
    List<SlowChange> slow) {
  public FitOptions {
    fixed = copy(fixed);
    bounds = copy(bounds);
    priors = copy(priors);
    nuisances = List.copyOf(nuisances);
    slow = List.copyOf(slow);
  }

  private static <V> Map<Parameter, V> copy(Map<Parameter, V> map) {
    EnumMap<Parameter, V> copy = new EnumMap<>(Parameter.class);
    copy.putAll(map);
    return copy;
  }

  /** The usual fit of a model: least squares, relaxation decided by the data, nothing fixed. */
  public static FitOptions of(ShiftModel model, Noise noise) {
    return new FitOptions(
        model,
        Relaxation.AUTO,
        noise,
        Map.of(),
        Map.of(),
        Map.of(),
        Loss.LINEAR,
        List.of(),
        List.of());
  }

  /** The bounds of a parameter; none where none were given. */
  public Bounds boundsOf(Parameter parameter) {
    return bounds.getOrDefault(parameter, Bounds.NONE);
  }

  /** What is known of a parameter beforehand. */
  public Optional<Prior> findPrior(Parameter parameter) {
    return Optional.ofNullable(priors.get(parameter));
  }

  /** Values moved to the nearest ones within the bounds; fixed parameters stay. */
  public ParameterValues clamp(ParameterValues values) {
    ParameterValues clamped = values;
    for (Map.Entry<Parameter, Bounds> bound : bounds.entrySet()) {
      if (fixed.containsKey(bound.getKey())) {
        continue;
      }
      double value = values.get(bound.getKey());
      double inside = bound.getValue().clamp(value);
      if (inside != value) {
        clamped = clamped.with(bound.getKey(), inside);
      }
    }
    return clamped;
  }

  /** Whether T10 must be finite: something is known of it. */
  public boolean needsRelaxation() {
    return priors.containsKey(Parameter.RELAXATION_TIME)
        || Double.isFinite(boundsOf(Parameter.RELAXATION_TIME).upper());
  }

  /** Whether the relaxation rate is a parameter of the fit. */
  public boolean fitsRelaxation() {
    return !fixed.containsKey(Parameter.RELAXATION_TIME)
        && (relaxation != Relaxation.OFF || needsRelaxation());
  }

  /**
   * Whether the size of σ must be estimated jointly with the parameters. Where it is only one
   * common factor of all there is to minimise, it need not: it leaves the minimum where it is.
   */
  public boolean scalesNoise() {
    boolean unknown = !(noise instanceof Noise.Absolute);
    boolean absoluteTerms = !priors.isEmpty() || !nuisances.isEmpty() || loss != Loss.LINEAR;
    return noise instanceof Noise.PerTable || (unknown && absoluteTerms);
  }

  /** The width of the dipole moments and the exponent of the local fields that the model has. */
  public ParameterValues shape(ParameterValues values) {
    return model.startingShape(values, fixed);
  }

  /** Whether a parameter has a meaning in the model. */
  public boolean applies(Parameter parameter) {
    return model.parameters().contains(parameter);
  }

  /** These options with another choice of relaxation. */
  public FitOptions withRelaxation(Relaxation choice) {
    return new FitOptions(model, choice, noise, fixed, bounds, priors, loss, nuisances, slow);
  }

  /** These options with another model. */
  public FitOptions withModel(ShiftModel other) {
    return new FitOptions(other, relaxation, noise, fixed, bounds, priors, loss, nuisances, slow);
  }

  /** These options with another knowledge of σ. */
  public FitOptions withNoise(Noise other) {
    return new FitOptions(model, relaxation, other, fixed, bounds, priors, loss, nuisances, slow);
  }

  /** These options with another loss. */
  public FitOptions withLoss(Loss other) {
    return new FitOptions(model, relaxation, noise, fixed, bounds, priors, other, nuisances, slow);
  }

  /**
   * These options with the calibration fitted jointly: a nuisance parameter for each of its terms.
   */
  public FitOptions withCalibration(List<CalibrationTerm> terms) {
    return withNuisances(terms.stream().map(term -> new NuisanceParameter(term, 0)).toList());
  }

  /** These options with other nuisance parameters. */
  public FitOptions withNuisances(List<NuisanceParameter> others) {
    return new FitOptions(model, relaxation, noise, fixed, bounds, priors, loss, others, slow);
  }

  /** These options with other slow changes of tables. */
  public FitOptions withSlow(List<SlowChange> others) {
    return new FitOptions(model, relaxation, noise, fixed, bounds, priors, loss, nuisances, others);
  }

  /**
   * These options with one more parameter fixed; its bounds and prior no longer count.
   *
   * @param value in the parameter's own SI unit
   */
  public FitOptions withFixed(Parameter parameter, double value) {
    return new FitOptions(
        model,
        relaxation,
        noise,
        with(fixed, parameter, value),
        bounds,
        priors,
        loss,
        nuisances,
        slow);
  }

  /** These options with other fixed parameters, at values in their own SI units. */
  public FitOptions withFixed(Map<Parameter, Double> others) {
    return new FitOptions(model, relaxation, noise, others, bounds, priors, loss, nuisances, slow);
  }

  /** These options with bounds of one more parameter. */
  public FitOptions withBounds(Parameter parameter, Bounds range) {
    return new FitOptions(
        model,
        relaxation,
        noise,
        fixed,
        with(bounds, parameter, range),
        priors,
        loss,
        nuisances,
        slow);
  }

  /** These options with other prior knowledge. */
  public FitOptions withPriors(Map<Parameter, Prior> others) {
    return new FitOptions(model, relaxation, noise, fixed, bounds, others, loss, nuisances, slow);
  }

  /** These options without any bounds of parameters. */
  public FitOptions withoutBounds() {
    return new FitOptions(model, relaxation, noise, fixed, Map.of(), priors, loss, nuisances, slow);
  }

  /** These options with prior knowledge of one more parameter. */
  public FitOptions withPrior(Parameter parameter, Prior prior) {
    return new FitOptions(
        model,
        relaxation,
        noise,
        fixed,
        bounds,
        with(priors, parameter, prior),
        loss,
        nuisances,
        slow);
  }

  private static <V> Map<Parameter, V> with(Map<Parameter, V> map, Parameter key, V value) {
    Map<Parameter, V> more = copy(map);
    more.put(key, value);
    return more;
  }
}

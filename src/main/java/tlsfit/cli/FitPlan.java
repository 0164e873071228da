package tlsfit.cli;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.FitSettings;
import tlsfit.model.DistributedModel;
import tlsfit.model.Parameter;
import tlsfit.model.ShiftModel;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.setup.Prior;
import tlsfit.setup.Relaxation;

/**
 * How one sample is to be fitted: as the command line says, and where it says nothing, as the
 * sample file does.
 *
 * @param held parameters that are held, with their values
 * @param bounds ranges of parameters
 * @param priors what is known of parameters
 * @param sigma what the σ in the tables are
 * @param loss how residuals count
 * @param calibration whether the calibration is fitted along
 */
record FitPlan(
    Map<Parameter, Double> held,
    Map<Parameter, Bounds> bounds,
    Map<Parameter, Prior> priors,
    NoiseChoice sigma,
    Loss loss,
    boolean calibration) {

  /** What the command line alone says. */
  static FitPlan of(Map<Parameter, Double> held, NoiseChoice sigma, ConstraintOptions options) {
    @Nullable Loss loss = options.loss();
    return new FitPlan(
        held,
        options.bounds(),
        options.priors(),
        sigma,
        loss == null ? Loss.LINEAR : loss,
        options.calibration().orElse(false));
  }

  /**
   * This plan with what a sample file says where the command line says nothing. A parameter that it
   * holds, bounds or has a prior of is held no more by the file, and the other way round.
   */
  FitPlan with(FitSettings file, ConstraintOptions options, Relaxation relaxation) {
    Map<Parameter, Double> allHeld = copy(held);
    Map<Parameter, Bounds> allBounds = copy(bounds);
    Map<Parameter, Prior> allPriors = copy(priors);
    for (Parameter parameter : Parameter.values()) {
      if (held.containsKey(parameter)
          || (parameter == Parameter.RELAXATION_TIME && relaxation == Relaxation.OFF)) {
        continue;
      }
      @Nullable Double value = file.fix().get(parameter.key());
      if (value != null && !bounds.containsKey(parameter) && !priors.containsKey(parameter)) {
        allHeld.put(parameter, value);
      }
      Optional.ofNullable(file.bound().get(parameter.key()))
          .ifPresent(
              range -> allBounds.putIfAbsent(parameter, new Bounds(range.lower(), range.upper())));
      Optional.ofNullable(file.prior().get(parameter.key()))
          .ifPresent(
              known ->
                  allPriors.putIfAbsent(parameter, new Prior(known.value(), known.uncertainty())));
    }
    boolean along =
        options.calibration().orElseGet(() -> file.calibration().equals(Optional.of("fit")));
    return new FitPlan(
        allHeld,
        allBounds,
        allPriors,
        sigma == NoiseChoice.AUTO ? file.sigma().map(NoiseChoice::ofKey).orElse(sigma) : sigma,
        options.loss() == null ? file.loss().flatMap(Loss::find).orElse(loss) : loss,
        along);
  }

  private static <V> Map<Parameter, V> copy(Map<Parameter, V> map) {
    Map<Parameter, V> copy = new EnumMap<>(Parameter.class);
    copy.putAll(map);
    return copy;
  }

  /** Why the command line's options exclude each other; empty where they do not. */
  Optional<String> conflict(Relaxation relaxation) {
    Map<String, Map<Parameter, ?>> more = new TreeMap<>(Map.of("--bound", bounds));
    more.put("--prior", priors);
    for (Map.Entry<String, Map<Parameter, ?>> option : more.entrySet()) {
      for (Parameter parameter : option.getValue().keySet()) {
        if (held.containsKey(parameter)) {
          return Optional.of(
              "--fix and " + option.getKey() + " exclude each other for " + parameter.key());
        }
        if (parameter == Parameter.RELAXATION_TIME && relaxation == Relaxation.OFF) {
          return Optional.of(
              option.getKey() + " relaxationTime and --relaxation off exclude each other");
        }
      }
    }
    return Optional.empty();
  }

  /** Why a model has no such parameter; empty where it has all. */
  Optional<String> without(ShiftModel model) {
    FitOptions options = FitOptions.of(model, new Noise.FromScatter());
    for (Parameter parameter : Parameter.values()) {
      boolean named = bounds.containsKey(parameter) || priors.containsKey(parameter);
      if (named && !options.applies(parameter)) {
        String needed =
            parameter == Parameter.DIPOLE_WIDTH ? "--dipole-width" : "--field-power-law LARGEST";
        return Optional.of("a bound or prior of " + parameter.key() + " needs " + needed);
      }
    }
    Bounds width = bounds.getOrDefault(Parameter.DIPOLE_WIDTH, Bounds.NONE);
    return width.lower() >= DistributedModel.LARGEST_WIDTH
        ? Optional.of("dipoleWidth up to " + DistributedModel.LARGEST_WIDTH + " is taken")
        : Optional.empty();
  }

  /**
   * The options of the fit.
   *
   * @param noise what is known of σ, by {@link #sigma}
   * @param terms what the calibration leaves uncertain
   */
  FitOptions options(
      ShiftModel model, Relaxation relaxation, Noise noise, List<CalibrationTerm> terms) {
    FitOptions options =
        FitOptions.of(model, noise).withRelaxation(relaxation).withFixed(held).withLoss(loss);
    for (Map.Entry<Parameter, Bounds> one : bounds.entrySet()) {
      options = options.withBounds(one.getKey(), one.getValue());
    }
    for (Map.Entry<Parameter, Prior> one : priors.entrySet()) {
      options = options.withPrior(one.getKey(), one.getValue());
    }
    return calibration ? options.withCalibration(terms) : options;
  }

  /** The options in force, for the result. */
  Map<String, String> inForce() {
    Map<String, String> options = new HashMap<>();
    options.put("loss", loss.key());
    options.put("calibration", calibration ? "fit" : "apart");
    held.forEach(
        (parameter, value) ->
            options.put("fix " + parameter.key(), value + " " + parameter.unit()));
    bounds.forEach(
        (parameter, range) ->
            options.put(
                "bound " + parameter.key(),
                end(range.lower()) + ".." + end(range.upper()) + " " + parameter.unit()));
    priors.forEach(
        (parameter, known) ->
            options.put(
                "prior " + parameter.key(),
                known.value() + " +- " + known.sigma() + " " + parameter.unit()));
    return options;
  }

  private static String end(double value) {
    return Double.isInfinite(value) ? "" : String.format(Locale.ROOT, "%s", value);
  }
}

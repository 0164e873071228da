package tlsfit.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;
import tlsfit.model.Parameter;
import tlsfit.result.FitResult;
import tlsfit.result.FittedReading;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.PriorKnowledge;
import tlsfit.setup.FitOptions;
import tlsfit.setup.ModelChoice;
import tlsfit.setup.Noise;
import tlsfit.setup.Prior;
import tlsfit.setup.Relaxation;

/**
 * A sample as its result keeps it: the readings with their fields and the σ that were in force, and
 * how they were fitted.
 *
 * @param measurement the readings; the calibration is in the fields already
 * @param options how they were fitted
 */
public record SavedSample(Measurement measurement, FitOptions options) {

  /**
   * Takes it from a result.
   *
   * @return empty where the result does not hold all that is needed: of a robust loss, slow
   *     changes, or distributions
   */
  public static Optional<SavedSample> of(FitResult result) {
    Optional<ModelChoice> model = ModelChoice.find(result.model());
    boolean plain =
        result.statistics().loss().equals("linear")
            && result.slowChanges().isEmpty()
            && result.findParameter(Parameter.DIPOLE_WIDTH.key()).isEmpty()
            && result.findParameter(Parameter.FIELD_EXPONENT.key()).isEmpty();
    if (model.isEmpty() || !plain || result.readings().isEmpty()) {
      return Optional.empty();
    }
    FitOptions options = FitOptions.of(model.get().make(), noise(result.statistics().noise()));
    if ("off".equals(result.provenance().options().get("relaxation"))) {
      options = options.withRelaxation(Relaxation.OFF);
    }
    for (ParameterEstimate estimate : result.parameters()) {
      Parameter parameter = Parameter.of(estimate.name());
      @Nullable Double value = estimate.value();
      @Nullable PriorKnowledge prior = estimate.prior();
      if (estimate.fixed() && value != null) {
        options = options.withFixed(parameter, value);
      } else if (prior != null) {
        options = options.withPrior(parameter, new Prior(prior.value(), prior.sigma()));
      }
    }
    return Optional.of(new SavedSample(measurement(result), options));
  }

  private static Noise noise(String name) {
    return switch (name) {
      case "relative" -> new Noise.Relative();
      case "from-scatter" -> new Noise.FromScatter();
      default -> new Noise.Absolute(); // the σ in force are scaled already
    };
  }

  private static Measurement measurement(FitResult result) {
    Map<String, List<Reading>> tables = new LinkedHashMap<>();
    for (FittedReading reading : result.readings()) {
      tables.computeIfAbsent(reading.file(), file -> new ArrayList<>()).add(reading(reading));
    }
    List<Sweep> sweeps = new ArrayList<>();
    tables.forEach((file, readings) -> sweeps.add(new Sweep(file, readings)));
    return new Measurement(
        result.sample(),
        sweeps,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(),
        result.provenance().inputs(),
        List.of());
  }

  private static Reading reading(FittedReading reading) {
    @Nullable Double field = reading.acField();
    @Nullable Double rate = reading.biasRate();
    return new Reading(
        field == null ? new Drive.RabiFrequency(reading.rabi()) : new Drive.AcField(field),
        rate == null ? new BiasRate.EnergyRate(reading.sweepRate()) : new BiasRate.FieldRate(rate),
        reading.frequency(),
        OptionalDouble.of(reading.sigmaInForce()),
        new Origin(reading.file(), reading.line()));
  }
}

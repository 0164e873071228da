package tlsfit.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import tlsfit.analysis.ModelOverSample;
import tlsfit.cli.CurveOutput.Shown;
import tlsfit.load.LoadedSample;
import tlsfit.measurement.Measurement;
import tlsfit.picture.DataAndCurves;
import tlsfit.picture.FitPlots;
import tlsfit.report.FitTables;
import tlsfit.setup.Defaults;
import tlsfit.setup.ModelChoice;

/** The model at parameters of the user's own, over the settings and beside the data of a sample. */
final class CurveOverSample {
  private static final Logger LOGGER = LogManager.getLogger(CurveOverSample.class);

  private CurveOverSample() {}

  /**
   * The curves of a sample.
   *
   * @param conditions the parameters
   * @param asked the model that was asked for; else that of the sample file, else the default
   * @return empty where the sample was refused, which was told then
   * @throws ConditionOptions.Wrong if a parameter is missing
   */
  static Optional<Shown> of(Path sample, ConditionOptions conditions, Optional<ModelChoice> asked) {
    Optional<LoadedSample> loaded = Input.load(sample);
    if (loaded.isEmpty()) {
      return Optional.empty();
    }
    Measurement measurement = loaded.get().measurement();
    ModelChoice model = asked.or(loaded.get().setup()::model).orElse(Defaults.MODEL);
    boolean fields =
        measurement
            .readings()
            .anyMatch(one -> one.drive().isField() || one.biasRate().isFieldRate());
    ModelOverSample over = ModelOverSample.of(measurement, model.make(), conditions.values(fields));
    tell(over);
    DataAndCurves drawn =
        new DataAndCurves(
            "model " + over.model() + ", nothing fitted",
            over.referenceFrequency(),
            over.sigmaKnown() ? 1 : over.scatter(),
            true,
            over.readings(),
            over.excluded(),
            over.curves());
    return Optional.of(
        Shown.of(
            FitTables.curves(over.sample(), over.curves()),
            () ->
                FitPlots.data(
                    drawn,
                    over.sample()
                        + ": resonance frequency over what was swept, model "
                        + over.model()
                        + " at given parameters, and the pulls below")));
  }

  private static void tell(ModelOverSample over) {
    int points = over.readings().size();
    if (over.sigmaKnown()) {
      LOGGER.info(
          "nothing is fitted; chi^2 of {} data points about the model: {}",
          points,
          String.format(Locale.ROOT, "%.6g", over.sumOfSquares()));
    } else {
      LOGGER.info(
          "nothing is fitted, no sigma is given; root mean square of {} data points about the model:"
              + " {} Hz",
          points,
          String.format(Locale.ROOT, "%.6g", over.scatter()));
    }
    long beyond = over.readings().stream().filter(one -> !Double.isFinite(one.fitted())).count();
    if (beyond > 0) {
      LOGGER.warn("{} of {} data points lie where the model gives no number", beyond, points);
    }
  }
}

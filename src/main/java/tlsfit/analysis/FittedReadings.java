package tlsfit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tlsfit.fit.Fit;
import tlsfit.fit.Observations;
import tlsfit.fit.Prediction;
import tlsfit.measurement.InstrumentSetting;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.result.ExcludedReading;
import tlsfit.result.FittedReading;
import tlsfit.result.Setting;
import tlsfit.uncertainty.Band;

/** The readings of a fit with what the model says of them. */
final class FittedReadings {
  private FittedReadings() {}

  /**
   * The readings, in their order.
   *
   * @param determined whether all parameters are, so that the curve has a confidence band
   * @param level confidence level of the bands
   */
  static List<FittedReading> of(Fit fit, boolean determined, double level) {
    List<FittedReading> rows = new ArrayList<>();
    List<Band> bands = determined ? Band.of(fit, level) : List.of();
    double[] leverages = fit.linearization().leverages();
    for (int i = 0; i < fit.observations().size(); i++) {
      Reading reading = fit.observations().readings().get(i);
      rows.add(
          new FittedReading(
              reading.origin().file(),
              reading.origin().line(),
              setting(reading.setting()),
              orNull(reading.drive().field()),
              orNull(reading.biasRate().fieldRate()),
              fit.observations().rabi(i, fit.values()),
              fit.observations().sweepRate(i, fit.values()),
              reading.frequency(),
              orNull(reading.sigma()),
              fit.observations().sigma(i),
              fit.prediction().frequency(i),
              fit.prediction().slow()[i],
              fit.residual(i),
              leverages[i],
              bands.isEmpty() ? null : finite(bands.get(i).confidence()),
              bands.isEmpty() ? null : finite(bands.get(i).prediction())));
    }
    return rows;
  }

  /** The readings that are left out, in their order. */
  static List<ExcludedReading> excluded(Measurement measurement, Fit fit) {
    if (measurement.excluded().isEmpty()) {
      return List.of();
    }
    Observations left =
        Observations.at(measurement.excluded().stream().map(one -> one.reading()).toList());
    Prediction prediction = left.predict(fit.options().model(), fit.values());
    List<ExcludedReading> rows = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      Reading reading = left.readings().get(i);
      rows.add(
          new ExcludedReading(
              reading.origin().file(),
              reading.origin().line(),
              measurement.excluded().get(i).reason(),
              setting(reading.setting()),
              orNull(reading.drive().field()),
              orNull(reading.biasRate().fieldRate()),
              left.rabi(i, fit.values()),
              left.sweepRate(i, fit.values()),
              reading.frequency(),
              orNull(reading.sigma()),
              prediction.frequency(i)));
    }
    return rows;
  }

  private static Setting setting(InstrumentSetting given) {
    return new Setting(
        given.drive().key(),
        given.drive().siUnit(),
        given.driveValue(),
        given.bias().key(),
        given.bias().siUnit(),
        given.biasValue());
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? finite(value.getAsDouble()) : null;
  }
}

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
import tlsfit.model.ParameterValues;
import tlsfit.model.ShiftModel;
import tlsfit.result.ExcludedReading;
import tlsfit.result.FittedReading;
import tlsfit.result.Setting;
import tlsfit.uncertainty.Band;

/** The readings of a measurement with what the model says of them. */
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
      rows.add(
          row(
              fit.observations(),
              i,
              fit.values(),
              fit.prediction(),
              fit.residual(i),
              leverages[i],
              bands.isEmpty() ? null : bands.get(i)));
    }
    return rows;
  }

  /** The readings beside a model at given values: without leverage, since nothing is fitted. */
  static List<FittedReading> of(Observations data, ShiftModel model, ParameterValues values) {
    Prediction prediction = data.predict(model, values);
    List<FittedReading> rows = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      double residual = (prediction.frequency(i) - data.frequency(i)) / data.sigma(i);
      rows.add(row(data, i, values, prediction, residual, 0, null));
    }
    return rows;
  }

  private static FittedReading row(
      Observations data,
      int i,
      ParameterValues values,
      Prediction prediction,
      double residual,
      double leverage,
      @Nullable Band band) {
    Reading reading = data.readings().get(i);
    return new FittedReading(
        reading.origin().file(),
        reading.origin().line(),
        setting(reading.setting()),
        orNull(reading.drive().field()),
        orNull(reading.biasRate().fieldRate()),
        data.rabi(i, values),
        data.sweepRate(i, values),
        reading.frequency(),
        orNull(reading.sigma()),
        data.sigma(i),
        prediction.frequency(i),
        prediction.slow()[i],
        residual,
        leverage,
        band == null ? null : finite(band.confidence()),
        band == null ? null : finite(band.prediction()));
  }

  /** The readings that are left out, in their order. */
  static List<ExcludedReading> excluded(
      Measurement measurement, ShiftModel model, ParameterValues values) {
    if (measurement.excluded().isEmpty()) {
      return List.of();
    }
    Observations left =
        Observations.at(measurement.excluded().stream().map(one -> one.reading()).toList());
    Prediction prediction = left.predict(model, values);
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
              left.rabi(i, values),
              left.sweepRate(i, values),
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

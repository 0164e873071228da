package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tlsfit.fit.Fit;
import tlsfit.fit.Observations;
import tlsfit.fit.Prediction;
import tlsfit.measurement.Channel;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.measurement.SettingLine;
import tlsfit.measurement.Sweep;
import tlsfit.model.ParameterValues;
import tlsfit.model.ShiftModel;
import tlsfit.result.SweepCurve;
import tlsfit.statistics.CriticalValues;
import tlsfit.statistics.LineMinimum;

/** The curves of a model along the sweeps of a measurement, for whoever draws them. */
public final class SweepCurves {
  /** Points of one curve, as far as all together are not too many. */
  private static final int POINTS = 121;

  private static final int FEWEST_POINTS = 31;
  private static final int MOST_POINTS = 1200;

  /** By what share of its length in the logarithm a curve reaches beyond the readings. */
  private static final double MARGIN = 0.04;

  /** Half the length of the curve through readings at one setting alone. */
  private static final double LEAST_REACH = 0.2;

  private static final double ONE_STANDARD_ERROR = 0.6826894921370859;
  private static final double USUAL_LEVEL = 0.95;

  /** Accuracy of the place of an extremum, in the logarithm. */
  private static final double ACCURACY = 1e-6;

  private final ShiftModel model;
  private final ParameterValues values;
  private final @Nullable Fit fit; // whose uncertainty the curves have

  private SweepCurves(ShiftModel model, ParameterValues values, @Nullable Fit fit) {
    this.model = model;
    this.values = values;
    this.fit = fit;
  }

  /**
   * The fitted curves of all sweeps, in their order.
   *
   * @param inference a fit of the measurement
   */
  public static List<SweepCurve> of(Measurement measurement, Inference inference) {
    Fit fit = inference.fit();
    return new SweepCurves(
            fit.options().model(), fit.values(), inference.diagnosis().determined() ? fit : null)
        .all(measurement);
  }

  /**
   * The curves of all sweeps at given values of the parameters, in their order and without bands.
   *
   * @param measurement whose settings they run over
   * @param model of the shift
   * @param values of its parameters
   */
  public static List<SweepCurve> of(
      Measurement measurement, ShiftModel model, ParameterValues values) {
    return new SweepCurves(model, values, null).all(measurement);
  }

  private List<SweepCurve> all(Measurement measurement) {
    List<List<SettingLine>> lines = measurement.sweeps().stream().map(SettingLine::of).toList();
    int number = lines.stream().mapToInt(List::size).sum();
    int points = Math.max(FEWEST_POINTS, Math.min(POINTS, MOST_POINTS / number));
    List<SweepCurve> curves = new ArrayList<>();
    int first = 0;
    for (int t = 0; t < lines.size(); t++) {
      Sweep sweep = measurement.sweeps().get(t);
      for (SettingLine line : lines.get(t)) {
        curves.add(curve(sweep.name(), line, first, points));
      }
      first += sweep.readings().size();
    }
    return curves;
  }

  private SweepCurve curve(String file, SettingLine line, int first, int points) {
    double low = Math.log(line.lowest());
    double high = Math.log(line.highest());
    double reach = high > low ? MARGIN * (high - low) : LEAST_REACH;
    List<Double> settings = new ArrayList<>();
    for (int k = 0; k < points; k++) {
      settings.add(Math.exp(low - reach + k * (high - low + 2 * reach) / (points - 1)));
    }
    Observations along = observations(line, settings);
    Prediction prediction = along.predict(model, values);
    List<Double> errors =
        fit == null
            ? List.of()
            : Arrays.stream(Band.standardErrors(fit, prediction)).boxed().toList();
    List<Reading> readings = along.readings();
    Channel channel = line.channel();
    return new SweepCurve(
        file,
        line.numbers().stream().map(i -> first + i).toList(),
        channel.key(),
        channel.siUnit(),
        line.otherChannel().key(),
        line.otherChannel().siUnit(),
        line.other().isPresent() ? line.other().getAsDouble() : null,
        settings,
        known(readings.stream().map(reading -> reading.drive().field()).toList()),
        known(readings.stream().map(reading -> reading.biasRate().fieldRate()).toList()),
        list(points, i -> along.rabi(i, values)),
        list(points, i -> along.sweepRate(i, values)),
        list(points, prediction::frequency),
        times(errors, ONE_STANDARD_ERROR),
        times(errors, USUAL_LEVEL),
        list(points, i -> prediction.logarithm()[i]),
        extremum(line, settings, prediction));
  }

  private static Observations observations(SettingLine line, List<Double> settings) {
    return Observations.at(settings.stream().map(line::at).toList());
  }

  private SweepCurve.@Nullable Extremum extremum(
      SettingLine line, List<Double> settings, Prediction prediction) {
    double[] shift = prediction.shift();
    int lowest = 0;
    for (int k = 1; k < shift.length; k++) {
      lowest = shift[k] < shift[lowest] ? k : lowest;
    }
    if (lowest == 0 || lowest == shift.length - 1) {
      return null;
    }
    double place =
        Math.exp(
            LineMinimum.of(
                lnSetting -> shift(line, Math.exp(lnSetting)),
                Math.log(settings.get(lowest - 1)),
                Math.log(settings.get(lowest)),
                Math.log(settings.get(lowest + 1)),
                ACCURACY));
    Reading there = line.at(place);
    return new SweepCurve.Extremum(
        place,
        orNull(there.drive().field()),
        orNull(there.biasRate().fieldRate()),
        values.referenceFrequency() + shift(line, place));
  }

  private double shift(SettingLine line, double setting) {
    return observations(line, List.of(setting)).predict(model, values).shift()[0];
  }

  private List<Double> times(List<Double> errors, double level) {
    if (fit == null) {
      return List.of();
    }
    double quantile = new CriticalValues(level, fit.sigmaKnowledge()).twoSided();
    return errors.stream().map(error -> quantile * error).toList();
  }

  private interface Values {
    double at(int i);
  }

  private static List<Double> list(int number, Values values) {
    List<Double> list = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      list.add(values.at(i));
    }
    return list;
  }

  private static List<Double> known(List<OptionalDouble> values) {
    return values.stream().flatMap(value -> value.stream().boxed()).toList();
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}

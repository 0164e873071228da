package tlsfit.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import tlsfit.fit.Observations;
import tlsfit.fit.Prediction;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.ShiftModel;
import tlsfit.statistics.JacobianAnalysis;

/**
 * A measurement without noise: what the true parameters give at its fields, and what could be
 * learned from it.
 */
final class NoiseFree {
  private final ParameterValues truth;
  private final List<Setting> settings;
  private final Prediction prediction;

  /**
   * The measurement of given parameters.
   *
   * @param model of the shift, with the distributions that it has
   * @param truth the parameters
   * @param settings fields of its readings, at least one
   */
  NoiseFree(ShiftModel model, ParameterValues truth, List<Setting> settings) {
    this.truth = model.startingShape(truth, Map.of());
    this.settings = List.copyOf(settings);
    prediction =
        Observations.at(readings(settings, truth.referenceFrequency())).predict(model, this.truth);
  }

  private static List<Reading> readings(List<Setting> settings, double frequency) {
    List<Reading> readings = new ArrayList<>();
    for (Setting setting : settings) {
      readings.add(
          new Reading(
              new Drive.AcField(setting.acField()),
              new BiasRate.FieldRate(setting.fieldRate()),
              frequency,
              OptionalDouble.empty(),
              new Origin("", readings.size() + 2)));
    }
    return readings;
  }

  ParameterValues truth() {
    return truth;
  }

  List<Setting> settings() {
    return settings;
  }

  /** Number of readings. */
  int size() {
    return settings.size();
  }

  /** f − f_ref [Hz] of each reading. */
  double[] shift() {
    return prediction.shift().clone();
  }

  /** The smallest L of all readings [1]: the theory needs it well above 0. */
  double leastLogarithm() {
    return Arrays.stream(prediction.logarithm()).min().orElseThrow();
  }

  /** The largest |f − f_ref| [Hz]. */
  double largestShift() {
    return Arrays.stream(prediction.shift()).map(Math::abs).max().orElseThrow();
  }

  /** The range of the frequencies [Hz]. */
  double span() {
    return Arrays.stream(prediction.shift()).max().orElseThrow()
        - Arrays.stream(prediction.shift()).min().orElseThrow();
  }

  /** The largest microwave field [V/m]. */
  double largestField() {
    return settings.stream().mapToDouble(Setting::acField).max().orElseThrow();
  }

  /**
   * The standard error of ln p by Fisher's information at the truth, all four parameters unknown.
   *
   * @param sigma of each reading [Hz]
   * @return infinite where they cannot be told from each other
   */
  double expectedError(double sigma) {
    List<Parameter> unknown = List.copyOf(Parameter.ofEveryModel());
    double[][] rows = new double[size()][unknown.size()];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < unknown.size(); j++) {
        rows[i][j] = prediction.jacobian()[i][unknown.get(j).column()] / sigma;
      }
    }
    JacobianAnalysis analysis = new JacobianAnalysis(rows);
    int p = unknown.indexOf(Parameter.DIPOLE_MOMENT);
    return analysis.fullRank() ? Math.sqrt(analysis.covariance()[p][p]) : Double.POSITIVE_INFINITY;
  }

  /** Whether at any bias rate the largest shift over the microwave field lies inside the sweep. */
  boolean extremumInside() {
    return settings.stream()
        .mapToDouble(Setting::fieldRate)
        .distinct()
        .anyMatch(this::extremumInside);
  }

  private boolean extremumInside(double rate) {
    int[] at =
        IntStream.range(0, size())
            .filter(i -> settings.get(i).fieldRate() == rate)
            .boxed()
            .sorted((i, j) -> Double.compare(settings.get(i).acField(), settings.get(j).acField()))
            .mapToInt(i -> i)
            .toArray();
    int best = 0;
    for (int k = 1; k < at.length; k++) {
      if (prediction.shift()[at[k]] < prediction.shift()[at[best]]) {
        best = k;
      }
    }
    return best >= 1 && best < at.length - 1;
  }
}

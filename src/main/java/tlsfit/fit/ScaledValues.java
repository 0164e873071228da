package tlsfit.fit;

import java.util.List;
import java.util.stream.IntStream;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.Scale;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;

/**
 * The variables of a minimisation: all of order one, zero at the start. χ, p, 1/T10 and σ_p move on
 * a logarithmic scale, so that none can change its sign; f_ref moves on the scale of the shift.
 * After the parameters come the nuisance parameters of the calibration, in standard uncertainties,
 * then the amplitudes of slow changes, on the scale of the shift.
 *
 * <p>A parameter that would leave its bounds stays at their end, while its variable goes on.
 *
 * @param free the parameters that move, in the order of the variables
 * @param origin the values at the start, which the others keep; within the bounds
 * @param nuisanceOrigin the nuisance parameters at the start
 * @param slowOrigin the amplitudes of slow changes at the start [Hz]
 * @param frequencyScale frequency [Hz] of one unit of the variables of f_ref and of slow changes
 * @param options bounds and nuisance parameters
 */
record ScaledValues(
    List<Parameter> free,
    ParameterValues origin,
    List<Double> nuisanceOrigin,
    List<Double> slowOrigin,
    double frequencyScale,
    FitOptions options) {

  /** Factor beyond which no parameter is followed, as a logarithm. */
  private static final double FARTHEST = 40;

  /** Number of variables. */
  int size() {
    return free.size() + nuisanceOrigin.size() + slowOrigin.size();
  }

  /** The values at a point, within the bounds. */
  ParameterValues values(double[] point) {
    ParameterValues values = origin;
    for (int j = 0; j < free.size(); j++) {
      Parameter parameter = free.get(j);
      values = values.with(parameter, options.boundsOf(parameter).clamp(unbounded(point, j)));
    }
    double acField = 0;
    double biasRate = 0;
    for (int k = 0; k < nuisanceOrigin.size(); k++) {
      double nuisance = nuisance(point, k);
      acField += options.nuisances().get(k).term().acField() * nuisance;
      biasRate += options.nuisances().get(k).term().biasRate() * nuisance;
    }
    return nuisanceOrigin.isEmpty() ? values : values.withFieldShifts(acField, biasRate);
  }

  /** Nuisance parameter k at a point [1]. */
  double nuisance(double[] point, int k) {
    return nuisanceOrigin.get(k) + point[free.size() + k];
  }

  /** All nuisance parameters at a point [1]. */
  List<Double> nuisances(double[] point) {
    return IntStream.range(0, nuisanceOrigin.size()).mapToObj(k -> nuisance(point, k)).toList();
  }

  /** The amplitudes of slow changes at a point [Hz]. */
  List<Double> slow(double[] point) {
    int first = free.size() + nuisanceOrigin.size();
    return IntStream.range(0, slowOrigin.size())
        .mapToObj(k -> slowOrigin.get(k) + frequencyScale * point[first + k])
        .toList();
  }

  /** Whether a variable has gone beyond the parameter's bounds. */
  boolean beyondBounds(double[] point, int j) {
    double value = unbounded(point, j);
    Bounds bounds = options.boundsOf(free.get(j));
    return bounds.clamp(value) != value && bounds.findSide(value).isEmpty();
  }

  private double unbounded(double[] point, int j) {
    Parameter parameter = free.get(j);
    double old = origin.get(parameter);
    if (parameter.scale() == Scale.LINEAR) {
      return old + origin.scaledUnit(parameter, frequencyScale) * point[j];
    }
    return old * Math.exp(parameter.scale().increasing() ? point[j] : -point[j]);
  }

  /** Whether a point is worth evaluating. */
  boolean contains(double[] point) {
    for (int j = 0; j < point.length; j++) {
      boolean frequency =
          j >= free.size() + nuisanceOrigin.size()
              || (j < free.size() && free.get(j) == Parameter.REFERENCE_FREQUENCY);
      if (!Double.isFinite(point[j]) || (!frequency && Math.abs(point[j]) > FARTHEST)) {
        return false;
      }
    }
    ParameterValues values = values(point);
    for (Parameter parameter : Parameter.values()) {
      if (!parameter.allows(values.get(parameter))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Derivative of a parameter's column of {@link Prediction#jacobian} by its variable: what the
   * column must be multiplied by.
   */
  double factor(int j, ParameterValues at) {
    return at.scaledUnit(free.get(j), frequencyScale);
  }
}

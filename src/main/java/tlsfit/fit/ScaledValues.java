package tlsfit.fit;

import java.util.List;
import tlsfit.model.DistributedModel;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;

/**
 * The coordinates a minimisation walks in: all of order one, zero at the start. χ, p, 1/T10 and σ_p
 * move on a logarithmic scale, so that none can change its sign; f_ref moves on the scale of the
 * shift. After the parameters come the pulls of the calibration, in standard uncertainties.
 *
 * <p>A parameter that would leave its bounds stays at their end, while its coordinate goes on.
 *
 * @param free the parameters that move, in the order of the coordinates
 * @param origin the values at the start, which the others keep; within the bounds
 * @param pullOrigin the pulls at the start
 * @param frequencyScale frequency [Hz] of one unit of f_ref's coordinate
 * @param options bounds and pulls
 */
record ScaledValues(
    List<Parameter> free,
    ParameterValues origin,
    List<Double> pullOrigin,
    double frequencyScale,
    FitOptions options) {

  /** Factor beyond which no parameter is followed, as a logarithm. */
  private static final double FARTHEST = 40;

  /** Largest |α| followed: beyond, the local fields are all the smallest, or all the largest. */
  private static final double STEEPEST = 20;

  /** Number of coordinates. */
  int size() {
    return free.size() + pullOrigin.size();
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
    for (int k = 0; k < pullOrigin.size(); k++) {
      double pull = pull(point, k);
      acField += options.pulls().get(k).term().acField() * pull;
      biasRate += options.pulls().get(k).term().biasRate() * pull;
    }
    return pullOrigin.isEmpty() ? values : values.withFieldShifts(acField, biasRate);
  }

  /** NuisanceParameter k at a point [1]. */
  double pull(double[] point, int k) {
    return pullOrigin.get(k) + point[free.size() + k];
  }

  /** Whether a coordinate has gone beyond the parameter's bounds. */
  boolean beyondBounds(double[] point, int j) {
    double value = unbounded(point, j);
    Bounds bounds = options.boundsOf(free.get(j));
    return bounds.clamp(value) != value && bounds.findSide(value).isEmpty();
  }

  private double unbounded(double[] point, int j) {
    Parameter parameter = free.get(j);
    double old = origin.get(parameter);
    return switch (parameter) {
      case CHI, DIPOLE_MOMENT, DIPOLE_WIDTH -> old * Math.exp(point[j]);
      case RELAXATION_TIME -> old * Math.exp(-point[j]);
      case REFERENCE_FREQUENCY -> old + frequencyScale * point[j];
      case FIELD_EXPONENT -> old + point[j];
    };
  }

  /** Whether a point is worth evaluating. */
  boolean contains(double[] point) {
    for (int j = 0; j < point.length; j++) {
      boolean frequency = j < free.size() && free.get(j) == Parameter.REFERENCE_FREQUENCY;
      if (!Double.isFinite(point[j]) || (!frequency && Math.abs(point[j]) > FARTHEST)) {
        return false;
      }
    }
    ParameterValues values = values(point);
    return values.referenceFrequency() > 0
        && values.dipoleWidth() <= DistributedModel.LARGEST_WIDTH
        && Math.abs(values.fieldExponent()) <= STEEPEST;
  }

  /**
   * Derivative of a parameter's column of {@link Prediction#jacobian} by its coordinate: what the
   * column must be multiplied by.
   */
  double factor(int j, ParameterValues at) {
    return switch (free.get(j)) {
      case CHI, DIPOLE_MOMENT, DIPOLE_WIDTH, FIELD_EXPONENT -> 1;
      case RELAXATION_TIME -> at.relaxationRate();
      case REFERENCE_FREQUENCY -> frequencyScale;
    };
  }
}

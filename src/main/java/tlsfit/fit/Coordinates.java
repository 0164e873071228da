package tlsfit.fit;

import java.util.List;
import tlsfit.model.DistributedModel;

/**
 * The coordinates a minimisation walks in: all of order one, zero at the start. χ, p, 1/T10 and σ_p
 * move on a logarithmic scale, so that none can change its sign; f_ref moves on the scale of the
 * shift.
 *
 * @param free the parameters that move, in the order of the coordinates
 * @param origin the values at the start, which the others keep
 * @param frequencyScale frequency [Hz] of one unit of f_ref's coordinate
 */
record Coordinates(List<Parameter> free, ParameterValues origin, double frequencyScale) {

  /** Factor beyond which no parameter is followed, as a logarithm. */
  private static final double FARTHEST = 40;

  /** Largest |α| followed: beyond, the local fields are all the smallest, or all the largest. */
  private static final double STEEPEST = 20;

  /** The values at a point. */
  ParameterValues values(double[] point) {
    ParameterValues values = origin;
    for (int j = 0; j < point.length; j++) {
      double old = origin.get(free.get(j));
      values =
          switch (free.get(j)) {
            case CHI, DIPOLE_MOMENT, DIPOLE_WIDTH ->
                values.with(free.get(j), old * Math.exp(point[j]));
            case RELAXATION_TIME -> values.with(free.get(j), old * Math.exp(-point[j]));
            case REFERENCE_FREQUENCY -> values.with(free.get(j), old + frequencyScale * point[j]);
            case FIELD_EXPONENT -> values.with(free.get(j), old + point[j]);
          };
    }
    return values;
  }

  /** Whether a point is worth evaluating. */
  boolean contains(double[] point) {
    for (int j = 0; j < point.length; j++) {
      boolean far = free.get(j) != Parameter.REFERENCE_FREQUENCY && Math.abs(point[j]) > FARTHEST;
      if (!Double.isFinite(point[j]) || far) {
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

package tlsfit.diagnosis;

import java.util.Arrays;
import tlsfit.fit.Fit;
import tlsfit.model.Parameter;

/** The standard errors up to which a parameter counts as determined. */
final class Determination {
  /** Ratio of the ends of its 95 % confidence interval up to which p or χ counts as determined. */
  static final double WIDEST_FACTOR = 10;

  /** Standard error of a logarithm above which a parameter counts as not determined. */
  static final double WIDEST = 1;

  /**
   * Standard error of ln σ_p above which the width cannot be distinguished from 0: the readings see
   * σ_p², whose standard error is 2 σ_p² times this, and must exceed it 1.645 times, the one-sided
   * 95 % point.
   */
  static final double WIDTH_FROM_ZERO = 1 / (2 * 1.645);

  private Determination() {}

  /** The largest standard error of a parameter's scaled value in a fit. */
  static double largestError(Parameter parameter, Fit fit) {
    double widest = parameter == Parameter.DIPOLE_WIDTH ? WIDTH_FROM_ZERO : WIDEST;
    return widest * unit(parameter, fit);
  }

  /** The unit of a parameter's scaled value: the range of the shifts, the rate itself, or 1. */
  static double unit(Parameter parameter, Fit fit) {
    return fit.values().scaledUnit(parameter, shiftRange(fit));
  }

  /** The range of the predicted shifts [Hz], above 0. */
  private static double shiftRange(Fit fit) {
    double[] shift = fit.prediction().shift();
    double low = Arrays.stream(shift).min().orElse(0);
    double high = Arrays.stream(shift).max().orElse(0);
    return Math.max(high - low, Double.MIN_NORMAL);
  }
}

package tlsfit.diagnosis;

import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Prediction;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.ModelFit.Outcome;
import tlsfit.setup.FitOptions;

/**
 * The width of a log-normal distribution of dipole moments, fitted beside all other parameters from
 * the fit without a width.
 *
 * @param without the fit of the same readings without a width
 * @param wide the options of a fit with a width
 */
record WidthSearch(Fit without, FitOptions wide) {
  /** Where a fit of the width begins at most. */
  private static final double FIRST_WIDTH = 0.3;

  /** Where it begins at least: the fit is one of ln σ_p. */
  private static final double SMALLEST_START = 1e-3;

  /** The width from whose effect that of smaller ones is taken, in proportion to its square. */
  private static final double SMALL_WIDTH = 0.03;

  /** The width that is tried where χ² rises from 0 on. */
  private static final double LARGE_WIDTH = 0.7;

  /**
   * The fit with a width. Where χ² rises from the width 0 on there is no minimum, and a fit would
   * only creep towards 0: then a fixed width shows whether there is another beyond.
   */
  OtherModels.Fitted fit() {
    double square = squareOfWidth();
    if (!(square > 0)) {
      FitOptions fixed = options(LARGE_WIDTH).withFixed(Parameter.DIPOLE_WIDTH, LARGE_WIDTH);
      Fit beyond = Fitter.refit(without.observations(), fixed, widened(LARGE_WIDTH));
      if (beyond.chiSquare() >= without.chiSquare()) {
        return new OtherModels.Fitted(beyond, Outcome.NO_WIDTH);
      }
      return from(beyond.values());
    }
    return from(widened(Math.min(Math.max(Math.sqrt(square), SMALLEST_START), FIRST_WIDTH)));
  }

  private OtherModels.Fitted from(ParameterValues start) {
    Fit found = Fitter.refit(without.observations(), options(start.dipoleWidth()), start);
    return OtherModels.Fitted.withWidth(found, without);
  }

  private FitOptions options(double width) {
    return wide.withModel(wide.model().withWidth(width));
  }

  /** Values with a width and the same root mean square of the dipole moments. */
  private ParameterValues widened(double width) {
    ParameterValues values = without.values();
    ParameterValues widened = values.with(Parameter.DIPOLE_WIDTH, width);
    return without.free().contains(Parameter.DIPOLE_MOMENT)
        ? widened.with(Parameter.DIPOLE_MOMENT, values.dipoleMoment() * Math.exp(-width * width))
        : widened;
  }

  /**
   * σ_p² to first order: a linear fit of what it changes, beside all other parameters, to the
   * residuals of the fit without.
   */
  private double squareOfWidth() {
    Prediction small =
        without
            .observations()
            .predict(
                options(SMALL_WIDTH).model(),
                without.values().with(Parameter.DIPOLE_WIDTH, SMALL_WIDTH));
    double[] change = new double[without.observations().size()];
    double[] residuals = without.residuals();
    double product = 0;
    double length = 0;
    for (int i = 0; i < change.length; i++) {
      change[i] =
          (small.shift()[i] - without.prediction().shift()[i])
              / (without.observations().sigma(i) * SMALL_WIDTH * SMALL_WIDTH);
      product += change[i] * residuals[i];
      length += change[i] * change[i];
    }
    double seen = without.linearization().analysis().reduction(change);
    return -product / (length - seen);
  }
}

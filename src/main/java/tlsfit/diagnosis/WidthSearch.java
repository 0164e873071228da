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
 */
final class WidthSearch {
  /** Where a fit of the width begins at most. */
  private static final double FIRST_WIDTH = 0.3;

  /** Where it begins at least: the fit is one of ln σ_p. */
  private static final double SMALLEST_START = 1e-3;

  /** The width from whose effect that of smaller ones is taken, in proportion to its square. */
  private static final double SMALL_WIDTH = 0.03;

  /** The width that is tried where χ² rises from 0 on. */
  private static final double LARGE_WIDTH = 0.7;

  private final Fit without;
  private final FitOptions wide;
  private final Score score;

  /** σ_p² to first order, and its standard error for residuals of unit variance. */
  private record Score(double square, double error) {}

  WidthSearch(Fit without, FitOptions wide) {
    this.without = without;
    this.wide = wide;
    score = score();
  }

  /** The standard error of σ_p² [1], for residuals of unit variance. */
  double errorOfSquare() {
    return score.error;
  }

  /** The fit with a fixed width, from given values. */
  Fit at(double width, ParameterValues start) {
    FitOptions fixed = options(width).withFixed(Parameter.DIPOLE_WIDTH, width);
    return Fitter.refit(
        without.observations(),
        fixed,
        start.dipoleWidth() > 0 ? start.with(Parameter.DIPOLE_WIDTH, width) : widened(width));
  }

  /**
   * The fit with a width. Where χ² rises from the width 0 on there is no minimum, and a fit would
   * only creep towards 0: then a fixed width shows whether there is another beyond.
   */
  FitWithWidth fit() {
    if (!(score.square > 0)) {
      Fit beyond = at(LARGE_WIDTH, without.values());
      if (beyond.chiSquare() >= without.chiSquare()) {
        return new FitWithWidth(beyond, Outcome.NO_WIDTH);
      }
      return from(beyond.values());
    }
    return from(widened(Math.min(Math.max(Math.sqrt(score.square), SMALLEST_START), FIRST_WIDTH)));
  }

  private FitWithWidth from(ParameterValues start) {
    Fit found = Fitter.refit(without.observations(), options(start.dipoleWidth()), start);
    return FitWithWidth.of(found, without);
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
  private Score score() {
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
    double unseen = Math.max(length - seen, Double.MIN_NORMAL);
    return new Score(-product / unseen, 1 / Math.sqrt(unseen));
  }
}

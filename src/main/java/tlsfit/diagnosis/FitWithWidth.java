package tlsfit.diagnosis;

import tlsfit.fit.Fit;
import tlsfit.model.DistributedModel;
import tlsfit.result.ModelFit.Outcome;

/**
 * A fit of the width of log-normal dipole moments, and how it ended.
 *
 * @param fit the fit
 * @param outcome whether it is a minimum of its own
 */
public record FitWithWidth(Fit fit, Outcome outcome) {
  /** σ_p above which a fit that did not converge was on its way out of the range. */
  private static final double NEARLY_LARGEST = 0.95 * DistributedModel.LARGEST_WIDTH;

  /** A fall of χ² below this, in units of the noise variance, is none. */
  private static final double NO_FALL = 1e-6;

  /** A fit of a width, beside that without. */
  static FitWithWidth of(Fit found, Fit without) {
    if (without.chiSquare() - found.chiSquare() < NO_FALL * without.noiseVariance()) {
      return new FitWithWidth(found, Outcome.NO_WIDTH);
    }
    if (found.values().dipoleWidth() > NEARLY_LARGEST) {
      return new FitWithWidth(found, Outcome.LARGEST_WIDTH);
    }
    boolean converged = found.minimum().stop().isolated();
    return new FitWithWidth(found, converged ? Outcome.FITTED : Outcome.NOT_CONVERGED);
  }
}

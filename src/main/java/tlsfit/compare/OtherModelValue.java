package tlsfit.compare;

import org.jspecify.annotations.Nullable;
import tlsfit.result.FitResult;
import tlsfit.result.ModelFit;

/**
 * The dipole moment that another model of the shift gives of the same readings, for the eye: no
 * ratio or mean is made with it.
 *
 * @param model name of that model
 * @param dipoleMoment its dipole moment [C m]
 */
public record OtherModelValue(String model, double dipoleMoment) {

  /** That of a result, without distributions; null where it has none. */
  static @Nullable OtherModelValue of(FitResult result) {
    for (ModelFit fit : result.modelComparison().entries()) {
      @Nullable Double p = fit.dipoleMoment();
      boolean other = !fit.model().equals(result.model()) && !fit.dipoleWidth();
      if (other && fit.outcome() == ModelFit.Outcome.FITTED && p != null && p > 0) {
        return new OtherModelValue(fit.model(), p);
      }
    }
    return null;
  }
}

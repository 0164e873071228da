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
    for (ModelFit fit : result.modelComparison().byAnotherModel(result.model())) {
      @Nullable Double p = fit.dipoleMoment();
      if (!fit.dipoleWidth() && p != null && p > 0) {
        return new OtherModelValue(fit.model(), p);
      }
    }
    return null;
  }
}

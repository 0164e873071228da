package tlsfit.diagnosis;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tlsfit.fit.Fit;
import tlsfit.model.Parameter;

/**
 * The dipole moment of a fit, where it determines one.
 *
 * @param value p [C m]; null where it is not determined
 * @param standardError one standard error [C m]; null too where p was fixed
 */
public record DipoleMoment(@Nullable Double value, @Nullable Double standardError) {
  static final DipoleMoment NONE = new DipoleMoment(null, null);

  static DipoleMoment of(Fit fit) {
    return of(fit, () -> DeterminationFindings.determinesDipoleMoment(fit));
  }

  /** The same where it is known what the fit determines. */
  static DipoleMoment of(Fit fit, Diagnosis diagnosis) {
    return of(fit, () -> diagnosis.determines(Parameter.DIPOLE_MOMENT));
  }

  private static DipoleMoment of(Fit fit, BooleanSupplier determines) {
    double p = fit.values().dipoleMoment();
    if (fit.options().fixed().containsKey(Parameter.DIPOLE_MOMENT)) {
      return new DipoleMoment(p, null);
    }
    int column = fit.free().indexOf(Parameter.DIPOLE_MOMENT);
    boolean determined =
        column >= 0 && fit.minimum().stop().isolated() && determines.getAsBoolean();
    return determined ? new DipoleMoment(p, p * Math.sqrt(fit.covariance()[column][column])) : NONE;
  }
}

package tlsfit.diagnosis;

import tlsfit.fit.Fit;

/**
 * The fit of the same readings with the other model of the shift.
 *
 * @param fit the fit
 * @param dipoleMoment its dipole moment, where it determines it
 */
public record OtherModel(Fit fit, DipoleMoment dipoleMoment) {

  /** Looks at a fit. */
  public static OtherModel of(Fit fit) {
    return new OtherModel(fit, DipoleMoment.of(fit));
  }

  /** Whether it determines its dipole moment, so that it can be compared. */
  public boolean isDetermined() {
    return dipoleMoment.value() != null;
  }
}

package tlsfit.diagnosis;

import java.util.OptionalDouble;
import tlsfit.fit.Fit;
import tlsfit.model.Parameter;

/**
 * The dipole moment of a fit, where it determines one.
 *
 * @param value p [C m]; empty where it is not determined
 * @param standardError one standard error [C m]; empty too where p was held
 */
public record DipoleMoment(OptionalDouble value, OptionalDouble standardError) {
  static final DipoleMoment NONE = new DipoleMoment(OptionalDouble.empty(), OptionalDouble.empty());

  static DipoleMoment of(Fit fit) {
    double p = fit.values().dipoleMoment();
    if (fit.options().fixed().containsKey(Parameter.DIPOLE_MOMENT)) {
      return new DipoleMoment(OptionalDouble.of(p), OptionalDouble.empty());
    }
    int column = fit.free().indexOf(Parameter.DIPOLE_MOMENT);
    boolean determined =
        column >= 0
            && fit.minimum().stop().converged()
            && !Diagnosis.judge(fit).undetermined().contains(Parameter.DIPOLE_MOMENT);
    if (!determined) {
      return NONE;
    }
    double relative = Math.sqrt(fit.covariance()[column][column]);
    return new DipoleMoment(OptionalDouble.of(p), OptionalDouble.of(p * relative));
  }
}

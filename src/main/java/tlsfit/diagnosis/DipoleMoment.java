package tlsfit.diagnosis;

import java.util.OptionalDouble;
import tlsfit.fit.Judge;
import tlsfit.fit.Optimum;
import tlsfit.fit.Parameter;

/**
 * The dipole moment of a fit, where it determines one.
 *
 * @param value p [C m]; empty where it is not determined
 * @param standardError one standard error [C m]; empty too where p was held
 */
public record DipoleMoment(OptionalDouble value, OptionalDouble standardError) {
  static final DipoleMoment NONE = new DipoleMoment(OptionalDouble.empty(), OptionalDouble.empty());

  static DipoleMoment of(Optimum optimum) {
    double p = optimum.values().dipoleMoment();
    if (optimum.options().fixed().containsKey(Parameter.DIPOLE_MOMENT)) {
      return new DipoleMoment(OptionalDouble.of(p), OptionalDouble.empty());
    }
    int column = optimum.free().indexOf(Parameter.DIPOLE_MOMENT);
    boolean determined =
        column >= 0
            && optimum.minimum().stop().converged()
            && !Judge.judge(optimum).undetermined().contains(Parameter.DIPOLE_MOMENT);
    if (!determined) {
      return NONE;
    }
    double relative = Math.sqrt(optimum.covariance()[column][column]);
    return new DipoleMoment(OptionalDouble.of(p), OptionalDouble.of(p * relative));
  }
}

package tlsfit.diagnosis;

import java.util.Optional;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.StartValues;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Relaxation;
import tlsfit.statistics.JacobianAnalysis;

/**
 * What relaxation that the readings do not show, but allow, would do to the dipole moment of a fit
 * that leaves it out: the best p at the fastest relaxation with which χ² grows by no more than
 * {@value #ALLOWED} noise variances, the one-sided 95 % point.
 *
 * <p>Relaxation moves the extremum up as κ ∝ √(1+η), but hides where readings lie on one side of it
 * only. A fit without it then has a p that is wrong, with a small standard error.
 *
 * @param relaxationTime T10 there [s]
 * @param dipoleMoment p there [C m]
 * @param change change of ln p from the fit without relaxation
 * @param standardError of ln p in the fit without relaxation
 */
record RelaxationLeftOut(
    double relaxationTime, double dipoleMoment, double change, double standardError) {

  /** Square of the normal distribution's one-sided 95 % point. */
  static final double ALLOWED = 2.706;

  /** Largest change of ln p that is negligible. */
  static final double SMALL = 0.1;

  /** Half-width of a 95 % interval, in standard errors. */
  private static final double HALF_WIDTH = 1.96;

  private static final int HALVINGS = 12;

  /**
   * Relaxation at the end of what the readings allow; empty where the fit does not leave it out.
   */
  static Optional<RelaxationLeftOut> of(Fit fit) {
    int dipole = fit.free().indexOf(Parameter.DIPOLE_MOMENT);
    boolean leftOut =
        fit.options().relaxation() == Relaxation.AUTO
            && !fit.relaxation().isOn()
            && !fit.options().fixed().containsKey(Parameter.RELAXATION_TIME);
    JacobianAnalysis analysis = fit.linearization().analysis();
    if (!leftOut || dipole < 0 || !analysis.fullRank()) {
      return Optional.empty();
    }
    double error = Math.sqrt(fit.covariance()[dipole][dipole]);
    double allowed = fit.chiSquare() + ALLOWED * fit.noiseVariance();
    double unit = StartValues.relaxationRateUnit(fit.observations(), fit.values().dipoleMoment());
    double step = 4;
    double eta = 0.001;
    Fit end = fit;
    ParameterValues start = fit.values();
    for (int i = 0; i < HALVINGS; i++) {
      double time = 1 / (eta * step * unit);
      FitOptions fixed = fit.options().withFixed(Parameter.RELAXATION_TIME, time);
      Fit there =
          Fitter.refit(fit.observations(), fixed, start.with(Parameter.RELAXATION_TIME, time));
      if (there.chiSquare() <= allowed) {
        end = there;
        start = there.values();
        eta *= step;
      } else if (step > 1.5) {
        step = Math.sqrt(step);
      } else {
        break;
      }
    }
    double p = end.values().dipoleMoment();
    return Optional.of(
        new RelaxationLeftOut(
            1 / end.values().relaxationRate(),
            p,
            Math.log(p / fit.values().dipoleMoment()),
            error));
  }

  /** Whether p depends on there being no relaxation, more than its own interval says. */
  boolean decides() {
    return Math.abs(change) > HALF_WIDTH * standardError;
  }

  /** Whether the change matters at all. */
  boolean isLarge() {
    return Math.abs(change) > SMALL;
  }
}

package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Measurement;
import tlsfit.model.DistributedModel;
import tlsfit.model.LogModel;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.ShiftModel;
import tlsfit.setup.FitOptions;

/**
 * What something that no scatter shows does to the fitted parameters: an uncertain number of the
 * calibration, which moves all readings together, or the choice of the model. More readings do not
 * reduce it: it is told apart from the statistical error.
 *
 * @param kind calibration or model
 * @param source what is uncertain
 * @param change change of each free parameter in its own unit: when the number grows by one
 *     standard uncertainty, or in the other model
 */
public record SystematicEffect(Kind kind, String source, Map<Parameter, Double> change) {

  /** Constants in the cut-off of model {@code log} that are as good as the paper's 1. */
  private static final double[] CUT_OFFS = {0.5, 2};

  /** Where an effect comes from. */
  public enum Kind {
    /** An uncertain number of the calibration. */
    CALIBRATION,
    /** Another model of the shift. */
    MODEL,
    /** Another constant in the cut-off of the logarithm of model {@code log}. */
    CUT_OFF
  }

  /**
   * The effects of uncertain numbers of the calibration: half the difference of the fits with the
   * number one standard uncertainty larger and smaller. A T10 that either of them makes infinite
   * has no such effect.
   *
   * @param fit the fit, all of whose parameters must be determined
   * @param terms what the calibration leaves uncertain
   */
  public static List<SystematicEffect> ofCalibration(Fit fit, List<CalibrationTerm> terms) {
    return terms.stream().map(term -> ofCalibration(fit, term)).toList();
  }

  private static SystematicEffect ofCalibration(Fit fit, CalibrationTerm term) {
    ParameterValues larger = moved(fit, term, 1);
    ParameterValues smaller = moved(fit, term, -1);
    Map<Parameter, Double> change = new EnumMap<>(Parameter.class);
    for (Parameter parameter : fit.free()) {
      change.put(parameter, 0.5 * (larger.get(parameter) - smaller.get(parameter)));
    }
    return new SystematicEffect(Kind.CALIBRATION, term.source(), change);
  }

  /** The best values with a number of the calibration moved by so many standard uncertainties. */
  private static ParameterValues moved(Fit fit, CalibrationTerm term, int direction) {
    ParameterValues start =
        fit.values().withFieldShifts(direction * term.acField(), direction * term.biasRate());
    return Fitter.refit(fit.observations(), unbound(fit), start).values();
  }

  /**
   * The fit that {@link #ofModel} compares with: the same terms in another model, with or without
   * relaxation as the fit is. A calibration that is fitted along would only take up what the model
   * gets wrong, bounds would hide it.
   */
  public static Fit fitOtherModel(Measurement measurement, Fit fit, ShiftModel model) {
    Fit other =
        Fitter.fit(measurement, unbound(fit).withModel(model).withRelaxation(fit.relaxation()));
    if (fit.pulls().isEmpty()) {
      return other;
    }
    ParameterValues at = fit.values();
    return Fitter.refit(
        other.observations(),
        other.options(),
        other.values().withFieldShifts(at.acFieldShift(), at.biasRateShift()));
  }

  /**
   * The effect of another model, fitted to the same readings.
   *
   * @param other the fit with the other model, with or without relaxation as the fit is
   */
  public static SystematicEffect ofModel(Fit fit, Fit other) {
    return difference(
        Kind.MODEL,
        "model " + other.options().model().name() + " instead of " + name(fit),
        fit,
        other);
  }

  /**
   * The effects of the constants ½ and 2 in the cut-off of model {@code log}, which its derivation
   * leaves open; none for another model.
   */
  public static List<SystematicEffect> ofCutOff(Fit fit) {
    List<SystematicEffect> effects = new ArrayList<>();
    for (double constant : CUT_OFFS) {
      withCutOff(fit.options().model(), constant)
          .ifPresent(
              model -> {
                Fit other =
                    Fitter.refit(
                        fit.observations(),
                        unbound(fit).withModel(model).withRelaxation(fit.relaxation()),
                        fit.values());
                effects.add(
                    difference(
                        Kind.CUT_OFF,
                        "cut-off constant " + (constant < 1 ? "1/2" : "2") + " in L",
                        fit,
                        other));
              });
    }
    return List.copyOf(effects);
  }

  /**
   * The options of a fit for one that is to differ by one thing alone: a calibration that was
   * fitted along stays where it is, and bounds do not cut the difference off.
   */
  private static FitOptions unbound(Fit fit) {
    return fit.options().withPulls(List.of()).withoutBounds();
  }

  private static Optional<ShiftModel> withCutOff(ShiftModel model, double constant) {
    if (model instanceof LogModel log) {
      return Optional.of(log.withCutOff(constant));
    }
    if (model instanceof DistributedModel distributed
        && distributed.base() instanceof LogModel log) {
      return Optional.of(distributed.withBase(log.withCutOff(constant)));
    }
    return Optional.empty();
  }

  private static SystematicEffect difference(Kind kind, String source, Fit fit, Fit other) {
    Map<Parameter, Double> change = new EnumMap<>(Parameter.class);
    for (Parameter parameter : fit.free()) {
      change.put(parameter, other.values().get(parameter) - fit.values().get(parameter));
    }
    return new SystematicEffect(kind, source, change);
  }

  private static String name(Fit fit) {
    return fit.options().model().name();
  }
}

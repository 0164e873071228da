package tlsfit.interval;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tlsfit.fit.FitOptions;
import tlsfit.fit.Fitter;
import tlsfit.fit.Optimum;
import tlsfit.fit.Parameter;
import tlsfit.fit.ParameterValues;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Measurement;
import tlsfit.model.DistributedModel;
import tlsfit.model.LogModel;
import tlsfit.model.ShiftModel;

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
   * @param optimum the fit, all of whose parameters must be determined
   * @param terms what the calibration leaves uncertain
   */
  public static List<SystematicEffect> ofCalibration(Optimum optimum, List<CalibrationTerm> terms) {
    return terms.stream().map(term -> ofCalibration(optimum, term)).toList();
  }

  private static SystematicEffect ofCalibration(Optimum optimum, CalibrationTerm term) {
    ParameterValues larger = moved(optimum, term, 1);
    ParameterValues smaller = moved(optimum, term, -1);
    Map<Parameter, Double> change = new EnumMap<>(Parameter.class);
    for (Parameter parameter : optimum.free()) {
      change.put(parameter, 0.5 * (larger.get(parameter) - smaller.get(parameter)));
    }
    return new SystematicEffect(Kind.CALIBRATION, term.source(), change);
  }

  /** The best values with a number of the calibration moved by so many standard uncertainties. */
  private static ParameterValues moved(Optimum optimum, CalibrationTerm term, int direction) {
    ParameterValues start =
        optimum.values().withFieldShifts(direction * term.acField(), direction * term.biasRate());
    return Fitter.refit(optimum.observations(), unbound(optimum), start).values();
  }

  /**
   * The fit that {@link #ofModel} compares with: the same terms in another model, with or without
   * relaxation as the optimum is. A calibration that is fitted along would only take up what the
   * model gets wrong, bounds would hide it.
   */
  public static Optimum fitOtherModel(Measurement measurement, Optimum optimum, ShiftModel model) {
    Optimum other =
        Fitter.fit(
            measurement, unbound(optimum).withModel(model).withRelaxation(optimum.relaxation()));
    if (optimum.pulls().isEmpty()) {
      return other;
    }
    ParameterValues at = optimum.values();
    return Fitter.refit(
        other.observations(),
        other.options(),
        other.values().withFieldShifts(at.acFieldShift(), at.biasRateShift()));
  }

  /**
   * The effect of another model, fitted to the same readings.
   *
   * @param other the fit with the other model, with or without relaxation as the optimum is
   */
  public static SystematicEffect ofModel(Optimum optimum, Optimum other) {
    return difference(
        Kind.MODEL,
        "model " + other.options().model().name() + " instead of " + name(optimum),
        optimum,
        other);
  }

  /**
   * The effects of the constants ½ and 2 in the cut-off of model {@code log}, which its derivation
   * leaves open; none for another model.
   */
  public static List<SystematicEffect> ofCutOff(Optimum optimum) {
    List<SystematicEffect> effects = new ArrayList<>();
    for (double constant : CUT_OFFS) {
      withCutOff(optimum.options().model(), constant)
          .ifPresent(
              model -> {
                Optimum other =
                    Fitter.refit(
                        optimum.observations(),
                        unbound(optimum).withModel(model).withRelaxation(optimum.relaxation()),
                        optimum.values());
                effects.add(
                    difference(
                        Kind.CUT_OFF,
                        "cut-off constant " + (constant < 1 ? "1/2" : "2") + " in L",
                        optimum,
                        other));
              });
    }
    return List.copyOf(effects);
  }

  /**
   * The options of a fit for one that is to differ by one thing alone: a calibration that was
   * fitted along stays where it is, and bounds do not cut the difference off.
   */
  private static FitOptions unbound(Optimum optimum) {
    return optimum.options().withPulls(List.of()).withoutBounds();
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

  private static SystematicEffect difference(
      Kind kind, String source, Optimum optimum, Optimum other) {
    Map<Parameter, Double> change = new EnumMap<>(Parameter.class);
    for (Parameter parameter : optimum.free()) {
      change.put(parameter, other.values().get(parameter) - optimum.values().get(parameter));
    }
    return new SystematicEffect(kind, source, change);
  }

  private static String name(Optimum optimum) {
    return optimum.options().model().name();
  }
}

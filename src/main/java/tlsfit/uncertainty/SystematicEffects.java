package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.ShiftModel;
import tlsfit.result.SystematicUncertainty;
import tlsfit.result.SystematicUncertainty.Kind;
import tlsfit.setup.FitOptions;

/**
 * The systematic effects on the fitted parameters, of what no scatter shows: an uncertain number of
 * the calibration, another model, another constant in the cut-off of model {@code log}. The change
 * of a parameter that comes out infinite is left out.
 */
public final class SystematicEffects {
  /** Constants in the cut-off of model {@code log} that are as good as the paper's 1. */
  private static final double[] CUT_OFFS = {0.5, 2};

  private SystematicEffects() {}

  /**
   * The effects of uncertain numbers of the calibration: half the difference of the fits with the
   * number one standard uncertainty larger and smaller. A T10 that either of them makes infinite
   * has no such effect.
   *
   * @param fit the fit, all of whose parameters must be determined
   * @param terms what the calibration leaves uncertain
   */
  public static List<SystematicUncertainty> ofCalibration(Fit fit, List<CalibrationTerm> terms) {
    return terms.stream().map(term -> ofCalibration(fit, term)).toList();
  }

  private static SystematicUncertainty ofCalibration(Fit fit, CalibrationTerm term) {
    ParameterValues larger = moved(fit, term, 1);
    ParameterValues smaller = moved(fit, term, -1);
    SystematicUncertainty line =
        of(
            Kind.CALIBRATION,
            term.source(),
            fit,
            parameter -> 0.5 * (larger.get(parameter) - smaller.get(parameter)));
    Map<String, Double> logarithms = new TreeMap<>();
    for (Parameter parameter : fit.free()) {
      double change = 0.5 * Math.log(larger.get(parameter) / smaller.get(parameter));
      if (Double.isFinite(change)) {
        logarithms.put(parameter.key(), change);
      }
    }
    return new SystematicUncertainty(
        line.kind(), line.source(), line.changes(), term.effect(logarithms));
  }

  /** The best values with a number of the calibration moved by so many standard uncertainties. */
  private static ParameterValues moved(Fit fit, CalibrationTerm term, int direction) {
    ParameterValues start =
        fit.values().withFieldShifts(direction * term.acField(), direction * term.biasRate());
    return Fitter.refit(fit.observations(), unbound(fit), start).values();
  }

  /**
   * The fit that {@link #ofModel} compares with: the same terms in another model, with or without
   * relaxation as the fit is. A calibration that is fitted jointly would only absorb what the model
   * gets wrong, bounds would hide it.
   */
  public static Fit fitOtherModel(Fit fit, ShiftModel model) {
    Fit other = Fitter.fit(fit.observations().unscaled(), unbound(fit).withModel(model));
    if (fit.nuisances().isEmpty()) {
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
  public static SystematicUncertainty ofModel(Fit fit, Fit other) {
    return difference(Kind.MODEL, other.options().model().name(), fit, other);
  }

  /**
   * The effects of the constants ½ and 2 in the cut-off of model {@code log}, which its derivation
   * leaves open; none for another model.
   */
  public static List<SystematicUncertainty> ofCutOff(Fit fit) {
    List<SystematicUncertainty> effects = new ArrayList<>();
    for (double constant : CUT_OFFS) {
      fit.options()
          .model()
          .withCutOff(constant)
          .ifPresent(
              model -> {
                Fit other =
                    Fitter.refit(fit.observations(), unbound(fit).withModel(model), fit.values());
                effects.add(difference(Kind.CUT_OFF, Double.toString(constant), fit, other));
              });
    }
    return List.copyOf(effects);
  }

  /**
   * The options of a fit for one that is to differ by one thing alone: a calibration that was
   * fitted jointly is fixed where it is, and bounds do not cut the difference off.
   */
  private static FitOptions unbound(Fit fit) {
    return fit.options().withNuisances(List.of()).withoutBounds();
  }

  private static SystematicUncertainty difference(Kind kind, String source, Fit fit, Fit other) {
    return of(
        kind,
        source,
        fit,
        parameter -> other.values().get(parameter) - fit.values().get(parameter));
  }

  private static SystematicUncertainty of(
      Kind kind, String source, Fit fit, ToDoubleFunction<Parameter> change) {
    Map<Parameter, Double> changes = new EnumMap<>(Parameter.class);
    for (Parameter parameter : fit.free()) {
      double found = change.applyAsDouble(parameter);
      if (Double.isFinite(found)) {
        changes.put(parameter, found);
      }
    }
    return line(kind, source, changes);
  }

  /** The line of an effect with given changes of the parameters [their SI units]. */
  static SystematicUncertainty line(Kind kind, String source, Map<Parameter, Double> changes) {
    Map<String, Double> named = new TreeMap<>();
    changes.forEach((parameter, change) -> named.put(parameter.key(), change));
    return new SystematicUncertainty(kind, source, named);
  }
}

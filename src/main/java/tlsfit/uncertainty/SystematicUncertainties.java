package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tlsfit.diagnosis.OtherModel;
import tlsfit.diagnosis.SlowChanges;
import tlsfit.diagnosis.Spread;
import tlsfit.fit.Fit;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.model.Parameter;
import tlsfit.result.CalibrationEffect;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.SystematicUncertainty;
import tlsfit.result.SystematicUncertainty.Kind;

/**
 * The systematic uncertainties of a fit: one line for each source, and their totals.
 *
 * <p>The total holds calibration and cut-off. Not the other model, which is a choice and has no
 * probability; and not slow changes and a spread of the dipole moments, which are tested by {@link
 * SlowChanges} and {@link Spread} and are inside the intervals once they are fitted.
 */
public final class SystematicUncertainties {
  private SystematicUncertainties() {}

  /**
   * All lines; none where the dipole moment is not determined.
   *
   * @param inference the fit with its estimates
   * @param terms what the calibration leaves uncertain; inside the intervals already where it was
   *     fitted jointly
   * @param other the fit with the other model of the shift; empty where it was left out
   * @param slow the slow changes that were tried beside the fit; empty where they were left out
   * @param spread the spread of the dipole moments that was tried; empty where it was left out
   */
  public static List<SystematicUncertainty> of(
      Inference inference,
      List<CalibrationTerm> terms,
      Optional<OtherModel> other,
      Optional<SlowChanges> slow,
      Optional<Spread> spread) {
    if (!isDetermined(inference, Parameter.DIPOLE_MOMENT.key())) {
      return List.of();
    }
    Fit fit = inference.fit();
    List<SystematicUncertainty> calibration =
        fit.nuisances().isEmpty()
            ? determined(inference, SystematicEffects.ofCalibration(fit, terms))
            : List.of();
    List<SystematicUncertainty> model =
        other
            .filter(OtherModel::isDetermined)
            .map(with -> determined(inference, List.of(SystematicEffects.ofModel(fit, with.fit()))))
            .orElse(List.of());
    List<SystematicUncertainty> cutOff = determined(inference, SystematicEffects.ofCutOff(fit));
    List<SystematicUncertainty> all = new ArrayList<>(calibration);
    if (!calibration.isEmpty()) {
      all.add(total(SystematicUncertainty.CALIBRATION_ALONE, calibration));
    }
    all.addAll(model);
    all.addAll(cutOff);
    slow.ifPresent(tried -> all.addAll(determined(inference, SlowEffects.of(tried))));
    spread
        .map(
            tried ->
                SystematicEffects.line(Kind.SPREAD, Parameter.DIPOLE_WIDTH.key(), tried.changes()))
        .ifPresent(line -> all.addAll(determined(inference, List.of(line))));
    List<SystematicUncertainty> summed = new ArrayList<>(calibration);
    if (!cutOff.isEmpty()) {
      summed.add(new SystematicUncertainty(Kind.CUT_OFF, "", largest(cutOff)));
    }
    if (!summed.isEmpty()) {
      all.add(total(SystematicUncertainty.ALL, summed));
    }
    return List.copyOf(all);
  }

  /** What the calibration adds to a parameter, by the total of the lines; empty without one. */
  public static Optional<Double> calibration(List<SystematicUncertainty> lines, String parameter) {
    return lines.stream()
        .filter(line -> line.isTotal())
        .filter(line -> line.source().equals(SystematicUncertainty.CALIBRATION_ALONE))
        .flatMap(line -> Optional.ofNullable(line.changes().get(parameter)).stream())
        .findFirst();
  }

  private static SystematicUncertainty total(String source, List<SystematicUncertainty> lines) {
    return new SystematicUncertainty(Kind.TOTAL, source, rootSumOfSquares(lines));
  }

  /** Lines with the changes of determined parameters only. */
  private static List<SystematicUncertainty> determined(
      Inference inference, List<SystematicUncertainty> lines) {
    List<SystematicUncertainty> kept = new ArrayList<>();
    for (SystematicUncertainty line : lines) {
      Map<String, Double> changes = new TreeMap<>(line.changes());
      changes.keySet().removeIf(name -> !isDetermined(inference, name));
      @Nullable CalibrationEffect calibration = line.calibration();
      if (calibration != null) {
        Map<String, Double> logarithms = new TreeMap<>(calibration.logarithms());
        logarithms.keySet().retainAll(changes.keySet());
        calibration = calibration.with(logarithms);
      }
      kept.add(new SystematicUncertainty(line.kind(), line.source(), changes, calibration));
    }
    return kept;
  }

  /** Of the parameters that every line has a number for: the others have an effect without end. */
  private static Map<String, Double> rootSumOfSquares(List<SystematicUncertainty> lines) {
    Map<String, Double> squares = new TreeMap<>();
    for (SystematicUncertainty line : lines) {
      line.changes().forEach((name, change) -> squares.merge(name, change * change, Double::sum));
    }
    lines.forEach(line -> squares.keySet().retainAll(line.changes().keySet()));
    squares.replaceAll((name, square) -> Math.sqrt(square));
    return squares;
  }

  private static Map<String, Double> largest(List<SystematicUncertainty> lines) {
    Map<String, Double> largest = new TreeMap<>();
    for (SystematicUncertainty line : lines) {
      line.changes().forEach((name, change) -> largest.merge(name, Math.abs(change), Math::max));
    }
    lines.forEach(line -> largest.keySet().retainAll(line.changes().keySet()));
    return largest;
  }

  private static boolean isDetermined(Inference inference, String name) {
    return inference.estimates().stream()
        .filter(estimate -> estimate.name().equals(name))
        .anyMatch(ParameterEstimate::determined);
  }
}

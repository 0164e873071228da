package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tlsfit.fit.Fit;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.result.FitResult.SystematicResult;

/** The table of systematic effects: a line a source, and their totals. */
public final class Systematics {
  private final Measurement measurement;
  private final Inference inference;
  private final Fit other;

  public Systematics(Measurement measurement, Inference inference, Fit other) {
    this.measurement = measurement;
    this.inference = inference;
    this.other = other;
  }

  /** All lines; none where the dipole moment is not determined. */
  public List<SystematicResult> lines() {
    if (!isDetermined(Parameter.DIPOLE_MOMENT)) {
      return List.of();
    }
    Fit fit = inference.fit();
    List<SystematicResult> calibration =
        fit.pulls().isEmpty() // else it is inside the limits
            ? lines(SystematicEffect.ofCalibration(fit, measurement.calibrationTerms()))
            : List.of();
    List<SystematicResult> model = lines(List.of(SystematicEffect.ofModel(fit, other)));
    List<SystematicResult> cutOff = lines(SystematicEffect.ofCutOff(fit));
    List<SystematicResult> all = new ArrayList<>(calibration);
    Map<String, Double> calibrated = rootSumOfSquares(calibration);
    if (!calibration.isEmpty()) {
      all.add(
          new SystematicResult(SystematicResult.TOTAL, SystematicResult.CALIBRATION, calibrated));
    }
    all.addAll(model);
    all.addAll(cutOff);
    List<SystematicResult> terms = new ArrayList<>(calibration);
    terms.addAll(model);
    if (!cutOff.isEmpty()) {
      terms.add(new SystematicResult("cut-off", "the larger", largest(cutOff)));
    }
    all.add(
        new SystematicResult(
            SystematicResult.TOTAL, SystematicResult.ALL, rootSumOfSquares(terms)));
    return all;
  }

  private List<SystematicResult> lines(List<SystematicEffect> effects) {
    List<SystematicResult> lines = new ArrayList<>();
    for (SystematicEffect effect : effects) {
      Map<String, Double> changes = new TreeMap<>();
      effect
          .change()
          .forEach(
              (parameter, change) -> {
                if (isDetermined(parameter) && Double.isFinite(change)) {
                  changes.put(parameter.key(), change);
                }
              });
      String kind = effect.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
      lines.add(new SystematicResult(kind, effect.source(), changes));
    }
    return lines;
  }

  /** Of the parameters that every line has a number for: the others have an effect without end. */
  private static Map<String, Double> rootSumOfSquares(List<SystematicResult> lines) {
    Map<String, Double> squares = new TreeMap<>();
    for (SystematicResult line : lines) {
      line.changes().forEach((name, change) -> squares.merge(name, change * change, Double::sum));
    }
    lines.forEach(line -> squares.keySet().retainAll(line.changes().keySet()));
    squares.replaceAll((name, square) -> Math.sqrt(square));
    return squares;
  }

  private static Map<String, Double> largest(List<SystematicResult> lines) {
    Map<String, Double> largest = new TreeMap<>();
    for (SystematicResult line : lines) {
      line.changes().forEach((name, change) -> largest.merge(name, Math.abs(change), Math::max));
    }
    lines.forEach(line -> largest.keySet().retainAll(line.changes().keySet()));
    return largest;
  }

  private boolean isDetermined(Parameter parameter) {
    return inference.estimates().stream()
        .filter(estimate -> estimate.parameter() == parameter)
        .anyMatch(Estimate::determined);
  }
}

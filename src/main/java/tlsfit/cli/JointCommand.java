package tlsfit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.analysis.JointAnalysis;
import tlsfit.analysis.SavedSample;
import tlsfit.compare.CompareOptions;
import tlsfit.compare.Comparison;
import tlsfit.compare.Quantity;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.model.Parameter;
import tlsfit.result.CalibrationEffect;
import tlsfit.result.FitResult;
import tlsfit.result.JointRefit;
import tlsfit.result.NuisanceEstimate;
import tlsfit.result.SystematicUncertainty;

/** The joint fit that {@code tlsfit compare --joint} asks for. */
final class JointCommand {
  /** How far a fit of the kept readings may be from the result, in standard errors. */
  private static final double SAME = 0.02;

  private JointCommand() {}

  /**
   * Fits the samples that may be compared by all the parameters.
   *
   * @throws ComparisonOptions.Wrong if they cannot be fitted jointly
   */
  static JointRefit of(
      List<String> names, Comparison comparison, List<FitResult> results, CompareOptions how) {
    List<Parameter> shared = new ArrayList<>();
    List<Integer> numbers = null;
    for (String name : names) {
      Quantity quantity =
          Quantity.find(name.strip())
              .filter(one -> one != Quantity.LOSS_TANGENT)
              .orElseThrow(
                  () ->
                      new ComparisonOptions.Wrong("dipoleMoment, relaxationTime or chi is needed"));
      shared.add(Parameter.of(quantity.key()));
      List<Integer> of = comparison.together(quantity);
      numbers = numbers == null ? of : numbers.stream().filter(of::contains).toList();
    }
    if (numbers == null || numbers.size() < 2) {
      throw new ComparisonOptions.Wrong("fewer than two samples have a value of it by one model");
    }
    List<JointAnalysis.Sample> samples = new ArrayList<>();
    for (int i : numbers) {
      samples.add(sample(comparison.samples().get(i).name(), i, results.get(i), how));
    }
    return JointAnalysis.of(samples, shared, comparison.level());
  }

  private static JointAnalysis.Sample sample(
      String name, int number, FitResult result, CompareOptions how) {
    Optional<SavedSample> saved = SavedSample.of(result);
    if (saved.isEmpty()) {
      throw new ComparisonOptions.Wrong(
          name
              + ": its result does not keep all that a fit with a robust loss, slow changes or"
              + " distributions needs");
    }
    JointAnalysis.Sample sample =
        JointAnalysis.Sample.of(saved.get(), name, terms(number, result, how));
    double p = sample.fit().values().dipoleMoment();
    @Nullable Double before = result.getParameter(Parameter.DIPOLE_MOMENT.key()).value();
    @Nullable Double error = result.getParameter(Parameter.DIPOLE_MOMENT.key()).standardError();
    if (before != null && error != null && Math.abs(p - before) > SAME * error) {
      throw new ComparisonOptions.Wrong(
          name + ": the readings of its result do not give its dipole moment again");
    }
    return sample;
  }

  private static Map<String, CalibrationTerm> terms(
      int number, FitResult result, CompareOptions how) {
    Map<String, CalibrationTerm> terms = new LinkedHashMap<>();
    String group = result.about().calibrationGroup();
    for (SystematicUncertainty line : result.systematics()) {
      @Nullable CalibrationEffect effect = line.calibration();
      if (effect != null) {
        terms.put(
            how.calibration().key(number, group, line.source(), effect),
            term(line.source(), effect));
      }
    }
    for (NuisanceEstimate nuisance : result.nuisances()) {
      CalibrationEffect effect = nuisance.calibration();
      terms.put(
          how.calibration().key(number, group, nuisance.source(), effect),
          term(nuisance.source(), effect));
    }
    return terms;
  }

  private static CalibrationTerm term(String source, CalibrationEffect effect) {
    return new CalibrationTerm(
        source, effect.acField(), effect.biasRate(), effect.name(), effect.id());
  }
}

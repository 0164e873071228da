package tlsfit.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tlsfit.result.FitResult;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.SystematicUncertainty;

/**
 * Samples side by side.
 *
 * @param samples one for each result, in their order
 * @param differences of the dipole moment, one for each pair
 */
public record Comparison(List<Sample> samples, List<Difference> differences) {
  private static final String DIPOLE_MOMENT = "dipoleMoment";

  /**
   * One sample.
   *
   * @param name its name, with a number where several results have the same
   * @param model of the shift
   * @param relaxation whether relaxation is part of it
   * @param valid whether the fit may be believed
   * @param determined whether the data determine every parameter that was fitted
   * @param parameters of the fit
   */
  public record Sample(
      String name,
      String model,
      boolean relaxation,
      boolean valid,
      boolean determined,
      List<ParameterEstimate> parameters) {}

  /**
   * How two dipole moments differ. Their logarithms are compared, since these are what is fitted:
   * ln(p2/p1) over the root of the summed squares of the relative standard errors.
   *
   * @param first name of the first sample
   * @param second name of the second
   * @param ratio p2/p1; null if they cannot be compared
   * @param standardErrors the difference in standard errors, statistical only: right where both
   *     were measured in one set-up, whose calibration then cancels in the ratio; null likewise
   * @param standardErrorsWithCalibration the difference in standard errors with the calibration of
   *     both added, as if it were independent; null if neither result has one
   * @param obstacle why they cannot be compared; empty if they can
   */
  public record Difference(
      String first,
      String second,
      @Nullable Double ratio,
      @Nullable Double standardErrors,
      @Nullable Double standardErrorsWithCalibration,
      String obstacle) {}

  public Comparison {
    samples = List.copyOf(samples);
    differences = List.copyOf(differences);
  }

  /** Compares results with each other. */
  public static Comparison of(List<FitResult> results) {
    List<String> names = names(results);
    List<Sample> samples = new ArrayList<>();
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      FitResult result = results.get(i);
      samples.add(
          new Sample(
              names.get(i),
              result.model(),
              result.relaxation(),
              result.verdict().valid(),
              result.verdict().determined(),
              result.parameters()));
      for (int j = i + 1; j < results.size(); j++) {
        differences.add(difference(names.get(i), result, names.get(j), results.get(j)));
      }
    }
    return new Comparison(samples, differences);
  }

  private static List<String> names(List<FitResult> results) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (FitResult result : results) {
      int count = seen.merge(result.sample(), 1, Integer::sum);
      names.add(count == 1 ? result.sample() : result.sample() + " #" + count);
    }
    return names;
  }

  private static Difference difference(
      String firstName, FitResult first, String secondName, FitResult second) {
    if (!first.model().equals(second.model())) {
      return notComparable(
          firstName, secondName, "different models, " + first.model() + " and " + second.model());
    }
    Optional<String> obstacle = obstacle(firstName, first).or(() -> obstacle(secondName, second));
    if (obstacle.isPresent()) {
      return notComparable(firstName, secondName, obstacle.get());
    }
    double ratio = value(second) / value(first);
    double logarithm = Math.log(ratio);
    double statistical = Math.hypot(relativeError(first), relativeError(second));
    OptionalDouble a = relativeCalibration(first);
    OptionalDouble b = relativeCalibration(second);
    @Nullable Double withCalibration = null;
    if (a.isPresent() || b.isPresent()) {
      double calibration = Math.hypot(a.orElse(0), b.orElse(0));
      withCalibration = logarithm / Math.hypot(statistical, calibration);
    }
    return new Difference(
        firstName, secondName, ratio, logarithm / statistical, withCalibration, "");
  }

  private static Difference notComparable(String first, String second, String why) {
    return new Difference(first, second, null, null, null, why);
  }

  /** Why a result has no dipole moment with an error; empty if it has. */
  private static Optional<String> obstacle(String name, FitResult result) {
    Optional<ParameterEstimate> p = result.findParameter(DIPOLE_MOMENT);
    if (p.isEmpty() || !p.get().determined() || p.get().value() == null) {
      return Optional.of("dipoleMoment of " + name + " is not determined");
    }
    if (p.get().fixed()) {
      return Optional.of("dipoleMoment of " + name + " was fixed");
    }
    @Nullable Double error = p.get().standardError();
    return error == null || !(error > 0)
        ? Optional.of("dipoleMoment of " + name + " has no standard error")
        : Optional.empty();
  }

  private static double value(FitResult result) {
    @Nullable Double value = result.getParameter(DIPOLE_MOMENT).value();
    return value == null ? Double.NaN : value;
  }

  private static double relativeError(FitResult result) {
    @Nullable Double error = result.getParameter(DIPOLE_MOMENT).standardError();
    return error == null ? Double.NaN : error / value(result);
  }

  private static OptionalDouble relativeCalibration(FitResult result) {
    return result.systematics().stream()
        .filter(
            line -> line.isTotal() && line.source().equals(SystematicUncertainty.CALIBRATION_ALONE))
        .flatMap(line -> Optional.ofNullable(line.changes().get(DIPOLE_MOMENT)).stream())
        .mapToDouble(change -> Math.abs(change) / value(result))
        .findFirst();
  }
}

package tlsfit.uncertainty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import tlsfit.diagnosis.Check;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.IntervalKind;

/**
 * Whether limits from the curvature at the best fit are those of the profile: how far their ends
 * are apart, in half-widths. A tenth of a half-width makes one-sided 2.5 % into 1.6 or 3.9 %.
 */
public final class WaldAgainstProfile {
  /** Name of the check. */
  static final String NAME = "limits";

  /** Largest distance of two ends, in half-widths. */
  static final double LARGEST = 0.1;

  private WaldAgainstProfile() {}

  /** The check; empty where the limits are not from the curvature, or there are none. */
  public static Optional<Check> of(Inference inference) {
    if (inference.kind() != IntervalKind.WALD) {
      return Optional.empty();
    }
    double largest = 0;
    Optional<Parameter> worst = Optional.empty();
    for (int k = 0; k < inference.estimates().size(); k++) {
      Estimate wald = inference.estimates().get(k);
      if (Double.isNaN(wald.standardError())) {
        continue; // held, at a bound, or not determined
      }
      double distance = distance(wald, inference.profiled());
      if (distance >= largest) {
        largest = distance;
        worst = Optional.of(wald.parameter());
      }
    }
    if (worst.isEmpty()) {
      return Optional.empty();
    }
    String found =
        String.format(
            Locale.ROOT,
            "the limits of %s are %s from those of its profile",
            worst.get().key(),
            largest < 1
                ? String.format(Locale.ROOT, "%.1f %% of their half-width", 100 * largest)
                : "a half-width or more");
    boolean passed = largest <= LARGEST;
    return Optional.of(
        new Check(
            NAME,
            largest,
            OptionalDouble.empty(),
            passed,
            passed ? found : found + ": take --intervals profile"));
  }

  /** The larger distance of the two pairs of ends, 1 at most. */
  private static double distance(Estimate wald, List<Estimate> profiled) {
    Interval profile =
        profiled.stream()
            .filter(estimate -> estimate.parameter() == wald.parameter())
            .map(Estimate::interval)
            .findFirst()
            .orElseThrow();
    double centre = coordinate(wald.parameter(), wald.value());
    double low = coordinate(wald.parameter(), wald.interval().lower());
    double high = coordinate(wald.parameter(), wald.interval().upper());
    double half = Math.max(Math.abs(low - centre), Math.abs(high - centre));
    double lower = Math.abs(coordinate(wald.parameter(), profile.lower()) - low) / half;
    double upper = Math.abs(coordinate(wald.parameter(), profile.upper()) - high) / half;
    double larger = Math.max(lower, upper);
    return larger < 1 ? larger : 1; // open ends too
  }

  private static double coordinate(Parameter parameter, double value) {
    ParameterValues none = new ParameterValues(1, 1, 1, 1);
    return none.with(parameter, value).coordinate(parameter);
  }
}

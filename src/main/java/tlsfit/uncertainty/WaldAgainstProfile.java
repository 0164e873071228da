package tlsfit.uncertainty;

import java.util.List;
import java.util.Optional;
import tlsfit.model.Parameter;
import tlsfit.model.Scale;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.result.Interval;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.IntervalKind;

/**
 * The comparison of Wald intervals with those of the profile likelihood: how far their ends are
 * apart, in half-widths. A tenth of a half-width makes one-sided 2.5 % into 1.6 or 3.9 %.
 */
public final class WaldAgainstProfile {
  /** Largest distance of two ends, in half-widths. */
  static final double LARGEST = 0.1;

  private WaldAgainstProfile() {}

  /** The finding; empty where the limits are not from the curvature, or there are none. */
  public static Optional<Finding> of(Inference inference) {
    if (inference.kind() != IntervalKind.WALD) {
      return Optional.empty();
    }
    double largest = 0;
    Optional<String> worst = Optional.empty();
    for (int k = 0; k < inference.estimates().size(); k++) {
      ParameterEstimate wald = inference.estimates().get(k);
      if (wald.standardError() == null) {
        continue; // fixed, at a bound, or not determined
      }
      double distance = distance(wald, inference.profiled());
      if (distance >= largest) {
        largest = distance;
        worst = Optional.of(wald.name());
      }
    }
    if (worst.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.of(FindingCode.WALD_AGAINST_PROFILE, Kind.NOTE, true)
            .withValue(largest)
            .withLimit(LARGEST)
            .ofParameters(List.of(worst.get())));
  }

  /** The larger distance of the two pairs of ends, 1 at most. */
  private static double distance(ParameterEstimate wald, List<ParameterEstimate> profiled) {
    Interval profile =
        profiled.stream()
            .filter(estimate -> estimate.name().equals(wald.name()))
            .map(ParameterEstimate::interval)
            .findFirst()
            .orElseThrow();
    Scale scale = Parameter.of(wald.name()).scale();
    double centre = scale.scaled(wald.value() == null ? Double.NaN : wald.value());
    double low = scale.scaled(wald.interval().from());
    double high = scale.scaled(wald.interval().to());
    double half = Math.max(Math.abs(low - centre), Math.abs(high - centre));
    double lower = Math.abs(scale.scaled(profile.from()) - low) / half;
    double upper = Math.abs(scale.scaled(profile.to()) - high) / half;
    double larger = Math.max(lower, upper);
    return larger < 1 ? larger : 1; // open ends too
  }
}
